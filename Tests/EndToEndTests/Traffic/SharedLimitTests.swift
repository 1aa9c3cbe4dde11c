import Foundation
import Testing

@Suite("Gateways share limits over Redis") struct SharedLimitTests {
    /// Of a limit of 60: what each gateway may hold of it (a tenth of the burst), and what each may let through by itself.
    private static let limit = 60
    private static let lease = 6

    private func run(
        _ redis: RedisServer, gateways count: Int = 2, _ script: @escaping @Sendable ([GatewayProcess]) throws -> Void
    ) async throws {
        let upstream = try Upstream.echo()
        let environment = GatewayProcess.environment(upstream: upstream.port).merging(
            ["REDIS_URL": "redis://127.0.0.1:\(redis.port)/1", "GATEWAY_LOOPS": "2", "ADMIN_KEY": "open-sesame"]
        ) { $1 }
        try await onThread {
            let gateways = try (0..<count).map { _ in
                try GatewayProcess(try ChildProcess(.limits, environment: environment))
            }
            try script(gateways)
            for gateway in gateways {
                gateway.process.signal(SIGTERM)
                #expect(try gateway.process.waitUntilEnd() == .exit(0))
            }
        }
    }

    /// Asks all gateways in turn, and returns how many requests each has let through.
    private static func flood(_ gateways: [GatewayProcess], _ requests: Int, from address: String) throws -> [Int] {
        let sockets = try gateways.map { try $0.connect() }
        var passed = gateways.map { _ in 0 }
        for _ in 0..<requests {
            for (index, socket) in sockets.enumerated() {
                try socket.send(GatewayProcess.request("GET", "/many", ["X-Forwarded-For: \(address)"]))
                let status = try socket.readResponse().status
                #expect([200, 429].contains(status))
                if status == 200 { passed[index] += 1 }
            }
        }
        return passed
    }

    private static func wait(for isUp: Bool, _ gateways: [GatewayProcess]) throws {
        for gateway in gateways {
            var isThere = false
            for _ in 0..<1000 where !isThere {
                isThere = try gateway.answer("GET", "/ready").body.contains("{\"redis\":\"\(isUp ? "up" : "down")\"}")
                if !isThere { usleep(10_000) }
            }
            #expect(isThere)
        }
    }

    @Test("and let through no more together than the limit, whatever lies with each")
    func sum() async throws {
        let redis = try RedisServer()
        try await run(redis) { gateways throws in
            try Self.wait(for: true, gateways)
            let passed = try Self.flood(gateways, 60, from: "203.0.113.1").reduce(0, +)
            #expect((Self.limit - 2 * Self.lease...Self.limit).contains(passed))
            #expect(try redis.run("EXISTS limit:ip:203.0.113.1:many").hasPrefix(":"))
            // The common request asks nobody.
            let metrics = try gateways[0].answer("GET", "/metrics").body
            let asked = metrics.firstMatch(of: #/gateway_rate_limit_redis_asked_total (\d+)/#).flatMap { Int($0.1) }
            #expect((1...30).contains(try #require(asked)))
            #expect(metrics.contains("gateway_rate_limit_redis_up 1\n"))
        }
    }

    @Test("and remember callers over a restart of a server that has forgotten them")
    func restart() async throws {
        let redis = try RedisServer()
        try await run(redis) { gateways throws in
            try Self.wait(for: true, gateways)
            let before = try Self.flood(gateways, 60, from: "203.0.113.2")
            try redis.stop()
            try Self.wait(for: false, gateways)
            // Each by itself now, from what it knows of all: there is next to nothing left.
            let alone = try Self.flood(gateways, 70, from: "203.0.113.2")
            #expect(try Self.flood(gateways, 10, from: "203.0.113.9") == [10, 10])
            let metrics = try gateways[0].answer("GET", "/metrics").body
            #expect(metrics.contains("gateway_rate_limit_redis_up 0\n"))
            #expect(!metrics.contains("gateway_rate_limit_local_total 0\n"))
            let next = try RedisServer(port: redis.port)
            try Self.wait(for: true, gateways)
            let after = try Self.flood(gateways, 70, from: "203.0.113.2")
            #expect((before + alone + after).reduce(0, +) <= Self.limit + 2 * Self.lease)
            // A caller of whom nobody has heard has all of his limit.
            let other = try Self.flood(gateways, 60, from: "203.0.113.3").reduce(0, +)
            #expect((Self.limit - 2 * Self.lease...Self.limit).contains(other))
            try next.stop()
        }
    }

    @Test("and let through no more together, though the server forgets everything in the middle")
    func forgetting() async throws {
        let redis = try RedisServer()
        try await run(redis) { gateways throws in
            try Self.wait(for: true, gateways)
            let before = try Self.flood(gateways, 20, from: "203.0.113.5")
            #expect(before == [20, 20])
            #expect(try redis.run("FLUSHALL").hasPrefix("+OK"))
            let after = try Self.flood(gateways, 60, from: "203.0.113.5").reduce(0, +)
            #expect((1...20 + 2 * Self.lease).contains(after))
        }
    }

    @Test("and say so to whoever has the administrator's key, and to nobody else")
    func administration() async throws {
        let redis = try RedisServer()
        try await run(redis, gateways: 1) { gateways throws in
            let gateway = gateways[0]
            let key = "X-Admin-Key: open-sesame"
            try Self.wait(for: true, gateways)
            _ = try Self.flood(gateways, 70, from: "203.0.113.4")
            for path in ["status", "routes", "limits", "auth"] {
                #expect(try gateway.answer("GET", "/-/\(path)").status == 401)
                #expect(try gateway.answer("GET", "/-/\(path)", ["X-Admin-Key: open-sesam"]).status == 401)
                #expect(try gateway.answer("POST", "/-/\(path)", [key]).status == 405)
                #expect(try gateway.answer("GET", "/-/\(path)", [key])["Cache-Control"] == "no-store")
            }
            func document(_ name: String) throws -> [String: Any] {
                let body = try gateway.answer("GET", "/-/\(name)", [key]).body
                return try #require(JSONSerialization.jsonObject(with: Data(body.utf8)) as? [String: Any])
            }
            let status = try document("status")
            #expect(
                Set(status.keys) == [
                    "time_utc", "uptime_seconds", "listen_addr", "runtime_version", "auth_mode", "rate_backend",
                    "routes_configured",
                ])
            #expect(status["rate_backend"] as? String == "redis" && status["auth_mode"] as? String == "secret")
            let routes = try #require(try document("routes")["routes"] as? [[String: Any]])
            let many = try #require(routes.first { $0["name"] as? String == "many" })
            #expect(many["path_prefix"] as? String == "/many" && many["upstream"] as? String == "origin")
            #expect(many["strip_prefix"] as? String == "" && many["auth_required"] as? Bool == false)
            #expect((many["rate_limit"] as? [String: Any])?["burst"] as? Int == 60)
            #expect((many["concurrency"] as? [String: Any])?["max_in_flight"] as? Int == 1)
            let limits = try document("limits")
            let state = try #require((limits["limits"] as? [[String: Any]])?.first { $0["name"] as? String == "many" })
            #expect((state["rate_limit"] as? [String: Any])?["exceeded"] as? Int == 10)
            #expect((state["concurrency"] as? [String: Any])?["in_flight"] as? Int == 0)
            #expect((limits["rate_limiter"] as? [String: Any])?["redis"] as? String == "up")
            let auth = try document("auth")
            #expect(auth["mode"] as? String == "secret" && auth["jwks"] is NSNull)
        }
    }

    @Test("whose administrator has no key are closed to everybody")
    func closed() async throws {
        let upstream = try Upstream.echo()
        try await GatewayProcess.run(.limits, upstream: upstream.port) { gateway throws in
            #expect(try gateway.answer("GET", "/-/status", ["X-Admin-Key: "]).status == 404)
            #expect(try gateway.answer("GET", "/-/limits").status == 404)
        }
    }
}
