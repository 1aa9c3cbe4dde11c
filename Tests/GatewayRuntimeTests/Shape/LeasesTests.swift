import Testing

@testable import GatewayRuntime

@Suite("Leases") struct LeasesTests {
    private static let start: UInt64 = 1_000_000_000_000

    @Test("are used up before Redis is asked for more, and for as many as a caller uses")
    func growth() throws {
        let leases = Leases(capacity: 8)
        let rate = try Rate.testing(1000, per: 60, burst: 1000)
        #expect(leases.take(7, at: rate, now: Self.start) == .unknown(ask: 1))
        leases.add(0, of: 1, remaining: 999, to: 7, at: rate, now: Self.start)
        #expect(leases.take(7, at: rate, now: Self.start) == .unknown(ask: 2))
        leases.add(1, of: 2, remaining: 997, to: 7, at: rate, now: Self.start)
        #expect(leases.take(7, at: rate, now: Self.start) == .token(remaining: 997))
        #expect(leases.take(7, at: rate, now: Self.start) == .unknown(ask: 4))
        leases.add(9, of: 10, remaining: 500, to: 7, at: rate, now: Self.start)
        for left in (500..<509).reversed() {
            #expect(leases.take(7, at: rate, now: Self.start) == .token(remaining: left))
        }
        #expect(leases.take(7, at: rate, now: Self.start) == .unknown(ask: 10))
    }

    @Test("are never more than a tenth of the burst, nor than ten, however many are fetched at once")
    func bounds() throws {
        let leases = Leases(capacity: 8)
        let small = try Rate.testing(1, per: 60, burst: 20)
        for _ in 0..<5 { leases.add(9, of: 10, remaining: 0, to: 1, at: small, now: Self.start) }
        #expect(leases.take(1, at: small, now: Self.start) == .token(remaining: 1))
        #expect(leases.take(1, at: small, now: Self.start) == .token(remaining: 0))
        #expect(leases.take(1, at: small, now: Self.start) == .unknown(ask: 2))
        #expect(Leases.most(of: try Rate.testing(1, per: 1, burst: 5)) == 1)
        #expect(Leases.most(of: try Rate.testing(1, per: 1, burst: 1_000_000)) == 10)
    }

    @Test("end when the bucket would have them back, and so does a refusal when there is a token")
    func ends() throws {
        let leases = Leases(capacity: 8)
        let rate = try Rate.testing(100, per: 10, burst: 100)
        leases.add(5, of: 6, remaining: 0, to: 3, at: rate, now: Self.start)
        #expect(leases.take(3, at: rate, now: Self.start + rate.capacity + 1) == .unknown(ask: 1))
        leases.refuse(4, for: 100_000_000, now: Self.start)
        guard case .none(let wait) = leases.take(4, at: rate, now: Self.start) else {
            Issue.record("not refused")
            return
        }
        // Kept to about a millisecond.
        #expect((98_000_000...100_000_000).contains(wait))
        #expect(leases.take(4, at: rate, now: Self.start + 100_000_000) == .unknown(ask: 1))
        // Who still has tokens is not refused.
        leases.add(5, of: 6, remaining: 0, to: 5, at: rate, now: Self.start)
        leases.refuse(5, for: 100_000_000, now: Self.start)
        #expect(leases.take(5, at: rate, now: Self.start) == .token(remaining: 4))
    }

    @Test("of a fixed number are forgotten, never somebody else's")
    func flood() throws {
        let leases = Leases(capacity: 8)
        let rate = try Rate.testing(100, per: 10, burst: 100)
        for key: UInt64 in 1...1000 {
            leases.add(3, of: 4, remaining: Int(key), to: key, at: rate, now: Self.start + key << 21)
            #expect(leases.take(key, at: rate, now: Self.start + key << 21) == .token(remaining: Int(key) + 2))
        }
        #expect(leases.take(1, at: rate, now: Self.start) == .unknown(ask: 1))
    }
}

@Suite("A key in Redis") struct LimitKeyTests {
    private func text(
        _ template: String, _ caller: LimitKey.Name.Caller, _ route: String? = nil, tier: String? = nil,
        providers: [String] = ["default"]
    ) -> String {
        let name = LimitKey.Name(caller: caller, route: route, tier: tier.map { Array($0.utf8) })
        return String(decoding: LimitKey(template, providers: providers).bytes(for: name), as: UTF8.self)
    }

    @Test("is 001's for a claim, and nobody can pass for an address or a route")
    func names() throws {
        #expect(text("rate_limit:{user_id}", .claim(Array("user-1".utf8), provider: 0)) == "rate_limit:user-1")
        #expect(
            text("rl:{key}:n", .claim(Array("ip:a%b é".utf8), provider: 0), "users")
                == "rl:ip%3aa%25b%20%c3%a9:n:users")
        let four = try #require(IPAddress(text: "203.0.113.9"))
        #expect(text("rate_limit:{user_id}", .address(four)) == "rate_limit:ip:203.0.113.9")
        let six = try #require(IPAddress(text: "2001:db8:1:2:3::4"))
        #expect(text("rate_limit:{user_id}", .address(six), "r") == "rate_limit:ip:2001:db8:1:2::/64:r")
    }

    @Test("is each tier's own, and each provider's where there are several")
    func tiersAndProviders() {
        let user = Array("u".utf8)
        #expect(text("rl:{key}", .claim(user, provider: 0), "r", tier: "a:b") == "rl:u:r:tier=a%3ab")
        #expect(text("rl:{key}", .claim(user, provider: 1), providers: ["one", "two"]) == "rl:iss=two:u")
    }
}
