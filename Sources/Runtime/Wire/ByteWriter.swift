#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#endif

/// Bytes put together one after another: heads, log lines, error bodies. Its memory grows as needed and is used again, so
/// nothing here allocates once it has its usual size.
///
/// A write is a comparison and a copy: an array, or SwiftNIO's `ByteBuffer`, asks at every write whether it alone has its storage,
/// and whether nobody else is writing to it. With some sixty writes a request that was a twelfth of all processor time.
final class ByteWriter {
    private var memory: UnsafeMutablePointer<UInt8>
    private var capacity: Int
    private(set) var count = 0
    private static let usual = 4096

    init(capacity: Int = 0) {
        self.capacity = capacity
        memory = .allocate(capacity: capacity)
    }

    deinit { memory.deallocate() }

    var isEmpty: Bool { count == 0 }

    /// What has been written; valid until the next write.
    var bytes: UnsafeRawBufferPointer { UnsafeRawBufferPointer(start: memory, count: count) }

    var view: ByteView { ByteView(memory, count: count) }

    func clear() { count = 0 }

    /// Takes the first bytes away, of those that there are.
    func drop(_ length: Int) {
        guard length > 0, length <= count else { return }
        count &-= length
        memmove(memory, memory + length, count)
    }

    /// Gives memory back that is more than what most messages need.
    func shrink() {
        guard capacity > Self.usual, count == 0 else { return }
        memory.deallocate()
        capacity = 0
        memory = .allocate(capacity: 0)
    }

    /// Makes room for some more bytes; the caller writes them, and counts them.
    @inline(__always)
    private func room(for more: Int) -> UnsafeMutablePointer<UInt8> {
        if more > capacity &- count { grow(by: more) }
        return memory + count
    }

    @inline(never)
    private func grow(by more: Int) {
        let larger = max(256, (count + more) * 2)
        let old = memory
        memory = .allocate(capacity: larger)
        memory.update(from: old, count: count)
        old.deallocate()
        capacity = larger
    }
}

// MARK: Bytes

extension ByteWriter {
    @inline(__always)
    func put(_ start: UnsafePointer<UInt8>, _ length: Int) {
        memcpy(room(for: length), start, length)
        count &+= length
    }

    @inline(__always)
    func put(_ literal: StaticString) { put(literal.utf8Start, literal.utf8CodeUnitCount) }

    @inline(__always)
    func put(_ view: ByteView) { put(view.start, view.count) }

    func put(_ bytes: UnsafeRawBufferPointer) {
        guard let base = bytes.baseAddress else { return }
        put(base.assumingMemoryBound(to: UInt8.self), bytes.count)
    }

    @inline(__always)
    func put(_ bytes: [UInt8]) {
        bytes.withUnsafeBufferPointer { if let base = $0.baseAddress { put(base, $0.count) } }
    }

    @inline(__always)
    func put(_ bytes: ArraySlice<UInt8>) {
        bytes.withUnsafeBufferPointer { if let base = $0.baseAddress { put(base, $0.count) } }
    }

    /// Under a name of its own, since a literal would else be a `String` and not a `StaticString`.
    func put(text: String) {
        var text = text
        text.withUTF8 { put(UnsafeRawBufferPointer($0)) }
    }

    @inline(__always)
    func put(byte: UInt8) {
        room(for: 1).pointee = byte
        count &+= 1
    }
}

// MARK: Numbers

extension ByteWriter {
    /// Writes a number that is not negative in decimal.
    /// - Parameter width: at least as many digits, 19 at most.
    func put(decimal number: Int, width: Int = 1) {
        var rest = number.magnitude
        var length = 1
        var bound: UInt = 10
        while rest >= bound {
            length &+= 1
            // Ten to the 19th is more than any `Int`, and fits.
            bound &*= 10
        }
        length = max(length, width)
        let start = room(for: length)
        var index = length
        while index > 0 {
            index &-= 1
            start[index] = UInt8(ascii: "0") &+ UInt8(truncatingIfNeeded: rest % 10)
            rest /= 10
        }
        count &+= length
    }

    /// Writes a number that is not negative in hexadecimal, without leading zeros.
    func put(hex number: Int) {
        var shift = number == 0 ? 0 : (63 - number.leadingZeroBitCount) / 4 * 4
        while shift >= 0 {
            put(byte: Self.hexDigit(UInt8(truncatingIfNeeded: number >> shift) & 15))
            shift -= 4
        }
    }

    static func hexDigit(_ value: UInt8) -> UInt8 { value < 10 ? 0x30 + value : 0x57 + value }
}

// MARK: Heads

extension ByteWriter {
    /// Copies field lines as they were sent, but for those that `isDropped` names. Lines that stand together are one copy.
    @inline(__always)
    func put(_ fields: HeaderFields, lines: HeadRange, without isDropped: (_ index: Int) -> Bool) {
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
        count == other.count && holdsIgnoringCase(bytesAt: other.start)
    }
}
