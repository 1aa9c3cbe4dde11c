import Foundation
import NIOConcurrencyHelpers
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

    @Test("take in what others know of them, where that is more than they know")
    func noted() throws {
        let buckets = Buckets(capacity: 64)
        let rate = try Rate.testing(60, per: 60, burst: 60)
        buckets.note(missing: 50 * rate.interval, of: 7 << 32, at: rate, then: Self.start)
        #expect(buckets.missing(7 << 32, at: rate, now: Self.start) == 50 * rate.interval)
        #expect(buckets.take(7 << 32, at: rate, now: Self.start).remaining == 9)
        buckets.note(missing: 20 * rate.interval, of: 7 << 32, at: rate, then: Self.start)
        #expect(buckets.missing(7 << 32, at: rate, now: Self.start) == 51 * rate.interval)
        buckets.note(missing: .max, of: 7 << 32, at: rate, then: Self.start)
        #expect(!buckets.take(7 << 32, at: rate, now: Self.start).isAllowed)
        #expect(buckets.take(7 << 32, at: rate, now: Self.start + rate.interval).isAllowed)
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

    /// By absolute times, every caller of the longer limit would outlive the one who is over the shorter.
    @Test("of limits of different lengths are forgotten by what is missing in them, not by when they are full again")
    func lengths() throws {
        let buckets = Buckets(capacity: 64)
        let short = try Rate.testing(10, per: 1, burst: 10)
        let long = try Rate.testing(100, per: 3600, burst: 100)
        let offender: UInt64 = 0xDEAD_BEEF_CAFE_F00D
        for _ in 0..<10 { #expect(buckets.take(offender, at: short, now: Self.start).isAllowed) }
        var numbers = SplitMix(state: 11)
        for _ in 0..<10_000 { _ = buckets.take(numbers.next(), at: long, now: Self.start) }
        #expect(!buckets.take(offender, at: short, now: Self.start).isAllowed)
        // What a bucket of the one holds says nothing of one of the other.
        #expect(buckets.take(offender, at: long, now: Self.start).remaining == 99)
        #expect(buckets.missing(offender, at: short, now: Self.start) == short.capacity)
    }

    /// Places change hands between limits all the while; in the end nobody is left with what another lacked.
    @Test("that took over another limit's place are full in their own time", arguments: 0..<8)
    func inheritance(round: Int) throws {
        let buckets = Buckets(capacity: 8)
        let short = try Rate.testing(1, per: 1, burst: 1)
        let long = try Rate.testing(1, per: 86_400, burst: 1)
        DispatchQueue.concurrentPerform(iterations: 4) { thread in
            var numbers = SplitMix(state: UInt64(round * 4 + thread))
            for _ in 0..<2000 {
                let number = numbers.next()
                _ = buckets.take(number % 24 << 8, at: number & 1 << 40 == 0 ? short : long, now: Self.start)
            }
        }
        let later = Self.start + 3_000_000_000
        for key: UInt64 in 0..<24 {
            let first = buckets.take(key << 8, at: short, now: later)
            // At worst a bucket is empty where it should be full.
            #expect(first.isAllowed || buckets.take(key << 8, at: short, now: later + short.capacity).isAllowed)
        }
    }

    @Test("that nobody has come to take no memory")
    func untouched() throws {
        let before = try Self.residentBytes()
        let buckets = Buckets(capacity: 1 << 22)
        #expect(buckets.take(7 << 20, at: try Rate.testing(1, per: 60, burst: 2), now: Self.start).remaining == 1)
        // 64 MiB of places; the other tests take some beside.
        #expect(try Self.residentBytes() - before < 32 << 20)
    }

    private static func residentBytes() throws -> Int {
        let fields = try String(contentsOfFile: "/proc/self/statm", encoding: .utf8).split(separator: " ")
        return (Int(fields[1]) ?? 0) * Int(getpagesize())
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

    /// Each loop reads the clock when it wakes, and goes by that until it has nothing more to do: they never agree on what time it is.
    @Test("nor more where each thread has a clock of its own", arguments: 0..<8)
    func clocks(round: Int) throws {
        let buckets = Buckets(capacity: 64)
        let rate = try Rate.testing(1000, per: 1, burst: 50)
        let keys: [UInt64] = [0x11, 0x22 << 40, 0x33 << 20]
        let counts = KeyCounts()
        let times = NIOLockedValueBox((earliest: UInt64.max, latest: UInt64.min))
        DispatchQueue.concurrentPerform(iterations: 4) { thread in
            var numbers = SplitMix(state: UInt64(round * 4 + thread))
            // Up to 20 ms apart from the others at first, and at a pace of its own.
            var now = Self.start + numbers.next() % 20_000_000
            for turn in 0..<600 {
                if turn % 16 == 0 { now += numbers.next() % 2_000_000 }
                times.withLockedValue { $0 = (min($0.earliest, now), max($0.latest, now)) }
                let index = (turn + thread) % keys.count
                if buckets.take(keys[index], at: rate, now: now).isAllowed { counts.add(index) }
            }
        }
        let (earliest, latest) = times.withLockedValue { $0 }
        let most = rate.burst + Int((latest - earliest) / rate.interval)
        #expect(most < 200, "who asks 800 times could go past it")
        for index in keys.indices { #expect((50...most).contains(counts.value(index))) }
    }
}

/// How many requests of each key have passed.
private final class KeyCounts: Sendable {
    private let counts = NIOLockedValueBox([0, 0, 0])

    func add(_ index: Int) { counts.withLockedValue { $0[index] += 1 } }
    func value(_ index: Int) -> Int { counts.withLockedValue { $0[index] } }
}
