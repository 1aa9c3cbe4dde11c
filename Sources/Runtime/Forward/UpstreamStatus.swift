/// An upstream at a moment, for metrics and for who looks after it.
struct UpstreamStatus: Sendable {
    struct Target: Sendable {
        let url: String
        let status: TargetStates.Status
        let ejections: Int
    }

    let name: String
    let targets: [Target]
    let breaker: BreakerStatus?
}

extension SharedUpstream {
    /// None where there is one target and nothing is known of it.
    func status(_ now: UInt64) -> UpstreamStatus? {
        if settings.isPlain { return nil }
        return UpstreamStatus(
            name: settings.name,
            targets: settings.targets.enumerated().map { index, target in
                UpstreamStatus.Target(
                    url: "\(target.url)", status: states.status(of: index, now), ejections: states.ejections(of: index))
            },
            breaker: breaker?.status(now))
    }
}
