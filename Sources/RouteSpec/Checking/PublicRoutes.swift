extension Checker {
    /// A public route cannot ask for what only a token has.
    mutating func checkPublicRoutes() {
        for route in spec.routes where !route.needsToken {
            for (key, names) in [("scopes", route.scopes), ("roles", route.roles)] {
                guard let name = names.first else { continue }
                diagnostics.error(
                    at: name.mark,
                    "a public route has no token to find '\(key)' in; remove them, or make the route need a token")
            }
            guard route.traffic.rateLimits?.limits.isEmpty ?? true else { continue }
            report(
                .publicRouteWithoutRateLimit, at: route.paths.first?.mark ?? route.mark,
                "anybody can call this route as often as they like; "
                    + "write 'rate_limit: { requests: 100, per: 1m, key: ip }'")
        }
    }
}
