import Testing

@testable import GatewayRuntime

@Suite("How long a response is fresh") struct FreshnessTests {
    private static let second: UInt64 = 1_000_000_000
    /// 2023-11-14T22:13:20Z.
    private static let wallClock: Int64 = 1_700_000_000
    private static let date = ("Date", "Tue, 14 Nov 2023 22:13:20 GMT")

    /// Of a response that came a second after it was asked for, at second 101.
    private func freshness(
        _ fields: [(String, String)], status: Int = 200, ttl: Int? = nil, whileRevalidate: Int = 0, ifError: Int = 0
    ) -> Freshness? {
        withFields(fields) { fields in
            Freshness(
                CacheFacts(fields, now: Self.wallClock), status: status, requested: 100 * Self.second,
                received: 101 * Self.second, wallClock: Self.wallClock,
                defaults: .init(
                    lifetime: ttl.map { $0 * 1000 }, staleWhileRevalidate: whileRevalidate * 1000,
                    staleIfError: ifError * 1000))
        }
    }

    private func verdict(_ freshness: Freshness?, after seconds: Double, _ request: String = "") -> Freshness.Verdict? {
        var directives = RequestDirectives()
        withView(request) { directives.read($0) }
        return freshness?.verdict(at: UInt64((101 + seconds) * 1e9), for: directives)
    }

    @Test(
        "is what the most specific word says",
        arguments: [
            ([("Cache-Control", "max-age=10")], nil, 10), ([("Cache-Control", "max-age=10, s-maxage=20")], 5, 20),
            ([("Expires", "Tue, 14 Nov 2023 22:13:30 GMT"), Self.date], nil, 10),
            ([("Expires", "Tue, 14 Nov 2023 22:13:30 GMT"), ("Date", "Tue, 14 Nov 2023 22:13:25 GMT")], nil, 5),
            ([("Expires", "Tue, 14 Nov 2023 22:13:30 GMT")], nil, 10),
            ([("Expires", "Tue, 14 Nov 2023 22:13:10 GMT"), Self.date], 60, 0), ([("Expires", "0")], 60, 0),
            ([("Expires", "0"), ("Expires", "Tue, 14 Nov 2033 22:13:10 GMT")], 60, 0),
            ([("Expires", "0"), ("Cache-Control", "max-age=7")], 60, 7), ([("Cache-Control", "public")], 60, 60),
            ([], 60, 60), ([], nil, nil), ([("Cache-Control", "no-cache")], 60, 0), ([("Pragma", "no-cache")], 60, 0),
            ([("Pragma", "no-cache"), ("Cache-Control", "public")], 60, 60),
            ([("Cache-Control", "no-store, must-understand")], 60, nil),
            ([("Last-Modified", "Sun, 06 Nov 1994 08:49:37 GMT")], nil, nil),
        ] as [([(String, String)], Int?, Int?)])
    func lifetime(_ fields: [(String, String)], _ ttl: Int?, _ expected: Int?) {
        #expect(freshness(fields, ttl: ttl)?.lifetime == expected.map { $0 * 1000 })
    }

    @Test("begins with the age that a response has when it comes")
    func age() {
        let second = Self.second
        // RFC 9111, 4.2.3: the delay counts; what is apparent and what is said, whichever is more.
        #expect(freshness([], ttl: 9)?.initialAge == 1000)
        #expect(freshness([("Age", "5")], ttl: 9)?.initialAge == 6000)
        #expect(freshness([("Age", "5"), ("Age", "50")], ttl: 9)?.initialAge == 6000)
        #expect(freshness([("Age", "x")], ttl: 9)?.initialAge == 1000)
        #expect(freshness([("Age", "99999999999999999999999")], ttl: 9)?.initialAge == 2_147_483_649_000)
        #expect(freshness([("Date", "Tue, 14 Nov 2023 22:13:00 GMT"), ("Age", "5")], ttl: 9)?.initialAge == 20_000)
        #expect(freshness([("Date", "Tue, 14 Nov 2023 22:14:00 GMT")], ttl: 9)?.initialAge == 1000)
        #expect(freshness([("Age", "5")], ttl: 9)?.age(at: 103 * second) == 8000)
    }

    @Test("is judged by what the request wants")
    func requests() {
        let plain = freshness([("Cache-Control", "max-age=10"), Self.date])
        #expect(verdict(plain, after: 8.9) == .fresh)
        #expect(verdict(plain, after: 9) == .unusable)
        #expect(verdict(plain, after: 4, "max-age=5") == .fresh)
        #expect(verdict(plain, after: 4.1, "max-age=5") == .unusable)
        #expect(verdict(plain, after: 4, "min-fresh=5") == .fresh)
        #expect(verdict(plain, after: 4.1, "min-fresh=5") == .unusable)
        #expect(verdict(plain, after: 1, "no-cache") == .unusable)
        #expect(verdict(plain, after: 19, "max-stale=10") == .accepted)
        #expect(verdict(plain, after: 19.1, "max-stale=10") == .unusable)
        #expect(verdict(plain, after: 1e6, "max-stale") == .accepted)
        #expect(verdict(plain, after: 19, "max-stale, max-age=15") == .unusable)
    }

    @Test("may be over where that is allowed, and nowhere else")
    func stale() {
        let revalidated = freshness([("Cache-Control", "max-age=10"), Self.date], whileRevalidate: 5, ifError: 7)
        #expect(verdict(revalidated, after: 8.9) == .fresh)
        #expect(verdict(revalidated, after: 13.9) == .refreshed)
        #expect(verdict(revalidated, after: 14) == .unusable)
        #expect(verdict(revalidated, after: 10, "max-age=100") == .unusable)
        #expect(verdict(revalidated, after: 10, "min-fresh=0") == .unusable)
        #expect(verdict(revalidated, after: 10, "no-cache") == .unusable)
        let own = freshness(
            [("Cache-Control", "max-age=10, stale-while-revalidate=1"), Self.date], whileRevalidate: 50, ifError: 7)
        #expect(verdict(own, after: 9.9) == .refreshed)
        #expect(verdict(own, after: 10) == .unusable)
        for word in ["must-revalidate", "proxy-revalidate", "s-maxage=10", "no-cache"] {
            let strict = freshness(
                [("Cache-Control", "max-age=10, \(word), stale-if-error=9"), Self.date], whileRevalidate: 5, ifError: 7)
            for request in ["", "max-stale", "max-stale=100"] {
                #expect(verdict(strict, after: 9.5, request) == .unusable, "\(word)")
            }
            #expect(strict?.mayStandIn(at: 111 * Self.second, for: RequestDirectives()) == false, "\(word)")
        }
    }

    @Test("never lets a response be used for longer than all that was allowed together")
    func never() {
        var random = SplitMix(state: 9)
        for _ in 0..<20_000 {
            let (age, lifetime) = (Int.random(in: 0...20, using: &random), Int.random(in: 0...20, using: &random))
            let (revalidate, ifError) = (Int.random(in: 0...20, using: &random), Int.random(in: 0...20, using: &random))
            let word =
                ["", ", must-revalidate", ", s-maxage=\(lifetime)", ", no-cache"].randomElement(using: &random) ?? ""
            let stored = freshness(
                [("Cache-Control", "max-age=\(lifetime)\(word)"), ("Age", "\(age)")], whileRevalidate: revalidate,
                ifError: ifError)
            guard let stored else {
                Issue.record("no freshness")
                return
            }
            let after = Int.random(in: 0...60, using: &random)
            let now = UInt64(101 + after) * Self.second
            // One second for the delay.
            let over = age + 1 + after - lifetime
            let mayBeStale = word.isEmpty
            switch stored.verdict(at: now, for: RequestDirectives()) {
            case .fresh: #expect(over < 0 && word != ", no-cache")
            case .refreshed: #expect(over >= 0 && over < revalidate && mayBeStale)
            case .accepted: Issue.record("nobody accepted it")
            case .unusable: #expect(over >= 0 || word == ", no-cache")
            }
            if stored.mayStandIn(at: now, for: RequestDirectives()) { #expect(over < ifError && mayBeStale) }
        }
    }
}
