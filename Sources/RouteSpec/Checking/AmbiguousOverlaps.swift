extension Checker {
    /// Routes that share requests though neither is more specific as a whole: a reader of the spec would have to know the
    /// order of precedence by heart.
    mutating func checkAmbiguousOverlaps() {
        guard level(of: .ambiguousOverlap) != .off else { return }
        for overlap in overlaps() { report(overlap) }
        checkNestedOverlaps()
    }

    /// Found method by method: in a large spec most paths that overlap have no method in common.
    private func overlaps() -> [PathOverlap] {
        let sets = requests.sets
        var found: [PathOverlap] = []
        var seen: Set<[Int]> = []
        let methods = Set(sets.flatMap(\.endpoints))
        for method in [nil] + RouteMethod.allCases where methods.contains(method) {
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
}
