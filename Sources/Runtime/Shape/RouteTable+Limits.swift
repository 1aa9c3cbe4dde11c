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
    public mutating func sharedRateLimit(_ route: some Ordinal) {
        routes[Int(route.index)].rateLimits = .shared
    }

    /// Limits the route's requests; a second limit holds beside the first.
    @inline(never)
    public mutating func rateLimit(
        _ route: some Ordinal, by key: RateLimitDefinition.Key, _ rate: RateLimitDefinition.Rate? = nil,
        tierClaim: StaticString? = nil, tiers: KeyValuePairs<StaticString, RateLimitDefinition.Rate> = [:]
    ) {
        let limit = RateLimitDefinition(by: key, rate, tierClaim: tierClaim, tiers: tiers)
        let index = Int(route.index)
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
    public mutating func concurrency(
        _ route: some Ordinal, max: Setting, queue: Int = 0, wait: Duration = .zero
    ) {
        routes[Int(route.index)].concurrency = ConcurrencyDefinition(max: max, queue: queue, wait: wait)
    }
}
