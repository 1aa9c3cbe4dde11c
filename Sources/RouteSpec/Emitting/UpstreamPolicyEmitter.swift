/// What an upstream's definition says of its targets.
extension PlannedUpstream {
    /// `url: "$AGENTS_URL"`, or `targets: [TargetDefinition("$AGENTS_A"), TargetDefinition("$AGENTS_B", weight: 2)]`
    var address: String {
        if targets.count == 1, targets[0].weight == 1 { return "url: \(literal(targets[0].url.value.text))" }
        let list = targets.map { target in
            let weight = target.weight == 1 ? "" : ", weight: \(target.weight)"
            return "TargetDefinition(\(literal(target.url.value.text))\(weight))"
        }
        return "targets: \(arrayLiteral(list))"
    }

    /// The arguments for what the spec says beside the addresses.
    var policies: [String] {
        var policies: [String] = []
        if !policy.isUsual { policies.append("balance: \(policy.balanceDefinition)") }
        if let check = policy.healthCheck {
            policies.append(
                "healthCheck: HealthCheckDefinition(path: \(literal(check.path)), interval: \(check.interval.swift), "
                    + "timeout: \(check.timeout.swift), unhealthy: \(check.unhealthy), healthy: \(check.healthy))")
        }
        if let outliers = policy.outlierDetection {
            policies.append(
                "outlierDetection: OutlierDefinition(consecutiveFailures: \(outliers.consecutiveFailures), "
                    + "eject: \(outliers.eject.swift), maxEjectedPercent: \(outliers.maxEjectedPercent))")
        }
        if let breaker = policy.circuitBreaker {
            policies.append("circuitBreaker: CircuitBreakerDefinition(\(breaker.arguments.joined(separator: ", ")))")
        }
        return policies
    }

    /// What `explain` says of the choice of a target.
    var terms: [String] {
        var terms: [String] = []
        if targets.count > 1 || !policy.isUsual {
            let key = policy.balance == .hash ? " on \(policy.hashOn.text)" : ""
            terms.append("balance \(policy.balance.rawValue)\(key)")
        }
        if let check = policy.healthCheck {
            terms.append("health check \(check.path) every \(check.interval.specText)")
        }
        if let outliers = policy.outlierDetection {
            terms.append("ejects after \(outliers.consecutiveFailures) failures for \(outliers.eject.specText)")
        }
        if let breaker = policy.circuitBreaker { terms.append("circuit breaker \(breaker.text)") }
        return terms.isEmpty ? [] : [terms.joined(separator: "; ")]
    }
}

extension UpstreamPolicy {
    /// `BalanceDefinition(.hash, hashOn: .header("X-Tenant"))`
    fileprivate var balanceDefinition: String {
        var arguments = [".\(balance)"]
        if balance == .hash { arguments.append("hashOn: \(hashOn.swift)") }
        if let slowStart { arguments.append("slowStart: \(slowStart.swift)") }
        if panicThreshold > 0 { arguments.append("panicThreshold: \(panicThreshold)") }
        return "BalanceDefinition(\(arguments.joined(separator: ", ")))"
    }
}

extension RequestKey {
    /// `.header("X-Tenant")`
    var swift: String {
        switch self {
        case .address: ".address"
        case .header(let name): ".header(\(literal(name)))"
        case .cookie(let name): ".cookie(\(literal(name)))"
        case .claim(let name): ".claim(\(literal(name)))"
        }
    }
}

extension CircuitBreaker {
    var arguments: [String] {
        ["failureThreshold: \(failureThreshold)", "open: \(open.swift)", "halfOpenMaxInFlight: \(halfOpenMaxInFlight)"]
    }
}

extension RoutePlan {
    /// Whether a route's requests may be refused since its upstream is known to be in trouble.
    func mayRefuse(_ route: PlannedRoute) -> Bool {
        if route.traffic.circuitBreaker?.policy != nil { return true }
        return route.upstreams.map { upstreams[$0].policy }.contains { policy in
            policy.circuitBreaker != nil || policy.healthCheck != nil || policy.outlierDetection != nil
        }
    }
}
