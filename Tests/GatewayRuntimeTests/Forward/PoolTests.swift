import Foundation
import Testing

@testable import GatewayRuntime

/// Which connections to an upstream are kept, used and made.
@Suite struct PoolTests {
    /// Answers with the number of the connection: `/any/first` and `/any/second` once told to, the rest at once.
    struct Gates: Sendable {
        let requests = Counter()
        let first = Counter()
        let second = Counter()
        let ended = Counter()

        func upstream() throws -> Upstream {
            try Upstream { number, socket in
                defer { ended.add() }
                while true {
                    let line = try socket.readRequest().line
                    requests.add()
                    if line.contains("first") { try first.wait(for: 1) }
                    if line.contains("second") { try second.wait(for: 1) }
                    try socket.respond("\(number)")
                }
            }
        }

        /// Has two connections made, the first of which is free again first.
        func useTwo(_ gateway: TestGateway) throws {
            let (one, two) = (try gateway.connect(), try gateway.connect())
            try one.send("GET /any/first HTTP/1.1\r\nHost: a\r\n\r\n")
            try requests.wait(for: 1)
            try two.send("GET /any/second HTTP/1.1\r\nHost: a\r\n\r\n")
            try requests.wait(for: 2)
            first.add()
            #expect(try one.readResponse().body == "0")
            second.add()
            #expect(try two.readResponse().body == "1")
        }
    }

    static let get = "GET /any/x HTTP/1.1\r\nHost: a\r\n\r\n"

    @Test("the connection that was used last is used next")
    func usesWarmest() async throws {
        let gates = Gates()
        let upstream = try gates.upstream()
        try await TestGateway.run(upstreamPort: upstream.port) { gateway in
            try gates.useTwo(gateway)
            for _ in 0..<5 { #expect(try gateway.answer(Self.get).body == "1") }
        }
    }

    @Test("no more are kept than max_idle, and the oldest goes")
    func keepsAtMost() async throws {
        let gates = Gates()
        let upstream = try gates.upstream()
        try await TestGateway.run(upstreamPort: upstream.port, .init(maxIdle: 1)) { gateway in
            try gates.useTwo(gateway)
            try gates.ended.wait(for: 1)
            #expect(try gateway.answer(Self.get).body == "1")
        }
    }

    @Test("none is kept for longer than idle_timeout")
    func expires() async throws {
        let gates = Gates()
        let upstream = try gates.upstream()
        try await TestGateway.run(upstreamPort: upstream.port, .init(upstreamIdleTimeout: .milliseconds(100))) {
            gateway in
            for number in 0..<3 {
                #expect(try gateway.answer(Self.get).body == "\(number)")
                try gates.ended.wait(for: number + 1)
            }
        }
    }

    @Test("nor where no client is there to look after")
    func expiresAlone() async throws {
        let ended = Counter()
        let upstream = try Upstream { _, socket in
            _ = try socket.readRequest()
            try socket.respond("x")
            if socket.isAtEnd() { ended.add() }
        }
        let options = TestGateway.Options(upstreamIdleTimeout: .milliseconds(100))
        try await TestGateway.runAsync(upstreamPort: upstream.port, options) { gateway in
            let client = gateway.gateway.client(PathUpstream.main)
            for number in 1...2 {
                #expect(try await client.send(.get, "/x").status == 200)
                try await onThread { try ended.wait(for: number) }
            }
        }
    }

    @Test("an upstream of HTTP/1.0 keeps its connection where it says so", arguments: [true, false])
    func keepsVersion10(saysSo: Bool) async throws {
        let upstream = try Upstream { number, socket in
            while true {
                _ = try socket.readRequest()
                let field = saysSo ? "Connection: keep-alive\r\n" : ""
                try socket.send("HTTP/1.0 200 OK\r\n\(field)Content-Length: 1\r\n\r\n\(number)")
            }
        }
        try await TestGateway.run(upstreamPort: upstream.port) { gateway in
            for number in 0..<3 {
                let response = try gateway.answer(Self.get)
                #expect(response.body == (saysSo ? "0" : "\(number)"))
            }
        }
    }
}
