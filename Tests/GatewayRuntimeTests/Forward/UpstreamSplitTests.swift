import Testing

@testable import GatewayRuntime

@Suite("Several upstreams of a route") struct UpstreamSplitTests {
    private static func split(_ weights: [Int]) -> UpstreamSplit {
        UpstreamSplit(
            SplitDefinition(shares: weights.enumerated().map { ($0 + 10, $1) }, hashOn: nil),
            names: (0..<20).map { "upstream-\($0)" })
    }

    @Test("have exactly their weights, over every cycle", arguments: [[95, 5], [1, 1, 1], [0, 3, 1], [7]])
    func cycles(weights: [Int]) {
        let split = Self.split(weights)
        for _ in 0..<3 {
            var counts = weights.map { _ in 0 }
            for _ in 0..<weights.reduce(0, +) { counts[split.next() - 10] += 1 }
            #expect(counts == weights)
        }
    }

    @Test("keep their keys: another weight moves no more than it has to")
    func keys() {
        let keys = (0..<50_000).map { TargetHash.mix($0) }
        let (before, after) = (Self.split([95, 5]), Self.split([90, 10]))
        let owners = keys.map(before.upstream)
        #expect(abs(owners.count { $0 == 11 } - 2_500) < 250)
        let moved = zip(owners, keys.map(after.upstream)).filter { $0 != $1 }
        #expect(abs(moved.count - 2_500) < 400)
        // They all go to the one that has more now.
        #expect(moved.allSatisfy { $0.1 == 11 })
        #expect(keys.map(Self.split([1, 0]).upstream).allSatisfy { $0 == 10 })
    }
}
