import Testing

@testable import RouteSpec

/// The tree is held against asking every pattern for every path.
@Suite struct PatternTreeTests {
    private func tree(of patterns: [PathPattern]) -> PatternTree {
        var tree = PatternTree()
        for (index, pattern) in patterns.enumerated() { tree.insert(pattern, index) }
        return tree
    }

    @Test(arguments: 0..<60)
    func `overlaps are the pairs that share paths, neither inside the other`(_ seed: UInt64) throws {
        var random = SplitMix(seed: seed)
        let patterns = SmallWorld.patterns(8, &random)
        let matched = patterns.map(\.matched)
        var expected: Set<Set<Int>> = []
        for one in patterns.indices {
            for other in patterns.indices where other > one {
                let shared = matched[one].intersection(matched[other])
                let isNested = shared == matched[one] || shared == matched[other]
                if !shared.isEmpty, !isNested { expected.insert([one, other]) }
            }
        }
        let overlaps = tree(of: patterns).overlaps(limit: .max) { _, _ in true }
        #expect(Set(overlaps.map { [$0.first, $0.second] }) == expected, "\(patterns.map(\.text))")
        #expect(overlaps.count == expected.count)
        for overlap in overlaps {
            let witness = try RequestPath(overlap.witness).segments
            #expect(patterns[overlap.first].matches(witness) && patterns[overlap.second].matches(witness))
            #expect(patterns[overlap.first].precedence.lexicographicallyPrecedes(patterns[overlap.second].precedence))
        }
    }

    @Test(arguments: 0..<30)
    func `the first match is the most specific pattern that is wanted`(_ seed: UInt64) {
        var random = SplitMix(seed: seed)
        let patterns = SmallWorld.patterns(12, &random)
        let tree = tree(of: patterns)
        let unwanted = patterns.indices.randomElement(using: &random)
        for path in SmallWorld.paths {
            let expected = patterns.indices.filter { $0 != unwanted && patterns[$0].matches(path) }
                .min { patterns[$0].precedence.lexicographicallyPrecedes(patterns[$1].precedence) }
            let found = tree.firstMatch(of: path) { numbers in numbers.first { $0 != unwanted } }
            #expect(found == expected, "\(path) in \(patterns.map(\.text))")
        }
    }

    @Test(arguments: 0..<60)
    func `a common path is one of both, and is found where there is one`(_ seed: UInt64) {
        var random = SplitMix(seed: seed)
        let patterns = SmallWorld.patterns(10, &random)
        let tree = tree(of: patterns)
        let matched = patterns.map(\.matched)
        for one in patterns.indices {
            var overlapping: [Int] = []
            for other in patterns.indices {
                let path = patterns[one].commonPath(with: patterns[other])
                #expect((path != nil) == !matched[one].isDisjoint(with: matched[other]))
                guard let path else { continue }
                overlapping.append(other)
                #expect(patterns[one].matches(path) && patterns[other].matches(path), "\(path)")
            }
            #expect(tree.overlapping(patterns[one]) == overlapping)
        }
    }
}
