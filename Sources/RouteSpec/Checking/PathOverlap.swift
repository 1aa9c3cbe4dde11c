/// Two patterns of a tree that share paths, neither inside the other, and a path that both match. `first` is the one
/// that gets it: where they differ first, it has the literal.
struct PathOverlap {
    var first: Int
    var second: Int
    var witness: String
}

extension PatternTree {
    /// Every such pair that is wanted, or as many as the limit says.
    ///
    /// Two patterns can only overlap so where one has a literal and the other a name, so the walk starts at each node that
    /// has both and follows the two subtrees side by side.
    func overlaps(limit: Int, where isWanted: @escaping (Int, Int) -> Bool) -> [PathOverlap] {
        var walk = OverlapWalk(tree: self, limit: limit, isWanted: isWanted)
        walk.descend(from: 0, witness: [])
        return walk.found
    }
}

private struct OverlapWalk {
    let tree: PatternTree
    let limit: Int
    let isWanted: (Int, Int) -> Bool
    var found: [PathOverlap] = []

    /// Both patterns are the same so far.
    mutating func descend(from position: Int, witness: [String]) {
        let node = tree.nodes[position]
        for (literal, child) in tree.literals(of: position) {
            if let parameter = node.parameter, !literal.isEmpty {
                follow(child, parameter, secondIsStricter: false, witness: witness + [literal])
            }
            descend(from: child, witness: witness + [literal])
        }
        if let parameter = node.parameter { descend(from: parameter, witness: witness + [anySegment]) }
    }

    /// The first pattern has been stricter than the second somewhere; `secondIsStricter` says whether the second has too.
    private mutating func follow(_ one: Int, _ other: Int, secondIsStricter: Bool, witness: [String]) {
        guard found.count < limit else { return }
        let (first, second) = (tree.nodes[one], tree.nodes[other])
        if secondIsStricter {
            report(first.exact, second.exact + second.atAndBelow, witness)
            report(first.atAndBelow, second.exact + second.atAndBelow, witness)
            report(first.below, second.below + second.atAndBelow, witness + [anySegment])
            report(first.atAndBelow, second.below, witness + [anySegment])
            let wildcards = second.below + second.atAndBelow
            if !wildcards.isEmpty {
                for (number, path) in tree.descendants(of: one, witness) { report([number], wildcards, path) }
            }
        } else {
            report(first.atAndBelow, second.exact, witness)
            report(first.atAndBelow, second.below, witness + [anySegment])
        }
        let wildcards = first.below + first.atAndBelow
        if !wildcards.isEmpty {
            for (number, path) in tree.descendants(of: other, witness) { report(wildcards, [number], path) }
        }
        for (literal, child) in tree.literals(of: one) {
            if let twin = second.literals[literal] {
                follow(child, twin, secondIsStricter: secondIsStricter, witness: witness + [literal])
            }
            if let parameter = second.parameter, !literal.isEmpty {
                follow(child, parameter, secondIsStricter: secondIsStricter, witness: witness + [literal])
            }
        }
        guard let parameter = first.parameter else { return }
        for (literal, child) in tree.literals(of: other) where !literal.isEmpty {
            follow(parameter, child, secondIsStricter: true, witness: witness + [literal])
        }
        if let twin = second.parameter {
            follow(parameter, twin, secondIsStricter: secondIsStricter, witness: witness + [anySegment])
        }
    }

    private mutating func report(_ first: [Int], _ second: [Int], _ witness: [String]) {
        for one in first {
            for other in second where found.count < limit && isWanted(one, other) {
                found.append(PathOverlap(first: one, second: other, witness: "/" + witness.joined(separator: "/")))
            }
        }
    }
}

/// Stands for a `{name}` in an example.
let anySegment = "x"

extension PatternTree {
    /// Those below a node, each with a path that it matches.
    fileprivate func descendants(of position: Int, _ witness: [String]) -> [(number: Int, path: [String])] {
        var found: [(Int, [String])] = []
        collect(below: position, witness, &found)
        return found
    }

    private func collect(below position: Int, _ witness: [String], _ found: inout [(Int, [String])]) {
        let node = nodes[position]
        for (literal, child) in literals(of: position) { collect(from: child, witness + [literal], &found) }
        if let parameter = node.parameter { collect(from: parameter, witness + [anySegment], &found) }
    }

    private func collect(from position: Int, _ witness: [String], _ found: inout [(Int, [String])]) {
        let node = nodes[position]
        for number in node.exact + node.atAndBelow { found.append((number, witness)) }
        for number in node.below { found.append((number, witness + [anySegment])) }
        collect(below: position, witness, &found)
    }
}
