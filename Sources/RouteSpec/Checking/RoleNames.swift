extension Checker {
    /// Where `auth.roles` is given it is closed: routes and `includes` can name no other, and each should let someone in.
    mutating func checkRoleNames() {
        guard let declared = spec.auth?.roles else { return }
        let names = declared.map(\.name.value)
        let known = Set(names)
        let named = spec.routes.flatMap(\.roles) + (spec.defaults.roles?.value ?? [])
        for role in named + declared.flatMap(\.includes)
        where !known.contains(role.value) && !spec.gaps.contains(.roles) {
            diagnostics.error(
                at: role.mark,
                "there is no role '\(role.value)'; \(remedy(for: role.value, among: names, where: "'auth.roles'"))")
        }
        let includes = Dictionary(
            declared.map { ($0.name.value, $0.includes.map(\.value)) }, uniquingKeysWith: { first, _ in first })
        checkCircles(declared, includes)
        let used = Set(named.map(\.value))
        // A name that is only misspelt leaves its role unused.
        guard spec.gaps.isDisjoint(with: [.routes, .roles]), used.union(includes.values.joined()).isSubset(of: known)
        else { return }
        for role in declared where reach(of: role.name.value, includes).isDisjoint(with: used) {
            let including = declared.filter { other in other.includes.contains { $0.value == role.name.value } }
            let rest =
                including.isEmpty
                ? "" : ", also from 'includes' of \(including.map { "'\($0.name.value)'" }.joined(separator: ", "))"
            report(.unusedRole, at: role.name.mark, "no route lets the role '\(role.name.value)' in; remove it\(rest)")
        }
    }

    private mutating func checkCircles(
        _ declared: [(name: Marked<String>, includes: [Marked<String>])], _ includes: [String: [String]]
    ) {
        for role in declared {
            for included in role.includes where reach(of: included.value, includes).contains(role.name.value) {
                diagnostics.error(
                    at: included.mark,
                    "'\(role.name.value)' includes '\(included.value)', which includes '\(role.name.value)'; make one role of them"
                )
            }
        }
    }

    /// The role and all that it includes, through any number of steps.
    private func reach(of role: String, _ includes: [String: [String]]) -> Set<String> {
        var reached: Set<String> = []
        var open = [role]
        while let name = open.popLast() {
            if reached.insert(name).inserted { open += includes[name] ?? [] }
        }
        return reached
    }
}
