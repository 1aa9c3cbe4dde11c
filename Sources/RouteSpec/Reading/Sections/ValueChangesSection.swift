/// What a route changes among values that have names: `request.headers`, `response.headers` and `rewrite_query`.
public struct ValueChanges: Sendable {
    public struct Value: Sendable {
        public var name: Marked<String>
        public var value: String
    }

    /// Takes the place of whatever was sent under the name; in the order of the spec.
    public var set: [Value] = []
    /// Stands beside what was sent under the name; in the order of the spec.
    public var add: [Value] = []
    public var remove: [Marked<String>] = []

    public var names: [Marked<String>] { self.set.map(\.name) + add.map(\.name) + remove }

    /// `X-Gateway: edge`, `also Vary: Origin`, `no X-Debug`, with what stands between a name and its value.
    func terms(_ separator: String) -> [String] {
        self.set.map { "\($0.name.value)\(separator)\($0.value)" }
            + add.map { "also \($0.name.value)\(separator)\($0.value)" } + remove.map { "no \($0.value)" }
    }

    /// `set: ["X-Gateway": "edge"]`, `remove: ["X-Debug"]`
    var arguments: [String] {
        var arguments: [String] = []
        for (label, values) in [("set", self.set), ("add", add)] where !values.isEmpty {
            let pairs = values.map { "\(literal($0.name.value)): \(literal($0.value))" }
            arguments.append("\(label): \(arrayLiteral(pairs))")
        }
        if !remove.isEmpty { arguments.append("remove: \(arrayLiteral(remove.map { literal($0.value) }))") }
        return arguments
    }
}

extension ValueChanges {
    /// What has the names.
    enum Kind {
        case header, parameter

        fileprivate var noun: String { self == .header ? "the header" : "the parameter" }
        fileprivate var name: Shape<String> { self == .header ? .changeableHeader : .queryName }
        fileprivate var value: Shape<String> { self == .header ? .headerValue : .queryValue }

        /// Servers read `_` in the name of a header as `-`, so two that differ in that are one.
        fileprivate func key(of name: String) -> String { self == .header ? name.headerKey : name }
    }

    /// `set`, `add` and `remove`.
    static func read(_ kind: Kind, _ fields: inout Fields) -> ValueChanges {
        var changes = ValueChanges()
        changes.read("set", kind, into: \.set, &fields)
        changes.read("add", kind, into: \.add, &fields)
        for name in fields.list("remove", of: kind.name) ?? []
        where fields.diagnostics.takesUp(name, kind, among: changes.names) {
            changes.remove.append(name)
        }
        return changes
    }

    private mutating func read(
        _ key: String, _ kind: Kind, into place: WritableKeyPath<ValueChanges, [Value]>, _ fields: inout Fields
    ) {
        for entry in fields.entries(key) ?? [] {
            let name = fields.diagnostics.read(key: entry.key, as: kind.name, of: kind.noun)
            let value = fields.diagnostics.read(entry.value, as: kind.value, of: "'\(entry.key.value)'")
            guard let name, let value else { continue }
            if fields.section == .requestHeaders, Self.credentials.contains(name.value.headerKey) {
                fields.diagnostics.error(
                    at: name.mark,
                    "'\(name.value)' holds a secret, which does not stand in a spec; it can be removed, and not set")
            } else if fields.diagnostics.takesUp(name, kind, among: names) {
                self[keyPath: place].append(Value(name: name, value: value.value))
            }
        }
    }

    private static let credentials: Set<String> = ["authorization", "cookie"]
}

extension Diagnostics {
    /// Whether the name is a new one.
    mutating func takesUp(_ name: Marked<String>, _ kind: ValueChanges.Kind, among names: [Marked<String>]) -> Bool {
        let key = kind.key(of: name.value)
        guard let twin = names.first(where: { kind.key(of: $0.value) == key }) else { return true }
        error(
            at: name.mark,
            "\(kind.noun) '\(name.value)' is the same as '\(twin.value)' at \(twin.mark.place); keep one of them")
        return false
    }
}

extension Shape<String> {
    /// A header that a route may change: none that frames the message, belongs to the connection or is the gateway's own.
    static var changeableHeader: Shape {
        fixedText("a header's name") { text throws(Fault) in
            let name = try headerName(text)
            let isOwn = ["x-forwarded-", "sec-websocket-"].contains { name.headerKey.hasPrefix($0) }
            guard !isOwn, !connectionHeaders.contains(name.headerKey) else {
                throw Fault("is '\(name)', which belongs to HTTP or the gateway; it cannot be changed")
            }
            return name
        }
    }
}
