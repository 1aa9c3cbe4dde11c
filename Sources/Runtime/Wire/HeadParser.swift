#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#endif

/// The part of a head parser that requests and responses share: field lines, bounds, and going on where bytes ran out.
///
/// The bytes of a head must always be handed over from its beginning, as many as there are; offsets count from there.
/// Strict RFC 9112: no bare CR or LF, no folding, no blank before a colon, no control character.
struct HeadParser: ~Copyable {
    /// Bounds of a head.
    struct Limits: Sendable {
        /// Bytes of the whole head.
        let bytes: Int
        let fields: Int
        /// Bytes of a request's target.
        let target: Int
    }

    let limits: Limits
    let classes: UnsafePointer<ByteClass>
    private(set) var facts = HeadFacts()
    /// Where the first line that has not been read yet begins.
    private var position = 0
    /// Up to where the bytes have been searched for that line's end in vain.
    private var searched = 0
    /// Whether the start line has been read.
    var hasStartLine = false

    private var fields: UnsafeMutablePointer<HeaderField>
    private var fieldCapacity = 24
    private(set) var fieldCount = 0

    init(limits: Limits) {
        self.limits = limits
        classes = ByteClass.table
        fields = .allocate(capacity: fieldCapacity)
    }

    deinit { fields.deallocate() }

    var fieldList: UnsafeBufferPointer<HeaderField> { UnsafeBufferPointer(start: fields, count: fieldCount) }

    /// Forgets the head that was read, so that another can be.
    mutating func reset() {
        facts = HeadFacts()
        position = 0
        searched = 0
        hasStartLine = false
        fieldCount = 0
    }

    /// Where to go on; none where no further line has ended since. That keeps a head that comes in byte by byte linear.
    mutating func resume(_ base: UnsafePointer<UInt8>, _ count: Int) throws(HeadFault) -> Int? {
        if searched > position, searched <= count, base[searched - 1] != 0x0D,
            memchr(base + searched, 0x0A, count - searched) == nil
        {
            try wait(at: position, count)
            return nil
        }
        return position
    }

    /// Notes that the line at `start` is not whole yet.
    mutating func wait(at start: Int, _ count: Int) throws(HeadFault) {
        if count >= limits.bytes { throw .tooLarge }
        position = start
        searched = count
    }

    /// Reads field lines from `start` on.
    /// - Returns: the length of the head, or none where bytes are missing.
    mutating func parseFields(
        _ base: UnsafePointer<UInt8>, from start: Int, to count: Int
    ) throws(HeadFault) -> Int? {
        let classes = self.classes
        var line = start
        while true {
            guard line < count else { return try incomplete(at: line, count) }
            if base[line] == 0x0D {
                guard line &+ 1 < count else { return try incomplete(at: line, count) }
                guard base[line &+ 1] == 0x0A else { throw .malformed(.lineEnd) }
                if line &+ 2 > limits.bytes { throw .tooLarge }
                return line &+ 2
            }
            var index = line
            while index < count, classes[Int(base[index])].contains(.token) { index &+= 1 }
            guard index < count else { return try incomplete(at: line, count) }
            // A blank here is folding or a blank before the colon, both of which split parsers' opinions.
            guard base[index] == UInt8(ascii: ":"), index > line else { throw .malformed(.field) }
            let nameEnd = index
            index &+= 1
            while index < count, base[index].isBlank { index &+= 1 }
            let valueStart = index
            index = Scan.control(base, from: index, to: count)
            while index < count, base[index] == 0x09 { index = Scan.control(base, from: index &+ 1, to: count) }
            if index < count, base[index] != 0x0D { throw .malformed(.field) }
            guard index &+ 1 < count else { return try incomplete(at: line, count) }
            guard base[index &+ 1] == 0x0A else { throw .malformed(.lineEnd) }
            var valueEnd = index
            while valueEnd > valueStart, base[valueEnd &- 1].isBlank { valueEnd &-= 1 }
            line = try append(base, line, nameEnd, valueStart, valueEnd, lineEnd: index &+ 2)
        }
    }

    private mutating func incomplete(at line: Int, _ count: Int) throws(HeadFault) -> Int? {
        try wait(at: line, count)
        return nil
    }

    @inline(__always)
    private mutating func append(
        _ base: UnsafePointer<UInt8>, _ nameStart: Int, _ nameEnd: Int, _ valueStart: Int, _ valueEnd: Int,
        lineEnd: Int
    ) throws(HeadFault) -> Int {
        if lineEnd > limits.bytes { throw .tooLarge }
        if fieldCount == limits.fields { throw .tooManyFields }
        if fieldCount == fieldCapacity { grow() }
        // A head has at most `limits.bytes` bytes, far below 4 GiB.
        var field = HeaderField(
            nameStart: UInt32(truncatingIfNeeded: nameStart), nameEnd: UInt32(truncatingIfNeeded: nameEnd),
            valueStart: UInt32(truncatingIfNeeded: valueStart), valueEnd: UInt32(truncatingIfNeeded: valueEnd))
        field.kind = FieldKind(ByteView(base + nameStart, count: nameEnd &- nameStart))
        try facts.note(
            field.kind, value: ByteView(base + valueStart, count: valueEnd &- valueStart), index: fieldCount)
        (fields + fieldCount).initialize(to: field)
        fieldCount &+= 1
        return lineEnd
    }

    @inline(never)
    private mutating func grow() {
        let larger = UnsafeMutablePointer<HeaderField>.allocate(capacity: fieldCapacity * 2)
        larger.moveInitialize(from: fields, count: fieldCount)
        fields.deallocate()
        fields = larger
        fieldCapacity *= 2
    }
}

/// A part of a head's bytes.
struct HeadRange: Equatable {
    var start = 0
    var end = 0
}
