import Foundation
import Testing

@testable import GatewayRuntime

/// Responses of `stream: sse`.
@Suite struct StreamTests {
    static let get = "GET /events HTTP/1.1\r\nHost: a\r\n\r\n"
    static let head = "HTTP/1.1 200 OK\r\nContent-Type: text/event-stream\r\n\r\n"

    @Test("each event reaches the client before the next is sent", arguments: ["1.1", "1.0"])
    func flushes(version: String) async throws {
        let read = Counter()
        let upstream = try Upstream { _, socket in
            _ = try socket.readRequest()
            try socket.send(Self.head)
            for number in 0..<20 {
                try read.wait(for: number)
                try socket.send("data: \(number)\n\n")
            }
        }
        try await TestGateway.run(upstreamPort: upstream.port) { gateway in
            let socket = try gateway.connect()
            try socket.send("GET /events HTTP/\(version)\r\nHost: a\r\n\r\n")
            _ = try socket.read(to: "\r\n\r\n")
            for number in 0..<20 {
                #expect(try socket.read(to: "\n\n").hasSuffix("data: \(number)\n\n"))
                read.add()
            }
            if version == "1.1" { #expect(try socket.read(to: "0\r\n\r\n") == "\r\n0\r\n\r\n") }
            if version == "1.0" { #expect(socket.isAtEnd()) }
        }
    }

    @Test("a client may take nothing for longer than the write timeout, and loses nothing")
    func waits() async throws {
        let size = 64 << 20
        let sent = Counter()
        let upstream = try Upstream { _, socket in
            _ = try socket.readRequest()
            try socket.send(Self.head)
            let block = [UInt8](repeating: 0x61, count: 1 << 20)
            for _ in 0..<(size >> 20) {
                try socket.send(block)
                sent.add(block.count)
            }
        }
        try await TestGateway.run(upstreamPort: upstream.port, .init(writeTimeout: .milliseconds(100))) { gateway in
            let socket = try Socket.connect(to: gateway.port, receiveBuffer: 16 * 1024)
            try socket.send("GET /events HTTP/1.0\r\n\r\n")
            // Longer than the timeout: half a second without progress.
            #expect(sent.settled() < 32 << 20)
            _ = try socket.read(to: "\r\n\r\n")
            for _ in 0..<(size >> 20) { _ = try socket.read(count: 1 << 20) }
        }
    }

    @Test("a client that ends what it sends before anything has come gets its events")
    func halfClosed() async throws {
        let isAsked = Counter()
        let mayAnswer = Counter()
        let upstream = try Upstream { _, socket in
            _ = try socket.readRequest()
            isAsked.add()
            try mayAnswer.wait(for: 1)
            try socket.send(Self.head + "data: 1\n\n")
        }
        try await TestGateway.run(upstreamPort: upstream.port) { gateway in
            let socket = try gateway.connect()
            try socket.send(Self.get)
            try isAsked.wait(for: 1)
            socket.shutdownWriting()
            // The gateway asks whether the client is still there.
            #expect(try socket.read(to: "\r\n\r\n").hasPrefix("HTTP/1.1 100 "))
            mayAnswer.add()
            #expect(try socket.read(to: "\r\n\r\n").hasPrefix("HTTP/1.1 200 "))
            #expect(socket.readToEnd().contains("data: 1\n\n"))
        }
    }

    @Test("the upstream hears at once of a client that has left")
    func leaves() async throws {
        let gone = Counter()
        let upstream = try Upstream { _, socket in
            _ = try socket.readRequest()
            try socket.send(Self.head + "data: 1\n\n")
            _ = socket.readToEnd()
            gone.add()
        }
        let log = TestLog()
        try await TestGateway.run(upstreamPort: upstream.port, .init(log: log.path)) { gateway in
            let socket = try gateway.connect()
            try socket.send(Self.get)
            _ = try socket.read(to: "data: 1\n\n")
            socket.shutdownWriting()
            try gone.wait(for: 1)
            try gateway.wait(for: "requests_in_flight", toBe: 1)
        }
        #expect(try log.statuses(of: "/events") == [200])
    }
}
