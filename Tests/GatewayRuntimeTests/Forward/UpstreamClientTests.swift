import Foundation
import Testing

@testable import GatewayRuntime

/// The transport of typed clients.
@Suite struct UpstreamClientTests {
    @Test("a call goes over the gateway's pools and brings the whole response")
    func sends() async throws {
        let inbox = Inbox()
        let connections = Counter()
        let upstream = try Upstream { _, socket in
            connections.add()
            while true {
                // Where the connection ended while the test's task waits for its turn, there would be another.
                socket.waitForInput()
                let request = try socket.readRequest()
                inbox.add(request)
                try socket.send(
                    "HTTP/1.1 201 Created\r\nX-A: b\r\nTransfer-Encoding: chunked\r\n\r\n3\r\nabc\r\n0\r\n\r\n")
            }
        }
        let options = TestGateway.Options(upstreamIdleTimeout: .seconds(600), basePath: "/base")
        try await TestGateway.runAsync(upstreamPort: upstream.port, options) { gateway in
            let client = gateway.gateway.client(PathUpstream.main, headers: [("X-B", "c")])
            let id = "a/b c"
            for _ in 0..<3 {
                let response = try await client.send(
                    .put, "/things/\(id)\(query: "page", 2)", body: Array("hello".utf8))
                #expect(response.status == 201)
                #expect(response.body.text == "abc")
                #expect(response.headers.first { $0.name == "X-A" }?.value == "b")
            }
        }
        #expect(connections.value == 1)
        #expect(inbox.all.map(\.line) == Array(repeating: "PUT /base/things/a%2Fb%20c?page=2 HTTP/1.1", count: 3))
        #expect(inbox.all[0].fields == ["Host: 127.0.0.1:\(upstream.port)", "X-B: c", "Content-Length: 5"])
        #expect(inbox.all[0].body == "hello")
    }

    @Test("a call that would leave its place is not sent")
    func refuses() async throws {
        let inbox = Inbox()
        let upstream = try ForwardingTests.echo(inbox)
        try await TestGateway.runAsync(upstreamPort: upstream.port) { gateway in
            let client = gateway.gateway.client(PathUpstream.main)
            let targets: [UpstreamTarget] = [
                "/a/\("..")", "/a/\("..;")", "/a/\(rest: "b/..;x/c")", "/a/..;/b", "/a/..%3B/b", "/a/\("")",
                "/a/\(rest: "b/../c")", "/a/../b", "/a b", "a", "/a#b",
            ]
            for target in targets {
                await #expect(throws: UpstreamClientError.self) { try await client.send(.get, target) }
            }
            let headers = [
                ("X", "a\r\nY: b"), ("X", "a\u{0}"), ("X Y", "a"), ("", "a"), ("X:", "a"), ("host", "a"),
                ("Content-Length", "5"), ("transfer-encoding", "chunked"), ("Connection", "close"),
            ]
            for header in headers {
                let client = gateway.gateway.client(PathUpstream.main, headers: [(header.0, header.1)])
                await #expect(throws: UpstreamClientError.self) { try await client.send(.get, "/a") }
            }
        }
        #expect(inbox.all.isEmpty)
    }

    @Test("a call to an upstream that fails fails as the upstream did")
    func fails() async throws {
        let upstream = try Upstream { number, socket in
            _ = try socket.readRequest()
            try socket.send(number == 0 ? "HTTP/1.1 200 OK\r\nContent-Length: 5\r\n\r\nab" : "nonsense\r\n\r\n")
        }
        try await TestGateway.runAsync(upstreamPort: upstream.port) { gateway in
            let client = gateway.gateway.client(PathUpstream.main)
            for error in [UpstreamClientError.unavailable, .invalidResponse] {
                await #expect(throws: error) { try await client.send(.get, "/a") }
            }
        }
    }

    @Test("a call to an upstream that is too slow ends")
    func timesOut() async throws {
        let upstream = try Upstream { _, socket in _ = socket.readToEnd() }
        let options = TestGateway.Options(responseHeaderTimeout: .milliseconds(200))
        try await TestGateway.runAsync(upstreamPort: upstream.port, options) { gateway in
            let client = gateway.gateway.client(PathUpstream.main)
            await #expect(throws: UpstreamClientError.timeout) { try await client.send(.get, "/a") }
        }
    }

    @Test("a connection on which some of the request still waits carries no other")
    func answeredEarly() async throws {
        let connections = Counter()
        let ended = DispatchSemaphore(value: 0)
        defer { for _ in 0..<2 { ended.signal() } }
        let upstream = try Upstream { number, socket in
            connections.add()
            _ = try socket.read(to: "\r\n\r\n")
            try socket.send("HTTP/1.1 200 OK\r\nContent-Length: 1\r\n\r\n\(number)")
            // The rest of the first request is not read: it is more than the kernel holds.
            ended.wait()
        }
        try await TestGateway.runAsync(upstreamPort: upstream.port) { gateway in
            let client = gateway.gateway.client(PathUpstream.main)
            let early = try await client.send(.post, "/a", body: [UInt8](repeating: 0x61, count: 32 << 20))
            let next = try await client.send(.get, "/b")
            #expect([early.body.text, next.body.text] == ["0", "1"])
        }
        #expect(connections.value == 2)
    }

    private static func environment(_ one: Upstream, _ other: Upstream) -> [String: String] {
        ["TARGET_A": "http://127.0.0.1:\(one.port)", "TARGET_B": "http://127.0.0.1:\(other.port)"]
    }

    @Test("a call to one of several targets tells what has come of it, and goes by what is known")
    func targets() async throws {
        let broken = try Upstream { _, socket in _ = try socket.readRequest() }
        let good = try Upstream { _, socket in
            while true {
                _ = try socket.readRequest()
                try socket.respond("good")
            }
        }
        let options = TestGateway.Options(
            targets: ["$TARGET_A", "$TARGET_B"],
            outlierDetection: OutlierDefinition(consecutiveFailures: 1, eject: .seconds(60), maxEjectedPercent: 50),
            environment: Self.environment(broken, good))
        try await TestGateway.runAsync(upstreamPort: good.port, options) { gateway in
            let client = gateway.gateway.client(PathUpstream.main)
            var answers: [String] = []
            for _ in 0..<6 { answers.append((try? await client.send(.post, "/a").body.text) ?? "none") }
            // One of the first two is the broken one's, and no other.
            #expect(answers.count { $0 == "none" } == 1 && answers.suffix(4).allSatisfy { $0 == "good" })
        }
    }

    @Test("a call goes to another target where one has as many connections as it may have")
    func elsewhere() async throws {
        let asked = Counter()
        let upstreams = try ["a", "b"].map { name in
            try Upstream { _, socket in
                _ = try socket.readRequest()
                asked.add()
                // Both are asked, or neither answers.
                try asked.wait(for: 2)
                try socket.respond(name)
            }
        }
        let options = TestGateway.Options(
            maxConnections: 1, targets: ["$TARGET_A", "$TARGET_B"],
            balance: BalanceDefinition(.hash, hashOn: .header("X-Key")),
            environment: Self.environment(upstreams[0], upstreams[1]))
        try await TestGateway.runAsync(upstreamPort: upstreams[0].port, options) { gateway in
            let client = gateway.gateway.client(PathUpstream.main, headers: [("X-Key", "one")])
            async let one = client.send(.get, "/a").body.text
            async let other = client.send(.get, "/a").body.text
            let names = [try await one, try await other]
            #expect(Set(names) == ["a", "b"])
        }
    }
}
