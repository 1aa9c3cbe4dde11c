#if canImport(Glibc)
    public import Glibc
#elseif canImport(Musl)
    public import Musl
#endif

/// One segment of a path, without its slashes, as generated routers compare it.
///
/// The first eight bytes are held as one word, so that `case "agents"` compiles to one or two word compares. Reading that
/// word may touch up to ``PathView/padding`` bytes behind the path: whoever makes a ``PathView`` answers for them.
@frozen
public struct Segment {
    @usableFromInline let start: UnsafePointer<UInt8>
    /// The length in bytes.
    public let count: Int
    /// The first eight bytes, little-endian, zero behind the end of the segment.
    @usableFromInline let word: UInt64

    @inlinable @inline(__always)
    init(start: UnsafePointer<UInt8>, count: Int) {
        self.start = start
        self.count = count
        let loaded = UInt64(littleEndian: UnsafeRawPointer(start).loadUnaligned(as: UInt64.self))
        let kept = count >= 8 ? UInt64.max : (1 &<< UInt64(truncatingIfNeeded: count &* 8)) &- 1
        self.word = loaded & kept
    }

    @inlinable @inline(__always)
    public var isEmpty: Bool { count == 0 }

    /// The byte at an index below ``count``, as wide nodes of a generated router switch over it.
    @inlinable @inline(__always)
    public subscript(index: Int) -> Unicode.Scalar {
        assert(index >= 0 && index < count)
        return Unicode.Scalar(start[index])
    }
}

/// Whether the segment has exactly these bytes. The literal's side folds to constants.
@inlinable @inline(__always)
public func ~= (literal: StaticString, segment: Segment) -> Bool {
    let count = literal.utf8CodeUnitCount
    // No NUL is in a path, so fewer than eight bytes are their word.
    if segment.word != firstWord(literal) { return false }
    if count < 8 { return true }
    if segment.count != count { return false }
    if count == 8 { return true }
    return memcmp(segment.start + 8, literal.utf8Start + 8, count &- 8) == 0
}

@inlinable @inline(__always)
func firstWord(_ literal: StaticString) -> UInt64 {
    var word: UInt64 = 0
    var index = 0
    while index < 8 && index < literal.utf8CodeUnitCount {
        word |= UInt64(literal.utf8Start[index]) &<< UInt64(truncatingIfNeeded: index &* 8)
        index &+= 1
    }
    return word
}
