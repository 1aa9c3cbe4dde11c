// Compiled from the route spec by switchyard. Edit the spec, not this file.

public import GatewayRuntime

/// The routes of the spec, by path.
public enum Route: Ordinal {
    /// ANY /items
    case exact
    /// ANY /items
    case pattern
    /// ANY /items
    case plain
    /// ANY /items
    case prefix
    /// ANY /items
    case present
    /// ANY /items
    case query
}

let routes = RouteTable(router: findRoute, describeRoutes)

/// What becomes of a request once its route is found.
private func describeRoutes(_ routes: inout RouteTable) {
    routes.add(Route.exact, methods: "ANY", path: "/items", to: Upstream.items, body: 10_485_760)
    routes.add(Route.pattern, methods: "ANY", path: "/items", to: Upstream.items, body: 10_485_760)
    routes.add(Route.plain, methods: "ANY", path: "/items", to: Upstream.items, body: 10_485_760)
    routes.add(Route.prefix, methods: "ANY", path: "/items", to: Upstream.items, body: 10_485_760)
    routes.add(Route.present, methods: "ANY", path: "/items", to: Upstream.items, body: 10_485_760)
    routes.add(Route.query, methods: "ANY", path: "/items", to: Upstream.items, body: 10_485_760)
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
    auth: nil,
    routes: routes,
    access: access,
    upstreams: upstreams,
    openAPI: openAPI)
