/// Counts the nodes of a spec as its readers will meet them, aliases expanded: a few lines of aliases can stand for more
/// than there is memory for. Nodes themselves share what an alias repeats, so composing costs nothing.
struct NodeBudget {
    static let limit = 10_000

    /// No more than one over the limit.
    private(set) var count = 0
    private var firstAlias: Mark?
    /// The alias that went over the limit.
    private var breach: Mark?

    /// A node that stands in the file.
    mutating func takeNode() { count = min(count + 1, Self.limit + 1) }

    /// An alias that stands for so many nodes.
    mutating func takeAlias(of weight: Int, at mark: Mark) {
        firstAlias = firstAlias ?? mark
        count = min(count + weight, Self.limit + 1)
        if count > Self.limit { breach = breach ?? mark }
    }

    /// Reports a spec that is too large to be read. One without aliases is never.
    func check(into diagnostics: inout Diagnostics) -> Bool {
        guard count > Self.limit, let mark = breach ?? firstAlias else { return true }
        diagnostics.error(
            at: mark,
            "the spec has over 10,000 nodes once its aliases are expanded; write it with fewer aliases, or with none")
        return false
    }
}
