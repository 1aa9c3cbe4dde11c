import Foundation
import Testing

@testable import GatewayRuntime

/// Clients that end what they send, and may have gone or not.
@Suite struct HalfCloseTests {
    static let get = "GET /any/x HTTP/1.1\r\nHost: a\r\n\r\n"

    /// Answers once told to.
    static func slow(_ requests: Counter, _ go: Counter) throws -> Upstream {
        try Upstream { number, socket in
            while true {
                let request = try socket.readRequest()
                requests.add()
                try go.wait(for: 1)
                try socket.respond("\(request.line) \(request.body.utf8.count)")
            }
        }
    }

    @Test("a client that has sent its whole request gets its response", arguments: ["1.1", "1.0"])
    func answers(version: String) async throws {
        let (requests, go) = (Counter(), Counter())
        let upstream = try Self.slow(requests, go)
        let log = TestLog()
        try await TestGateway.run(upstreamPort: upstream.port, .init(log: log.path)) { gateway in
            let socket = try gateway.connect()
            try socket.send("GET /any/x HTTP/\(version)\r\nHost: a\r\n\r\n")
            try requests.wait(for: 1)
            socket.shutdownWriting()
            if version == "1.1" { #expect(try socket.read(to: "\r\n\r\n") == "HTTP/1.1 100 Continue\r\n\r\n") }
            go.add()
            #expect(try socket.readResponse().body == "GET /any/x HTTP/1.1 0")
            #expect(socket.isAtEnd())
        }
        #expect(try log.statuses(of: "/any/x") == [200])
    }

    @Test("a client that has sent several gets all responses")
    func answersAll() async throws {
        let (requests, go) = (Counter(), Counter())
        go.add()
        let upstream = try Self.slow(requests, go)
        try await TestGateway.run(upstreamPort: upstream.port) { gateway in
            let socket = try gateway.connect()
            let post = "POST /any/y HTTP/1.1\r\nHost: a\r\nContent-Length: 100000\r\n\r\n"
            try socket.send(Self.get + post + String(repeating: "x", count: 100_000) + Self.get + "GET /any/part")
            socket.shutdownWriting()
            var bodies: [String] = []
            while bodies.count < 3 {
                let response = try socket.readResponse()
                if response.status != 100 { bodies.append(response.body) }
            }
            #expect(bodies == ["GET /any/x HTTP/1.1 0", "POST /any/y HTTP/1.1 100000", "GET /any/x HTTP/1.1 0"])
            #expect(socket.isAtEnd())
        }
    }

    @Test(
        "an answer of the gateway's own comes too, whole", arguments: ["GET /health", "GET /nowhere", "GET /any/../x"])
    func answersItself(line: String) async throws {
        let upstream = try Upstream { _, _ in }
        try await TestGateway.run(upstreamPort: upstream.port) { gateway in
            let socket = try gateway.connect()
            try socket.send("\(line) HTTP/1.1\r\nHost: a\r\n\r\n")
            socket.shutdownWriting()
            #expect(try socket.readResponse().body.isEmpty == false)
            #expect(socket.isAtEnd())
        }
    }

    @Test("a client that has ended what it sends gets what comes late of a response in chunks")
    func answersInParts() async throws {
        let go = Counter()
        let upstream = try Upstream { _, socket in
            _ = try socket.readRequest()
            try socket.send("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n5\r\nfirst\r\n")
            try go.wait(for: 1)
            try socket.send("6\r\nsecond\r\n0\r\n\r\n")
        }
        try await TestGateway.run(upstreamPort: upstream.port) { gateway in
            let socket = try gateway.connect()
            try socket.send(Self.get)
            _ = try socket.read(to: "first\r\n")
            socket.shutdownWriting()
            // It is asked whether it is still there: the next chunk's size begins.
            #expect(try socket.read(count: 1) == [UInt8(ascii: "0")])
            go.add()
            #expect(try socket.read(to: "\r\n0\r\n\r\n") == "6\r\nsecond\r\n0\r\n\r\n")
        }
    }

    @Test("a client that leaves in the middle of a response in chunks frees its upstream, though that is silent")
    func leavesInChunks() async throws {
        let gone = Counter()
        let upstream = try Upstream { _, socket in
            _ = try socket.readRequest()
            try socket.send("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n5\r\nfirst\r\n")
            _ = socket.isAtEnd()
            gone.add()
        }
        try await TestGateway.run(upstreamPort: upstream.port) { gateway in
            var socket: Socket? = try gateway.connect()
            try socket?.send(Self.get)
            _ = try socket?.read(to: "first\r\n")
            socket = nil
            try gone.wait(for: 1)
        }
    }

    @Test("a response that is longer than all buffers arrives whole")
    func answersLong() async throws {
        let size = 32 << 20
        let upstream = try Upstream { _, socket in
            _ = try socket.readRequest()
            try socket.send("HTTP/1.1 200 OK\r\nContent-Length: \(size)\r\n\r\n")
            try socket.send([UInt8](repeating: 0x61, count: size))
        }
        try await TestGateway.run(upstreamPort: upstream.port) { gateway in
            let socket = try gateway.connect()
            try socket.send(Self.get)
            socket.shutdownWriting()
            #expect(try socket.readResponse(to: "HEAD").status < 300)
            var left = size
            while left > 0 { left -= try socket.readAvailable(atMost: left).count }
        }
    }

    @Test("a long request whose client has ended it waits for its upstream, and arrives whole")
    func sendsLong() async throws {
        let size = 8 << 20
        let go = Counter()
        let upstream = try Upstream { _, socket in
            _ = try socket.read(to: "\r\n\r\n")
            try go.wait(for: 1)
            for _ in 0..<(size >> 20) { _ = try socket.read(count: 1 << 20) }
            try socket.respond("all")
        }
        try await TestGateway.run(upstreamPort: upstream.port) { gateway in
            let socket = try gateway.connect()
            let sent = Counter()
            Thread.detachNewThread {
                try? socket.send("POST /items HTTP/1.1\r\nHost: a\r\nContent-Length: \(size)\r\n\r\n")
                for _ in 0..<(size >> 20) {
                    try? socket.send([UInt8](repeating: 0x61, count: 1 << 20))
                    sent.add()
                }
                socket.shutdownWriting()
            }
            _ = sent.settled()
            go.add()
            var response = try socket.readResponse()
            if response.status == 100 { response = try socket.readResponse() }
            #expect(response.body == "all")
        }
    }

    @Test("a client that ends in the middle of its request is gone", arguments: [true, false])
    func isGone(isChunked: Bool) async throws {
        let (heads, gone) = (Counter(), Counter())
        let upstream = try Upstream { _, socket in
            _ = try socket.read(to: "\r\n\r\n")
            heads.add()
            _ = socket.readToEnd()
            gone.add()
        }
        let log = TestLog()
        try await TestGateway.run(upstreamPort: upstream.port, .init(log: log.path)) { gateway in
            let socket = try gateway.connect()
            let framing = isChunked ? "Transfer-Encoding: chunked\r\n\r\n5\r\nhe" : "Content-Length: 5\r\n\r\nhe"
            try socket.send("POST /items HTTP/1.1\r\nHost: a\r\n\(framing)")
            try heads.wait(for: 1)
            socket.shutdownWriting()
            try gone.wait(for: 1)
            #expect(socket.isAtEnd())
        }
        #expect(try log.statuses(of: "/items") == [499])
    }

    @Test("a client that closes its connection takes its request along, though it never resets")
    func closes() async throws {
        let (requests, gone) = (Counter(), Counter())
        let upstream = try Upstream { _, socket in
            _ = try socket.readRequest()
            requests.add()
            _ = socket.readToEnd()
            gone.add()
        }
        let log = TestLog()
        try await TestGateway.run(upstreamPort: upstream.port, .init(log: log.path)) { gateway in
            do {
                let socket = try gateway.connect()
                try socket.send(Self.get)
                try requests.wait(for: 1)
            }
            try gone.wait(for: 1)
        }
        #expect(try log.statuses(of: "/any/x") == [499])
    }
}
