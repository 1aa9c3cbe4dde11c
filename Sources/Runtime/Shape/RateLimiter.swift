import Logging

/// What the limits of all routes share. Absent where no route has one.
final class RateLimiter: Sendable {
    let buckets: Buckets
    /// Absent where the gateway's own buckets are all that there is.
    let redis: RedisLimiter?
    /// Whether a caller over his limit is told so before anything is said of his token.
    let isBeforeAuth: Bool
    let hasStandardFields: Bool
    let hasLegacyFields: Bool
    let cleanup: Duration
    /// The limits of each route, by its index.
    let routes: [RouteLimits?]
    /// The one of `defaults` by the address, as it holds for requests without a route.
    let unmatched: RouteLimit?

    /// - Parameters:
    ///   - claims: those that a ``Grant`` keeps for limits.
    ///   - providers: the names of those who vouch for callers.
    init?(
        _ settings: LimiterSettings, routes: [RouteDefinition], claims: [String], providers: [String], logger: Logger
    ) {
        var salt: UInt64 = 0
        func limit(_ settings: LimiterSettings.Limit) -> RateLimit {
            salt += 1
            return RateLimit(settings, claims: claims, salt: salt)
        }
        let shared = settings.shared.map(limit)
        self.routes = routes.enumerated().map { index, route in
            let limits =
                switch route.rateLimits {
                case .none: [RouteLimit]()
                case .shared:
                    shared.map {
                        RouteLimit($0, route: route.name, isShared: true, isAlone: shared.count == 1)
                    }
                case .own:
                    (settings.own[index] ?? []).map {
                        RouteLimit(
                            limit($0), route: route.name, isShared: false, isAlone: settings.own[index]?.count == 1)
                    }
                }
            return RouteLimits(limits)
        }
        unmatched = shared.first(where: \.isByAddress).map {
            RouteLimit($0, route: "unmatched", isShared: true, isAlone: shared.count == 1)
        }
        guard unmatched != nil || self.routes.contains(where: { $0 != nil }) else { return nil }
        buckets = Buckets(capacity: settings.maxKeys)
        redis = settings.redis.map {
            RedisLimiter($0, providers: providers, capacity: settings.maxKeys, logger: logger)
        }
        isBeforeAuth = settings.isBeforeAuth
        hasStandardFields = settings.fields == .standard || settings.fields == .both
        hasLegacyFields = settings.fields == .legacy || settings.fields == .both
        cleanup = settings.cleanup
    }

    /// Counts the callers who have used tokens, again and again until the task is cancelled.
    func run() async {
        while !Task.isCancelled {
            buckets.count(now: Loop.clock())
            try? await Task.sleep(for: cleanup)
        }
    }
}

extension LimiterSettings {
    /// The claims by which anybody is limited, each once: a ``Grant`` keeps their values.
    var claims: [String] {
        var claims: [String] = []
        for limit in shared + own.values.joined() {
            if case .claim(let name) = limit.key, !claims.contains("\(name)") { claims.append("\(name)") }
            if let name = limit.tierClaim, !claims.contains(name) { claims.append(name) }
        }
        return claims.sorted()
    }
}
