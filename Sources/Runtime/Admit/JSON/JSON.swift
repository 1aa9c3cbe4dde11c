/// A JSON value (RFC 8259), read strictly: UTF-8, no duplicate members, nothing behind the value, bounded depth.
///
/// Tokens are read with it rather than with a decoder of Foundation, since two members of one name must not be taken
/// (RFC 7519, 4) and a number must go upstream as it was written. A document is read once into a list of places, and a value
/// is one of them: to read allocates the same few times whatever the document holds. This one keeps its document; claims are
/// read by ``JSONView``.
struct JSON: @unchecked Sendable {
    /// It reads no other text, so that it may be looked at from anywhere.
    private let document: JSONDocument
    private let view: JSONView

    /// Nothing where the bytes are not one JSON value.
    init?(parsing bytes: some Collection<UInt8>) {
        let document = JSONDocument()
        let room = UnsafeMutableBufferPointer(start: document.room(for: bytes.count), count: bytes.count)
        _ = room.initialize(from: bytes)
        guard let view = document.read(bytes.count) else { return nil }
        self.init(document, view)
    }

    fileprivate init(_ document: JSONDocument, _ view: JSONView) {
        self.document = document
        self.view = view
    }

    var isNull: Bool { withView(\.isNull) }
    var bool: Bool? { withView(\.bool) }
    var string: String? { withView(\.string) }
    /// The number as it stands in the text.
    var number: String? { withView(\.number) }
    var array: JSONArray? { withView(\.array).map { JSONArray(document, $0) } }
    var object: JSONObject? { withView(\.object).map { JSONObject(document, $0) } }

    /// Whether this is the string of these very bytes.
    func isString(_ text: String) -> Bool {
        var text = text
        return text.withUTF8 { text in withView { $0.isString(ByteView(text)) } }
    }

    private func withView<Result>(_ body: (JSONView) -> Result) -> Result {
        withExtendedLifetime(document) { body(view) }
    }
}

/// The values of a JSON array.
struct JSONArray: Sequence, IteratorProtocol, @unchecked Sendable {
    private let document: JSONDocument
    private var values: JSONViews

    fileprivate init(_ document: JSONDocument, _ values: JSONViews) {
        self.document = document
        self.values = values
    }

    var first: JSON? {
        var copy = self
        return copy.next()
    }

    mutating func next() -> JSON? { values.next().map { JSON(document, $0) } }
}

/// The members of a JSON object, in the order of the text.
struct JSONObject: @unchecked Sendable {
    private let document: JSONDocument
    private let contents: JSONViews

    fileprivate init(_ document: JSONDocument, _ contents: JSONViews) {
        self.document = document
        self.contents = contents
    }

    subscript(name: String) -> JSON? {
        var name = name
        return name.withUTF8 { name in
            withExtendedLifetime(document) { contents.member(ByteView(name)).map { JSON(document, $0) } }
        }
    }

    var members: [(name: String, value: JSON)] {
        withExtendedLifetime(document) {
            var rest = contents
            var members: [(String, JSON)] = []
            while let name = rest.next(), let value = rest.next() {
                members.append((name.string ?? "", JSON(document, value)))
            }
            return members
        }
    }
}
