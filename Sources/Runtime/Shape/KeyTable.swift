import Synchronization

#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#endif

/// A table of keys and a word for each, shared by all loops: its memory is set aside at the start and grows no more, and nobody
/// who uses it waits for anybody else. Pages that no key has come to yet cost nothing.
///
/// A key belongs to one set of eight places. Keys are 64 bits of a hash with a secret seed; two that are alike share a place.
///
/// `@unchecked Sendable`: the memory is made of atomic words, and freed with its last owner.
final class KeyTable: @unchecked Sendable {
    static let ways = 8

    /// The eight keys of a set, then their words: a cache line each.
    private let memory: UnsafeMutablePointer<Atomic<UInt64>>
    private let setMask: UInt64
    let setCount: Int

    /// - Parameter capacity: how many keys it holds, rounded up to a power of two.
    init(capacity: Int) {
        var sets = 1
        while sets * Self.ways < capacity { sets *= 2 }
        setCount = sets
        setMask = UInt64(sets - 1)
        // The kernel's pages are zeroes already, which is what an atomic 0 looks like: writing them would make them real.
        let memory = mmap(nil, Self.bytes(of: sets), PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0)
        guard let memory, memory != MAP_FAILED else { fatalError("no memory for \(capacity) keys") }
        self.memory = memory.bindMemory(to: Atomic<UInt64>.self, capacity: sets * Self.ways * 2)
    }

    deinit { munmap(memory, Self.bytes(of: setCount)) }

    private static func bytes(of sets: Int) -> Int { sets * ways * 2 * MemoryLayout<Atomic<UInt64>>.stride }

    /// The set that a key belongs to.
    @inline(__always)
    func set(of key: UInt64) -> Set {
        Set(keys: memory + Int(truncatingIfNeeded: (key >> 17) & setMask) * Self.ways * 2)
    }

    func set(at index: Int) -> Set { Set(keys: memory + index * Self.ways * 2) }

    /// Eight places. No key is 0: that is a place that is free.
    struct Set {
        fileprivate let keys: UnsafeMutablePointer<Atomic<UInt64>>

        @inline(__always)
        func key(at way: Int) -> UInt64 { keys[way].load(ordering: .sequentiallyConsistent) }

        @inline(__always)
        func word(at way: Int) -> UInt64 { keys[KeyTable.ways + way].load(ordering: .sequentiallyConsistent) }

        /// The places that have the key, a bit each. Usually one; two where two loops brought it in at the same time.
        @inline(__always)
        func places(of key: UInt64) -> UInt8 {
            var places: UInt8 = 0
            for way in 0..<KeyTable.ways where self.key(at: way) == key { places |= 1 << UInt8(way) }
            return places
        }

        /// Puts a key in another's place, where that is still there.
        func replace(_ old: UInt64, with key: UInt64, at way: Int) -> Bool {
            keys[way].compareExchange(expected: old, desired: key, ordering: .sequentiallyConsistent).exchanged
        }

        /// Changes a word, where it is still what it was.
        @inline(__always)
        func change(_ old: UInt64, to word: UInt64, at way: Int) -> Bool {
            keys[KeyTable.ways + way]
                .compareExchange(expected: old, desired: word, ordering: .sequentiallyConsistent).exchanged
        }
    }
}
