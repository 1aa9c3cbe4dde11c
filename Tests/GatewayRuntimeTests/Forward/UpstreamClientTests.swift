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
                let request = try socket.readRequest()
                inbox.add(request)
                try socket.send(
                    "HTTP/1.1 201 Created\r\nX-A: b\r\nTransfer-Encoding: chunked\r\n\r\n3\r\nabc\r\n0\r\n\r\n")
            }
        }
        try await TestGateway.runAsync(upstreamPort: upstream.port, .init(basePath: "/base")) { gateway in
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
                "/a/\("..")", "/a/\("")", "/a/\(rest: "b/../c")", "/a/../b", "/a b", "a", "/a#b",
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
}
