extension Checker {
    /// A change of a header that every request loses, and that a claim fills.
    mutating func checkIdentityHeaders() {
        let identity = (spec.auth?.claimHeaders ?? []).map(\.header)
        // What stands in `defaults` is the change of many routes.
        var told: Set<Mark> = []
        for name in spec.routes.flatMap(\.requestHeaders.names) where told.insert(name.mark).inserted {
            guard let header = identity.first(where: { $0.value.headerKey == name.value.headerKey }) else { continue }
            diagnostics.error(
                at: name.mark,
                "'\(name.value)' is filled by a claim, as 'claim_to_headers' at \(header.mark.place) says; remove one of them"
            )
        }
    }
}
