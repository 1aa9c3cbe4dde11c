/// What policies have noted on an exchange: that they have fields for its response, or that it holds something of theirs. One
/// word, so that an exchange on which no policy acts pays for one compare.
struct PolicyMarks: OptionSet, Sendable {
    let rawValue: UInt16

    /// A limit was asked, and its fields go into the response.
    static let limited = PolicyMarks(rawValue: 1 << 0)
    /// It is one of those under way that its route counts.
    static let holdsPlace = PolicyMarks(rawValue: 1 << 1)
    /// It waits for such a place.
    static let queued = PolicyMarks(rawValue: 1 << 2)
    /// What comes of its body is kept.
    static let keepsBody = PolicyMarks(rawValue: 1 << 6)
    /// A copy of it goes to the mirror once it is whole.
    static let mirrored = PolicyMarks(rawValue: 1 << 5)
    /// It was let through by the route's circuit breaker, which is to be told what came of it.
    static let breaker = PolicyMarks(rawValue: 1 << 7)
    /// A target has been chosen, and is to be told of the end.
    static let attempt = PolicyMarks(rawValue: 1 << 8)
    /// A cache has said what it did, or holds something for the exchange.
    static let cache = PolicyMarks(rawValue: 1 << 9)
}

// The two moments at which every exchange meets its policies, whatever became of it: the head of its response, and its end.
extension ClientConnection {
    /// The fields of policies, before the end of the head: of answers of the gateway's own, of relayed responses, and of a
    /// change of protocol.
    func putPolicyFields() {
        if let crossOrigin = worker.plan.crossOrigin { putCrossOriginFields(crossOrigin) }
        if exchange.marks.isEmpty { return }
        if exchange.marks.contains(.limited) { putLimitFields() }
        if exchange.marks.contains(.cache) { putCacheFields() }
    }

    /// Gives back what the exchange holds: its response is complete, or it is refused, abandoned or aborted.
    func releasePolicies() {
        if exchange.marks.isEmpty { return }
        if !exchange.marks.isDisjoint(with: [.holdsPlace, .queued]) { leavePlace() }
        if exchange.marks.contains(.cache) { releaseCache() }
        releaseAttempt()
        dropBody()
        settleBreaker(.neither)
        if exchange.marks.contains(.compressed) { giveCompressorBack() }
        if exchange.marks.contains(.transformed) { giveTransformsBack() }
        exchange.marks = []
    }
}
