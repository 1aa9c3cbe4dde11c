/// Overlaps of routes of which one has no path that the other has not.
extension Checker {
    /// Routes that share requests, each of which has some that the other has not: one asks for a host, say, and the other for
    /// a header. One such route is named for each.
    mutating func checkNestedOverlaps() {
        let sets = requests.sets
        // Exact values of the same names are equal or contradict each other, so routes of one kind are not compared.
        let compared = sets.indices.filter { !sets[$0].isBuiltin && !unreachable.contains(sets[$0].mark) }
        let groups = compared.grouped { Kind(of: sets[$0], number: $0) }
        let kinds = groups.map { Kind(of: sets[$0[0]], number: $0[0]) }
        var tree = PatternTree()
        for (number, group) in groups.enumerated() { tree.insert(sets[group[0]].pattern, number) }
        for (number, group) in groups.enumerated() {
            let others = tree.covering(sets[group[0]].pattern).filter { !kinds[$0].isLike(kinds[number]) }
            for index in group {
                for other in others {
                    let hasEqualPath = kinds[other].shape == kinds[number].shape
                    let found = groups[other].first { isUneven(index, $0, hasEqualPath: hasEqualPath) }
                    guard let found else { continue }
                    reportNested(index, found)
                    break
                }
            }
        }
    }

    /// Whether the two share requests, and each has some of its own. Of two with the same path, one answer is enough.
    private func isUneven(_ inner: Int, _ outer: Int, hasEqualPath: Bool) -> Bool {
        let (one, other) = (requests.sets[inner], requests.sets[outer])
        guard !hasEqualPath || outer < inner, one.owner != other.owner, one.overlaps(other) else { return false }
        return !one.isInside(other) && !(hasEqualPath && other.isInside(one))
    }

    /// - Parameter inner: the one whose path the other's covers.
    private mutating func reportNested(_ inner: Int, _ outer: Int) {
        // Reported where the later of the two stands, which names the other.
        let (here, there) = (requests.sets[max(inner, outer)], requests.sets[min(inner, outer)])
        let both =
            "'\(here.pattern.text)' and '\(there.pattern.text)' at \(there.mark.place) can both match a request to "
            + "'\(requests.sets[inner].witness)'"
        guard let (winner, reason) = precedence(inner, outer) else {
            return report(
                .ambiguousOverlap, at: here.mark,
                "\(both), with as many conditions each; add a condition to the one that is to go first")
        }
        report(
            .ambiguousOverlap, at: here.mark,
            "\(both), and \(winner == max(inner, outer) ? "this one" : "the other") takes it for \(reason); tell them apart, "
                + "or add a route for what both match")
    }

    /// Which of them a request goes to that both match, and why; none where nothing says it.
    private func precedence(_ inner: Int, _ outer: Int) -> (winner: Int, reason: String)? {
        guard requests.sets[inner].pattern.shape == requests.sets[outer].pattern.shape else {
            return (inner, "its path")
        }
        let (one, other) = (requests.rank(inner).dropLast(), requests.rank(outer).dropLast())
        guard let place = zip(one, other).enumerated().first(where: { $1.0 != $1.1 })?.offset else { return nil }
        let reason = place == 0 ? "its host" : place == 1 ? "naming a method" : "its conditions"
        return (one[place] < other[place] ? inner : outer, reason)
    }
}

extension Checker {
    /// Sets of which no two have to be compared: of one path, and with exact values of the same names.
    private struct Kind: Hashable {
        let shape: String
        let takesAnyMethod: Bool
        let hasExactHost: Bool
        let names: [[String]]
        /// Of a set with other conditions, which is of a kind of its own.
        let number: Int?

        init(of set: RequestSet, number: Int) {
            shape = set.pattern.shape
            takesAnyMethod = set.methods.isEmpty
            if case .exact? = set.conditions.host { hasExactHost = true } else { hasExactHost = false }
            names = [set.conditions.headers.map(\.name), set.conditions.query.map(\.name)]
            self.number = set.conditions.areExact && (set.conditions.host == nil || hasExactHost) ? nil : number
        }

        /// Whether they differ in no more than the path.
        func isLike(_ other: Kind) -> Bool {
            number == other.number && takesAnyMethod == other.takesAnyMethod && hasExactHost == other.hasExactHost
                && names == other.names
        }
    }
}

extension RequestSet {
    /// Whether the other takes all that this does, as far as the path does not tell. Of methods that are named, each is looked at alone.
    fileprivate func isInside(_ other: RequestSet) -> Bool {
        (other.methods.isEmpty || !methods.isEmpty) && conditions.isInside(other.conditions)
    }

    /// A path that the pattern matches.
    fileprivate var witness: String { "/" + (pattern.commonPath(with: pattern) ?? []).joined(separator: "/") }
}

extension PatternTree {
    /// All whose pattern has every path of this one.
    fileprivate func covering(_ pattern: PathPattern) -> [Int] {
        var found: [Int] = []
        collectCovering(pattern, from: 0, depth: 0, &found)
        return found.sorted()
    }

    private func collectCovering(_ pattern: PathPattern, from position: Int, depth: Int, _ found: inout [Int]) {
        let node = nodes[position]
        guard depth < pattern.segments.count else {
            switch pattern.ending {
            case .exact: found += node.exact + node.atAndBelow
            case .below: found += node.below + node.atAndBelow
            case .atAndBelow: found += node.atAndBelow
            }
            return
        }
        found += node.below + node.atAndBelow
        if case .literal(let text) = pattern.segments[depth] {
            if let child = node.literals[text] { collectCovering(pattern, from: child, depth: depth + 1, &found) }
            if text.isEmpty { return }
        }
        if let child = node.parameter { collectCovering(pattern, from: child, depth: depth + 1, &found) }
    }
}
