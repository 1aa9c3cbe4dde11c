extension HeaderChanges {
    /// `set`, `add` and `remove`.
    static func read(_ fields: inout Fields) -> HeaderChanges {
        var changes = HeaderChanges()
        changes.read("set", into: \.set, &fields)
        changes.read("add", into: \.add, &fields)
        for name in fields.list("remove", of: .changeableHeader) ?? []
        where fields.diagnostics.takesUp(name, among: changes.names) {
            changes.remove.append(name)
        }
        return changes
    }

    private mutating func read(
        _ key: String, into place: WritableKeyPath<HeaderChanges, [Value]>, _ fields: inout Fields
    ) {
        for entry in fields.entries(key) ?? [] {
            let name = fields.diagnostics.read(key: entry.key, as: .changeableHeader, of: "the header")
            let value = fields.diagnostics.read(entry.value, as: .headerValue, of: "'\(entry.key.value)'")
            guard let name, let value else { continue }
            if fields.section == .requestHeaders, Self.credentials.contains(name.value.headerKey) {
                fields.diagnostics.error(
                    at: name.mark,
                    "'\(name.value)' holds a secret, which does not stand in a spec; it can be removed, and not set")
            } else if fields.diagnostics.takesUp(name, among: names) {
                self[keyPath: place].append(Value(name: name, value: value.value))
            }
        }
    }

    private static let credentials: Set<String> = ["authorization", "cookie"]
}

extension Diagnostics {
    /// Whether the name of a header is a new one. Servers read `_` as `-`, so two that differ in that are one.
    mutating func takesUp(_ name: Marked<String>, among names: [Marked<String>]) -> Bool {
        guard let twin = names.first(where: { $0.value.headerKey == name.value.headerKey }) else { return true }
        error(
            at: name.mark,
            "the header '\(name.value)' is the same as '\(twin.value)' at \(twin.mark.place); keep one of them")
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
