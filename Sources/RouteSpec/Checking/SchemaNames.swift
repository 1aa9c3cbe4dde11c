extension Checker {
    /// Schemas that are referred to and not declared, and those that nothing refers to.
    mutating func checkSchemaNames() {
        let byName = Dictionary(spec.schemas.map { ($0.name.value, $0) }, uniquingKeysWith: { first, _ in first })
        let fromRoutes = (spec.routes.flatMap(\.responses) + (spec.defaults.responses ?? [])).flatMap(\.references)
        for reference in fromRoutes + spec.schemas.flatMap(\.references)
        where byName[reference.value] == nil && !spec.gaps.contains(.schemas) {
            diagnostics.error(
                at: reference.mark,
                "there is no schema '\(reference.value)'; \(remedy(for: reference.value, among: spec.schemas.map(\.name.value), where: "'schemas'"))"
            )
        }
        guard spec.gaps.isDisjoint(with: [.routes, .schemas]) else { return }
        var used: Set<String> = []
        var open = fromRoutes.map(\.value)
        while let name = open.popLast() {
            guard used.insert(name).inserted, let schema = byName[name] else { continue }
            open += schema.references.map(\.value)
        }
        // A name that is only misspelt leaves its schema unused.
        guard used.isSubset(of: Set(byName.keys)) else { return }
        for schema in spec.schemas where !used.contains(schema.name.value) {
            report(.unusedSchema, at: schema.name.mark, "no route uses the schema '\(schema.name.value)'; remove it")
        }
    }
}
