/// A JSON value (RFC 8259), read strictly: UTF-8, no duplicate members, nothing behind the value, bounded depth.
///
/// Tokens are read with it rather than with a decoder of Foundation, since two members of one name must not be taken
/// (RFC 7519, 4) and a number must go upstream as it was written. A document is read once into a list of places, and a value
/// is one of them: to read allocates the same few times whatever the document holds.
struct JSON: Sendable {
    fileprivate let document: JSONDocument
    fileprivate let place: JSONPlace

    /// Nothing where the bytes are not one JSON value.
    init?(parsing bytes: some Collection<UInt8>) {
        guard let document = JSONDocument(parsing: Array(bytes)), let place = document.places.first else { return nil }
        self.init(document, place)
    }

    fileprivate init(_ document: JSONDocument, _ place: JSONPlace) {
        self.document = document
        self.place = place
    }

    var isNull: Bool { place.kind == .null }

    var bool: Bool? {
        switch place.kind {
        case .true: true
        case .false: false
        default: nil
        }
    }

    var string: String? { place.kind == .string ? text : nil }
    /// The number as it stands in the text.
    var number: String? { place.kind == .number ? text : nil }
    /// The number where it is whole, not negative and of up to 15 digits, as dates are: it needs no text to be made of it.
    var smallInteger: Int64? {
        guard place.kind == .number, place.range.count <= 15 else { return nil }
        var value: Int64 = 0
        for byte in document.bytes[place.range] {
            guard byte >= 0x30, byte <= 0x39 else { return nil }
            value = value * 10 + Int64(byte - 0x30)
        }
        return value
    }
    var array: JSONArray? { place.kind == .array ? JSONArray(document, place) : nil }
    var object: JSONObject? { place.kind == .object ? JSONObject(document, place) : nil }

    /// Whether this is the string of these very bytes.
    func isString(_ text: String) -> Bool { place.kind == .string && document.holds(place, text) }

    /// Whether this is a string, and one of these.
    func isString(among texts: [String]) -> Bool {
        for text in texts where isString(text) { return true }
        return false
    }

    /// The bytes of a string or a number; nothing of anything else.
    func withText<Result>(_ body: (UnsafeBufferPointer<UInt8>) -> Result) -> Result? {
        guard place.kind == .string || place.kind == .number else { return nil }
        return document.bytes.withUnsafeBufferPointer { body(UnsafeBufferPointer(rebasing: $0[place.range])) }
    }

    private var text: String { document.text(at: place) }
}

/// What an array or an object holds, place by place.
private struct JSONContents: Sendable {
    let document: JSONDocument
    /// What is left of them.
    private(set) var places: Range<Int>

    init(_ document: JSONDocument, _ place: JSONPlace) {
        self.document = document
        places = place.contents
    }

    mutating func next() -> JSONPlace? {
        guard let index = places.first else { return nil }
        let place = document.places[index]
        places = place.following..<places.upperBound
        return place
    }
}

/// The values of a JSON array.
struct JSONArray: Sequence, IteratorProtocol, Sendable {
    private var contents: JSONContents

    fileprivate init(_ document: JSONDocument, _ place: JSONPlace) { contents = JSONContents(document, place) }

    var first: JSON? {
        var copy = self
        return copy.next()
    }

    mutating func next() -> JSON? { contents.next().map { JSON(contents.document, $0) } }
}

/// The members of a JSON object, in the order of the text.
struct JSONObject: Sendable {
    private let contents: JSONContents

    fileprivate init(_ document: JSONDocument, _ place: JSONPlace) { contents = JSONContents(document, place) }

    subscript(name: String) -> JSON? {
        contents.document.member(name, in: contents.places).map { JSON(contents.document, $0) }
    }

    var members: [(name: String, value: JSON)] {
        var rest = contents
        var members: [(String, JSON)] = []
        while let name = rest.next(), let value = rest.next() {
            members.append((rest.document.text(at: name), JSON(rest.document, value)))
        }
        return members
    }
}
