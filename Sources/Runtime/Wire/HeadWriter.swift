import NIOCore

#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#else
    import Darwin
#endif

// Heads are written into a connection's output buffer, which is cleared and used again: nothing here allocates once that
// buffer has grown to its usual size.
extension ByteBuffer {
    @inline(__always)
    mutating func put(_ literal: StaticString) {
        put(literal.utf8Start, literal.utf8CodeUnitCount)
    }

    @inline(__always)
    mutating func put(_ view: ByteView) { put(view.start, view.count) }

    @inline(__always)
    mutating func put(_ bytes: [UInt8]) {
        bytes.withUnsafeBufferPointer { if let base = $0.baseAddress { put(base, $0.count) } }
    }

    @inline(__always)
    mutating func put(_ start: UnsafePointer<UInt8>, _ count: Int) {
        writeWithUnsafeMutableBytes(minimumWritableBytes: count) { target in
            // The buffer was asked for this much room; where it has none, `count` is 0.
            if let base = target.baseAddress { memcpy(base, start, count) }
            return count
        }
    }

    /// Writes a number that is not negative in decimal.
    mutating func put(decimal number: Int) {
        var digits = InlineArray<20, UInt8>(repeating: 0)
        var first = 20
        var rest = number.magnitude
        repeat {
            first -= 1
            digits[first] = UInt8(ascii: "0") + UInt8(truncatingIfNeeded: rest % 10)
            rest /= 10
        } while rest > 0
        for index in first..<20 { writeInteger(digits[index]) }
    }

    /// Writes a number that is not negative in hexadecimal, without leading zeros.
    mutating func put(hex number: Int) {
        var shift = number == 0 ? 0 : (63 - number.leadingZeroBitCount) / 4 * 4
        while shift >= 0 {
            let digit = UInt8(truncatingIfNeeded: number >> shift) & 15
            writeInteger(digit < 10 ? UInt8(ascii: "0") + digit : UInt8(ascii: "a") + digit - 10)
            shift -= 4
        }
    }

    /// Copies field lines as they were sent, but for those that `isDropped` names. Lines that stand together are one copy.
    @inline(__always)
    mutating func put(
        _ fields: HeaderFields, lines: HeadRange, without isDropped: (_ index: Int) -> Bool
    ) {
        var kept = lines.start
        for index in 0..<fields.count where isDropped(index) {
            let start = Int(fields.fields[index].nameStart)
            if start > kept { put(fields.base + kept, start - kept) }
            kept = index + 1 < fields.count ? Int(fields.fields[index + 1].nameStart) : lines.end
        }
        if lines.end > kept { put(fields.base + kept, lines.end - kept) }
    }
}

extension HeaderFields {
    /// Whether `Connection` names this field, which makes it one for the connection only (RFC 9110, 7.6.1).
    func isNamedByConnection(_ name: ByteView) -> Bool {
        for index in 0..<count where kind(at: index) == .connection {
            var members = ListMembers(value(at: index))
            while let member = members.next() {
                if member.equalsIgnoringCase(name) { return true }
            }
        }
        return false
    }
}

extension ByteView {
    /// Whether these are the same bytes but for the case of ASCII letters.
    func equalsIgnoringCase(_ other: ByteView) -> Bool {
        guard count == other.count else { return false }
        for index in 0..<count where start[index].asciiLowercased != other.start[index].asciiLowercased { return false }
        return true
    }
}
