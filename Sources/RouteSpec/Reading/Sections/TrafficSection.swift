extension TrafficPolicy {
    init(reading fields: inout Fields) {
        cacheTTL = fields.cacheTTL()
        rateLimits = fields.rateLimits()
        concurrency = fields.concurrency()
        circuitBreaker = fields.choice("circuit_breaker") { $0.circuitBreaker() }
        compression = fields.value("compression", .choice)
    }

    /// This policy, with `defaults` where it is silent.
    func over(_ defaults: TrafficPolicy) -> TrafficPolicy {
        var policy = self
        policy.cacheTTL = cacheTTL ?? defaults.cacheTTL
        policy.rateLimits = rateLimits ?? defaults.rateLimits.map { RateLimits(limits: $0.limits, isShared: true) }
        policy.concurrency = concurrency ?? defaults.concurrency
        policy.circuitBreaker = circuitBreaker ?? defaults.circuitBreaker
        policy.compression = compression ?? defaults.compression
        return policy
    }
}

extension Fields {
    /// It saves work and changes no answer, so it is accepted before it does anything.
    fileprivate mutating func cacheTTL() -> Duration? {
        guard let entry = entry("cache_ttl") else { return nil }
        diagnostics.warning(at: entry.key.mark, "'cache_ttl' is not cached yet; every request goes upstream")
        return diagnostics.read(entry.value, as: .duration(in: .zero ... .seconds(365 * 86_400)), of: "'cache_ttl'")?
            .value
    }
}
