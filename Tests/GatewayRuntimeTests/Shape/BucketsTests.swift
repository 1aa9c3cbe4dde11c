import Foundation
import Synchronization
import Testing

@testable import GatewayRuntime

@Suite("Buckets") struct BucketsTests {
    private static let start: UInt64 = 1_000_000_000_000

    @Test("are each key's own")
    func separate() throws {
        let buckets = Buckets(capacity: 64)
        let rate = try Rate.testing(1, per: 60, burst: 2)
        for key: UInt64 in 1...8 {
            #expect(buckets.take(key << 32, at: rate, now: Self.start).isAllowed)
            #expect(buckets.take(key << 32, at: rate, now: Self.start).isAllowed)
        }
        for key: UInt64 in 1...8 { #expect(!buckets.take(key << 32, at: rate, now: Self.start).isAllowed) }
        buckets.count(now: Self.start + 1)
        #expect(buckets.liveCount == 8)
        buckets.count(now: Self.start + rate.capacity)
        #expect(buckets.liveCount == 0)
        #expect(buckets.take(1 << 32, at: rate, now: Self.start + rate.capacity).remaining == 1)
    }

    /// A million callers of one request each, and one who is over his limit and goes on asking all the while.
    @Test("of a fixed number hold a flood of keys, and the offender with it")
    func flood() throws {
        let buckets = Buckets(capacity: 1024)
        let rate = try Rate.testing(10, per: 60, burst: 10)
        var numbers = SplitMix(state: 7)
        let offender: UInt64 = 0xDEAD_BEEF_CAFE_F00D
        var now = Self.start
        var passed = 0
        for _ in 0..<50 { if buckets.take(offender, at: rate, now: now).isAllowed { passed += 1 } }
        #expect(passed == 10)
        for turn in 0..<1_000_000 {
            now += 1000
            _ = buckets.take(numbers.next() | 1, at: rate, now: now)
            if turn % 100 == 0, buckets.take(offender, at: rate, now: now).isAllowed { passed += 1 }
        }
        // The second that has passed is worth no token.
        #expect(passed == 10)
        #expect(buckets.evictedCount > 900_000)
        buckets.count(now: now)
        #expect(buckets.liveCount <= 1024)
    }

    /// Threads of all loops at once, few keys and less room: every key's promise holds.
    @Test("never let more through than they may, whoever asks at the same time", arguments: 0..<8)
    func together(round: Int) throws {
        let buckets = Buckets(capacity: 8)
        let rate = try Rate.testing(1, per: 3600, burst: 50)
        let keys: [UInt64] = [0x11, 0x22 << 40, 0x33 << 20]
        let counts = KeyCounts()
        DispatchQueue.concurrentPerform(iterations: 4) { thread in
            for turn in 0..<400 {
                let index = (turn + thread) % keys.count
                if buckets.take(keys[index], at: rate, now: Self.start).isAllowed { counts.add(index) }
                if turn % 8 == 0 { buckets.count(now: Self.start) }
            }
        }
        for index in keys.indices { #expect(counts.value(index) == 50) }
    }
}

/// How many requests of each key have passed.
private final class KeyCounts: Sendable {
    private let counts = Mutex([0, 0, 0])

    func add(_ index: Int) { counts.withLock { $0[index] += 1 } }
    func value(_ index: Int) -> Int { counts.withLock { $0[index] } }
}
