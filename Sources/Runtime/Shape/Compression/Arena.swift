#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#endif

/// Memory that those of a loop use who need much of it for a while: blocks that are given back are taken again, so that in steady
/// state the system is not asked.
final class Arena {
    private var resting: [UnsafeMutableRawPointer] = []
    private var restingBytes = 0

    /// What rests beyond this goes back to the system.
    static let mostResting = 8 << 20
    /// Before each block stands its size; what is behind it is aligned for anything.
    private static let header = 16

    deinit { for block in resting { Self.release(block) } }

    func allocate(_ size: Int) -> UnsafeMutableRawPointer? {
        guard size >= 0, size <= Int.max - Self.header else { return nil }
        // The smallest that fits, unless most of it would be of no use.
        var best: Int?
        for (index, block) in resting.enumerated() {
            let room = Self.size(of: block)
            if room >= size, room / 2 <= size + 64, room < best.map({ Self.size(of: resting[$0]) }) ?? .max {
                best = index
            }
        }
        if let best {
            resting.swapAt(best, resting.count - 1)
            let block = resting.removeLast()
            restingBytes -= Self.size(of: block)
            return block
        }
        guard let memory = malloc(size + Self.header) else { return nil }
        memory.storeBytes(of: size, as: Int.self)
        return memory + Self.header
    }

    /// - Parameter block: one of ``allocate(_:)``.
    func free(_ block: UnsafeMutableRawPointer) {
        let size = Self.size(of: block)
        guard restingBytes + size <= Self.mostResting else { return Self.release(block) }
        restingBytes += size
        resting.append(block)
    }

    private static func size(of block: UnsafeMutableRawPointer) -> Int { (block - header).load(as: Int.self) }

    private static func release(_ block: UnsafeMutableRawPointer) {
        #if canImport(Glibc)
            Glibc.free(block - header)
        #elseif canImport(Musl)
            Musl.free(block - header)
        #endif
    }
}
