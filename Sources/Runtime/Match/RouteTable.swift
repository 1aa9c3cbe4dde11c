/// The routes of a gateway: the generated router, and what is to be done with what it finds.
///
/// Generated code fills it in the order of its `Route` enumeration, so that a ``RouteMatch`` is an index into ``routes``.
public struct RouteTable: Sendable {
    public typealias Router = @Sendable (PathView, MatchRequest, inout Captures) -> RouteMatch

    public let router: Router
    public internal(set) var routes: [RouteDefinition] = []
    /// The limits of `defaults`: each has one bucket for all the routes that take it.
    public internal(set) var sharedRateLimits: [RateLimitDefinition] = []

    public init(router: @escaping Router, _ describe: (inout RouteTable) -> Void) {
        self.router = router
        describe(&self)
    }

    /// Adds a route that forwards to an upstream.
    /// - Parameters:
    ///   - methods: the names with commas, or `ANY`.
    ///   - path: the template as the spec has it; the label of metrics and logs.
    ///   - forward: the template of the path that the upstream sees; none where it is the path itself.
    ///   - timeout: how long the whole exchange may take; none for no bound.
    ///   - body: the most bytes a request's body may have.
    @inline(never)
    public mutating func add(
        _ route: some Ordinal, methods: StaticString, path: StaticString, forward: StaticString? = nil,
        to upstream: some Ordinal,
        timeout: Duration? = nil, body: Int
    ) {
        append(
            RouteDefinition(
                name: "\(route)", methods: methods, paths: [.init(template: path, forward: forward)],
                target: .upstream(Int(upstream.index)), timeout: timeout, bodyLimit: body), as: route.index)
    }

    /// Adds another path to a route that has several; its index is ``Captures/pathIndex``.
    @inline(never)
    public mutating func alsoAt(
        _ route: some Ordinal, path: StaticString, forward: StaticString? = nil
    ) {
        routes[Int(route.index)].paths.append(.init(template: path, forward: forward))
    }

    /// Adds a route that the gateway answers itself.
    @inline(never)
    public mutating func builtin(_ route: some Ordinal, _ builtin: Builtin, path: StaticString) {
        append(
            RouteDefinition(
                name: "\(route)", methods: "GET", paths: [.init(template: path, forward: nil)],
                target: .builtin(builtin), timeout: nil, bodyLimit: 0), as: route.index)
    }

    /// Declares a parameter that a request to the route is checked for.
    @inline(never)
    public mutating func check(
        _ route: some Ordinal, _ location: ParameterLocation, _ name: StaticString, _ type: ParameterType,
        required: Bool
    ) {
        routes[Int(route.index)].parameters.append(
            ParameterDefinition(location: location, name: name, type: type, isRequired: required))
    }

    /// Changes header fields of the route's requests before they go upstream.
    /// - Parameters:
    ///   - set: takes the place of what was sent under the name.
    ///   - add: stands beside it.
    ///   - remove: does not go on.
    @inline(never)
    public mutating func requestHeaders(
        _ route: some Ordinal, set: KeyValuePairs<StaticString, StaticString> = [:],
        add: KeyValuePairs<StaticString, StaticString> = [:], remove: [StaticString] = []
    ) {
        routes[Int(route.index)].requestHeaders = ValueChanges(set: set, add: add, remove: remove)
    }

    /// Changes header fields of the upstream's responses before they go to the client; the parameters are as above.
    @inline(never)
    public mutating func responseHeaders(
        _ route: some Ordinal, set: KeyValuePairs<StaticString, StaticString> = [:],
        add: KeyValuePairs<StaticString, StaticString> = [:], remove: [StaticString] = []
    ) {
        routes[Int(route.index)].responseHeaders = ValueChanges(set: set, add: add, remove: remove)
    }

    /// Has the route's responses compressed for clients that take it.
    @inline(never)
    public mutating func compress(_ route: some Ordinal, with codings: ContentCodings) {
        routes[Int(route.index)].codings = codings
    }

    /// Has the route's responses go on for as long as both sides like.
    @inline(never)
    public mutating func stream(_ route: some Ordinal, _ format: StreamFormat) {
        routes[Int(route.index)].stream = format
    }

    /// Has the route's connections change over to another protocol.
    @inline(never)
    public mutating func upgrade(_ route: some Ordinal, _ target: UpgradeProtocol) {
        routes[Int(route.index)].upgrade = target
    }

    /// Has the route's requests refused for a while after so many failures in a row; the parameters are those of a
    /// ``CircuitBreakerDefinition``.
    @inline(never)
    public mutating func circuitBreaker(
        _ route: some Ordinal, failureThreshold: Int, open: Duration, halfOpenMaxInFlight: Int
    ) {
        routes[Int(route.index)].circuitBreaker = CircuitBreakerDefinition(
            failureThreshold: failureThreshold, open: open, halfOpenMaxInFlight: halfOpenMaxInFlight)
    }

    /// Has the route's responses be kept (RFC 9111); the parameters are those of ``CacheDefinition``.
    @inline(never)
    public mutating func cache(
        _ route: some Ordinal, ttl: Duration? = nil, vary: [StaticString] = [], shared: Bool = false,
        staleWhileRevalidate: Duration = .zero, staleIfError: Duration = .zero, coalesce: Bool = true
    ) {
        routes[Int(route.index)].cache = CacheDefinition(
            ttl: ttl, vary: vary, isShared: shared, staleWhileRevalidate: staleWhileRevalidate,
            staleIfError: staleIfError, coalesces: coalesce)
    }

    /// Has the route's requests sent again; the parameters are those of a ``RetryDefinition``.
    @inline(never)
    public mutating func retry(
        _ route: some Ordinal, attempts: Int, on causes: [RetryDefinition.Cause], budget: Int, backoff: Duration,
        perTryTimeout: Duration? = nil, idempotencyKey: StaticString? = nil
    ) {
        routes[Int(route.index)].retry = RetryDefinition(
            attempts: attempts, causes: causes, budget: budget, backoff: backoff, perTryTimeout: perTryTimeout,
            idempotencyKey: idempotencyKey)
    }

    /// Spreads the route's requests over several upstreams.
    /// - Parameters:
    ///   - shares: the upstreams and the weight of each.
    ///   - hashOn: what of a request always leads to the same one; none for turns.
    @inline(never)
    public mutating func split<Upstream: Ordinal>(
        _ route: some Ordinal, _ shares: KeyValuePairs<Upstream, Int>, hashOn: RequestKey? = nil
    ) {
        routes[Int(route.index)].split = SplitDefinition(
            shares: shares.map { (Int($0.key.index), $0.value) }, hashOn: hashOn)
    }

    /// Has a share of the route's requests go to another upstream too, whose answers nobody waits for.
    @inline(never)
    public mutating func mirror(
        _ route: some Ordinal, to upstream: some Ordinal, percent: Int
    ) {
        routes[Int(route.index)].mirror = MirrorDefinition(upstream: Int(upstream.index), percent: percent)
    }

    mutating func append(_ definition: RouteDefinition, as index: UInt16) {
        precondition(routes.count == Int(index), "routes are added in the order of their enumeration")
        routes.append(definition)
    }
}

/// One route, as the spec declares it. Who may use it stands in ``AccessTable``.
public struct RouteDefinition: Sendable {
    public enum Target: Sendable {
        /// An index into ``GatewayDefinition/upstreams``.
        case upstream(Int)
        case builtin(Builtin)
        case redirect(RedirectDefinition)
        case mock(MockDefinition)
    }

    public let name: String
    public let methods: StaticString
    public var paths: [RoutePath]
    public let target: Target
    public let timeout: Duration?
    public let bodyLimit: Int
    public var parameters: [ParameterDefinition] = []
    /// What responses are compressed with for clients that take it.
    public var codings: ContentCodings = []
    public var requestTransform: BodyTransformDefinition?
    public var responseTransform: BodyTransformDefinition?
    public var stream: StreamFormat?
    public var upgrade: UpgradeProtocol?
    /// The `Host` that the upstream gets in place of its own.
    public var rewriteHost: StaticString?
    public var queryChanges = ValueChanges()
    public var circuitBreaker: CircuitBreakerDefinition?
    public var cache: CacheDefinition?
    public var retry: RetryDefinition?
    public var split: SplitDefinition?
    public var mirror: MirrorDefinition?
    public var requestHeaders = ValueChanges()
    public var responseHeaders = ValueChanges()
    public var rateLimits = RateLimits.none
    public var concurrency: ConcurrencyDefinition?

    public enum RateLimits: Sendable {
        case none
        /// Those of ``RouteTable/sharedRateLimits``.
        case shared
        case own([RateLimitDefinition])
    }
}

/// What a route's endless responses are made of (`stream`).
public enum StreamFormat: Sendable {
    /// Server-sent events.
    case sse
}

/// What a route's connections change over to (`upgrade`).
public enum UpgradeProtocol: Sendable { case websocket }

/// What the gateway answers without an upstream.
public enum Builtin: Sendable, Equatable {
    /// As `{"status":"ok"}`, as the text `ok`, or with what is known of ``GatewayDefinition/dependencies``.
    case health(HealthFormat)
    case ready
    case metrics
    /// The page for people; `openAPI` is the document beside it.
    case docs
    case openAPI
    /// For whoever has the key.
    case admin(AdminDocument)

    public enum HealthFormat: Sendable { case status, text, dependencies }
}

/// What `builtin.admin` shows.
public enum AdminDocument: Sendable { case status, routes, limits, auth }

/// A declared parameter of a route (`request.params`, `request.query`).
public struct ParameterDefinition: Sendable {
    public let location: ParameterLocation
    public let name: StaticString
    public let type: ParameterType
    public let isRequired: Bool
}

public enum ParameterLocation: Sendable { case path, query }

public enum ParameterType: Sendable { case string, integer, number, boolean }
