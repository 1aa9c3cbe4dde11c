import Synchronization

/// The buckets of all keys that are limited: the state of each is one word (``Rate``), changed by compare-and-swap.
///
/// There is room for a number of keys and no more. A bucket that is full again need not be kept, so its place is taken first;
/// in a set where none is, the one that lacks the smallest share of its tokens has to go. Who has used his tokens up is the last to be
/// forgotten, however many new keys come, and whichever limit it is: by times alone, any caller under a limit for an hour would outlive
/// who is over one for a second.
///
/// A request is let through once every place that has its key has taken it down. So it is never forgotten, even where its place goes to
/// another key, or another loop brings the same key in, while it is at it: it then finds that out, and is taken down anew. At
/// worst somebody's token is lost.
final class Buckets: Sendable {
    private let table: KeyTable
    private let live = Atomic(0)
    private let evicted = Atomic(0)

    /// So often may others come in between before a request is refused.
    private static let mostTurns = 64

    /// - Parameter capacity: how many keys are remembered, rounded up to a power of two.
    init(capacity: Int) { table = KeyTable(capacity: capacity) }

    /// Takes a token out of the bucket of a key.
    /// - Parameter now: by ``Loop/clock()``.
    func take(_ key: UInt64, at rate: Rate, now: UInt64) -> Rate.Taking {
        let key = Self.key(key, rate)
        let set = table.set(of: key)
        var charged: UInt8 = 0
        var result: Rate.Taking?
        for _ in 0..<Self.mostTurns {
            let places = set.places(of: key)
            if let result, places != 0, places & ~charged == 0 { return result }
            if places == 0 {
                claim(key, in: set, now: now)
                charged = 0
                continue
            }
            for way in 0..<KeyTable.ways where places & ~charged & 1 << UInt8(way) != 0 {
                let taking = charge(way, of: set, rate, now)
                guard taking.isAllowed else { return taking }
                charged |= 1 << UInt8(way)
                if taking.remaining <= result?.remaining ?? .max { result = taking }
            }
        }
        return Rate.Taking(isAllowed: false, fullAt: 0, remaining: 0, wait: rate.interval, full: rate.capacity)
    }

    /// How long the bucket of a key needs to be full again, in nanoseconds.
    func missing(_ key: UInt64, at rate: Rate, now: UInt64) -> UInt64 {
        let key = Self.key(key, rate)
        let set = table.set(of: key)
        var missing: UInt64 = 0
        for way in 0..<KeyTable.ways where set.key(at: way) == key {
            let word = set.word(at: way)
            if word > now { missing = max(missing, word &- now) }
        }
        return missing
    }

    /// Has the bucket of a key lack no less than somebody else knows of it.
    /// - Parameters:
    ///   - missing: how long it needed to be full, in nanoseconds.
    ///   - then: when that was, by ``Loop/clock()``, or somewhat before.
    func note(missing: UInt64, of key: UInt64, at rate: Rate, then: UInt64) {
        guard missing > 0 else { return }
        let key = Self.key(key, rate)
        let set = table.set(of: key)
        if set.places(of: key) == 0 { claim(key, in: set, now: then) }
        let fullAt = then &+ min(missing, rate.capacity)
        for way in 0..<KeyTable.ways where set.key(at: way) == key {
            while true {
                let word = set.word(at: way)
                // What no such bucket can lack was left by another key.
                let isKnown = word >= fullAt && word <= then &+ rate.capacity &+ Self.mostSkew
                if isKnown || set.change(word, to: fullAt, at: way) { break }
            }
        }
    }

    /// The last eight bits of a key are its bucket's size, so that places can be compared by what is missing in them.
    private static func key(_ hash: UInt64, _ rate: Rate) -> UInt64 { hash & ~0xFF | UInt64(rate.size) }

    private func charge(_ way: Int, of set: KeyTable.Set, _ rate: Rate, _ now: UInt64) -> Rate.Taking {
        while true {
            let word = set.word(at: way)
            // More than such a bucket can lack was left by another key, when the place changed hands; clocks of loops that
            // have been read at different times are no reason.
            let isForeign = word > now &+ rate.capacity &+ Self.mostSkew
            let taking = rate.take(fullAt: isForeign ? now &+ rate.capacity : word, now: now)
            if !taking.isAllowed, !isForeign { return taking }
            if set.change(word, to: taking.fullAt, at: way) { return taking }
        }
    }

    /// So far, in nanoseconds, two loops may be apart in what time it is.
    private static let mostSkew: UInt64 = 1_000_000_000

    /// Gives the key the least valuable place of its set. Somebody else may have been faster: a place that has the key by now
    /// may have been charged, and stays as it is.
    private func claim(_ key: UInt64, in set: KeyTable.Set, now: UInt64) {
        var way = 0
        var old: UInt64 = 0
        var least = Double.infinity
        for candidate in 0..<KeyTable.ways {
            let other = set.key(at: candidate)
            if other == key { return }
            let value = other == 0 ? -1 : Self.share(missing: set.word(at: candidate), of: other, now)
            if value < least { (way, old, least) = (candidate, other, value) }
        }
        let word = set.word(at: way)
        guard set.replace(old, with: key, at: way), word > now else { return }
        // The bucket was another's and not full. Should a token be taken out of it meanwhile, it stays as it is.
        _ = set.change(word, to: now, at: way)
        if old != 0 { evicted.add(1, ordering: .relaxed) }
    }

    /// Which share of its tokens a bucket lacks: about 1 for who has used all, 0 for one that is full.
    private static func share(missing word: UInt64, of key: UInt64, _ now: UInt64) -> Double {
        word > now ? Double(word &- now) / Rate.capacity(ofSize: UInt8(truncatingIfNeeded: key)) : 0
    }

    /// Counts the buckets that are not full. Those that are keep their places until somebody needs one: who is just taking a
    /// token would not see his place go.
    func count(now: UInt64) {
        var count = 0
        for index in 0..<table.setCount {
            let set = table.set(at: index)
            for way in 0..<KeyTable.ways {
                if set.key(at: way) != 0, set.word(at: way) > now { count += 1 }
            }
        }
        live.store(count, ordering: .relaxed)
    }

    /// How many keys had used tokens that had not come back, when last counted.
    var liveCount: Int { live.load(ordering: .relaxed) }

    /// How many buckets had to go before they were full again.
    var evictedCount: Int { evicted.load(ordering: .relaxed) }
}
