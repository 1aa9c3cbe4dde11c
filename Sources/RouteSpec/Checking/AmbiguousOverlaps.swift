extension Checker {
    /// Routes that share requests though neither is more specific as a whole: a reader of the spec would have to know the
    /// order of precedence by heart.
    mutating func checkAmbiguousOverlaps() {
        guard level(of: .ambiguousOverlap) != .off else { return }
        let sets = requests.sets
        let overlaps = requests.tree.overlaps(limit: Self.mostOverlaps) { first, second in
            sets[first].owner != sets[second].owner && sets[first].overlaps(sets[second])
        }
        for overlap in overlaps.sorted(by: { ($0.first, $0.second) < ($1.first, $1.second) }) { report(overlap) }
        for group in requests.groups where group.count > 1 { checkTies(in: group) }
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

    /// Routes of one path whose conditions one request can meet, with nothing to say which of them goes first.
    private mutating func checkTies(in group: [Int]) {
        for (position, index) in group.enumerated() {
            for first in group[..<position] {
                let (one, other) = (requests.sets[first], requests.sets[index])
                guard one.conditions != other.conditions, one.ties(with: other), one.owner != other.owner else { continue }
                report(
                    .ambiguousOverlap, at: other.mark,
                    "'\(other.pattern.text)' and '\(one.pattern.text)' at \(one.mark.place) can both match a request to '\(one.witness)', "
                        + "with as many conditions each; add a condition to the one that is to go first")
            }
        }
    }
}

extension RequestSet {
    fileprivate func ties(with other: RequestSet) -> Bool {
        methods.isEmpty == other.methods.isEmpty && overlaps(other) && conditions.host == other.conditions.host
            && conditions.headers.count == other.conditions.headers.count && conditions.query.count == other.conditions.query.count
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
