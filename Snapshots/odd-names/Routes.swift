// Compiled from the route spec by switchyard. Edit the spec, not this file.

public import GatewayRuntime

/// The routes of the spec, by path.
public enum Route: Ordinal {
    /// GET /`quoted`/{class}/{_}
    case getQuotedClass
    /// GET,PUT /default
    case `default`
    /// GET /described
    case getDescribed
    /// GET /headers
    case headers
    /// GET /query/*
    case getQueryBelow
    /// ANY /rest/{rest}/*
    case anyRestRestBelow
    /// GET /symbols
    case getSymbols
    /// GET /twice/{id}/{self}
    case getTwiceIdSelf
    /// GET /users
    case `get_users derived`
    /// GET /v2/users
    case get_users
}

let routes = RouteTable(router: findRoute, describeRoutes)

/// What becomes of a request once its route is found.
private func describeRoutes(_ routes: inout RouteTable) {
    routes.add(
        Route.getQuotedClass, methods: "GET", path: "/`quoted`/{class}/{_}", to: Upstream.`init name`, body: 10_485_760)
    routes.add(Route.`default`, methods: "GET,PUT", path: "/default", to: Upstream.a_b, body: 10_485_760)
    routes.add(Route.getDescribed, methods: "GET", path: "/described", to: Upstream.upstream, body: 10_485_760)
    routes.add(Route.headers, methods: "GET", path: "/headers", to: Upstream.upstream, body: 10_485_760)
    routes.add(Route.getQueryBelow, methods: "GET", path: "/query/*", to: Upstream.`a-b`, body: 10_485_760)
    routes.check(Route.getQueryBelow, .query, "rest", .string, required: false)
    routes.check(Route.getQueryBelow, .query, "q\"uote", .string, required: false)
    routes.check(Route.getQueryBelow, .query, "a`b", .string, required: false)
    routes.check(Route.getQueryBelow, .query, "_", .string, required: false)
    routes.check(Route.getQueryBelow, .query, "x\\y", .string, required: false)
    routes.check(Route.getQueryBelow, .query, "default", .string, required: false)
    routes.add(
        Route.anyRestRestBelow, methods: "ANY", path: "/rest/{rest}/*", to: Upstream.`self name`, body: 10_485_760)
    routes.add(Route.getSymbols, methods: "GET", path: "/symbols", to: Upstream.upstream, body: 10_485_760)
    routes.add(
        Route.getTwiceIdSelf,
        methods: "GET",
        path: "/twice/{id}/{self}",
        forward: "/t/{id}",
        to: Upstream.upstream,
        body: 10_485_760)
    routes.check(Route.getTwiceIdSelf, .query, "id", .string, required: false)
    routes.check(Route.getTwiceIdSelf, .query, "self", .string, required: false)
    routes.add(Route.`get_users derived`, methods: "GET", path: "/users", to: Upstream.upstream, body: 10_485_760)
    routes.add(Route.get_users, methods: "GET", path: "/v2/users", to: Upstream.upstream, body: 10_485_760)
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
