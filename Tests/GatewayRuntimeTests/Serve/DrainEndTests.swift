import Foundation
import Testing

@testable import GatewayRuntime

/// What is still under way when `timeouts.drain` is over.
@Suite struct DrainEndTests {
    struct Row: Sendable, CustomTestStringConvertible {
        let testDescription: String
        let request: String
        /// What the upstream sends of its answer.
        var answer = ""
        let status: Int
    }

    static let post = "POST /any/x HTTP/1.1\r\nHost: a\r\nContent-Length: 9\r\n\r\n1234"

    static let rows = [
        Row(testDescription: "waits", request: FaultTests.get, status: 503),
        Row(testDescription: "uploads", request: post, status: 503),
        Row(testDescription: "is answered", request: FaultTests.get, answer: FaultTests.length, status: 200),
        Row(testDescription: "uploads and is answered", request: post, answer: FaultTests.length, status: 200),
        Row(
            testDescription: "is a WebSocket", request: WebSocketTests.handshake(), answer: WebSocketTests.accepted,
            status: 101),
    ]

    @Test("a request without a response is told so, and the record has the gateway's failure", arguments: rows)
    func ends(row: Row) async throws {
        let (reached, gone) = (Counter(), Counter())
        // However long it takes: the upstream is not the first to go.
        let isOver = DispatchSemaphore(value: 0)
        let upstream = try Upstream { _, socket in
            _ = try socket.read(to: "\r\n\r\n")
            try socket.send(row.answer)
            reached.add()
            isOver.wait()
            _ = socket.readToEnd()
            gone.add()
        }
        let log = TestLog()
        let options = TestGateway.Options(drainTimeout: .milliseconds(100), log: log.path)
        try await TestGateway.runAsync(upstreamPort: upstream.port, options) { gateway in
            let socket = try gateway.connect()
            try socket.send(row.request)
            try await onThread {
                try reached.wait(for: 1)
                if !row.answer.isEmpty { _ = try socket.read(to: "\r\n\r\n") }
            }
            await gateway.gateway.shutdown()
            isOver.signal()
            try await onThread {
                if row.answer.isEmpty {
                    let response = try socket.readResponse()
                    #expect(response.status == 503)
                    #expect(response["Connection"] == "close")
                    #expect(response.body.contains("SERVICE_UNAVAILABLE"))
                    #expect(socket.isAtEnd())
                } else {
                    #expect(try socket.readToReset().isReset)
                }
                try gone.wait(for: 1)
            }
        }
        #expect(try log.statuses { _ in true } == [row.status])
        let failure = "\"error_code\":\"SERVICE_UNAVAILABLE\",\"error_side\":\"gateway\",\"error_phase\":\"serve\""
        #expect(try log.lines().allSatisfy { $0.contains(failure) })
    }

    @Test("what a client has not taken of its whole response is lost to it, and the record says so")
    func stuck() async throws {
        let sent = Counter()
        let upstream = try Upstream { _, socket in
            _ = try socket.readRequest()
            try socket.respond(String(repeating: "x", count: 150_000))
            sent.add()
            _ = socket.readToEnd()
        }
        let log = TestLog()
        let options = TestGateway.Options(drainTimeout: .milliseconds(100), log: log.path)
        try await TestGateway.runAsync(upstreamPort: upstream.port, options) { gateway in
            let socket = try Socket.connect(to: gateway.port, receiveBuffer: 4096)
            try socket.send(FaultTests.get)
            try await onThread { try sent.wait(for: 1) }
            await gateway.gateway.shutdown()
            #expect(try await onThread { try socket.readToReset().isReset })
        }
        #expect(try log.statuses { _ in true } == [200])
        #expect(try log.lines().allSatisfy { $0.contains("\"error_side\":\"gateway\"") })
    }
}
