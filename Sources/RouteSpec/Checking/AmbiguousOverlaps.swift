extension Checker {
    /// Routes that share requests though neither is more specific as a whole: a reader of the spec would have to know the
    /// order of precedence by heart.
    mutating func checkAmbiguousOverlaps() {
        guard level(of: .ambiguousOverlap) != .off else { return }
        for overlap in overlaps() { report(overlap) }
        for group in requests.groups where group.count > 1 { checkTies(in: group) }
    }

    /// Found method by method: in a large spec most paths that overlap have no method in common.
    private func overlaps() -> [PathOverlap] {
        let sets = requests.sets
        var found: [PathOverlap] = []
        var seen: Set<[Int]> = []
        for method in Set(sets.flatMap(\.endpoints)) {
            var tree = PatternTree()
            for (index, set) in sets.enumerated() where set.methods.isEmpty || method.map(set.methods.contains) ?? false
            {
                tree.insert(set.pattern, index)
            }
            let overlaps = tree.overlaps(limit: Self.mostOverlaps) { first, second in
                sets[first].owner != sets[second].owner && sets[first].conditions.overlaps(sets[second].conditions)
            }
            found += overlaps.filter { seen.insert([$0.first, $0.second]).inserted }
        }
        return found
    }

    /// Where thousands of routes overlap with thousands, nobody reads more.
    private static let mostOverlaps = 1_000

    private mutating func report(_ overlap: PathOverlap) {
        let (winner, loser) = (requests.sets[overlap.first], requests.sets[overlap.second])
        // Reported where the later of the two stands, which names the other.
        let (here, there) = overlap.first > overlap.second ? (winner, loser) : (loser, winner)
        report(
            .ambiguousOverlap, at: here.mark,
            "'\(here.pattern.text)' and '\(there.pattern.text)' at \(there.mark.place) both match '\(overlap.witness)', and "
                + "'\(winner.pattern.text)' takes it; tell them apart, or add a route for what both match")
    }

    /// Routes of one path whose conditions one request can meet, with nothing to say which of them goes first. One such
    /// route is named for each.
    private mutating func checkTies(in group: [Int]) {
        for equals in Dictionary(grouping: group, by: { requests.sets[$0].precedence }).values where equals.count > 1 {
            // Conditions on exact values of the same names are equal or contradict each other, so only others are compared.
            var kinds: [[[String]]: Int] = [:]
            let routes = equals.map { index in
                let conditions = requests.sets[index].conditions
                let names = conditions.names + (conditions.areExact ? [] : [["\(index)"]])
                let kind = kinds[names] ?? kinds.count
                kinds[names] = kind
                return (kind: kind, index: index)
            }
            guard kinds.count > 1 else { continue }
            for (position, route) in routes.enumerated() {
                let first = routes[..<position].first { $0.kind != route.kind && ties($0.index, route.index) }
                if let first { reportTie(requests.sets[first.index], requests.sets[route.index]) }
            }
        }
    }

    private func ties(_ first: Int, _ second: Int) -> Bool {
        let (one, other) = (requests.sets[first], requests.sets[second])
        // What is equal is an error already.
        return one.owner != other.owner && one.conditions != other.conditions && one.overlaps(other)
    }

    private mutating func reportTie(_ one: RequestSet, _ other: RequestSet) {
        report(
            .ambiguousOverlap, at: other.mark,
            "'\(other.pattern.text)' and '\(one.pattern.text)' at \(one.mark.place) can both match a request to '\(one.witness)', "
                + "with as many conditions each; add a condition to the one that is to go first")
    }
}

extension MatchConditions {
    fileprivate var names: [[String]] { [headers.map(\.name), query.map(\.name)] }
}

extension RequestSet {
    /// What decides between routes of one path.
    fileprivate struct Precedence: Hashable {
        var host: HostPattern?
        var takesAnyMethod: Bool
        var conditions: [Int]
    }

    fileprivate var precedence: Precedence {
        Precedence(
            host: conditions.host, takesAnyMethod: methods.isEmpty, conditions: conditions.rank)
    }

    /// A path that the pattern matches.
    fileprivate var witness: String {
        var segments = pattern.segments.map { segment in
            switch segment {
            case .literal(let text): text
            case .parameter: anySegment
            }
        }
        if case .below = pattern.ending { segments.append(anySegment) }
        return "/" + segments.joined(separator: "/")
    }
}
