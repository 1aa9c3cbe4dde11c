import Foundation
import Testing

@testable import GatewayRuntime

/// As many connections as there may be, of clients and to upstreams.
@Suite struct ConnectionLimitTests {
    static let get = "GET /any/x HTTP/1.1\r\nHost: a\r\n\r\n"
    static let health = "GET /health HTTP/1.1\r\nHost: a\r\n\r\n"

    /// The value of a metric without labels.
    private static func metric(_ name: String, over socket: Socket) throws -> Int? {
        try socket.send("GET /metrics HTTP/1.1\r\nHost: a\r\n\r\n")
        let text = try socket.readResponse().body
        return text.split(separator: "\n").first { $0.hasPrefix("gateway_\(name) ") }
            .flatMap { Int($0.split(separator: " ")[1]) }
    }

    @Test("one connection too many is told so and closed, and the others are served", arguments: [1, 2])
    func shedsLoad(loops: Int) async throws {
        let upstream = try ConnectionTests.paths()
        try await TestGateway.run(upstreamPort: upstream.port, .init(loops: loops, connectionLimit: 2)) { gateway in
            var kept = [try gateway.connect(), try gateway.connect()]
            for socket in kept {
                try socket.send(Self.health)
                #expect(try socket.readResponse().status == 200)
            }
            for sendsFirst in [true, false, true] {
                let refused = try gateway.connect()
                if sendsFirst { try? refused.send(Self.health) }
                let response = try refused.readResponse()
                #expect(response.status == 503)
                #expect(response["Connection"] == "close")
                #expect(response["Content-Type"] == "application/json")
                #expect(response["X-Request-ID"]?.wholeMatch(of: /req-[0-9a-f]{32}/) != nil)
                #expect(response["X-Request-ID"].map { response.body.contains($0) } == true)
                #expect(response.body.contains("\"TOO_BUSY\""))
                #expect(refused.isAtEnd())
            }
            for socket in kept {
                try socket.send(Self.get)
                #expect(try socket.readResponse().status == 200)
            }
            #expect(try Self.metric("connections_refused_total", over: kept[0]) == 3)
            #expect(try Self.metric("connections_open", over: kept[0]) == 2)

            kept[1].reset()
            kept.removeLast()
            try eventually {
                let socket = try gateway.connect()
                try socket.send(Self.health)
                return try socket.readResponse().status == 200
            }
        }
    }

    @Test(
        "a full upstream is said to be busy; its connections are used again, also from another loop", arguments: [1, 2])
    func fullUpstream(loops: Int) async throws {
        let requests = Counter()
        let go = Counter()
        let connections = Counter()
        let upstream = try Upstream { _, socket in
            connections.add()
            while true {
                let line = try socket.readRequest().line
                requests.add()
                if line.contains("wait") { try go.wait(for: 1) }
                try socket.respond(line)
            }
        }
        try await TestGateway.run(upstreamPort: upstream.port, .init(loops: loops, maxConnections: 1)) { gateway in
            let first = try gateway.connect()
            try first.send("GET /any/wait HTTP/1.1\r\nHost: a\r\n\r\n")
            try requests.wait(for: 1)
            for _ in 0..<3 {
                let response = try gateway.answer(Self.get)
                #expect(response.status == 503)
                #expect(response.body.contains("TOO_BUSY"))
            }
            go.add()
            #expect(try first.readResponse().status == 200)
            // Each loop takes its turn, and the connection rests with the one that had it last.
            for _ in 0..<8 { #expect(try gateway.answer(Self.get).status == 200) }
        }
        #expect(requests.value == 9)
        #expect(loops > 1 || connections.value == 1)
    }

    @Test("connections that fail or end make room for others")
    func makesRoom() async throws {
        let closing = try Upstream { _, socket in
            let line = try socket.readRequest().line
            if !line.contains("break") { try socket.respond("x", fields: "Connection: close\r\n") }
        }
        try await TestGateway.run(upstreamPort: closing.port, .init(maxConnections: 1)) { gateway in
            let socket = try gateway.connect()
            try socket.send(String(repeating: Self.get, count: 10))
            for _ in 0..<10 { #expect(try socket.readResponse().status == 200) }
            for _ in 0..<3 {
                try socket.send("GET /any/break HTTP/1.1\r\nHost: a\r\n\r\n")
                #expect(try socket.readResponse().body.contains("SERVICE_UNAVAILABLE"))
            }
        }
        let nobody = try DeadPort()
        try await TestGateway.run(upstreamPort: nobody.port, .init(maxConnections: 1)) { gateway in
            for _ in 0..<3 {
                let response = try gateway.answer(Self.get)
                #expect(response.body.contains("SERVICE_UNAVAILABLE"))
            }
        }
    }
}

/// Waits until something holds; what is thrown meanwhile is no reason to give up.
func eventually(_ condition: () throws -> Bool) throws {
    for _ in 0..<1000 {
        if (try? condition()) == true { return }
        usleep(10_000)
    }
    throw SocketError(what: "waited in vain", code: 0)
}
