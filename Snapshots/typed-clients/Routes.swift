// Compiled from the route spec by switchyard. Edit the spec, not this file.

public import GatewayRuntime

/// The routes of the spec, by path.
public enum Route: Ordinal {
    /// ANY /any/*
    case anything
    /// GET,POST /one, /two/{id}
    case several
    /// GET /shops/{shop}/widgets/{number}
    case searchWidgets
    /// PUT /words/{class}/{upstream}
    case `default`
}

let routes = RouteTable(router: findRoute, describeRoutes)

/// What becomes of a request once its route is found.
private func describeRoutes(_ routes: inout RouteTable) {
    routes.add(Route.anything, methods: "ANY", path: "/any/*", to: Upstream.host1270019001, body: 10_485_760)
    routes.add(Route.several, methods: "GET,POST", path: "/one", to: Upstream.host1270019001, body: 10_485_760)
    routes.alsoAt(Route.several, path: "/two/{id}")
    routes.add(
        Route.searchWidgets,
        methods: "GET",
        path: "/shops/{shop}/widgets/{number}",
        to: Upstream.host1270019001,
        body: 10_485_760)
    routes.check(Route.searchWidgets, .path, "number", .integer, required: true)
    routes.check(Route.searchWidgets, .query, "q", .string, required: true)
    routes.check(Route.searchWidgets, .query, "limit", .integer, required: false)
    routes.check(Route.searchWidgets, .query, "min-price", .number, required: false)
    routes.check(Route.searchWidgets, .query, "fresh", .boolean, required: false)
    routes.add(
        Route.`default`,
        methods: "PUT",
        path: "/words/{class}/{upstream}",
        to: Upstream.host1270019001,
        body: 10_485_760)
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
