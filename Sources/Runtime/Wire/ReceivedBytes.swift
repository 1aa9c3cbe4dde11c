#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#endif

/// Bytes that have been read and not been used. They lie in the loop's buffer while they are worked on, so that nothing is
/// copied; only what is left then gets memory of its own.
struct ReceivedBytes: ~Copyable {
    private var start: UnsafePointer<UInt8>?
    private(set) var count = 0
    private var memory: UnsafeMutablePointer<UInt8>?
    private var capacity = 0

    deinit { memory?.deallocate() }

    @inline(__always)
    var isEmpty: Bool { count == 0 }

    /// The bytes; valid until the next change. None where there are none.
    @inline(__always)
    var view: ByteView? {
        guard let start, count > 0 else { return nil }
        return ByteView(start, count: count)
    }

    /// Uses the first bytes up; `length` is at most ``count``.
    @inline(__always)
    mutating func consume(_ length: Int) {
        let length = min(length, count)
        start = start.map { $0 + length }
        count -= length
    }

    /// What was a view stays valid until the next change.
    mutating func clear() { count = 0 }

    /// Takes bytes in that lie elsewhere, until ``keep()``. What is there already is kept before them.
    mutating func take(_ bytes: UnsafePointer<UInt8>, _ length: Int) {
        if count == 0 {
            start = bytes
            count = length
            return
        }
        keep()
        reserve(count + length)
        if let memory { memcpy(memory + count, bytes, length) }
        count += length
    }

    /// Moves what is left to memory of its own; gives that memory back where nothing is left.
    mutating func keep() {
        guard count > 0, let start else {
            memory?.deallocate()
            memory = nil
            capacity = 0
            self.start = nil
            return
        }
        if let memory, start >= UnsafePointer(memory), start < UnsafePointer(memory + capacity) {
            if start == UnsafePointer(memory) { return }
            memmove(memory, start, count)
            self.start = UnsafePointer(memory)
        } else {
            reserve(count, copying: start)
        }
    }

    /// Has memory of its own for so many bytes, with those that are there; more than that, or a head that comes byte by byte
    /// would be moved with each of them.
    private mutating func reserve(_ needed: Int) {
        if needed > capacity, let start { reserve(needed + needed / 2, copying: start) }
    }

    private mutating func reserve(_ needed: Int, copying source: UnsafePointer<UInt8>) {
        let larger = UnsafeMutablePointer<UInt8>.allocate(capacity: max(256, needed))
        memcpy(larger, source, count)
        memory?.deallocate()
        memory = larger
        capacity = max(256, needed)
        start = UnsafePointer(larger)
    }
}
