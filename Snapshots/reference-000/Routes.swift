// Compiled from the route spec by switchyard. Edit the spec, not this file.

public import GatewayRuntime

/// The routes of the spec, by path.
public enum Route: Ordinal {
    /// ANY /api/v1/areas/*, /api/v1/questions/*, /api/v1/insights/*, /api/v1/resources/*
    case anyApiV1AreasBelow
    /// ANY /api/v1/auth/login, /api/v1/auth/register, /api/v1/auth/refresh
    case anyApiV1AuthLogin
    /// ANY /api/v1/gamification/*, /api/v1/achievements/*, /api/v1/leaderboards/*
    case anyApiV1GamificationBelow
    /// ANY /api/v1/subscriptions/*, /api/v1/billing/*
    case anyApiV1SubscriptionsBelow
    /// ANY /api/v1/users/*
    case anyApiV1UsersBelow
    /// GET /health
    case health
    /// GET /metrics
    case metrics
}

let routes = RouteTable(router: findRoute, describeRoutes)

/// What becomes of a request once its route is found.
private func describeRoutes(_ routes: inout RouteTable) {
    routes.shareRateLimit(
        by: .claim("sub"),
        tierClaim: "tier",
        tiers: ["free": .init("60", per: .seconds(60)), "pro": .init("600", per: .seconds(60))])
    routes.add(
        Route.anyApiV1AreasBelow, methods: "ANY", path: "/api/v1/areas/*", to: Upstream.knowledge, body: 10_485_760)
    routes.alsoAt(Route.anyApiV1AreasBelow, path: "/api/v1/questions/*")
    routes.alsoAt(Route.anyApiV1AreasBelow, path: "/api/v1/insights/*")
    routes.alsoAt(Route.anyApiV1AreasBelow, path: "/api/v1/resources/*")
    routes.sharedRateLimit(Route.anyApiV1AreasBelow)
    routes.add(Route.anyApiV1AuthLogin, methods: "ANY", path: "/api/v1/auth/login", to: Upstream.user, body: 10_485_760)
    routes.alsoAt(Route.anyApiV1AuthLogin, path: "/api/v1/auth/register")
    routes.alsoAt(Route.anyApiV1AuthLogin, path: "/api/v1/auth/refresh")
    routes.add(
        Route.anyApiV1GamificationBelow,
        methods: "ANY",
        path: "/api/v1/gamification/*",
        to: Upstream.gamification,
        body: 10_485_760)
    routes.alsoAt(Route.anyApiV1GamificationBelow, path: "/api/v1/achievements/*")
    routes.alsoAt(Route.anyApiV1GamificationBelow, path: "/api/v1/leaderboards/*")
    routes.sharedRateLimit(Route.anyApiV1GamificationBelow)
    routes.add(
        Route.anyApiV1SubscriptionsBelow,
        methods: "ANY",
        path: "/api/v1/subscriptions/*",
        to: Upstream.payment,
        body: 10_485_760)
    routes.alsoAt(Route.anyApiV1SubscriptionsBelow, path: "/api/v1/billing/*")
    routes.sharedRateLimit(Route.anyApiV1SubscriptionsBelow)
    routes.add(Route.anyApiV1UsersBelow, methods: "ANY", path: "/api/v1/users/*", to: Upstream.user, body: 10_485_760)
    routes.sharedRateLimit(Route.anyApiV1UsersBelow)
    routes.builtin(Route.health, .health(.status), path: "/health")
    routes.builtin(Route.metrics, .metrics, path: "/metrics")
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
        writeTimeout: .seconds(15),
        idleTimeout: .seconds(60),
        drainTimeout: .seconds(30),
        headerLimit: 65_536,
        fieldLimit: 100,
        targetLimit: 8192),
    errors: ErrorDefinition(format: .envelope, upstreamUnavailable: 502),
    auth: auth,
    routes: routes,
    access: access,
    upstreams: upstreams,
    limiter: LimiterDefinition(
        redis: .init("${REDIS_URL:-redis://localhost:6379}", key: "rate_limit:{key}", onError: .local)),
    openAPI: openAPI)
