extension Checker {
    /// A route that writes by itself what says what is left of its limit: clients would find two words on it.
    mutating func checkLimitHeaders() {
        // What stands in `defaults` is the change of many routes.
        var told: Set<Mark> = []
        for route in spec.routes {
            guard let limit = route.traffic.rateLimits?.limits.first else { continue }
            let removed = Set(route.responseHeaders.remove.map(\.mark))
            for name in route.writtenHeaders where !removed.contains(name.mark) && name.value.isAboutLimits {
                guard told.insert(name.mark).inserted else { continue }
                diagnostics.error(
                    at: name.mark,
                    "'\(name.value)' is for the route's 'rate_limit' at \(limit.mark.place) to write; remove it here")
            }
        }
    }
}

extension String {
    /// Whether a header of the name says what is left of a limit: `RateLimit`, `RateLimit-…`, `X-RateLimit-…`.
    fileprivate var isAboutLimits: Bool {
        let key = headerKey
        return key == "ratelimit" || ["ratelimit-", "x-ratelimit-"].contains { key.hasPrefix($0) }
    }
}
