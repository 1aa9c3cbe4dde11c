/// The choice of a target: what one event loop has of it. What all of them know is in the ``TargetStates``.
struct Balancer {
    private let method: BalanceDefinition.Method
    private let states: TargetStates
    private let weights: [Int]
    /// What keys are held against, by target.
    private let seeds: [UInt64]
    private var turns: SmoothWeights
    private var random: RandomWords

    init(_ settings: UpstreamSettings, _ states: TargetStates, random: RandomWords = RandomWords()) {
        method = settings.balance.method
        self.states = states
        weights = settings.targets.map(\.weight)
        seeds = settings.targets.map { TargetHash.mix(TargetHash.hash($0.url.description.utf8)) }
        turns = SmoothWeights(count: weights.count)
        self.random = random
        // So that the loops do not all begin with the same one.
        let (first, weights) = (Int(self.random.next() % UInt64(max(1, weights.reduce(0, +)))), weights)
        for _ in 0..<first { _ = turns.next(among: states.all) { states.share(of: $0, weight: weights[$0], 0) } }
    }

    /// The target that a request goes to; none where no target is healthy.
    /// - Parameters:
    ///   - key: the hash of what the request is told by; it means something for `hash` only.
    ///   - tried: those that have failed the request, a bit each: others are preferred.
    mutating func next(key: UInt64, tried: UInt64, _ now: UInt64) -> Int? {
        let available = states.available(now)
        if available == 0 { return nil }
        let fresh = available & ~tried
        let candidates = fresh == 0 ? available : fresh
        switch method {
        case .roundRobin:
            let (states, weights) = (states, weights)
            return turns.next(among: candidates) { states.share(of: $0, weight: weights[$0], now) }
        case .random: return draw(among: candidates, now)
        case .leastRequest, .randomTwo: return lessBusyOfTwo(among: candidates, now)
        case .hash: return owner(of: key, among: candidates)
        }
    }

    /// Any, by weight.
    private mutating func draw(among candidates: UInt64, _ now: UInt64) -> Int {
        var sum = 0
        for index in Bits(candidates) { sum += states.share(of: index, weight: weights[index], now) }
        var rest = Int(random.next() % UInt64(max(1, sum)))
        for index in Bits(candidates) {
            rest -= states.share(of: index, weight: weights[index], now)
            if rest < 0 { return index }
        }
        return candidates.trailingZeroBitCount
    }

    /// Of two that are drawn, the one with fewer requests in flight for its weight (the power of two choices, Mitzenmacher
    /// 2001): nearly as good as the best of all, and no herd goes to one that was idle a moment ago.
    private mutating func lessBusyOfTwo(among candidates: UInt64, _ now: UInt64) -> Int {
        let one = draw(among: candidates, now)
        let rest = candidates & ~(1 << UInt64(one))
        if rest == 0 { return one }
        let other = draw(among: rest, now)
        let isLess =
            states.inFlight(other) * states.share(of: one, weight: weights[one], now)
            < states.inFlight(one) * states.share(of: other, weight: weights[other], now)
        return isLess ? other : one
    }

    /// The key's own target, or the next best where that one has too much to do.
    private func owner(of key: UInt64, among candidates: UInt64) -> Int {
        var (total, sum) = (0, 0)
        for index in Bits(candidates) {
            total += states.inFlight(index)
            sum += weights[index]
        }
        var rest = candidates
        var first: Int?
        while rest != 0 {
            let best = best(for: key, among: rest)
            if first == nil { first = best }
            let isOverloaded = TargetHash.isOverloaded(
                inFlight: states.inFlight(best), of: total, weight: weights[best], of: sum)
            if !isOverloaded { return best }
            rest &= ~(1 << UInt64(best))
        }
        return first ?? candidates.trailingZeroBitCount
    }

    private func best(for key: UInt64, among candidates: UInt64) -> Int {
        var best = candidates.trailingZeroBitCount
        var highest = -1.0
        for index in Bits(candidates) {
            let score = TargetHash.score(key, seed: seeds[index], weight: weights[index])
            if score > highest { (best, highest) = (index, score) }
        }
        return best
    }
}
