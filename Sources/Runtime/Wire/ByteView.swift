/// Bytes of somebody else's buffer: valid only while that buffer lives and is not written to.
///
/// It never leaves the call that was handed it; what must outlive the call is copied out.
@frozen
public struct ByteView {
    public let start: UnsafePointer<UInt8>
    public let count: Int

    @inlinable @inline(__always)
    public init(_ start: UnsafePointer<UInt8>, count: Int) {
        self.start = start
        self.count = count
    }

    init(_ bytes: UnsafeBufferPointer<UInt8>) {
        self.init(bytes.baseAddress ?? ("" as StaticString).utf8Start, count: bytes.count)
    }

    @inlinable @inline(__always)
    public var isEmpty: Bool { count == 0 }

    @inlinable @inline(__always)
    public var bytes: UnsafeBufferPointer<UInt8> { UnsafeBufferPointer(start: start, count: count) }

    /// The text of the view, decoded as UTF-8 with repair. Allocates: not for the way of a request.
    public var string: String { String(decoding: bytes, as: UTF8.self) }
}

extension ByteView {
    /// Whether these are exactly the bytes of the literal.
    @inlinable
    public func equals(_ literal: StaticString) -> Bool {
        guard count == literal.utf8CodeUnitCount else { return false }
        for index in 0..<count where start[index] != literal.utf8Start[index] { return false }
        return true
    }

    /// Whether these are the bytes of the literal but for the case of ASCII letters.
    @inlinable
    public func equalsIgnoringCase(_ literal: StaticString) -> Bool {
        count == literal.utf8CodeUnitCount && holdsIgnoringCase(bytesAt: literal.utf8Start)
    }

    /// Whether these are the bytes that stand there, as many as there are here, but for the case of ASCII letters.
    @inlinable
    func holdsIgnoringCase(bytesAt other: UnsafePointer<UInt8>) -> Bool {
        guard count >= 8 else {
            for index in 0..<count where start[index].asciiLowercased != other[index].asciiLowercased { return false }
            return true
        }
        // Words of eight; the last one may hold bytes of the one before it.
        var index = 0
        while index < count {
            let offset = min(index, count &- 8)
            let mine = UnsafeRawPointer(start + offset).loadUnaligned(as: UInt64.self)
            let theirs = UnsafeRawPointer(other + offset).loadUnaligned(as: UInt64.self)
            if mine != theirs, mine.asciiLowercased != theirs.asciiLowercased { return false }
            index &+= 8
        }
        return true
    }

    /// The bytes from an index on; `index` is at most ``count``.
    @inlinable
    public func suffix(from index: Int) -> ByteView { ByteView(start + index, count: count - index) }

    /// The first bytes, at most ``count`` of them.
    @inlinable
    public func prefix(_ length: Int) -> ByteView { ByteView(start, count: length) }

    /// The index of the first such byte.
    @inlinable
    public func firstIndex(of byte: UInt8) -> Int? {
        for index in 0..<count where start[index] == byte { return index }
        return nil
    }
}

extension UInt8 {
    @inlinable @inline(__always)
    var asciiLowercased: UInt8 { self >= 0x41 && self <= 0x5A ? self | 0x20 : self }
}

extension UInt64 {
    /// The eight bytes with ASCII letters in small.
    @inlinable @inline(__always)
    var asciiLowercased: UInt64 {
        let ones: UInt64 = 0x0101_0101_0101_0101
        let low = self & (ones &* 0x7F)
        // The high bit of each byte: of one that is an `A` or more, and of one that is more than a `Z`.
        let capital = (low &+ ones &* 0x3F) & ~(low &+ ones &* 0x25) & ~self & (ones &* 0x80)
        return self | (capital >> 2)
    }
}
