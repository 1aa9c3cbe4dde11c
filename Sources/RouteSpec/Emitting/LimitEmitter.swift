// Limits in the table of routes, and what holds for all of them.

/// `routes.shareRateLimit(by: .claim("user_id"), .init("100", per: .seconds(60), burst: "10"))`; one by the address also where no
/// route takes it, since it holds for requests without a route.
func emitSharedLimits(_ plan: RoutePlan, into writer: inout CodeWriter) {
    let isShared = plan.routes.contains { $0.traffic.rateLimits?.isShared ?? false }
    for limit in plan.spec.sharedRateLimits where isShared || limit.key == .address {
        writer.call("routes.shareRateLimit", limit.arguments)
    }
}

/// `routes.rateLimit(Route.users, by: .subject, .init("5", per: .seconds(1)))`
func emitLimits(_ route: PlannedRoute, into writer: inout CodeWriter) {
    let name = "Route.\(route.identifier.spelling)"
    if let limits = route.traffic.rateLimits {
        if limits.isShared {
            if !limits.limits.isEmpty { writer.line("routes.sharedRateLimit(\(name))") }
        } else {
            for limit in limits.limits { writer.call("routes.rateLimit", [name] + limit.arguments) }
        }
    }
    if let concurrency = route.traffic.concurrency {
        var arguments = [name, "max: \(literal(concurrency.maxInFlight.text))"]
        if let queue = concurrency.queue {
            arguments.append("queue: \(queue.size.grouped)")
            arguments.append("wait: \(queue.timeout.swift)")
        }
        writer.call("routes.concurrency", arguments)
    }
}

extension RateLimit {
    fileprivate var arguments: [String] {
        var arguments = ["by: \(key.swift)"]
        if let rate { arguments.append(".init(\(rate.arguments))") }
        if let tierClaim { arguments.append("tierClaim: \(literal(tierClaim))") }
        if !tiers.isEmpty {
            let tiers = tiers.map { "\(literal($0.name.value)): .init(\($0.rate.arguments))" }
            arguments.append("tiers: \(arrayLiteral(tiers))")
        }
        return arguments
    }
}

extension RateLimit.Key {
    fileprivate var swift: String {
        switch self {
        case .address: ".address"
        case .subject: ".subject"
        case .claim(let name): ".claim(\(literal(name)))"
        }
    }
}

extension RateLimit.Rate {
    fileprivate var arguments: String {
        let burst = burst.map { ", burst: \(literal($0.text))" } ?? ""
        return "\(literal(requests.text)), per: \(per.swift)\(burst)"
    }
}

extension LimiterSettings {
    /// The arguments of a `LimiterDefinition`: what the spec says other than the runtime's defaults.
    var arguments: [String] {
        var arguments: [String] = []
        if order == .beforeAuth { arguments.append("order: .beforeAuth") }
        if headers != .both { arguments.append("fields: .\(headers.rawValue)") }
        if let maxKeys { arguments.append("maxKeys: \(literal(maxKeys.text))") }
        if let ttl { arguments.append("ttl: \(ttl.swift)") }
        if let cleanup { arguments.append("cleanup: \(cleanup.swift)") }
        if let redis, backend == .redis {
            arguments.append(
                "redis: .init(\(literal(redis.text)), key: \(literal(redisKey)), onError: .\(onError.rawValue))")
        }
        return arguments
    }
}
