/// Counts the nodes of a spec as its readers will meet them, aliases expanded: a few lines of aliases can stand for more
/// than there is memory for. Nodes themselves share what an alias repeats, so composing costs nothing.
struct NodeBudget {
    static let limit = 10_000

    var count = 0
    private var firstAlias: Mark?
    /// The alias that went over the limit.
    private var breach: Mark?

    /// An alias that stands for so many nodes.
    mutating func take(_ weight: Int, at mark: Mark) {
        firstAlias = firstAlias ?? mark
        // A count that large is over the limit anyway.
        let (sum, overflow) = count.addingReportingOverflow(weight)
        count = overflow ? Int.max / 2 : min(sum, Int.max / 2)
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
