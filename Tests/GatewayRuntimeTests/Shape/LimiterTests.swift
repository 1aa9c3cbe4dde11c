import Foundation
import Testing

@testable import GatewayRuntime

@Suite("Limits are resolved at the start") struct LimiterSettingsTests {
    private func resolve(
        _ limiter: LimiterDefinition = LimiterDefinition(), _ environment: [String: String] = [:],
        _ describe: @escaping @Sendable (inout RouteTable) -> Void
    ) throws(SettingsFailure) -> LimiterSettings {
        var options = TestGateway.Options()
        options.limiter = limiter
        options.describe = describe
        return try GatewaySettings.resolve(
            TestGateway.definition(options), environment: ["UPSTREAM_PORT": "1"].merging(environment) { $1 }
        ).limiter
    }

    private func faults(
        _ limiter: LimiterDefinition = LimiterDefinition(), _ environment: [String: String] = [:],
        _ describe: @escaping @Sendable (inout RouteTable) -> Void
    ) -> [String] {
        do throws(SettingsFailure) {
            _ = try resolve(limiter, environment, describe)
            return []
        } catch {
            return error.faults
        }
    }

    @Test("whoever has no tier has the rate beside them, else that of the tier default, else the lowest")
    func tiers() throws {
        let settings = try resolve(LimiterDefinition(), ["BURST": "3"]) { routes in
            routes.rateLimit(
                PathRoute.items, by: .subject, tierClaim: "tier",
                tiers: ["pro": .init("100", per: .seconds(1)), "free": .init("1", per: .seconds(1))])
            routes.rateLimit(
                PathRoute.item, by: .subject, tierClaim: "tier",
                tiers: ["free": .init("1", per: .seconds(1)), "default": .init("10", per: .seconds(1))])
            routes.rateLimit(
                PathRoute.files, by: .claim("org"), .init("7", per: .seconds(1), burst: "$BURST"), tierClaim: "plan",
                tiers: ["pro": .init("100", per: .seconds(1))])
        }
        let rates = [PathRoute.items, .item, .files].map { settings.own[Int($0.index)]?.first?.rates.first }
        #expect(rates.map { $0?.requests } == [1, 10, 7])
        #expect(rates.map { $0?.burst } == [1, 10, 3])
        #expect(settings.claims == ["org", "plan", "tier"])
        // What it is taken from is no tier besides.
        #expect(settings.own[Int(PathRoute.item.index)]?.first?.tiers == [Array("free".utf8)])
    }

    @Test("numbers that come out empty are as if they were not there, and one out of range is told the range")
    func empty() throws {
        let settings = try resolve(LimiterDefinition(maxKeys: "${KEYS:-}")) { routes in
            routes.rateLimit(PathRoute.items, by: .address, .init("7", per: .seconds(1), burst: "${BURST:-}"))
        }
        #expect(settings.maxKeys == 65_536)
        #expect(settings.own[Int(PathRoute.items.index)]?.first?.rates.first?.burst == 7)
        #expect(
            faults { routes in
                routes.rateLimit(PathRoute.items, by: .address, .init("0", per: .seconds(1)))
            } == [
                "the spec: the requests of the limit of route items is not in the range 1 to 1000000000; "
                    + "expected a whole number from 1"
            ])
    }

    @Test("each rate, and each provider's callers, have buckets of their own")
    func buckets() throws {
        let settings = try resolve { routes in
            routes.rateLimit(PathRoute.items, by: .subject, .init("1", per: .seconds(1)))
        }
        let limit = RateLimit(try #require(settings.own[Int(PathRoute.items.index)]?.first), claims: [], salt: 1)
        let user = Array("u".utf8)
        let address = try #require(IPAddress(text: "203.0.113.9"))
        let buckets = [
            limit.bucket(of: user, from: 0, at: 0), limit.bucket(of: user, from: 1, at: 0),
            limit.bucket(of: user, from: 0, at: 1), limit.bucket(of: address, at: 0), limit.bucket(of: address, at: 1),
        ]
        #expect(Set(buckets).count == buckets.count)
        #expect(limit.bucket(of: user, from: 0, at: 0) == buckets[0])
    }

    @Test("what cannot hold is said, with what to do about it")
    func faults() {
        #expect(
            faults(LimiterDefinition(maxKeys: "${KEYS:-all}", ttl: .seconds(60))) { routes in
                routes.rateLimit(PathRoute.items, by: .address, .init("1", per: .seconds(1), burst: "61"))
                routes.shareRateLimit(by: .subject, .init("$LIMIT", per: .seconds(1)))
            } == [
                "LIMIT: is not set; it is the requests of the limit of defaults: set it to a whole number from 1",
                "KEYS: how many callers' limits are remembered is not a whole number; expected a number",
                "the limit of route items: 61s pass until its burst has come back, "
                    + "and rate_limit.memory.ttl forgets it earlier; give a longer ttl, or a smaller burst",
            ])
        #expect(
            faults(LimiterDefinition(redis: .init("http://a", key: "{k}", onError: .local))) { routes in
                routes.rateLimit(PathRoute.items, by: .address, .init("1", per: .seconds(86_400), burst: "366"))
                routes.concurrency(PathRoute.items, max: "0")
            }.count == 3)
    }
}

@Suite("Limits over Redis, while it is away") struct LimiterOutageTests {
    private func run(
        _ onError: LimiterDefinition.Redis.Answer,
        _ script: @escaping @Sendable (TestGateway, RedisServer) throws -> Void
    ) async throws {
        let redis = try RedisServer()
        let upstream = try Upstream { _, socket in
            while true {
                _ = try socket.readRequest()
                try socket.respond("ok")
            }
        }
        var options = TestGateway.Options()
        options.limiter = LimiterDefinition(redis: .init("$REDIS_URL", key: "rl:{k}", onError: onError))
        options.describe = { routes in
            routes.rateLimit(PathRoute.anything, by: .address, .init("2", per: .seconds(3600)))
        }
        options.environment = ["REDIS_URL": "redis://127.0.0.1:\(redis.port)"]
        try await TestGateway.run(upstreamPort: upstream.port, options) { gateway in try script(gateway, redis) }
    }

    private static func status(_ gateway: TestGateway) throws -> Int {
        try gateway.answer("GET /any/a HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n").status
    }

    /// An answer is waited for no longer than it may take: a server that hangs is as one that is gone.
    @Test(
        "requests are let through, refused, or counted here, as the spec says",
        arguments: [
            (LimiterDefinition.Redis.Answer.allow, [200, 200, 200]), (.deny, [503, 503, 503]),
            (.local, [200, 429, 429]),
        ])
    func outage(_ onError: LimiterDefinition.Redis.Answer, _ expected: [Int]) async throws {
        try await run(onError) { gateway, redis throws in
            #expect(try Self.status(gateway) == 200)
            #expect(try redis.run("EXISTS rl:ip:127.0.0.1:anything") == ":1")
            redis.freeze()
            #expect(try (0..<3).map { _ in try Self.status(gateway) } == expected)
            #expect(try gateway.metric("rate_limit_redis_failed_total") >= 1)
            #expect(try gateway.metric("rate_limit_redis_up") == 0)
            redis.thaw()
            try gateway.wait(for: "rate_limit_redis_up", toBe: 1)
            // It was told of nothing while it was away, and learns it now from who counted here.
            if onError != .deny { #expect(try Self.status(gateway) == 429) }
        }
    }

    @Test("a key that holds something else is a failure, and harms nobody")
    func foreign() async throws {
        try await run(.allow) { gateway, redis throws in
            try redis.run("RPUSH rl:ip:127.0.0.1:anything x")
            #expect(try (0..<3).map { _ in try Self.status(gateway) } == [200, 200, 200])
            try redis.run("SET rl:ip:127.0.0.1:anything nonsense")
            #expect(try Self.status(gateway) != 503)
        }
    }
}

@Suite("Requests without a route are limited") struct UnmatchedLimitTests {
    /// - Parameter describe: how many limits `defaults` have.
    private func run(
        _ describe: @escaping @Sendable (inout RouteTable) -> Void,
        _ script: @escaping @Sendable (TestGateway) throws -> Void
    ) async throws {
        var options = TestGateway.Options()
        options.describe = describe
        try await TestGateway.run(upstreamPort: 1, options, script)
    }

    private static func answer(_ gateway: TestGateway, _ line: String) throws -> Response {
        try gateway.answer("\(line) HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n")
    }

    @Test("by the address, where defaults do so: what is not there, not allowed or makes no sense counts alike")
    func addresses() async throws {
        try await run { routes in
            routes.shareRateLimit(by: .address, .init("5", per: .seconds(3600)))
        } _: { gateway throws in
            let first = try Self.answer(gateway, "GET /nowhere")
            #expect(first.status == 404 && first["RateLimit"] == "\"default\";r=4;t=720")
            #expect(first["X-RateLimit-Route"] == "unmatched" && first["X-RateLimit-Scope"] == "ip")
            #expect(try Self.answer(gateway, "DELETE /items").status == 405)
            #expect(try Self.answer(gateway, "GET /a//b").status == 400)
            #expect(try Self.answer(gateway, "OPTIONS *").status == 204)
            #expect(try Self.answer(gateway, "OPTIONS /items").status == 204)
            for line in ["GET /nowhere", "DELETE /items", "GET /a//b", "OPTIONS *", "OPTIONS /items"] {
                let refused = try Self.answer(gateway, line)
                #expect(refused.status == 429 && refused["Retry-After"] == "720", "\(line)")
                #expect(refused["Allow"] == nil)
            }
            // A route that does not take the limit knows nothing of it.
            #expect(try Self.answer(gateway, "GET /health")["RateLimit"] == nil)
            #expect(try gateway.metric("rate_limit_exceeded_total{path=\"unmatched\"}") == 5)
        }
    }

    @Test("in the bucket of the routes that take the same limit")
    func shared() async throws {
        try await run { routes in
            routes.shareRateLimit(by: .address, .init("2", per: .seconds(3600)))
            routes.shareRateLimit(by: .subject, .init("1", per: .seconds(3600)))
            routes.sharedRateLimit(PathRoute.anything)
        } _: { gateway throws in
            #expect(try Self.answer(gateway, "GET /nowhere")["RateLimit"] == "\"default-ip\";r=1;t=1800")
            // No upstream is there; the caller without a token counts by his address.
            let second = try Self.answer(gateway, "GET /any/a")
            #expect(second.status == 503 && second["X-RateLimit-Scope"] == "ip")
            #expect(try Self.answer(gateway, "GET /nowhere").status == 429)
        }
    }

    @Test("by nothing else")
    func callers() async throws {
        try await run { routes in
            routes.shareRateLimit(by: .subject, .init("1", per: .seconds(3600)))
            routes.sharedRateLimit(PathRoute.anything)
        } _: { gateway throws in
            for _ in 0..<3 { #expect(try Self.answer(gateway, "GET /nowhere").status == 404) }
        }
    }
}
