extension BuiltinEndpoint {
    /// `format`, and the `dependencies` that one of them shows.
    mutating func readHealth(_ fields: inout Fields) {
        fields.read("format", as: .choice, into: &format)
        let entry = fields.entry("dependencies")
        if let nodes = entry.flatMap({ fields.diagnostics.list($0.value, "dependencies") }) {
            for node in nodes {
                guard let dependency = Dependency(node, &fields.diagnostics) else { continue }
                if let twin = dependencies.first(where: { $0.label.value == dependency.label.value }) {
                    fields.diagnostics.error(
                        at: dependency.label.mark,
                        "'\(dependency.label.value)' stands there twice, first at \(twin.label.mark.place); keep one of them"
                    )
                } else {
                    dependencies.append(dependency)
                }
            }
            if nodes.isEmpty {
                fields.lack("dependencies", "'dependencies' is an empty list; write an upstream's name")
            }
        }
        if format == .dependencies, entry == nil {
            fields.lack("dependencies", "'dependencies' is missing in builtin.health; write a list of upstreams")
        }
        if format != .dependencies, let entry {
            fields.diagnostics.error(
                at: entry.key.mark, "'dependencies' is for 'format: dependencies'; write that, or remove it")
        }
    }
}

extension BuiltinEndpoint.Dependency {
    /// A name, or a label and what it stands for.
    fileprivate init?(_ node: Node, _ diagnostics: inout Diagnostics) {
        guard case .map(let entries) = node.content else {
            guard let name = diagnostics.read(node, as: .name, of: "an entry of 'dependencies'") else { return nil }
            self.init(label: name, part: name)
            return
        }
        guard let entry = entries.first, entries.count == 1 else {
            diagnostics.error(
                at: node.mark,
                "an entry of 'dependencies' is a name, or one label and a name; write { database: redis }")
            return nil
        }
        let label = diagnostics.read(key: entry.key, as: .name, of: "the label")
        guard let label, let part = diagnostics.read(entry.value, as: .name, of: "'\(entry.key.value.visible)'") else {
            return nil
        }
        self.init(label: label, part: part)
    }
}
