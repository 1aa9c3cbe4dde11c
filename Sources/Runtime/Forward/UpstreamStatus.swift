/// An upstream at a moment, for metrics and for who looks after it.
struct UpstreamStatus: Sendable {
    struct Target: Sendable {
        let url: String
        /// None where it is the only one and always taken.
        let seen: Seen?
        /// How many there are, those at rest among them, and how many there may be; none where there is no bound.
        let connections: (open: Int, most: Int)?
    }

    /// What is known of a target.
    struct Seen: Sendable {
        let status: TargetStates.Status
        let ejections: Int
        /// Requests that it was chosen for, and those of them that had a 5xx or no answer.
        let requests: Int
        let failures: Int
        /// None where that is not counted.
        let inFlight: Int?
    }

    let name: String
    let targets: [Target]
    let breaker: CircuitBreaker?
}

extension SharedUpstream {
    /// None where there is one target and nothing is known of it.
    func status(_ now: UInt64) -> UpstreamStatus? {
        if settings.isPlain, quotas.allSatisfy({ $0 == nil }) { return nil }
        return UpstreamStatus(
            name: settings.name,
            targets: zip(settings.targets, quotas).enumerated().map { index, target in
                UpstreamStatus.Target(
                    url: "\(target.0.url)", seen: settings.isPlain ? nil : seen(of: index, now),
                    connections: target.1.map { (open: $0.inUse, most: $0.most) })
            },
            breaker: breaker)
    }

    private func seen(of index: Int, _ now: UInt64) -> UpstreamStatus.Seen {
        let counts = states.counts(of: index)
        return UpstreamStatus.Seen(
            status: states.status(of: index, now), ejections: states.ejections(of: index), requests: counts.asked,
            failures: counts.failed, inFlight: settings.balance.countsRequests ? states.inFlight(index) : nil)
    }
}

/// What has become of a route's requests on their way.
struct ForwardingStatus: Sendable {
    let name: String
    /// None where nothing is sent again.
    let retries: Int?
    /// None where nothing is mirrored.
    let mirror: (sent: Int, dropped: Int)?
}

extension ServingPlan {
    /// Of the routes that send requests again, or copies of them.
    var forwarding: [ForwardingStatus] {
        zip(routes, definition.routes.routes).compactMap { plan, route in
            if plan.retry == nil, plan.mirror == nil { return nil }
            return ForwardingStatus(name: route.name, retries: plan.retry?.retries, mirror: plan.mirror?.counts)
        }
    }
}
