// Compiled from the route spec by switchyard. Edit the spec, not this file.

public import GatewayRuntime

/// The routes of the spec, by path.
public enum Route: Ordinal {
    /// GET /api/v1/agents
    case getApiV1Agents
    /// POST /api/v1/agents
    case postApiV1Agents
    /// PUT /api/v1/agents/{id}
    case putApiV1AgentsId
    /// GET /api/v1/docs
    case docs
    /// GET /api/v1/docs/openapi.json
    case openapi
    /// GET /health
    case health
    /// GET /metrics
    case metrics
    /// GET /ready
    case ready
}

let routes = RouteTable(router: findRoute, describeRoutes)

/// What becomes of a request once its route is found.
private func describeRoutes(_ routes: inout RouteTable) {
    routes.add(
        Route.getApiV1Agents, methods: "GET", path: "/api/v1/agents", to: Upstream.agentsService, body: 10_485_760)
    routes.cache(Route.getApiV1Agents, ttl: .seconds(60))
    routes.add(
        Route.postApiV1Agents, methods: "POST", path: "/api/v1/agents", to: Upstream.agentsService, body: 10_485_760)
    routes.add(
        Route.putApiV1AgentsId,
        methods: "PUT",
        path: "/api/v1/agents/{id}",
        to: Upstream.agentsService,
        body: 10_485_760)
    routes.builtin(Route.docs, .docs, path: "/api/v1/docs")
    routes.builtin(Route.openapi, .openAPI, path: "/api/v1/docs/openapi.json")
    routes.builtin(Route.health, .health(.status), path: "/health")
    routes.builtin(Route.metrics, .metrics, path: "/metrics")
    routes.builtin(Route.ready, .ready, path: "/ready")
}

extension RouteTable {
    /// A route that forwards the path as it is and has no timeout of its own.
    mutating func add(_ route: Route, methods: StaticString, path: StaticString, to upstream: Upstream, body: Int) {
        add(route, methods: methods, path: path, forward: nil, to: upstream, timeout: nil, body: body)
    }
}

/// The gateway that the spec describes.
public let gateway = GatewayDefinition(
    title: "Eloquent API gateway",
    version: "1.0.0",
    server: ServerDefinition(
        listen: ":${PORT:-8080}",
        headerTimeout: .seconds(5),
        readTimeout: .seconds(15),
        writeTimeout: .seconds(60),
        idleTimeout: .seconds(60),
        drainTimeout: .seconds(30),
        headerLimit: 65_536,
        fieldLimit: 100,
        targetLimit: 8192),
    errors: ErrorDefinition(format: .envelope, upstreamUnavailable: 503),
    auth: auth,
    routes: routes,
    access: access,
    upstreams: upstreams,
    openAPI: openAPI)
