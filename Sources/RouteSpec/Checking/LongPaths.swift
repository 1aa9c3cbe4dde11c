extension Checker {
    /// A path that no request can have, since its target would be longer than the gateway takes.
    mutating func checkLongPaths() {
        let limit = spec.server.targetLimit
        for set in requests.sets where set.pattern.leastLength > limit {
            diagnostics.error(
                at: set.mark,
                "the route can never match: a request for the path has \(set.pattern.leastLength) bytes at least, and "
                    + "'server.limits.target' is \(limit.sizeText); shorten the path, or raise the limit")
        }
    }
}

extension PathPattern {
    /// The bytes of the shortest path that it matches.
    fileprivate var leastLength: Int {
        let length = segments.reduce(0) { length, segment in
            switch segment {
            case .literal(let text): length + 1 + text.utf8.count
            case .parameter: length + 2
            }
        }
        if case .below = ending { return length + 1 }
        return length
    }
}
