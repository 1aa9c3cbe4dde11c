import Testing

@testable import GatewayRuntime

extension Rate {
    static func testing(_ requests: Int, per seconds: UInt64, burst: Int) throws -> Rate {
        try #require(Rate(requests: requests, per: seconds * 1_000_000_000, burst: burst))
    }
}

@Suite("A rate") struct RateTests {
    @Test("lets its burst through at once, and then a request an interval")
    func shape() throws {
        let rate = try Rate.testing(10, per: 1, burst: 3)
        let start: UInt64 = 1_000_000_000_000
        var state: UInt64 = 0
        for left in [2, 1, 0] {
            let taking = rate.take(fullAt: state, now: start)
            #expect(taking.isAllowed && taking.remaining == left)
            state = taking.fullAt
        }
        let refused = rate.take(fullAt: state, now: start)
        #expect(!refused.isAllowed && refused.wait == 100_000_000 && refused.full == 300_000_000)
        #expect(!rate.take(fullAt: state, now: start + 99_999_999).isAllowed)
        #expect(rate.take(fullAt: state, now: start + 100_000_000).isAllowed)
        #expect(rate.take(fullAt: state, now: start + 10_000_000_000).remaining == 2)
    }

    /// The promise itself, for every window between two requests that passed: bursts, pauses, steady streams and a clock
    /// that does not move.
    @Test("never lets more through than its burst and its rate times the time", arguments: 0..<200)
    func promise(seed: Int) throws {
        var numbers = SplitMix(state: UInt64(seed))
        let rate = try #require(
            Rate(
                requests: .random(in: 1...500, using: &numbers),
                per: .random(in: 1...120, using: &numbers) * 1_000_000_000,
                burst: .random(in: 1...40, using: &numbers)))
        var now = UInt64.random(in: 0...1 << 60, using: &numbers)
        var state: UInt64 = 0
        var passed: [UInt64] = []
        for _ in 0..<400 {
            switch Int.random(in: 0..<4, using: &numbers) {
            case 0: break
            case 1: now += UInt64.random(in: 0...rate.interval, using: &numbers)
            case 2: now += UInt64.random(in: 0...rate.capacity * 2, using: &numbers)
            default: now += rate.interval
            }
            let taking = rate.take(fullAt: state, now: now)
            let mayPass = passed.count < rate.burst || isAllowed(now, passed, rate)
            if taking.isAllowed { passed.append(now) }
            state = taking.fullAt
            // Nor less than it may: who is refused has no token.
            #expect(taking.isAllowed == mayPass)
        }
        for (first, start) in passed.enumerated() {
            for (last, end) in passed.enumerated().dropFirst(first) {
                #expect(UInt64(last - first + 1) <= UInt64(rate.burst) + (end - start) / rate.interval)
            }
        }
    }

    /// Whether one more request now keeps every window that ends with it within bounds.
    private func isAllowed(_ now: UInt64, _ passed: [UInt64], _ rate: Rate) -> Bool {
        passed.enumerated().allSatisfy { index, start in
            UInt64(passed.count - index + 1) <= UInt64(rate.burst) + (now - start) / rate.interval
        }
    }

    @Test("that no bucket could hold is none")
    func bounds() {
        #expect(Rate(requests: 0, per: 1, burst: 1) == nil)
        #expect(Rate(requests: 1, per: 0, burst: 1) == nil)
        #expect(Rate(requests: 1, per: .max, burst: .max) == nil)
        #expect(Rate(requests: 1, per: Rate.longestCapacity, burst: 1) != nil)
        #expect(Rate(requests: 1, per: Rate.longestCapacity, burst: 2) == nil)
    }
}
