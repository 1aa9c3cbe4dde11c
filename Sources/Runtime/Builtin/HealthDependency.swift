/// What the gateway needs, as `/health` shows it in the format `dependencies`.
public struct HealthDependency: Sendable {
    public enum Part: Sendable {
        /// An index into ``GatewayDefinition/upstreams``.
        case upstream(Int)
        /// Every Redis that the gateway uses.
        case redis
        /// Every set of published keys.
        case jwks
    }

    let label: StaticString
    let part: Part

    public init(_ label: StaticString, _ part: Part) {
        self.label = label
        self.part = part
    }

    public init(_ label: StaticString, upstream: some Ordinal) {
        self.init(label, .upstream(Int(upstream.index)))
    }
}

/// Whether what the gateway needs is there: from what is known of it anyway, so that nobody is asked.
struct HealthReport: Sendable {
    let title: StaticString
    let version: StaticString
    let dependencies: [HealthDependency]
    let upstreams: [SharedUpstream]
    let verifier: TokenVerifier?
    let limiter: RateLimiter?

    /// `{"status":"healthy","service":"api","version":"1.0.0","timestamp":"…","dependencies":{"auth":"healthy"}}`
    /// - Parameters:
    ///   - now: by ``Loop/clock()``.
    ///   - time: in milliseconds since 1970.
    func response(_ now: UInt64, time: Int64) -> BuiltinResponse {
        let keys = verifier?.status ?? []
        let states = dependencies.map { (label: $0.label, isUp: isUp($0.part, keys, now)) }
        let isHealthy = states.allSatisfy(\.isUp)
        let body = ByteWriter()
        body.put(isHealthy ? "{\"status\":\"healthy\",\"service\":" : "{\"status\":\"unhealthy\",\"service\":")
        body.put(json: title)
        body.put(",\"version\":")
        body.put(json: version)
        body.put(",\"timestamp\":")
        body.put(time: time)
        body.put(",\"dependencies\":{")
        for (index, state) in states.enumerated() {
            if index > 0 { body.put(",") }
            body.put(json: state.label)
            body.put(state.isUp ? ":\"healthy\"" : ":\"unhealthy\"")
        }
        body.put("}}")
        return BuiltinResponse(
            status: isHealthy ? 200 : 503, contentType: "application/json", body: Array(body.bytes))
    }

    private func isUp(_ part: HealthDependency.Part, _ keys: [KeyStatus], _ now: UInt64) -> Bool {
        switch part {
        case .upstream(let index):
            guard upstreams.indices.contains(index) else { return false }
            let upstream = upstreams[index]
            return upstream.settings.targets.indices.contains { upstream.states.status(of: $0, now) == .up }
        case .redis:
            var servers = keys.compactMap { status -> Bool? in
                if case .redis(let isUp, _, _)? = status.revocation { isUp } else { nil }
            }
            if let redis = limiter?.redis { servers.append(redis.status.isUp) }
            return Self.areUp(servers)
        case .jwks: return Self.areUp(keys.compactMap(\.keySet).map { $0.fetchedAt != nil && !$0.isStale })
        }
    }

    /// Of what the gateway does not have nothing says that it is there.
    private static func areUp(_ states: [Bool]) -> Bool { !states.isEmpty && states.allSatisfy(\.self) }
}
