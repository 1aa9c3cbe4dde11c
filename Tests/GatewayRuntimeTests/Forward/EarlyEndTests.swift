import Foundation
import Testing

@testable import GatewayRuntime

/// Upstreams that answer and go before they have the whole request (RFC 9112, 9.5), and clients that go before they are
/// answered, or never get to the end.
@Suite struct EarlyEndTests {
    private static let size = 8 << 20

    /// Starts a request whose body no upstream here reads.
    /// - Returns: counts that the body could not be sent.
    @discardableResult
    private static func upload(over socket: Socket) throws -> Counter {
        try socket.send("POST /items HTTP/1.1\r\nHost: a\r\nContent-Length: \(size)\r\n\r\n")
        let failed = Counter()
        Thread.detachNewThread {
            do { try socket.send([UInt8](repeating: 0x61, count: size)) } catch { failed.add() }
        }
        return failed
    }

    @Test("an answer is heard although its upstream has reset the connection on the rest of the request")
    func outlivesReset() async throws {
        let upstream = try Upstream { _, socket in
            _ = try socket.read(to: "\r\n\r\n")
            // Until the gateway can write no more: so it hears of answer and reset at once, and of both while it writes.
            usleep(100_000)
            try socket.respond("enough", status: "413 Content Too Large")
        }
        try await TestGateway.run(upstreamPort: upstream.port) { gateway in
            for _ in 0..<10 {
                let socket = try gateway.connect()
                try Self.upload(over: socket)
                let response = try socket.readResponse()
                #expect(response.status == 413)
                #expect(response.body == "enough")
            }
        }
    }

    @Test("an answer that a reset has cut short is not passed off as whole")
    func cutShort() async throws {
        let upstream = try Upstream { _, socket in
            _ = try socket.read(to: "\r\n\r\n")
            // What comes behind it is not read, and so makes the end a reset.
            _ = try socket.read(count: 1)
            usleep(100_000)
            // To the end of the connection: only the reset says that there was to be more.
            try socket.send("HTTP/1.1 200 OK\r\n\r\nbegun")
        }
        try await TestGateway.run(upstreamPort: upstream.port) { gateway in
            let socket = try gateway.connect()
            let failed = try Self.upload(over: socket)
            _ = try socket.read(to: "\r\n\r\n")
            let rest = try socket.readToReset()
            #expect(!rest.text.contains("\r\n0\r\n"))
            // The kernel tells of a reset once: to whoever reads, or to whoever sends.
            if !rest.isReset { try failed.wait(for: 1) }
        }
    }

    @Test("a client that goes takes its request along, however much it has sent behind it")
    func pipelined() async throws {
        let (requests, gone) = (Counter(), Counter())
        let upstream = try Upstream { _, socket in
            _ = try socket.read(to: "\r\n\r\n")
            requests.add()
            _ = socket.readToEnd()
            gone.add()
        }
        try await TestGateway.run(upstreamPort: upstream.port, .init(responseHeaderTimeout: .seconds(600))) { gateway in
            let socket = try gateway.connect()
            let get = "GET /items HTTP/1.1\r\nHost: a\r\n\r\n"
            try socket.send(String(repeating: get, count: 2 * ConnectionBounds.pipelined / get.utf8.count))
            try requests.wait(for: 1)
            socket.shutdownReadingAndWriting()
            try gone.wait(for: 1)
        }
    }

    @Test("a client whose body only trickles is told so, although it is never silent for long")
    func trickles() async throws {
        let upstream = try Upstream { _, socket in
            _ = try socket.readRequest()
            try socket.respond("whole")
        }
        try await TestGateway.run(upstreamPort: upstream.port, .init(readTimeout: .seconds(2))) { gateway in
            /// A body in ten parts a second, for longer than the timeout.
            func upload(_ part: String) throws -> Int {
                let socket = try gateway.connect()
                try socket.send("POST /items HTTP/1.1\r\nHost: a\r\nContent-Length: \(30 * part.utf8.count)\r\n\r\n")
                for _ in 0..<30 {
                    // The gateway may have given it up already.
                    try? socket.send(part)
                    usleep(100_000)
                }
                return try socket.readResponse().status
            }
            let statuses = [try upload("a"), try upload(String(repeating: "a", count: 100))]
            #expect(statuses == [408, 200])
        }
    }
}
