import Foundation
import Testing

@testable import GatewayRuntime

/// Upstreams that take some of a long request and then no more.
@Suite struct StalledUpstreamTests {
    static let size = 64 << 20

    /// What the upstream has sent by then, the times that are short, and which of them runs out.
    static let rows: [(String, TestGateway.Options, String)] = [
        ("", .init(responseHeaderTimeout: .seconds(1)), "response_header"),
        ("HTTP/1.1 200 OK\r\nContent-Length: 10\r\n\r\n12345", .init(writeTimeout: .seconds(1)), "write"),
    ]

    @Test("the client is told, the upstream is let go, one record is left", arguments: rows)
    func stalls(sent: String, options: TestGateway.Options, timeout: String) async throws {
        let (told, gone) = (Counter(), Counter())
        let upstream = try Upstream { _, socket in
            _ = try socket.read(to: "\r\n\r\n")
            try socket.send(sent)
            try told.wait(for: 1)
            _ = socket.readToEnd()
            gone.add()
        }
        let log = TestLog()
        var options = options
        options.log = log.path
        let status = sent.isEmpty ? 504 : 200
        try await TestGateway.run(upstreamPort: upstream.port, options) { gateway in
            let socket = try gateway.connect()
            let (resets, ended) = (Counter(), Counter())
            Thread.detachNewThread {
                defer { ended.add() }
                do {
                    try socket.send("POST /items HTTP/1.1\r\nHost: a\r\nContent-Length: \(Self.size)\r\n\r\n")
                    try socket.send([UInt8](repeating: 0x61, count: Self.size))
                } catch {
                    if (error as? SocketError)?.code == ECONNRESET { resets.add() }
                }
            }
            if sent.isEmpty {
                let response = try socket.readResponse()
                #expect(response.status == status)
                #expect(response["Connection"] == "close")
            } else {
                let (text, isReset) = try socket.readToReset()
                #expect(text.hasPrefix("HTTP/1.1 200 ") && text.hasSuffix("\r\n\r\n12345"))
                // The kernel tells either who sends or who reads, and the other one no more than that there is an end.
                try ended.wait(for: 1)
                #expect(isReset || resets.value == 1)
            }
            told.add()
            try gone.wait(for: 1)
            try gateway.wait(for: "requests_in_flight", toBe: 1)
            try gateway.wait(for: "connections_open", toBe: 1)
        }
        #expect(try log.statuses(of: "/items") == [status])
        let record = try #require(try log.lines().first { $0.contains("\"path\":\"/items\"") })
        #expect(record.contains("\"error_code\":\"GATEWAY_TIMEOUT\",\"error_side\":\"upstream\""))
        #expect(record.contains("\"error_timeout\":\"\(timeout)\""))
    }
}
