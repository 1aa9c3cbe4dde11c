import Foundation
import Testing

@Suite("What is stale is asked for anew, beside its use") struct CacheRefreshTests {
    private static let path = "/cached-briefly/a"

    /// Runs a test on one loop, with a response in the cache that is stale.
    private static func run(_ origin: Int, _ body: @escaping @Sendable (GatewayProcess) throws -> Void) async throws {
        try await GatewayProcess.run(.traffic, upstream: origin, environment: ["GATEWAY_LOOPS": "1"]) {
            gateway throws in
            #expect(try gateway.answer("GET", path).body == "first")
            usleep(150_000)
            try body(gateway)
        }
    }

    @Test("by a GET without conditions, though a client asks with HEAD, or has a condition")
    func method() async throws {
        let origin = try Origin { number, _ in Origin.response(number == 0 ? "first" : "second") }
        try await Self.run(origin.port) { gateway in
            let known = try gateway.answer("HEAD", Self.path, ["If-Modified-Since: Sun, 06 Nov 1994 08:49:37 GMT"])
            #expect(known.status == 200)
            var body = "first"
            for _ in 0..<500 where body == "first" {
                usleep(10_000)
                body = try gateway.answer("GET", Self.path).body
            }
            #expect(body == "second")
            #expect(origin.requests[1].method == "GET")
            #expect(origin.requests[1]["If-Modified-Since"] == nil)
        }
    }

    @Test("and used until the new one is whole, also if that never comes")
    func brokenOff() async throws {
        let (half, go) = (Counter(), Counter())
        let origin = try Upstream { _, socket in
            _ = try socket.readRequest()
            try socket.respond("first")
            _ = try socket.readRequest()
            try socket.send("HTTP/1.1 200 OK\r\nContent-Length: 6\r\n\r\nsec")
            half.add()
            try go.wait(for: 1)
        }
        try await Self.run(origin.port) { gateway in
            #expect(try gateway.answer("GET", Self.path).body == "first")
            try half.wait(for: 1)
            #expect(try gateway.answer("GET", Self.path).cacheStatus == "hit")
            go.add()
            try Self.awaitFailures(1, gateway)
            let kept = try gateway.answer("GET", Self.path)
            #expect(kept.body == "first")
            #expect(kept.cacheStatus == "hit")
        }
    }

    @Test("less and less often where the upstream fails", arguments: ["503 Service Unavailable", ""])
    func failing(_ status: String) async throws {
        let origin = try Origin { number, _ in
            number == 0 ? Origin.response("first") : status.isEmpty ? nil : Origin.response("bad", status: status)
        }
        try await Self.run(origin.port) { gateway in
            #expect(try gateway.answer("GET", Self.path).body == "first")
            try Self.awaitFailures(1, gateway)
            // A connection that is closed is tried once more on a fresh one.
            let asked = origin.count
            for _ in 0..<100 { #expect(try gateway.answer("GET", Self.path).body == "first") }
            // Half a second has to pass first, then a whole one.
            #expect(origin.count <= asked + 4)
        }
    }

    @Test("and no longer read once it turns out to be too long to be kept")
    func endless() async throws {
        let gone = Counter()
        let origin = try Upstream { _, socket in
            _ = try socket.readRequest()
            try socket.respond("first")
            _ = try socket.readRequest()
            try socket.send("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n")
            let chunk = "10000\r\n" + String(repeating: "a", count: 65_536) + "\r\n"
            do { while true { try socket.send(chunk) } } catch { gone.add() }
        }
        try await Self.run(origin.port) { gateway in
            #expect(try gateway.answer("GET", Self.path).body == "first")
            try Self.awaitFailures(1, gateway)
            try gone.wait(for: 1)
        }
    }

    private static func awaitFailures(_ count: Int, _ gateway: GatewayProcess) throws {
        for _ in 0..<500 {
            let metrics = try gateway.answer("GET", "/metrics").body
            if metrics.contains("gateway_cache_refreshes_total{result=\"failed\"} \(count)\n") { return }
            usleep(10_000)
        }
        Issue.record("no refresh has failed")
    }
}
