extension Checker {
    /// A route for known callers whose responses are kept for all of them alike.
    mutating func checkSharedCaches() {
        guard !spec.gaps.contains(.routes) else { return }
        for route in spec.routes where route.needsToken {
            guard let mark = route.traffic.cache?.sharedMark else { continue }
            let path = route.paths.first.map { "'\($0.value.text)' at \($0.mark.place)" } ?? "the route"
            report(
                .sharedCacheOnAuthenticatedRoute, at: mark,
                "\(path) needs a token, and what one caller gets would be kept for every other; write 'vary: identity'")
        }
    }
}
