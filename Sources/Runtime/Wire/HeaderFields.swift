/// One header field of a message head, as offsets into the head's bytes.
public struct HeaderField: Sendable {
    public var nameStart: UInt32
    public var nameEnd: UInt32
    public var valueStart: UInt32
    public var valueEnd: UInt32
    /// What the field means to a gateway; the parser finds it out once.
    var kind = FieldKind.endToEnd

    public init(nameStart: UInt32, nameEnd: UInt32, valueStart: UInt32, valueEnd: UInt32) {
        self.nameStart = nameStart
        self.nameEnd = nameEnd
        self.valueStart = valueStart
        self.valueEnd = valueEnd
    }
}

/// The header fields of a message head, in the head's own bytes: valid as long as those are.
public struct HeaderFields {
    let base: UnsafePointer<UInt8>
    let fields: UnsafeBufferPointer<HeaderField>

    public init(base: UnsafePointer<UInt8>, fields: UnsafeBufferPointer<HeaderField>) {
        self.base = base
        self.fields = fields
    }

    var count: Int { fields.count }

    @inline(__always)
    func kind(at index: Int) -> FieldKind { fields[index].kind }

    @inline(__always)
    func name(at index: Int) -> ByteView {
        let field = fields[index]
        return ByteView(base + Int(field.nameStart), count: Int(field.nameEnd &- field.nameStart))
    }

    @inline(__always)
    func value(at index: Int) -> ByteView {
        let field = fields[index]
        return ByteView(base + Int(field.valueStart), count: Int(field.valueEnd &- field.valueStart))
    }

    /// Whether a field of this name, in any case, has exactly this value.
    func contains(_ name: StaticString, _ value: StaticString) -> Bool {
        for index in 0..<count where self.name(at: index).equalsIgnoringCase(name) {
            if self.value(at: index).equals(value) { return true }
        }
        return false
    }

    /// Whether a field of this name, in any case, has such a value.
    @inline(__always)
    func contains(_ name: StaticString, where isMet: (ByteView) -> Bool) -> Bool {
        for index in 0..<count where self.name(at: index).equalsIgnoringCase(name) {
            if isMet(value(at: index)) { return true }
        }
        return false
    }

    /// The value of the first field of this name, in any case.
    func first(_ name: StaticString) -> ByteView? {
        for index in 0..<count where self.name(at: index).equalsIgnoringCase(name) { return value(at: index) }
        return nil
    }
}
