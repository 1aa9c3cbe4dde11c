#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#endif

/// Verified tokens, found by their last bytes, bounded in number and in bytes.
///
/// They stand in a ring in the order in which they came. Where there is no room the oldest goes, unless it has been used since it
/// was last looked at: then the next one is looked at. So one goes as another comes, whose memory is used again at once; where
/// thousands went at a time, malloc had them all to sort.
final class TokenTable {
    private struct Entry {
        let key: UInt64
        /// Whose token it was to be when it was verified.
        let provider: Int?
        let size: Int
        /// None in a place that is free.
        var grant: Grant?
        /// Whether the token is revoked, as far as that is known.
        var verdict: RevocationVerdict
        /// Whether it has been found since it was last looked at.
        var isUsed = false
    }

    private let entries: UnsafeMutablePointer<Entry>
    private let capacity: Int
    /// So many entries are initialized; memory that nobody has used takes none.
    private var filled = 0
    /// The upper half of an entry's key, and its number and one more; at the place that the key says, or behind it.
    private let index: UnsafeMutablePointer<UInt64>
    private let mask: Int
    private let byteLimit: Int
    private(set) var count = 0
    private var bytes = 0
    /// The number of the entry that is looked at next.
    private var hand = 0
    /// So many that are in use are passed over for one that comes, so that its way is never long.
    private static let mostSpared = 64

    init(entries: Int, bytes: Int) {
        capacity = max(1, min(entries, 1 << 24))
        self.entries = .allocate(capacity: capacity)
        // At most half of the places are taken.
        let places = 1 << (Int.bitWidth - (capacity * 2 - 1).leadingZeroBitCount)
        guard let index = calloc(places, MemoryLayout<UInt64>.stride) else { fatalError("there is no memory") }
        self.index = index.bindMemory(to: UInt64.self, capacity: places)
        mask = places - 1
        byteLimit = bytes
    }

    deinit {
        entries.deinitialize(count: filled)
        entries.deallocate()
        free(index)
    }

    /// The grant of an entry that was found.
    func grant(_ number: Int) -> Grant? { entries[number].grant }

    /// What is known of the revocation of an entry that was found.
    func verdict(_ number: Int) -> RevocationVerdict { entries[number].verdict }

    func note(_ verdict: RevocationVerdict, on number: Int) { entries[number].verdict = verdict }

    /// The number of the entry of a token: of nothing but the very token that was verified, and only where it could have been
    /// verified again. It is valid until an entry is added or removed.
    func find(_ token: ByteView, _ demand: TokenDemand) -> Int? {
        guard let number = number(of: Self.key(of: token, demand.provider)) else { return nil }
        let entry = entries + number
        guard let grant = entry.pointee.grant, entry.pointee.provider == demand.provider,
            grant.sources & 1 << UInt32(demand.source) != 0, grant.isOf(token)
        else { return nil }
        entry.pointee.isUsed = true
        return number
    }

    /// Two tokens with the same key take turns.
    func insert(_ grant: Grant, _ demand: TokenDemand, _ verdict: RevocationVerdict) {
        let size = grant.size
        guard size <= byteLimit else { return }
        let key = grant.withToken { Self.key(of: $0, demand.provider) }
        if let former = number(of: key) { remove(former) }
        let number = makeRoom(for: size)
        entries[number] = Entry(key: key, provider: demand.provider, size: size, grant: grant, verdict: verdict)
        var place = home(of: key)
        while index[place] != 0 { place = (place &+ 1) & mask }
        index[place] = key & ~UInt64(UInt32.max) | UInt64(number + 1)
        bytes += size
        count += 1
    }

    func remove(_ number: Int) {
        guard entries[number].grant != nil else { return }
        var hole = home(of: entries[number].key)
        while index[hole] & UInt64(UInt32.max) != UInt64(number + 1) { hole = (hole &+ 1) & mask }
        // What is behind it moves up, but never to before its own place.
        var next = (hole &+ 1) & mask
        while index[next] != 0 {
            if (next &- home(of: index[next])) & mask >= (next &- hole) & mask {
                index[hole] = index[next]
                hole = next
            }
            next = (next &+ 1) & mask
        }
        index[hole] = 0
        bytes -= entries[number].size
        count -= 1
        entries[number].grant = nil
    }

    func removeAll() {
        for number in 0..<filled { remove(number) }
    }

    /// The number of a free entry, once the bytes fit.
    private func makeRoom(for size: Int) -> Int {
        var spared = 0
        while true {
            if hand == filled {
                if filled < capacity, bytes + size <= byteLimit {
                    (entries + filled).initialize(
                        to: Entry(key: 0, provider: nil, size: 0, grant: nil, verdict: .pending))
                    filled += 1
                } else {
                    hand = 0
                }
            }
            let number = hand
            hand += 1
            if entries[number].isUsed, spared < Self.mostSpared {
                entries[number].isUsed = false
                spared += 1
                continue
            }
            remove(number)
            if bytes + size <= byteLimit { return number }
        }
    }

    private func number(of key: UInt64) -> Int? {
        var place = home(of: key)
        while index[place] != 0 {
            let number = Int(index[place] & UInt64(UInt32.max)) - 1
            if index[place] >> 32 == key >> 32, entries[number].key == key { return number }
            place = (place &+ 1) & mask
        }
        return nil
    }

    /// Where a key's number is, or behind it.
    private func home(of key: UInt64) -> Int { Int(key >> 32) & mask }

    /// The last bytes of a token are its signature's.
    private static func key(of token: ByteView, _ provider: Int?) -> UInt64 {
        CacheHash.of(token.suffix(from: max(0, token.count - 16)))
            ^ UInt64(truncatingIfNeeded: (provider ?? -1) + 1) &* 0x9E37_79B9_7F4A_7C15
    }
}
