// Compiled from the route spec by switchyard. Edit the spec, not this file.

public import GatewayRuntime

/// The routes of the spec, by path.
public enum Route: Ordinal {
    /// GET /agents
    case getAgents
    /// POST /agents
    case postAgents
    /// GET /health
    case health
    /// PUT /machines
    case putMachines
    /// GET /partner/*
    case getPartnerBelow
    /// GET /ready
    case ready
}

let routes = RouteTable(router: findRoute, describeRoutes)

/// What becomes of a request once its route is found.
private func describeRoutes(_ routes: inout RouteTable) {
    routes.add(Route.getAgents, methods: "GET", path: "/agents", to: Upstream.agents, body: 10_485_760)
    routes.add(Route.postAgents, methods: "POST", path: "/agents", to: Upstream.agents, body: 10_485_760)
    routes.builtin(Route.health, .health(.status), path: "/health")
    routes.add(Route.putMachines, methods: "PUT", path: "/machines", to: Upstream.agents, body: 10_485_760)
    routes.add(Route.getPartnerBelow, methods: "GET", path: "/partner/*", to: Upstream.agents, body: 10_485_760)
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
    title: "Providers",
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
    errors: ErrorDefinition(format: .problem, upstreamUnavailable: 502),
    auth: auth,
    routes: routes,
    access: access,
    upstreams: upstreams,
    openAPI: openAPI)
