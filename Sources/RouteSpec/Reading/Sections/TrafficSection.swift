extension TrafficPolicy {
    init(reading fields: inout Fields) {
        cacheTTL = fields.marked("cache_ttl", .cacheTime)
        cache = fields.map("cache", .cache) { CachePolicy(reading: &$0) }
        cacheMark = fields.entries.first { $0.key.value == "cache" }?.key.mark
        rateLimits = fields.rateLimits()
        concurrency = fields.concurrency()
        circuitBreaker = fields.choice("circuit_breaker") { $0.circuitBreaker() }
        compression = fields.value("compression", .choice)
    }

    /// This policy, with `defaults` where it is silent.
    func over(_ defaults: TrafficPolicy) -> TrafficPolicy {
        var policy = self
        policy.cacheTTL = cacheTTL ?? defaults.cacheTTL
        policy.cache = cache ?? defaults.cache
        policy.rateLimits = rateLimits ?? defaults.rateLimits.map { RateLimits(limits: $0.limits, isShared: true) }
        policy.concurrency = concurrency ?? defaults.concurrency
        policy.circuitBreaker = circuitBreaker ?? defaults.circuitBreaker
        policy.compression = compression ?? defaults.compression
        return policy
    }
}
