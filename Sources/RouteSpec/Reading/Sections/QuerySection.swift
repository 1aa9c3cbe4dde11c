/// `rewrite_query`: what becomes of a request's query on its way to the upstream.
public struct QueryChanges: Sendable {
    public struct Parameter: Sendable {
        public var name: Marked<String>
        public var value: String
    }

    /// Takes the place of what was sent under the name; in the order of the spec.
    public var set: [Parameter] = []
    /// Stands behind what was sent.
    public var add: [Parameter] = []
    public var remove: [Marked<String>] = []

    /// `version=2`, `also tag=edge`, `no debug`
    var terms: [String] {
        self.set.map { "\($0.name.value)=\($0.value)" } + add.map { "also \($0.name.value)=\($0.value)" }
            + remove.map { "no \($0.value)" }
    }
}

extension QueryChanges {
    static func read(_ fields: inout Fields) -> QueryChanges {
        var changes = QueryChanges()
        changes.read("set", into: \.set, &fields)
        changes.read("add", into: \.add, &fields)
        for name in fields.list("remove", of: .queryName) ?? [] where changes.takesUp(name, &fields.diagnostics) {
            changes.remove.append(name)
        }
        return changes
    }

    private mutating func read(
        _ key: String, into place: WritableKeyPath<QueryChanges, [Parameter]>, _ fields: inout Fields
    ) {
        for entry in fields.entries(key) ?? [] {
            let name = fields.diagnostics.read(key: entry.key, as: .queryName, of: "the parameter's name")
            let value = fields.diagnostics.read(entry.value, as: .queryValue, of: "'\(entry.key.value)'")
            guard let name, let value, takesUp(name, &fields.diagnostics) else { continue }
            self[keyPath: place].append(Parameter(name: name, value: value.value))
        }
    }

    private func takesUp(_ name: Marked<String>, _ diagnostics: inout Diagnostics) -> Bool {
        let names = self.set.map(\.name) + add.map(\.name) + remove
        guard let twin = names.first(where: { $0.value == name.value }) else { return true }
        diagnostics.error(
            at: name.mark, "'\(name.value)' stands there twice, first at \(twin.mark.place); keep one of them")
        return false
    }
}
