extension Checker {
    /// A wildcard of which more specific routes leave nothing: `/x*` beside `/x` and `/x/*`, or `/a/*` beside `/a/`,
    /// `/a/{name}` and `/a/{name}/*`. Every other path has requests of its own, since it is none of the more specific ones.
    mutating func checkUnreachableRoutes() {
        for set in requests.sets where set.pattern.ending != .exact {
            var others: [RequestSet] = []
            var lost: [String] = []
            for method in set.endpoints {
                guard let found = coverers(below: set.pattern, method, set.conditions) else { continue }
                lost.append(method?.rawValue ?? "ANY")
                for other in found where !others.contains(where: { $0.mark == other.mark }) { others.append(other) }
            }
            guard !lost.isEmpty else { continue }
            unreachable.insert(set.mark)
            let names = others.map { "'\($0.pattern.text)' at \($0.mark.place)" }.joined(separator: ", ")
            diagnostics.error(
                at: set.mark,
                "\(lost.joined(separator: ", ")) '\(set.pattern.text)' can never be reached: \(names) take all its requests; remove it"
            )
        }
    }

    /// A route whose conditions ask for no more than those of another that goes before it: a prefix of which a pattern leaves
    /// nothing. With exact values alone there is none.
    mutating func checkUnreachableConditions() {
        for group in requests.groups where group.contains(where: { !requests.sets[$0].conditions.areExact }) {
            let ranks = group.map { requests.rank($0).dropLast() }
            for (index, rank) in zip(group, ranks) {
                let set = requests.sets[index]
                let first = zip(group, ranks).first { other, otherRank in
                    let winner = requests.sets[other]
                    return winner.owner != set.owner && set.endpoints.allSatisfy(winner.takesBefore)
                        && set.conditions.isInside(winner.conditions) && otherRank.lexicographicallyPrecedes(rank)
                }
                guard let first else { continue }
                let winner = requests.sets[first.0]
                unreachable.insert(set.mark)
                diagnostics.error(
                    at: set.mark,
                    "\(set.methodText) '\(set.pattern.text)' can never be reached: '\(winner.pattern.text)' at \(winner.mark.place) "
                        + "takes all that its 'match' does, and goes first; remove it, or ask for an exact value")
            }
        }
    }

    /// The sets that together take all that the wildcard at the pattern's end stands for, or none where something is left.
    private func coverers(below pattern: PathPattern, _ method: RouteMethod?, _ conditions: MatchConditions)
        -> [RequestSet]?
    {
        let parts: [PathPattern]
        switch pattern.ending {
        case .exact: return nil
        case .atAndBelow: parts = [pattern.ending(.exact), pattern.ending(.below(name: nil))]
        case .below:
            parts = [
                pattern.appending(.literal(""), ending: .exact), pattern.appending(.parameter("name"), ending: .exact),
                pattern.appending(.parameter("name"), ending: .below(name: nil)),
            ]
        }
        var found: [RequestSet] = []
        for part in parts {
            let direct = requests.sets(like: part).first { $0.takes(method) && conditions.isInside($0.conditions) }
            guard let covering = direct.map({ [$0] }) ?? coverers(below: part, method, conditions) else { return nil }
            found += covering
        }
        return found
    }
}
