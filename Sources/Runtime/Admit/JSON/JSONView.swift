/// A JSON value (RFC 8259) in a ``JSONDocument`` that somebody keeps: valid only until that is gone, or reads another text.
///
/// It holds on to nothing: the claims of a token are asked for twenty times, and counting references took longer than that.
struct JSONView {
    fileprivate let text: UnsafePointer<UInt8>
    fileprivate let place: UnsafePointer<JSONPlace>

    init(_ text: UnsafePointer<UInt8>, _ place: UnsafePointer<JSONPlace>) {
        self.text = text
        self.place = place
    }

    private var kind: JSONPlace.Kind { place.pointee.kind }

    var isNull: Bool { kind == .null }

    var bool: Bool? {
        switch kind {
        case .true: true
        case .false: false
        default: nil
        }
    }

    var string: String? { kind == .string ? bytes.string : nil }
    /// The number as it stands in the text.
    var number: String? { kind == .number ? bytes.string : nil }

    /// The number where it is whole, not negative and of up to 15 digits, as dates are: it needs no text to be made of it.
    var smallInteger: Int64? {
        guard kind == .number, bytes.count <= 15 else { return nil }
        var value: Int64 = 0
        for byte in bytes.bytes {
            guard byte >= 0x30, byte <= 0x39 else { return nil }
            value = value * 10 + Int64(byte - 0x30)
        }
        return value
    }

    /// The bytes of a string.
    var stringBytes: ByteView? { kind == .string ? bytes : nil }
    /// The bytes of a string or a number.
    var scalarBytes: ByteView? { kind == .string || kind == .number ? bytes : nil }

    private var bytes: ByteView { ByteView(text + Int(place.pointee.start), count: Int(place.pointee.count)) }

    /// The values of an array.
    var array: JSONViews? { kind == .array ? JSONViews(of: self) : nil }
    /// Each name of an object, with its value behind it.
    var object: JSONViews? { kind == .object ? JSONViews(of: self) : nil }

    /// Whether this is the string of these very bytes: no two are one for looking alike.
    func isString(_ other: ByteView) -> Bool { kind == .string && bytes.equals(other) }
}

/// What an array or an object holds, value by value.
struct JSONViews: Sequence, IteratorProtocol {
    private let text: UnsafePointer<UInt8>
    private var place: UnsafePointer<JSONPlace>
    private let end: UnsafePointer<JSONPlace>

    fileprivate init(of value: JSONView) {
        text = value.text
        place = value.place + 1
        end = value.place + Int(value.place.pointee.size)
    }

    mutating func next() -> JSONView? {
        guard place < end else { return nil }
        defer { place += Int(place.pointee.size) }
        return JSONView(text, place)
    }

    /// The value of an object's member of that name.
    @inline(__always)
    func member(_ name: ByteView) -> JSONView? {
        var place = place
        // A name is one place, and its value is behind it.
        while place < end {
            let value = place + 1
            if place.pointee.count == name.count,
                ByteView(text + Int(place.pointee.start), count: name.count).equals(name)
            {
                return JSONView(text, value)
            }
            place = value + Int(value.pointee.size)
        }
        return nil
    }
}
