extension TrafficPolicy {
    init(reading fields: inout Fields) {
        cacheTTL = fields.marked("cache_ttl", .cacheTime)
        cache = fields.map("cache", .cache) { CachePolicy(reading: &$0) }
        cacheMark = fields.entries.first { $0.key.value == "cache" }?.key.mark
        rateLimits = fields.rateLimits()
        concurrency = fields.concurrency()
        circuitBreaker = fields.choice("circuit_breaker") { $0.circuitBreaker() }
        compression = fields.compression()
        retry = fields.choice("retry") { $0.map("retry", .retry) { Retry(reading: &$0) } }
        idempotencyKey = fields.marked("idempotency_key", .headerName)
        hashOn = fields.marked("hash_on", .requestKey)
        mirror = fields.choice("mirror") { $0.mirror() }
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
        policy.retry = retry ?? defaults.retry
        policy.idempotencyKey = idempotencyKey ?? defaults.idempotencyKey
        policy.split = split ?? defaults.split
        policy.hashOn = hashOn ?? defaults.hashOn
        policy.mirror = mirror ?? defaults.mirror
        policy.requestTransform = requestTransform ?? defaults.requestTransform
        policy.responseTransform = responseTransform ?? defaults.responseTransform
        return policy
    }
}
