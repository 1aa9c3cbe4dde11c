/// The stored responses of one event loop: bounded in bytes, with whatever still comes of bodies and whatever is still read of
/// responses that have gone.
///
/// Each loop has its own, so that a hit takes no lock and no word of another loop; what must be known by all at once, that a
/// path's responses no longer hold, stands in ``Invalidations``.
///
/// It is a segmented LRU: what comes in is on probation, and what is used again is protected. Whatever needs room takes it from
/// probation first, and the protected ones have no more than four fifths of the cache: a scan goes through the rest.
final class ResponseCache {
    let byteLimit: Int
    /// The most that one response may take, and all together whose bodies still come.
    let fillLimit: Int
    private let protectedLimit: Int
    let invalidations: Invalidations

    private var entries: [UInt64: CacheEntry] = [:]
    private var probation = CacheSegment()
    private var protected = CacheSegment()
    /// Bytes of all responses, be they found or not.
    private(set) var bytes = 0
    private(set) var filling = 0
    private(set) var evictions: UInt64 = 0
    /// Requests that others wait for.
    var flights: [UInt64: CacheFlight] = [:]
    private var uncacheable = UncacheableKeys()

    /// Requests that may be under way to refresh what is in use.
    static let mostRefreshes = 64
    var refreshes = 0

    /// More responses than these for one URL are a sign that something in the request differs each time.
    private static let mostVariants = 32

    init(bytes: Int, invalidations: Invalidations) {
        byteLimit = bytes
        fillLimit = bytes / 8
        protectedLimit = bytes / 5 * 4
        self.invalidations = invalidations
    }

    var count: Int { probation.count + protected.count }

    // MARK: Finding

    enum Finding {
        case found(CacheEntry)
        /// There are responses for the key, to other fields.
        case otherVariant
        case none
    }

    /// The youngest response for a key and a request's fields. Allocates nothing.
    func find(_ hash: UInt64, _ key: ByteView, _ fields: HeaderFields) -> Finding {
        var best: CacheEntry?
        var finding = Finding.none
        var next = entries[hash]
        while let entry = next {
            next = entry.next
            guard key.equals(entry.key) else { continue }
            guard entry.number == invalidations.number(at: entry.place) else {
                remove(entry)
                continue
            }
            guard entry.varying.match(fields) else {
                finding = .otherVariant
                continue
            }
            if best.map({ $0.freshness.received < entry.freshness.received }) ?? true { best = entry }
        }
        return best.map { .found($0) } ?? finding
    }

    /// Notes that a response was used.
    func touch(_ entry: CacheEntry) {
        switch entry.segment {
        case .protected:
            protected.remove(entry)
            protected.insert(entry)
        case .probation:
            probation.remove(entry)
            entry.segment = .protected
            protected.insert(entry)
            while protected.bytes > protectedLimit, let last = protected.oldest, last !== entry {
                protected.remove(last)
                last.segment = .probation
                probation.insert(last)
            }
        case .filling, .gone: break
        }
    }

    // MARK: Storing

    /// Makes room for a response that begins to come.
    /// - Parameter length: of its body, where that is known.
    /// - Returns: whether it can be stored.
    func begin(_ entry: CacheEntry, length: Int?) -> Bool {
        // Before any sum is made of what an upstream says.
        guard length ?? 0 <= fillLimit, grow(entry, to: length ?? 0) else {
            abandon(entry)
            return false
        }
        return true
    }

    /// - Returns: whether the response can still be stored; else it has been abandoned.
    func append(_ data: ByteView, to entry: CacheEntry) -> Bool {
        let needed = entry.count + data.count
        if needed > entry.capacity {
            // Twice as much, so that a body is moved a few times only; as much as is needed, where that is all there may be.
            let most = fillLimit - filling + entry.capacity
            guard needed <= most, grow(entry, to: max(needed, min(needed * 2, most))) || grow(entry, to: needed) else {
                abandon(entry)
                return false
            }
        }
        entry.append(data)
        return true
    }

    /// Stores a response that is whole.
    /// - Parameter replaces: whether it takes the place of another one with the same key.
    func commit(_ entry: CacheEntry, replacing replaces: (CacheEntry) -> Bool) {
        guard entry.segment == .filling else { return }
        _ = entry.reserve(entry.count)
        filling -= entry.counted
        entry.complete()
        recount(entry)
        guard bytes <= byteLimit || makeRoom(0) else {
            entry.segment = .gone
            forget(entry)
            return
        }
        var variants = 0
        var next = entries[entry.hash]
        while let other = next {
            next = other.next
            guard other.key == entry.key else { continue }
            variants += 1
            if replaces(other) || variants >= Self.mostVariants { remove(other) }
        }
        entry.next = entries[entry.hash]
        entries[entry.hash] = entry
        entry.segment = .probation
        probation.insert(entry)
    }

    /// Gives up a response that has not come to its end.
    func abandon(_ entry: CacheEntry) {
        guard entry.segment == .filling else { return }
        filling -= entry.counted
        entry.segment = .gone
        forget(entry)
    }

    /// Has a stored response take in what a 304 says.
    func update(_ entry: CacheEntry, _ lines: [UInt8], _ facts: CacheFacts, _ freshness: Freshness) {
        // Its fields are kept as they are, and in both of its heads.
        if !makeRoom(lines.count * 3) { remove(entry) }
        switch entry.segment {
        case .probation:
            probation.remove(entry)
            entry.update(lines, facts, freshness)
            recount(entry)
            probation.insert(entry)
        case .protected:
            protected.remove(entry)
            entry.update(lines, facts, freshness)
            recount(entry)
            protected.insert(entry)
        case .filling, .gone: entry.update(lines, facts, freshness)
        }
    }

    // MARK: Reading

    /// Keeps a response while it is read, though it be evicted.
    func retain(_ entry: CacheEntry) { entry.readers += 1 }

    func release(_ entry: CacheEntry) {
        entry.readers -= 1
        if entry.segment == .gone { forget(entry) }
    }

    // MARK: Losing

    func remove(_ entry: CacheEntry) {
        switch entry.segment {
        case .probation: probation.remove(entry)
        case .protected: protected.remove(entry)
        case .filling, .gone: return
        }
        entry.segment = .gone
        if entries[entry.hash] === entry {
            entries[entry.hash] = entry.next
        } else {
            var other = entries[entry.hash]
            while let current = other {
                if current.next === entry {
                    current.next = entry.next
                    break
                }
                other = current.next
            }
        }
        entry.next = nil
        forget(entry)
    }

    /// Counts a response no more that nobody finds and nobody reads.
    private func forget(_ entry: CacheEntry) {
        guard entry.readers == 0 else { return }
        bytes -= entry.counted
        entry.counted = 0
    }

    private func grow(_ entry: CacheEntry, to capacity: Int) -> Bool {
        let more = entry.overhead + capacity - entry.counted
        guard filling + more <= fillLimit, makeRoom(more), entry.reserve(capacity) else { return false }
        entry.counted += more
        filling += more
        bytes += more
        return true
    }

    private func recount(_ entry: CacheEntry) {
        let size = entry.overhead + entry.capacity
        bytes += size - entry.counted
        entry.counted = size
    }

    private func makeRoom(_ more: Int) -> Bool {
        while bytes + more > byteLimit {
            guard let last = probation.oldest ?? protected.oldest else { return false }
            remove(last)
            evictions &+= 1
        }
        return true
    }

    // MARK: What cannot be stored

    /// Requests for such a key do not wait for each other, for a while.
    func noteUncacheable(_ hash: UInt64, now: UInt64) { uncacheable.note(hash, now: now) }

    func isUncacheable(_ hash: UInt64, now: UInt64) -> Bool { uncacheable.contain(hash, now: now) }
}

/// A list of responses by their last use.
struct CacheSegment {
    private unowned(unsafe) var newest: CacheEntry?
    private(set) unowned(unsafe) var oldest: CacheEntry?
    private(set) var bytes = 0
    private(set) var count = 0

    mutating func insert(_ entry: CacheEntry) {
        entry.newer = nil
        entry.older = newest
        newest?.newer = entry
        newest = entry
        if oldest == nil { oldest = entry }
        bytes += entry.counted
        count += 1
    }

    mutating func remove(_ entry: CacheEntry) {
        if newest === entry { newest = entry.older }
        if oldest === entry { oldest = entry.newer }
        entry.newer?.older = entry.older
        entry.older?.newer = entry.newer
        entry.newer = nil
        entry.older = nil
        bytes -= entry.counted
        count -= 1
    }
}

/// Keys whose responses could not be stored of late: a fixed table, in which the last one of a place is remembered.
struct UncacheableKeys {
    private var places: [(hash: UInt64, end: UInt64)] = Array(repeating: (0, 0), count: 256)
    private static let time: UInt64 = 10_000_000_000

    mutating func note(_ hash: UInt64, now: UInt64) {
        places[Int(truncatingIfNeeded: hash & 255)] = (hash, now &+ Self.time)
    }

    func contain(_ hash: UInt64, now: UInt64) -> Bool {
        let place = places[Int(truncatingIfNeeded: hash & 255)]
        return place.hash == hash && place.end > now
    }
}
