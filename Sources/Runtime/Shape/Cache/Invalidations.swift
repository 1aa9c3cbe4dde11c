import Synchronization

/// What tells all loops at once that the responses of a path no longer hold (RFC 9111, 4.4): a number for each path, by its hash,
/// which an unsafe request raises. A stored response bears the number of the moment in which its request went upstream, and
/// holds as long as that is still the number. Paths that fall together cost each other a response now and then, and nothing else.
final class Invalidations: @unchecked Sendable {
    // `@unchecked Sendable`: the memory is allocated once, and its words are atomic.
    private let numbers: UnsafeMutablePointer<Atomic<UInt64>>
    private static let count = 4096

    init() {
        numbers = .allocate(capacity: Self.count)
        for index in 0..<Self.count { (numbers + index).initialize(to: Atomic(0)) }
    }

    deinit {
        numbers.deinitialize(count: Self.count)
        numbers.deallocate()
    }

    /// Where the number of a path stands.
    static func place(of path: ByteView) -> Int {
        Int(truncatingIfNeeded: CacheHash.of(path) & UInt64(count - 1))
    }

    /// - Parameter place: from ``place(of:)``.
    func number(at place: Int) -> UInt64 { numbers[place].load(ordering: .acquiring) }

    func invalidate(_ path: ByteView) {
        numbers[Self.place(of: path)].add(1, ordering: .acquiringAndReleasing)
    }
}
