import Logging
import NIOCore

/// A ``GatewayDefinition`` and its settings made ready for requests; shared by all loops and never changed.
final class ServingPlan: Sendable {
    let definition: GatewayDefinition
    let settings: GatewaySettings
    let router: RouteTable.Router
    let routes: [RoutePlan]
    let limits: HeadParser.Limits
    /// Connections of clients; none where there is no bound.
    let connections: Quota?
    let upstreams: [SharedUpstream]
    /// Absent where the spec has no `cors`.
    let crossOrigin: CrossOriginPolicy?
    let errorBody: ErrorBody
    let builtins: BuiltinResponses
    /// Absent where nobody has a key to them.
    let admin: AdminDocuments?
    /// Absent where no route keeps responses.
    let invalidations: Invalidations?
    /// Absent where no route needs a token.
    let verifier: TokenVerifier?
    /// Absent where no route has a limit.
    let limiter: RateLimiter?
    /// Whether a caller over his limit is told so before anything is said of his token.
    let limitsBeforeAuth: Bool

    init(_ definition: GatewayDefinition, settings: GatewaySettings, logger: Logger) async throws {
        self.definition = definition
        self.settings = settings
        router = definition.routes.router
        let access = AccessPlan(definition.access, routeCount: definition.routes.routes.count)
        let verifier: TokenVerifier?
        if let auth = settings.auth {
            verifier = try await TokenVerifier(
                auth, access: access, limitClaims: settings.limiter.claims, hashedClaims: definition.hashedClaims,
                logger: logger)
        } else {
            verifier = nil
        }
        let crossOrigin = definition.cors.map { CrossOriginPolicy($0, allowing: settings.allowedOrigins) }
        let limiter = RateLimiter(
            settings.limiter, routes: definition.routes.routes, claims: settings.limiter.claims,
            providers: settings.auth?.providers.map(\.name) ?? [], logger: logger)
        let identity = (definition.auth?.claimHeaders ?? []).map { "\($0.header)" }
        // Most routes change nothing, and share it.
        let usual = HeaderEdits(ValueChanges(), own: identity)
        let stripped = crossOrigin?.stripped ?? []
        let usualOfResponses = HeaderEdits(ValueChanges(), own: stripped)
        routes = try definition.routes.routes.indices.map { index in
            let route = try RoutePlan(
                definition.routes.routes[index], at: index, access: access.routes[index],
                credentials: try Credentials(definition.access.rule(of: index), verifier), identity: identity,
                upstreams: settings.upstreams.map(\.name), usual: usual, stripped: stripped,
                usualOfResponses: usualOfResponses, limits: limiter?.routes[index],
                concurrency: settings.concurrency[index].map {
                    ConcurrencyLimit(most: $0.most, queueSize: $0.queueSize, wait: $0.wait)
                })
            let declared = definition.routes.routes[index]
            var destinations =
                (declared.split?.shares.map(\.upstream) ?? []) + (declared.mirror.map { [$0.upstream] } ?? [])
            if case .upstream(let upstream) = route.target { destinations.append(upstream) }
            guard destinations.allSatisfy(settings.upstreams.indices.contains) else {
                throw DefinitionFault("the route \(definition.routes.routes[index].name) leads to no upstream")
            }
            return route
        }
        invalidations = routes.contains { $0.cache != nil } ? Invalidations() : nil
        limits = HeadParser.Limits(
            bytes: settings.headerLimit, fields: settings.fieldLimit,
            // A range in a path has 16 bits.
            target: min(settings.targetLimit, Int(UInt16.max) - PathView.padding))
        connections = settings.connectionLimit.map { Quota($0) }
        upstreams = settings.upstreams.map { SharedUpstream($0) }
        errorBody = ErrorBody(definition.errors)
        builtins = BuiltinResponses(definition, verifier, limiter, upstreams: upstreams)
        admin = AdminDocuments(
            key: settings.adminKey,
            AdminDocuments.Plan(
                definition: definition, routes: routes, verifier: verifier, limiter: limiter, upstreams: upstreams,
                listen: settings.listen,
                labels: MetricsLabels(definition.routes)))
        self.crossOrigin = crossOrigin
        self.verifier = verifier
        self.limiter = limiter
        limitsBeforeAuth = limiter?.isBeforeAuth ?? false
    }
}

extension ServingPlan {
    /// Why a request may not see the administrator's documents; nothing where it may.
    func adminRefusal(of head: borrowing RequestHead) -> Failure? {
        guard let admin else { return .notFound }
        guard let key = head.fields.first("X-Admin-Key"), admin.isKey(key) else { return .adminKey }
        return nil
    }
}

/// One route, ready for requests. A class, since what a request is led by is handed on from stage to stage: of a structure with
/// this much in it, each would retain what it looks at.
final class RoutePlan: Sendable {
    /// Its place in ``ServingPlan/routes``.
    let index: Int
    /// Where each of the route's paths leads.
    let paths: [ForwardPath]
    /// The templates, as access records have them.
    let templates: [StaticString]
    let target: RouteDefinition.Target
    /// How long the whole exchange may take, in nanoseconds; `UInt64.max` for no bound.
    let timeout: UInt64
    let bodyLimit: Int
    /// Whether responses go on for as long as both sides like (`stream`).
    let isStream: Bool
    /// What responses are compressed with for clients that take it.
    let codings: ContentCodings
    let requestTransform: BodyTransform?
    let responseTransform: BodyTransform?
    let upgrade: UpgradeProtocol?
    /// Whether OPTIONS is one of the methods that the route names.
    let namesOptions: Bool
    /// Identity headers never go on.
    let requestHeaders: HeaderEdits
    let responseHeaders: HeaderEdits
    let breaker: CircuitBreaker?
    let retry: RetryPolicy?
    /// Which of several upstreams a request goes to; none where there is one.
    let split: UpstreamSplit?
    let mirror: MirrorPolicy?
    let access: CompiledAccess
    let credentials: Credentials
    let checks: RequestChecks
    /// None where its requests are not limited.
    let limits: RouteLimits?
    /// None where any number of its requests may be under way.
    let concurrency: ConcurrencyLimit?
    /// Absent where responses are not kept.
    let cache: CachePlan?

    /// - Parameters:
    ///   - identity: the names of the headers that claims fill.
    ///   - upstreams: the names of all upstreams.
    ///   - usual: what becomes of the headers of requests that the route does not change.
    ///   - stripped: the names of the headers that no upstream may write.
    ///   - usualOfResponses: what becomes of the headers of responses that the route does not change.
    init(
        _ route: RouteDefinition, at index: Int, access: CompiledAccess, credentials: Credentials, identity: [String],
        upstreams: [String], usual: HeaderEdits, stripped: [String], usualOfResponses: HeaderEdits,
        limits: RouteLimits?,
        concurrency: ConcurrencyLimit?
    ) throws(DefinitionFault) {
        self.index = index
        var paths: [ForwardPath] = []
        for path in route.paths { paths.append(try ForwardPath(path)) }
        self.paths = paths
        templates = route.paths.map(\.template)
        target = route.target
        timeout = route.timeout?.clampedNanoseconds ?? .max
        bodyLimit = route.bodyLimit
        isStream = route.stream != nil
        codings = route.stream == nil ? route.codings : []
        requestTransform = route.requestTransform.map { BodyTransform($0) }
        responseTransform = route.responseTransform.map { BodyTransform($0) }
        upgrade = route.upgrade
        let rewrite =
            route.rewriteHost == nil && route.queryChanges.isEmpty
            ? nil : RequestRewrite(host: route.rewriteHost, query: route.queryChanges)
        requestHeaders =
            route.requestHeaders.isEmpty && rewrite == nil && route.responseTransform == nil
            ? usual
            : HeaderEdits(
                route.requestHeaders,
                own: identity + (route.responseTransform == nil ? [] : BodyTransform.forbiddenToUpstreams),
                rewrite: rewrite)
        // Two words on what is left would be none: a limited route has the gateway's own.
        responseHeaders =
            route.responseHeaders.isEmpty && limits == nil
            ? usualOfResponses
            : HeaderEdits(route.responseHeaders, own: stripped + (limits == nil ? [] : LimitFields.names))
        namesOptions = "\(route.methods)".split(separator: ",").contains("OPTIONS")
        breaker = route.circuitBreaker.map { CircuitBreaker($0) }
        retry = route.retry.map { RetryPolicy($0) }
        split = route.split.map { UpstreamSplit($0, names: upstreams) }
        mirror = route.mirror.map { MirrorPolicy($0) }
        self.access = access
        self.credentials = credentials
        checks = RequestChecks(of: route)
        self.limits = limits
        self.concurrency = concurrency
        cache = route.cache.map { CachePlan($0, route: index, identity: identity) }
    }

    /// Where the one of the route's paths leads that was matched; a route has one at least.
    @inline(__always)
    func path(matched captures: borrowing Captures) -> ForwardPath {
        paths[min(Int(captures.pathIndex), paths.count - 1)]
    }
}
