import Foundation
import Mocks
import Testing

@Suite("Requests are limited") struct RateLimitTests {
    private func run(
        _ program: Program = .traffic, environment: [String: String] = [:],
        _ script: @escaping @Sendable (GatewayProcess) throws -> Void
    ) async throws {
        let upstream = try Upstream.echo()
        try await GatewayProcess.run(
            program, upstream: upstream.port, environment: ["GATEWAY_LOOPS": "2"].merging(environment) { $1 }, script)
    }

    private static func statuses(
        _ count: Int, _ gateway: GatewayProcess, _ path: String, _ fields: [String] = []
    ) throws -> [Int] {
        try (0..<count).map { _ in try gateway.answer("GET", path, fields).status }
    }

    @Test("by address, with what is left in every response, and the refusal in all its words")
    func address() async throws {
        try await run { gateway throws in
            let first = try gateway.answer("GET", "/limits/address")
            #expect(first.status == 200)
            #expect(first["RateLimit-Policy"] == "\"perAddress\";q=3;w=3600")
            #expect(first["RateLimit"] == "\"perAddress\";r=2;t=1200")
            #expect(first["X-RateLimit-Limit-RPS"] == "0.0008333")
            #expect(first["X-RateLimit-Burst"] == "3")
            #expect(first["X-RateLimit-Scope"] == "ip")
            #expect(first["X-RateLimit-Route"] == "perAddress")
            #expect(first["X-RateLimit-Remaining"] == "2")
            #expect(first["X-RateLimit-Reset"] == nil)
            #expect(try Self.statuses(3, gateway, "/limits/address") == [200, 200, 429])
            let refused = try gateway.answer("GET", "/limits/address", ["X-Request-ID: over"])
            #expect(refused.status == 429)
            #expect(refused["Retry-After"] == "1200")
            #expect(refused["X-RateLimit-Reset"] == "1200")
            #expect(refused["X-RateLimit-Remaining"] == nil)
            #expect(refused["RateLimit"] == "\"perAddress\";r=0;t=1200")
            #expect(refused.body.hasPrefix("{\"error\":{\"code\":\"RATE_LIMITED\",\"message\":\"Too many requests\""))
            let record = try gateway.record(of: "over")
            #expect(
                record["error_code"] == "RATE_LIMITED" && record["limit_scope"] == "ip" && record["level"] == "WARN")
            let metrics = try gateway.answer("GET", "/metrics").body
            #expect(metrics.contains("gateway_rate_limit_exceeded_total{path=\"/limits/address\"} 2\n"))
            // A plain route has no limit, and says nothing of any.
            #expect(try gateway.answer("GET", "/plain/a")["RateLimit"] == nil)
        }
    }

    @Test("and what the upstream says of its own limits goes no further")
    func upstreams() async throws {
        let upstream = try Upstream { _, socket in
            while true {
                _ = try socket.readRequest()
                try socket.respond(
                    "ok",
                    fields: "RateLimit: \"own\";r=9;t=9\r\nRateLimit-Policy: \"own\";q=9;w=9\r\n"
                        + "x-ratelimit-reset: 9\r\nX-RateLimit-Limit: 9\r\nX-Kept: 1\r\n")
            }
        }
        try await GatewayProcess.run(.traffic, upstream: upstream.port) { gateway throws in
            let limited = try gateway.answer("GET", "/limits/address")
            #expect(limited["RateLimit"] == "\"perAddress\";r=2;t=1200")
            #expect(limited["RateLimit-Policy"] == "\"perAddress\";q=3;w=3600")
            #expect(limited["X-RateLimit-Reset"] == nil && limited["X-RateLimit-Limit"] == nil)
            #expect(limited["X-Kept"] == "1")
            // A route without a limit has nothing of its own to say.
            #expect(try gateway.answer("GET", "/plain/a")["RateLimit"] == "\"own\";r=9;t=9")
        }
    }

    @Test("by subject, claim and tier, each with a bucket of its own")
    func claims() async throws {
        let one = "Authorization: Bearer \(try await TestToken.make(["sub": "u-1", "org_id": "o", "tier": "pro"]))"
        let two = "Authorization: Bearer \(try await TestToken.make(["sub": "u-2", "org_id": "o", "tier": "free"]))"
        let three = "Authorization: Bearer \(try await TestToken.make(["sub": "u-3", "org_id": "p", "tier": "none"]))"
        let upgraded = "Authorization: Bearer \(try await TestToken.make(["sub": "u-2", "tier": "pro"]))"
        try await run { gateway throws in
            #expect(try Self.statuses(3, gateway, "/limits/user", [one]) == [200, 200, 429])
            #expect(try Self.statuses(3, gateway, "/limits/user", [two]) == [200, 200, 429])
            #expect(try gateway.answer("GET", "/limits/user", [two])["X-RateLimit-Scope"] == "user")
            // The limit comes after the token.
            #expect(try gateway.answer("GET", "/limits/user").status == 401)

            #expect(try Self.statuses(1, gateway, "/limits/org", [one]) == [200])
            #expect(try Self.statuses(2, gateway, "/limits/org", [two]) == [200, 429])
            #expect(try Self.statuses(1, gateway, "/limits/org", [three]) == [200])

            #expect(try Self.statuses(4, gateway, "/limits/tier", [one]) == [200, 200, 200, 429])
            #expect(try Self.statuses(2, gateway, "/limits/tier", [two]) == [200, 429])
            // A tier that nobody has heard of is the lowest, else the one that is named to be the default.
            #expect(try Self.statuses(2, gateway, "/limits/tier", [three]) == [200, 429])
            #expect(try Self.statuses(3, gateway, "/limits/default", [three]) == [200, 200, 429])
            #expect(try Self.statuses(2, gateway, "/limits/default", [two]) == [200, 429])
            // Who gets another tier begins anew, and what he had used of the first is remembered beside it.
            #expect(try Self.statuses(1, gateway, "/limits/tier", [upgraded]) == [200])
            #expect(try Self.statuses(1, gateway, "/limits/tier", [two]) == [429])
        }
    }

    @Test("by address and by caller at once, the address before the token")
    func both() async throws {
        let one = "Authorization: Bearer \(try await TestToken.make(["sub": "u-1"]))"
        let two = "Authorization: Bearer \(try await TestToken.make(["sub": "u-2"]))"
        try await run { gateway throws in
            let first = try gateway.answer("GET", "/limits/both", [one])
            #expect(first["RateLimit-Policy"] == "\"perBoth-ip\";q=5;w=3600, \"perBoth-user\";q=2;w=3600")
            #expect(first["RateLimit"] == "\"perBoth-ip\";r=4;t=720, \"perBoth-user\";r=1;t=1800")
            #expect(try Self.statuses(2, gateway, "/limits/both", [one]) == [200, 429])
            #expect(try Self.statuses(1, gateway, "/limits/both", [two]) == [200])
            #expect(try gateway.answer("GET", "/limits/both").status == 401)
            let refused = try gateway.answer("GET", "/limits/both")
            #expect(refused.status == 429 && refused["X-RateLimit-Scope"] == "ip")
            #expect(try gateway.answer("GET", "/limits/both", [two]).status == 429)
        }
    }

    @Test("to a number of the environment's, and let through again after a while")
    func environment() async throws {
        try await run(environment: ["LIMIT": "1"]) { gateway throws in
            #expect(try Self.statuses(2, gateway, "/limits/environment") == [200, 429])
            var statuses = Set<Int>()
            for _ in 0..<2000 where statuses.count < 2 {
                statuses.insert(try gateway.answer("GET", "/limits/quick").status)
            }
            #expect(statuses == [200, 429])
            var isBack = false
            for _ in 0..<500 where !isBack {
                usleep(10_000)
                isBack = try gateway.answer("GET", "/limits/quick").status == 200
            }
            #expect(isBack)
        }
        let (end, errors) = try await onThread {
            let environment = GatewayProcess.environment(upstream: 1).merging(["LIMIT": "many"]) { $1 }
            let process = try ChildProcess(.traffic, environment: environment)
            return (try process.waitUntilEnd(), process.errors.text)
        }
        #expect(end == .exit(78))
        #expect(errors.contains("LIMIT: the requests of the limit of route fromEnvironment is not a whole number"))
    }

    @Test("before anything is said of a token, over all routes that share the limit of defaults")
    func beforeAuth() async throws {
        let one = "Authorization: Bearer \(try await TestToken.make(["user_id": "u-1"]))"
        let two = "Authorization: Bearer \(try await TestToken.make(["user_id": "u-2"]))"
        let other = "X-Forwarded-For: 203.0.113.9"
        try await run(.limits) { gateway throws in
            // Who has no token counts by his address, on all routes together.
            #expect(try gateway.answer("GET", "/one").status == 401)
            #expect(try gateway.answer("GET", "/two").status == 401)
            #expect(try gateway.answer("GET", "/two", ["Authorization: Bearer nonsense"]).status == 401)
            let refused = try gateway.answer("GET", "/one")
            #expect(refused.status == 429)
            #expect(refused["RateLimit-Policy"] == "\"default\";q=3;w=3600")
            #expect(
                refused.body.hasPrefix("{\"error\":\"rate_limited\",\"message\":\"Too many requests\",\"request_id\":")
                    && refused.body.hasSuffix(",\"route\":\"one\",\"scope\":\"ip\",\"retry_after_seconds\":1200}"))
            #expect(refused["X-RateLimit-Scope"] == "ip")
            // A good token has a bucket of its own, wherever it comes from; scopes are said after the limit.
            let own = try gateway.answer("GET", "/one", [one])
            #expect(own.status == 200 && own["X-RateLimit-Scope"] == "user")
            #expect(try Self.statuses(3, gateway, "/scoped", [one]) == [403, 403, 429])
            #expect(try gateway.answer("GET", "/two", [two]).status == 200)
            #expect(try gateway.answer("GET", "/one", [other]).status == 401)
            // A route's own limit is its own.
            #expect(try Self.statuses(2, gateway, "/own", [one]) == [200, 429])
            #expect(try Self.statuses(5, gateway, "/slow") == [200, 200, 200, 200, 200])
        }
    }

    @Test("by the network of an IPv6 address, and by each IPv4 address")
    func networks() async throws {
        try await run(.limits) { gateway throws in
            func status(_ address: String) throws -> Int {
                try gateway.answer("GET", "/open", ["X-Forwarded-For: \(address)"]).status
            }
            #expect(try status("2001:db8:1:2::1") == 200)
            #expect(try status("2001:db8:1:2:ffff::9") == 200)
            #expect(try status("2001:db8:1:2:3::7") == 429)
            #expect(try status("2001:db8:1:3::1") == 200)
            #expect(try status("198.51.100.1") == 200)
            #expect(try status("198.51.100.1") == 200)
            #expect(try status("198.51.100.1") == 429)
            #expect(try status("::ffff:198.51.100.1") == 429)
            #expect(try status("198.51.100.2") == 200)
            // What the client has sent itself stands left of where the proxy saw him, and chooses nothing.
            #expect(try status("203.0.113.50, 198.51.100.1") == 429)
            #expect(try status("203.0.113.51, 198.51.100.1, 127.0.0.1") == 429)
            #expect(try status("203.0.113.52\r\nX-Forwarded-For: 198.51.100.1") == 429)
            #expect(try status("198.51.100.1, 203.0.113.53") == 200)
        }
    }
}
