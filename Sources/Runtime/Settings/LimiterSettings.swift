import NIOCore

/// How requests are limited, resolved at start (``LimiterDefinition`` and each ``RateLimitDefinition``).
struct LimiterSettings: Sendable {
    /// One limit.
    struct Limit: Sendable {
        let key: RateLimitDefinition.Key
        /// For whoever has no tier of his own, then those of the tiers.
        let rates: [Rate]
        let tierClaim: String?
        /// The names of the tiers, in the order of their rates.
        let tiers: [[UInt8]]
    }

    /// A server that several gateways share.
    struct Redis: Sendable {
        let url: RedisURL
        /// Holds `{…}` once, in the place of the caller.
        let key: String
        let onError: LimiterDefinition.Redis.Answer
    }

    let redis: Redis?
    let isBeforeAuth: Bool
    let fields: LimiterDefinition.Fields
    let maxKeys: Int
    let cleanup: Duration
    /// Those of `defaults`, whose buckets all routes share that take them.
    let shared: [Limit]
    /// By the index of the route; a route that is not here takes the shared ones, or none.
    let own: [Int: [Limit]]

    /// Resolves the definition; faults are noted in the reader.
    static func resolve(_ definition: GatewayDefinition, reader: inout SettingsReader) -> LimiterSettings {
        let limiter = definition.limiter
        var maxKeys: Int? = usualKeys
        if let setting = limiter.maxKeys {
            let use = SettingsReader.Use(purpose: "how many callers' limits are remembered", example: "a number")
            maxKeys = reader.value(of: setting, for: use) { text throws(SettingFault) in
                text.isEmpty ? usualKeys : try number(text, in: 1...mostKeys)
            }
        }
        let ttl = limiter.ttl
        let shared = definition.routes.sharedRateLimits.compactMap {
            limit($0, of: "the limit of defaults", ttl: ttl, reader: &reader)
        }
        var own: [Int: [Limit]] = [:]
        for (index, route) in definition.routes.routes.enumerated() {
            guard case .own(let limits) = route.rateLimits else { continue }
            own[index] = limits.compactMap {
                limit($0, of: "the limit of route \(route.name)", ttl: ttl, reader: &reader)
            }
        }
        let redis = limiter.redis.flatMap { redis in
            reader.value(
                of: redis.url,
                for: .init(purpose: "the URL of the Redis that limits share", example: "redis://host:port"),
                parse: RedisURL.init(parsing:)
            ).map { Redis(url: $0, key: "\(redis.key)", onError: redis.onError) }
        }
        return LimiterSettings(
            redis: redis, isBeforeAuth: limiter.order == .beforeAuth, fields: limiter.fields, maxKeys: maxKeys ?? 1,
            cleanup: limiter.cleanup, shared: shared, own: own)
    }

    /// Settings for which nothing is read from the environment: a number that has no default limits nothing, and nothing is
    /// shared with other gateways.
    static func demonstrating(_ definition: GatewayDefinition) -> LimiterSettings {
        var reader = SettingsReader(environment: [:])
        let settings = resolve(definition, reader: &reader)
        return LimiterSettings(
            redis: nil, isBeforeAuth: settings.isBeforeAuth, fields: settings.fields, maxKeys: settings.maxKeys,
            cleanup: settings.cleanup, shared: settings.shared, own: settings.own)
    }

    /// The table of buckets has 16 bytes for each.
    private static let mostKeys = 1 << 26
    private static let usualKeys = 65_536

    private static func number(_ text: String, in range: ClosedRange<Int>) throws(SettingFault) -> Int {
        guard let number = Int(text) else { throw SettingFault(what: "is not a whole number") }
        guard range.contains(number) else {
            throw SettingFault(what: "is not in the range \(range.lowerBound) to \(range.upperBound)")
        }
        return number
    }

    private static func limit(
        _ definition: RateLimitDefinition, of name: String, ttl: Duration?, reader: inout SettingsReader
    ) -> Limit? {
        var rates: [Rate] = []
        for (tier, rate) in [(nil, definition.rate)] + definition.tiers.map({ ("\($0.name)", $0.rate) }) {
            guard let definition = rate else { continue }
            let subject = tier.map { "\(name) for tier \($0)" } ?? name
            guard let rate = self.rate(definition, of: subject, ttl: ttl, reader: &reader) else { return nil }
            rates.append(rate)
        }
        var tiers = definition.tiers.map { tier in tier.name.withUTF8Buffer { Array($0) } }
        // Whoever has no tier has the rate beside them, else that of the tier `default`, else the lowest; who is of
        // that tier by name has the same rate, and so the same bucket.
        if definition.rate == nil {
            let named = definition.tiers.firstIndex { "\($0.name)" == "default" }
            let lowest = rates.indices.max {
                (rates[$0].interval, rates[$1].burst) < (rates[$1].interval, rates[$0].burst)
            }
            guard let fallback = named ?? lowest else { return nil }
            rates.insert(rates.remove(at: fallback), at: 0)
            tiers.remove(at: fallback)
        }
        return Limit(
            key: definition.key, rates: rates, tierClaim: definition.tierClaim.map { "\($0)" },
            tiers: tiers)
    }

    private static func rate(
        _ definition: RateLimitDefinition.Rate, of name: String, ttl: Duration?, reader: inout SettingsReader
    ) -> Rate? {
        let use = SettingsReader.Use(purpose: "the requests of \(name)", example: "a whole number from 1")
        let count = 1...1_000_000_000
        let requests = reader.value(of: definition.requests, for: use) { text throws(SettingFault) in
            try number(text, in: count)
        }
        var burst = requests
        if let setting = definition.burst {
            let use = SettingsReader.Use(purpose: "the burst of \(name)", example: "a whole number from 1")
            // One that comes out empty is as if it were not written.
            let own = reader.value(of: setting, for: use) { text throws(SettingFault) -> Int? in
                text.isEmpty ? requests : try number(text, in: count)
            }
            burst = own ?? nil
        }
        guard let requests, let burst else { return nil }
        let per = definition.per.clampedNanoseconds
        guard let rate = Rate(requests: requests, per: per, burst: burst) else {
            reader.note(
                fault: "\(name): a burst of \(burst) would take more than a year to come back; give a smaller one")
            return nil
        }
        if let ttl, rate.capacity > ttl.clampedNanoseconds {
            reader.note(
                fault: "\(name): \(rate.capacity / 1_000_000_000)s pass until its burst has come back, "
                    + "and rate_limit.memory.ttl forgets it earlier; give a longer ttl, or a smaller burst")
            return nil
        }
        return rate
    }
}
