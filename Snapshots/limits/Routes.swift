// Compiled from the route spec by switchyard. Edit the spec, not this file.

public import GatewayRuntime

/// The routes of the spec, by path.
public enum Route: Ordinal {
    /// GET /-/auth
    case adminAuth
    /// GET /-/limits
    case adminLimits
    /// GET /-/routes
    case adminRoutes
    /// GET /-/status
    case adminStatus
    /// ANY /both
    case both
    /// ANY /free
    case free
    /// GET /health
    case health
    /// POST /login
    case login
    /// ANY /tiers
    case tiers
    /// GET /widgets
    case listWidgets
}

let routes = RouteTable(router: findRoute, describeRoutes)

/// What becomes of a request once its route is found.
private func describeRoutes(_ routes: inout RouteTable) {
    routes.shareRateLimit(by: .claim("user_id"), .init("${RATE_LIMIT_PER_MINUTE:-100}", per: .seconds(60), burst: "10"))
    routes.builtin(Route.adminAuth, .admin(.auth), path: "/-/auth")
    routes.builtin(Route.adminLimits, .admin(.limits), path: "/-/limits")
    routes.builtin(Route.adminRoutes, .admin(.routes), path: "/-/routes")
    routes.builtin(Route.adminStatus, .admin(.status), path: "/-/status")
    routes.add(Route.both, methods: "ANY", path: "/both", to: Upstream.widgets, body: 10_485_760)
    routes.rateLimit(Route.both, by: .address, .init("20", per: .seconds(1)))
    routes.rateLimit(Route.both, by: .subject, .init("1000", per: .seconds(3600)))
    routes.concurrency(Route.both, max: "${MOST:-8}", queue: 16, wait: .milliseconds(500))
    routes.add(Route.free, methods: "ANY", path: "/free", to: Upstream.widgets, body: 10_485_760)
    routes.concurrency(Route.free, max: "50")
    routes.builtin(Route.health, .health(.status), path: "/health")
    routes.add(Route.login, methods: "POST", path: "/login", to: Upstream.widgets, body: 10_485_760)
    routes.rateLimit(Route.login, by: .address, .init("5", per: .seconds(1), burst: "10"))
    routes.concurrency(Route.login, max: "50")
    routes.add(Route.tiers, methods: "ANY", path: "/tiers", to: Upstream.widgets, body: 10_485_760)
    routes.rateLimit(
        Route.tiers,
        by: .claim("sub"),
        tierClaim: "tier",
        tiers: ["free": .init("60", per: .seconds(60)), "pro": .init("100", per: .seconds(1), burst: "$PRO_BURST")])
    routes.concurrency(Route.tiers, max: "50")
    routes.add(Route.listWidgets, methods: "GET", path: "/widgets", to: Upstream.widgets, body: 10_485_760)
    routes.sharedRateLimit(Route.listWidgets)
    routes.concurrency(Route.listWidgets, max: "50")
}

extension RouteTable {
    /// A route that forwards the path as it is and has no timeout of its own.
    mutating func add(_ route: Route, methods: StaticString, path: StaticString, to upstream: Upstream, body: Int) {
        add(route, methods: methods, path: path, forward: nil, to: upstream, timeout: nil, body: body)
    }
}

/// The gateway that the spec describes.
public let gateway = GatewayDefinition(
    title: "Gateway",
    version: "1.0.0",
    server: ServerDefinition(
        listen: ":8080",
        headerTimeout: .seconds(5),
        readTimeout: .seconds(15),
        writeTimeout: .seconds(60),
        idleTimeout: .seconds(60),
        drainTimeout: .seconds(30),
        headerLimit: 65_536,
        fieldLimit: 100,
        targetLimit: 8192),
    errors: ErrorDefinition(format: .flat, upstreamUnavailable: 502),
    auth: auth,
    routes: routes,
    access: access,
    upstreams: upstreams,
    limiter: LimiterDefinition(
        order: .beforeAuth,
        fields: .legacy,
        maxKeys: "${MAX_KEYS:-4096}",
        ttl: .seconds(7200),
        cleanup: .seconds(30),
        redis: .init("rediss://:$REDIS_PASSWORD@redis:6380/1", key: "limit:{user_id}", onError: .allow)),
    adminKey: "${ADMIN_KEY:-}",
    openAPI: openAPI)
