/// Turns by weight, as evenly spread as can be (smooth weighted round robin, as nginx has it): over as many turns as the
/// weights come to, each has exactly its own number of them, and none has two in a row where others could be in between.
struct SmoothWeights {
    /// What each has coming to it; the sum is nought.
    private var credits: [Int]

    init(count: Int) { credits = Array(repeating: 0, count: count) }

    /// The one whose turn it is.
    /// - Parameters:
    ///   - candidates: a bit for each that may be chosen; one at least. The others wait where they are.
    ///   - weight: above 0.
    mutating func next(among candidates: UInt64, weight: (Int) -> Int) -> Int {
        var best = -1
        var sum = 0
        for index in Bits(candidates) where index < credits.count {
            let share = weight(index)
            credits[index] &+= share
            sum &+= share
            if best < 0 || credits[index] > credits[best] { best = index }
        }
        guard best >= 0 else { return 0 }
        credits[best] &-= sum
        return best
    }
}

/// The numbers of the bits of a word, from the lowest.
struct Bits: Sequence, IteratorProtocol {
    private var rest: UInt64

    init(_ word: UInt64) { rest = word }

    mutating func next() -> Int? {
        guard rest != 0 else { return nil }
        defer { rest &= rest &- 1 }
        return rest.trailingZeroBitCount
    }
}
