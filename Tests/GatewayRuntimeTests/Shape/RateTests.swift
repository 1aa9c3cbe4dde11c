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
    @Test("never lets more through than its burst and its rate times the time, nor less", arguments: 0..<200)
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
        for _ in 0..<120 {
            switch numbers.next() % 4 {
            case 0: break
            case 1: now += numbers.next() % (rate.interval + 1)
            case 2: now += numbers.next() % (rate.capacity * 2 + 1)
            default: now += rate.interval
            }
            let taking = rate.take(fullAt: state, now: now)
            // Every window that ends with a request is looked at when it comes, so in the end all of them were.
            #expect(taking.isAllowed == Self.isAllowed(now, passed, rate))
            if taking.isAllowed { passed.append(now) }
            state = taking.fullAt
        }
    }

    /// Whether one more request now keeps every window that ends with it within bounds.
    private static func isAllowed(_ now: UInt64, _ passed: [UInt64], _ rate: Rate) -> Bool {
        var index = 0
        while index < passed.count {
            let beyondBurst = passed.count - index + 1 - rate.burst
            if beyondBurst > 0, UInt64(beyondBurst) * rate.interval > now - passed[index] { return false }
            index += 1
        }
        return true
    }

    @Test("has a size of eight bits, to a quarter of how long its bucket takes to be full")
    func sizes() throws {
        var last: UInt8 = 0
        for exponent in 0..<53 {
            for quarter in 0..<4 {
                let capacity = UInt64(4 + quarter) << UInt64(exponent)
                let size = try #require(Rate(requests: 1, per: capacity, burst: 1)).size
                #expect(size > last && Rate.capacity(ofSize: size) == Double(capacity))
                last = size
            }
        }
        for capacity: UInt64 in [4, 5, 9, 1_000_000_007, Rate.longestCapacity] {
            let rate = try #require(Rate(requests: 1, per: capacity, burst: 1))
            let about = Rate.capacity(ofSize: rate.size)
            #expect(about <= Double(capacity) && about * 1.25 >= Double(capacity))
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

@Suite("What header fields say of a rate") struct LimitFieldsTests {
    private func rate(_ requests: Int, _ milliseconds: UInt64, burst: Int = 1) throws -> Rate {
        try #require(Rate(requests: requests, per: milliseconds * 1_000_000, burst: burst))
    }

    @Test("is in whole seconds, and never more than the rate is")
    func quota() throws {
        func quota(_ requests: Int, _ milliseconds: UInt64) throws -> [UInt64] {
            let quota = LimitFields.quota(try rate(requests, milliseconds))
            return [quota.requests, quota.seconds]
        }
        #expect(try quota(100, 60_000) == [100, 60])
        #expect(try quota(5, 1000) == [5, 1])
        #expect(try quota(10, 300) == [33, 1])
        #expect(try quota(1, 1500) == [1, 2])
        #expect(try quota(1_000_000_000, 1) == [1_000_000_000_000, 1])
        #expect(try quota(1_000_000_000, 30 * 86_400_000) == [1_000_000_000, 2_592_000])
        let quickest = try #require(Rate(requests: .max, per: 1, burst: 1))
        #expect(LimitFields.quota(quickest).requests == 999_999_999_999_999)
    }

    @Test("is so many a second, with as many digits as it takes to say so, and never more than the rate is")
    func perSecond() throws {
        func text(_ requests: Int, _ milliseconds: UInt64) throws -> String {
            LimitFields.perSecond(try rate(requests, milliseconds))
        }
        #expect(try text(5, 1000) == "5")
        #expect(try text(100, 60_000) == "1.666")
        #expect(try text(3, 3_600_000) == "0.0008333")
        #expect(try text(1, 1500) == "0.6666")
        #expect(try text(10, 300) == "33.333")
        #expect(try text(1, 2000) == "0.5")
        #expect(try text(1, 30 * 86_400_000) == "0.0000003858")
        #expect(try text(1_000_000_000, 1) == "1000000000000")
    }
}
