import Crypto

#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#endif

/// What `builtin.admin` shows of a gateway at work, to whoever has its key (003's `/-/status`, `/-/routes`, `/-/limits`, `/-/auth`).
final class AdminDocuments: Sendable {
    private let key: Secret
    let plan: Plan
    private let started = Worker.wallClock()
    private let startedClock = Loop.clock()

    /// What of a plan stands in the documents.
    struct Plan: Sendable {
        let definition: GatewayDefinition
        let routes: [RoutePlan]
        let verifier: TokenVerifier?
        let limiter: RateLimiter?
        let upstreams: [SharedUpstream]
        let listen: ListenAddress
        let labels: MetricsLabels
    }

    /// Nothing where there is no key: nobody could have it.
    init?(key: Secret?, _ plan: Plan) {
        guard let key, !key.bytes.isEmpty else { return nil }
        self.key = key
        self.plan = plan
    }

    /// Whether this is the key. Hashes are compared, so that the time tells nothing of it, nor of its length.
    func isKey(_ sent: ByteView) -> Bool {
        let (sent, right) = (SHA256.hash(data: Array(sent.bytes)), SHA256.hash(data: key.bytes))
        var difference: UInt8 = 0
        for (one, other) in zip(sent, right) { difference |= one ^ other }
        return difference == 0
    }

    /// - Parameters:
    ///   - counts: of all loops.
    func response(_ document: AdminDocument, _ counts: MetricsSnapshot) -> BuiltinResponse {
        let body = ByteWriter()
        switch document {
        case .status: writeStatus(into: body)
        case .routes: writeRoutes(into: body)
        case .limits: writeLimits(counts, into: body)
        case .auth: writeAuth(into: body)
        }
        return BuiltinResponse(
            contentType: "application/json", headers: [("Cache-Control", "no-store")], body: Array(body.bytes))
    }

    private func writeStatus(into body: ByteWriter) {
        body.put("{\"time_utc\":")
        body.put(time: Worker.wallClock())
        body.put(",\"uptime_seconds\":")
        body.put(decimal: Int(truncatingIfNeeded: (Loop.clock() &- startedClock) / 1_000_000_000))
        body.put(",\"listen_addr\":")
        body.put(json: "\(plan.listen.host):\(plan.listen.port)")
        body.put(",\"runtime_version\":")
        body.put(json: Self.runtimeVersion)
        body.put(",\"auth_mode\":")
        body.put(json: plan.verifier.map(Self.mode) ?? "none")
        body.put(",\"rate_backend\":")
        body.put(json: plan.limiter.map { $0.redis == nil ? "memory" : "redis" } ?? "none")
        body.put(",\"routes_configured\":")
        body.put(decimal: plan.routes.count)
        body.put("}")
    }

    /// The compiler that built the gateway.
    private static var runtimeVersion: StaticString {
        #if compiler(>=6.4)
            "Swift 6.4 or later"
        #elseif compiler(>=6.3)
            "Swift 6.3"
        #else
            "Swift 6"
        #endif
    }
}
