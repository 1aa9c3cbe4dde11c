import Synchronization

/// Which of several upstreams a route's requests go to (a weighted `upstream`).
public struct SplitDefinition: Sendable {
    /// Indices into ``GatewayDefinition/upstreams``, and the weight of each.
    public let shares: [(upstream: Int, weight: Int)]
    /// What of a request always leads to the same upstream; none for turns.
    public let hashOn: RequestKey?
}

/// A ``SplitDefinition`` made ready, with what all event loops share of it.
final class UpstreamSplit: Sendable {
    let hashOn: RequestKey?
    private let upstreams: [Int]
    private let weights: [Int]
    private let seeds: [UInt64]
    /// Whose turn it is, as often as the weights come to.
    private let cycle: [UInt8]
    private let turn = Atomic<UInt64>(0)

    /// - Parameter names: of all upstreams; keys are held against them.
    init(_ definition: SplitDefinition, names: [String]) {
        hashOn = definition.hashOn
        let shares = definition.shares.prefix(64).filter { $0.weight > 0 }
        upstreams = shares.map(\.upstream)
        weights = shares.map(\.weight)
        seeds = shares.map { TargetHash.mix(TargetHash.hash(names[$0.upstream].utf8)) }
        let divisor = weights.reduce(0, Self.divisor)
        let reduced = weights.map { $0 / max(1, divisor) }
        var turns = SmoothWeights(count: reduced.count)
        let all: UInt64 = reduced.count == 64 ? .max : (1 << UInt64(reduced.count)) - 1
        cycle = (0..<reduced.reduce(0, +)).map { _ in UInt8(turns.next(among: all) { reduced[$0] }) }
    }

    /// The upstream whose turn it is; over all event loops, each has exactly its share.
    func next() -> Int {
        let turn = turn.add(1, ordering: .relaxed).oldValue
        return upstreams[Int(cycle[Int(turn % UInt64(max(1, cycle.count)))])]
    }

    /// The upstream that a key belongs to. A change of weights moves no more keys than it has to.
    func upstream(of key: UInt64) -> Int {
        var (best, highest) = (0, -1.0)
        for index in upstreams.indices {
            let score = TargetHash.score(key, seed: seeds[index], weight: weights[index])
            if score > highest { (best, highest) = (index, score) }
        }
        return upstreams[best]
    }

    private static func divisor(_ one: Int, _ other: Int) -> Int {
        var (a, b) = (one, other)
        while b != 0 { (a, b) = (b, a % b) }
        return a
    }
}
