// Compiled from the route spec by switchyard. Edit the spec, not this file.

public import GatewayRuntime

/// The routes of the spec, by path.
public enum Route: UInt16, CaseIterable, Sendable {
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

/// The route of a request: for each segment the literals first, then `{name}`, then the wildcards.
@Sendable
func findRoute(_ path: PathView, _ request: MatchRequest, _ captures: inout Captures) -> RouteMatch {
    RouteMatch(`at the root`(path, request, &captures))
}

private func `at the root`(_ path: PathView, _ request: MatchRequest, _ captures: inout Captures) -> Route? {
    if path.isEnd { return nil }
    let next = path.next
    switch path.segment {
    case "api": return `at /api`(next, request, &captures)
    case "health": return `at /health`(next, request, &captures)
    case "metrics": return `at /metrics`(next, request, &captures)
    case "ready": return `at /ready`(next, request, &captures)
    default: return nil
    }
}

private func `at /api`(_ path: PathView, _ request: MatchRequest, _ captures: inout Captures) -> Route? {
    if path.isEnd { return nil }
    let next = path.next
    switch path.segment {
    case "v1": return `at /api/v1`(next, request, &captures)
    default: return nil
    }
}

private func `at /api/v1`(_ path: PathView, _ request: MatchRequest, _ captures: inout Captures) -> Route? {
    if path.isEnd { return nil }
    let next = path.next
    switch path.segment {
    case "agents": return `at /api/v1/agents`(next, request, &captures)
    case "docs": return `at /api/v1/docs`(next, request, &captures)
    default: return nil
    }
}

private func `at /api/v1/agents`(_ path: PathView, _ request: MatchRequest, _ captures: inout Captures) -> Route? {
    if path.isEnd {
        switch request.method {
        case .get, .head: return .getApiV1Agents
        case .post: return .postApiV1Agents
        default: return nil
        }
    }
    let next = path.next
    if path.segment.isEmpty { return nil }
    captures[0] = path.range  // id
    return `at /api/v1/agents/{id}`(next, request, &captures)
}

private func `at /api/v1/agents/{id}`(_ path: PathView, _ request: MatchRequest, _ captures: inout Captures) -> Route? {
    guard path.isEnd else { return nil }
    switch request.method {
    case .put: return .putApiV1AgentsId
    default: return nil
    }
}

private func `at /api/v1/docs`(_ path: PathView, _ request: MatchRequest, _ captures: inout Captures) -> Route? {
    if path.isEnd {
        switch request.method {
        case .get, .head: return .docs
        default: return nil
        }
    }
    let next = path.next
    switch path.segment {
    case "openapi.json": return `at /api/v1/docs/openapi.json`(next, request, &captures)
    default: return nil
    }
}

private func `at /api/v1/docs/openapi.json`(_ path: PathView, _ request: MatchRequest, _ captures: inout Captures) -> Route? {
    guard path.isEnd else { return nil }
    switch request.method {
    case .get, .head: return .openapi
    default: return nil
    }
}

private func `at /health`(_ path: PathView, _ request: MatchRequest, _ captures: inout Captures) -> Route? {
    guard path.isEnd else { return nil }
    switch request.method {
    case .get, .head: return .health
    default: return nil
    }
}

private func `at /metrics`(_ path: PathView, _ request: MatchRequest, _ captures: inout Captures) -> Route? {
    guard path.isEnd else { return nil }
    switch request.method {
    case .get, .head: return .metrics
    default: return nil
    }
}

private func `at /ready`(_ path: PathView, _ request: MatchRequest, _ captures: inout Captures) -> Route? {
    guard path.isEnd else { return nil }
    switch request.method {
    case .get, .head: return .ready
    default: return nil
    }
}

let routes = RouteTable(router: findRoute, describeRoutes)

/// What becomes of a request once its route is found.
private func describeRoutes(_ routes: inout RouteTable) {
    routes.add(
        Route.getApiV1Agents, methods: "GET", path: "/api/v1/agents", to: Upstream.agentsService, body: 10_485_760)
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
