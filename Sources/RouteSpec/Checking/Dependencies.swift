extension Checker {
    /// Of what `/health` shows something must be known: an upstream whose health is checked, a server that the gateway itself uses.
    mutating func checkDependencies() {
        for dependency in spec.builtins.flatMap(\.dependencies) {
            let (name, mark) = (dependency.part.value, dependency.part.mark)
            if let upstream = spec.upstreams.first(where: { $0.name.value == name }) {
                // Of one that could not be read, it is not known either what it has.
                guard upstream.policy.healthCheck == nil, !upstream.targets.isEmpty else { continue }
                diagnostics.error(
                    at: mark,
                    "nothing is known of the health of '\(name)' at \(upstream.name.mark.place); give it a 'health_check'"
                )
            } else if let part = BuiltinEndpoint.Part(rawValue: name) {
                if uses(part) { continue }
                diagnostics.error(
                    at: mark,
                    part == .redis && spec.limiter.backend == .redis
                        ? "no route has a limit for which the gateway would use redis, so nothing is known of it; "
                            + "give one a 'rate_limit', or remove it"
                        : "the gateway uses no \(name), so nothing is known of it; remove it")
            } else if !spec.gaps.contains(.upstreams) {
                let names = spec.upstreams.map(\.name.value)
                diagnostics.error(
                    at: mark,
                    "there is no upstream '\(name)'; \(remedy(for: name, among: names, where: "'upstreams'"))")
            }
        }
    }

    private func uses(_ part: BuiltinEndpoint.Part) -> Bool {
        let providers = spec.auth?.providers ?? []
        switch part {
        case .redis:
            return spec.limiter.backend == .redis && hasLimit
                || providers.contains { if case .redis? = $0.revocation?.place { true } else { false } }
        case .jwks: return providers.contains { $0.keySet != nil }
        }
    }

    /// Whether anything is limited; one by the address in `defaults` is also for requests that have no route.
    private var hasLimit: Bool {
        spec.sharedRateLimits.contains { $0.key == .address }
            || spec.routes.contains { !($0.traffic.rateLimits?.limits ?? []).isEmpty }
    }
}
