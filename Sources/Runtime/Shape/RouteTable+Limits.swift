// What generated code says of limits.
extension RouteTable {
    /// Limits all routes together that are said to share it; the parameters are those of a ``RateLimitDefinition``.
    @inline(never)
    public mutating func shareRateLimit(
        by key: RateLimitDefinition.Key, _ rate: RateLimitDefinition.Rate? = nil, tierClaim: StaticString? = nil,
        tiers: KeyValuePairs<StaticString, RateLimitDefinition.Rate> = [:]
    ) {
        sharedRateLimits.append(RateLimitDefinition(by: key, rate, tierClaim: tierClaim, tiers: tiers))
    }

    /// Has the shared limits hold for the route.
    @inline(never)
    public mutating func sharedRateLimit<Route: RawRepresentable>(_ route: Route) where Route.RawValue == UInt16 {
        routes[Int(route.rawValue)].rateLimits = .shared
    }

    /// Limits the route's requests; a second limit holds beside the first.
    @inline(never)
    public mutating func rateLimit<Route: RawRepresentable>(
        _ route: Route, by key: RateLimitDefinition.Key, _ rate: RateLimitDefinition.Rate? = nil,
        tierClaim: StaticString? = nil, tiers: KeyValuePairs<StaticString, RateLimitDefinition.Rate> = [:]
    ) where Route.RawValue == UInt16 {
        let limit = RateLimitDefinition(by: key, rate, tierClaim: tierClaim, tiers: tiers)
        let index = Int(route.rawValue)
        if case .own(let limits) = routes[index].rateLimits {
            routes[index].rateLimits = .own(limits + [limit])
        } else {
            routes[index].rateLimits = .own([limit])
        }
    }

    /// Bounds how many of the route's requests may be under way at a time.
    /// - Parameters:
    ///   - queue: how many more may wait for others to end.
    ///   - wait: for how long.
    @inline(never)
    public mutating func concurrency<Route: RawRepresentable>(
        _ route: Route, max: Setting, queue: Int = 0, wait: Duration = .zero
    ) where Route.RawValue == UInt16 {
        routes[Int(route.rawValue)].concurrency = ConcurrencyDefinition(max: max, queue: queue, wait: wait)
    }
}
