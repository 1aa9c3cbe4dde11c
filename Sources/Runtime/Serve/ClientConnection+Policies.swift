/// What policies have noted on an exchange: that they have fields for its response, or that it holds something of theirs. One
/// word, so that an exchange on which no policy acts pays for one compare.
struct PolicyMarks: OptionSet, Sendable {
    let rawValue: UInt16
}

// The two moments at which every exchange meets its policies, whatever became of it: the head of its response, and its end.
extension ClientConnection {
    /// The fields of policies, before the end of the head: of answers of the gateway's own, of relayed responses, and of a
    /// change of protocol.
    func putPolicyFields() {
        if let crossOrigin = worker.plan.crossOrigin { putCrossOriginFields(crossOrigin) }
        if exchange.marks.isEmpty { return }
    }

    /// Gives back what the exchange holds: it is over, be it finished, refused, abandoned or aborted. Called exactly once.
    func releasePolicies() {
        if exchange.marks.isEmpty { return }
        exchange.marks = []
    }
}
