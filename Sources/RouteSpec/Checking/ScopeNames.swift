extension Checker {
    /// Where `auth.scopes` is given it is closed: routes can demand no other, and should demand each.
    mutating func checkScopeNames() {
        guard let declared = spec.auth?.scopes else { return }
        let names = declared.map(\.name.value)
        let known = Set(names)
        let demanded = spec.routes.flatMap(\.scopes) + (spec.defaults.scopes?.value ?? [])
        for scope in demanded where !known.contains(scope.value) && !spec.gaps.contains(.scopes) {
            diagnostics.error(
                at: scope.mark,
                "there is no scope '\(scope.value)'; \(remedy(for: scope.value, among: names, where: "'auth.scopes'"))")
        }
        let used = Set(demanded.map(\.value))
        // A name that is only misspelt leaves its scope unused.
        guard spec.gaps.isDisjoint(with: [.routes, .scopes]), used.isSubset(of: known) else { return }
        for scope in declared where !used.contains(scope.name.value) {
            report(.unusedScope, at: scope.name.mark, "no route demands the scope '\(scope.name.value)'; remove it")
        }
    }
}
