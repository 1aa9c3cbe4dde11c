import Crypto

#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#endif

/// What `builtin.admin` shows of a gateway at work, to whoever has its key (003's `/-/status`, `/-/routes`, `/-/limits`, `/-/auth`).
final class AdminDocuments: Sendable {
    private let key: Secret
    private let plan: Plan
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

// Routes.
extension AdminDocuments {
    private func writeRoutes(into body: ByteWriter) {
        body.put("{\"routes\":[")
        var isFirst = true
        for (index, route) in plan.definition.routes.routes.enumerated() {
            if case .builtin = route.target { continue }
            if !isFirst { body.put(",") }
            isFirst = false
            write(route, plan.routes[index], needsToken: plan.definition.access.rule(of: index).needsToken, into: body)
        }
        body.put("]}")
    }

    private func write(_ route: RouteDefinition, _ plan: RoutePlan, needsToken: Bool, into body: ByteWriter) {
        body.put("{\"name\":")
        body.put(json: route.name)
        body.put(",\"methods\":")
        body.put(json: route.methods)
        // `/api/users/*` is what 003 calls the prefix `/api/users/`.
        let template = route.paths.first.map { "\($0.template)" } ?? ""
        body.put(",\"path_prefix\":")
        body.put(json: template.hasSuffix("/*") ? String(template.dropLast()) : template)
        body.put(",\"upstream\":")
        if case .upstream(let upstream) = route.target, self.plan.definition.upstreams.indices.contains(upstream) {
            body.put(json: self.plan.definition.upstreams[upstream].name)
        } else {
            body.put("null")
        }
        body.put(",\"strip_prefix\":")
        let forward = route.paths.first?.forward.map { "\($0)" } ?? template
        body.put(json: template.hasSuffix(forward) ? String(template.dropLast(forward.count)) : "")
        body.put(needsToken ? ",\"auth_required\":true" : ",\"auth_required\":false")
        putLimits(plan.limits, exceeded: nil, into: body)
        body.put(",\"concurrency\":")
        if let concurrency = plan.concurrency {
            body.put("{\"max_in_flight\":")
            body.put(decimal: concurrency.most)
            body.put("}")
        } else {
            body.put("null")
        }
        body.put(",\"circuit_breaker\":")
        if let limits = plan.breaker?.limits {
            body.put("{\"failure_threshold\":")
            body.put(decimal: limits.failures)
            body.put(",\"open_seconds\":")
            body.put(decimal: Int(clamping: (limits.open + 999) / 1000))
            body.put(",\"half_open_max_in_flight\":")
            body.put(decimal: limits.probes)
            body.put("}")
        } else {
            body.put("null")
        }
        body.put("}")
    }

    /// `"rate_limit":{"enabled":true,"rps":5,"burst":10,"scope":"user"}`: the caller's, beside which an address may have one too.
    private func putLimits(_ limits: RouteLimits?, exceeded: UInt64?, into body: ByteWriter) {
        body.put(",\"rate_limit\":")
        guard let limits, let main = limits.caller ?? limits.address else { return body.put("null") }
        put(main, exceeded: exceeded, into: body)
        if limits.caller != nil, let address = limits.address {
            body.put(",\"address_limit\":")
            put(address, exceeded: nil, into: body)
        }
    }

    private func put(_ limit: RouteLimit, exceeded: UInt64?, into body: ByteWriter) {
        let rate = limit.limit.rates[0]
        body.put("{\"enabled\":true,\"rps\":")
        body.put(text: LimitFields.perSecond(rate))
        body.put(",\"burst\":")
        body.put(decimal: rate.burst)
        body.put(",\"scope\":")
        body.put(json: limit.scope.rawValue)
        body.put(limit.isShared ? ",\"shared\":true" : ",\"shared\":false")
        if let exceeded {
            body.put(",\"exceeded\":")
            body.put(decimal: Int(clamping: exceeded))
        }
        body.put("}")
    }
}

// The state of policies: each writes a member of its own into its route's.
extension AdminDocuments {
    private func writeLimits(_ counts: MetricsSnapshot, into body: ByteWriter) {
        body.put("{\"limits\":[")
        var isFirst = true
        for (index, route) in plan.definition.routes.routes.enumerated() {
            if case .builtin = route.target { continue }
            if !isFirst { body.put(",") }
            isFirst = false
            body.put("{\"name\":")
            body.put(json: route.name)
            putState(of: plan.routes[index], index, counts, into: body)
            body.put("}")
        }
        body.put("]")
        putShared(into: body)
        body.put("}")
    }

    /// What the policies of a route have to say of it now: members that follow its name.
    private func putState(of route: RoutePlan, _ index: Int, _ counts: MetricsSnapshot, into body: ByteWriter) {
        putLimits(route.limits, exceeded: exceeded(index, counts), into: body)
        body.put(",\"concurrency\":")
        if let concurrency = route.concurrency {
            body.put("{\"max_in_flight\":")
            body.put(decimal: concurrency.most)
            body.put(",\"in_flight\":")
            body.put(decimal: concurrency.inFlight)
            body.put(",\"waiting\":")
            body.put(decimal: concurrency.waiting)
            body.put("}")
        } else {
            body.put("null")
        }
        put(route.breaker?.status(Loop.clock()), into: body)
    }

    /// `"circuit_breaker":{"state":"open","failures":0,"opens_at":"…","retry_after_seconds":7,"half_open_in_flight":0}`; `opens_at` is
    /// when an open one lets requests try.
    private func put(_ breaker: BreakerStatus?, into body: ByteWriter) {
        body.put(",\"circuit_breaker\":")
        guard let breaker else { return body.put("null") }
        let state: StaticString =
            switch breaker.phase {
            case .closed: "closed"
            case .open: "open"
            case .halfOpen: "half_open"
            }
        body.put("{\"state\":")
        body.put(json: state)
        body.put(",\"failures\":")
        body.put(decimal: breaker.failures)
        body.put(",\"opens_at\":")
        body.put(time: breaker.phase == .open ? Worker.wallClock() + Int64(clamping: breaker.retryAfter) * 1000 : nil)
        body.put(",\"retry_after_seconds\":")
        body.put(decimal: breaker.retryAfter)
        body.put(",\"half_open_in_flight\":")
        body.put(decimal: breaker.inFlight)
        body.put("}")
    }

    /// The targets of upstreams of which anything is known, and their breakers.
    private func putUpstreams(into body: ByteWriter) {
        body.put(",\"upstreams\":[")
        for (index, upstream) in plan.upstreams.compactMap({ $0.status(Loop.clock()) }).enumerated() {
            body.put(index == 0 ? "{\"name\":" : ",{\"name\":")
            body.put(json: upstream.name)
            body.put(",\"targets\":[")
            for (index, target) in upstream.targets.enumerated() {
                body.put(index == 0 ? "{\"url\":" : ",{\"url\":")
                body.put(json: target.url)
                body.put(",\"status\":")
                body.put(json: target.status.rawValue)
                body.put(",\"ejections\":")
                body.put(decimal: target.ejections)
                body.put("}")
            }
            body.put("]")
            put(upstream.breaker, into: body)
            body.put("}")
        }
        body.put("]")
    }

    /// What policies have that is no route's own: members that follow the routes.
    private func putShared(into body: ByteWriter) {
        putUpstreams(into: body)
        guard let limiter = plan.limiter else { return }
        body.put(",\"rate_limiter\":{\"backend\":")
        body.put(json: limiter.redis == nil ? "memory" as StaticString : "redis")
        body.put(",\"keys\":")
        body.put(decimal: limiter.buckets.liveCount)
        body.put(",\"evictions\":")
        body.put(decimal: limiter.buckets.evictedCount)
        if let status = limiter.redis?.status {
            body.put(status.isUp ? ",\"redis\":\"up\"" : ",\"redis\":\"down\"")
            body.put(",\"asked\":")
            body.put(decimal: status.asked)
            body.put(",\"failed\":")
            body.put(decimal: status.failed)
            body.put(",\"local\":")
            body.put(decimal: status.local)
        }
        body.put("}")
    }

    /// How many requests to the route's paths were over a limit.
    private func exceeded(_ route: Int, _ counts: MetricsSnapshot) -> UInt64 {
        let labels = plan.labels
        let paths = Set(plan.definition.routes.routes[route].paths.indices.map { labels.path(ofRoute: route, at: $0) })
        return paths.reduce(0) { $0 &+ (counts.limited[$1] ?? 0) }
    }
}

// Tokens.
extension AdminDocuments {
    private static func mode(_ verifier: TokenVerifier) -> String {
        let providers = verifier.settings.providers
        guard providers.count == 1, let provider = providers.first else { return "providers" }
        return mode(provider)
    }

    private static func mode(_ provider: ProviderSettings) -> String {
        if provider.keySet != nil { return "jwks" }
        return provider.secrets.isEmpty ? "keys" : "secret"
    }

    private func writeAuth(into body: ByteWriter) {
        guard let verifier = plan.verifier else { return body.put("{\"mode\":\"none\",\"jwks\":null}") }
        body.put("{\"mode\":")
        body.put(json: Self.mode(verifier))
        let providers = Array(zip(verifier.settings.providers, verifier.status))
        if providers.count == 1, let (provider, status) = providers.first {
            putKeySet(provider, status, into: body)
        } else {
            body.put(",\"providers\":[")
            for (index, (provider, status)) in providers.enumerated() {
                body.put(index == 0 ? "{\"name\":" : ",{\"name\":")
                body.put(json: provider.name)
                body.put(",\"mode\":")
                body.put(json: Self.mode(provider))
                putKeySet(provider, status, into: body)
                body.put("}")
            }
            body.put("]")
        }
        body.put("}")
    }

    private func putKeySet(_ provider: ProviderSettings, _ status: KeyStatus, into body: ByteWriter) {
        guard let settings = provider.keySet, let set = status.keySet else { return body.put(",\"jwks\":null") }
        body.put(",\"jwks\":{\"url\":")
        body.put(json: settings.place.shown)
        body.put(",\"key_count\":")
        body.put(decimal: status.keys)
        body.put(",\"fetched_at\":")
        body.put(time: set.fetchedAt)
        body.put("}")
    }
}

extension KeySetSettings.Place {
    /// Without its query, which may hold secrets.
    fileprivate var shown: String {
        switch self {
        case .file(let path): return path
        case .url(let url):
            let isUsual = url.port == (url.isSecure ? 443 : 80)
            let path = url.target.prefix { $0 != "?" }
            return "\(url.isSecure ? "https" : "http")://\(url.host)\(isUsual ? "" : ":\(url.port)")\(path)"
        }
    }
}
