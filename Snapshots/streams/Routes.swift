// Compiled from the route spec by switchyard. Edit the spec, not this file.

public import GatewayRuntime

/// The routes of the spec, by path.
public enum Route: Ordinal {
    /// GET /conversations/{id}/events
    case getConversationsIdEvents
    /// GET /live, /live/{room}
    case live
    /// GET /status
    case health
    /// ANY /workspaces/*
    case anyWorkspacesBelow
}

let routes = RouteTable(router: findRoute, describeRoutes)

/// What becomes of a request once its route is found.
private func describeRoutes(_ routes: inout RouteTable) {
    routes.add(
        Route.getConversationsIdEvents,
        methods: "GET",
        path: "/conversations/{id}/events",
        forward: "/conversations/{id}/stream",
        to: Upstream.chat,
        body: 10_485_760)
    routes.stream(Route.getConversationsIdEvents, .sse)
    routes.add(Route.live, methods: "GET", path: "/live", to: Upstream.chat, body: 10_485_760)
    routes.alsoAt(Route.live, path: "/live/{room}")
    routes.upgrade(Route.live, .websocket)
    routes.builtin(Route.health, .health(.status), path: "/status")
    routes.add(Route.anyWorkspacesBelow, methods: "ANY", path: "/workspaces/*", to: Upstream.chat, body: 10_485_760)
    routes.stream(Route.anyWorkspacesBelow, .sse)
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
        listen: ":${PORT:-8080}",
        headerTimeout: .seconds(5),
        readTimeout: .seconds(15),
        writeTimeout: .seconds(60),
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
    openAPI: openAPI)
