// Compiled from the route spec by switchyard. Edit the spec, not this file.

public import GatewayRuntime

/// The routes of the spec, by path.
public enum Route: Ordinal {
    /// ANY /edited
    case edited
    /// ANY /gone*
    case movedPath
    /// GET /health
    case health
    /// ANY /items*
    case rewritten
    /// GET /me
    case mocked
    /// ANY /old/{id}, /older/{id}
    case moved
    /// ANY /transformed
    case transformed
}

let routes = RouteTable(router: findRoute, describeRoutes)

/// What becomes of a request once its route is found.
private func describeRoutes(_ routes: inout RouteTable) {
    routes.shareRateLimit(by: .address, .init("10", per: .seconds(1)))
    routes.add(
        Route.edited, methods: "ANY", path: "/edited", to: Upstream.items, timeout: .seconds(5), body: 10_485_760)
    routes.compress(Route.edited, with: [.gzip])
    routes.sharedRateLimit(Route.edited)
    routes.concurrency(Route.edited, max: "9")
    routes.requestHeaders(Route.edited, add: ["X-A": "1"])
    routes.responseHeaders(Route.edited, set: ["X-B": "2"], add: ["Vary": "Accept"], remove: ["Server"])
    routes.redirect(Route.movedPath, methods: "ANY", path: "/gone*", forward: "/here*", status: 302)
    routes.sharedRateLimit(Route.movedPath)
    routes.builtin(Route.health, .health(.status), path: "/health")
    routes.add(
        Route.rewritten, methods: "ANY", path: "/items*", to: Upstream.items, timeout: .seconds(5), body: 10_485_760)
    routes.rewriteHost(Route.rewritten, "items.internal:8080")
    routes.rewriteQuery(Route.rewritten, set: ["version": "2"], add: ["tag": "a b"], remove: ["debug"])
    routes.sharedRateLimit(Route.rewritten)
    routes.concurrency(Route.rewritten, max: "9")
    routes.mock(
        Route.mocked,
        methods: "GET",
        path: "/me",
        status: 201,
        fields: "Content-Type: application/json\r\nX-Mock: 1\r\n",
        body: "{\"id\":\"u1\",\"name\":\"a \\\"quoted\\\" name\"}")
    routes.sharedRateLimit(Route.mocked)
    routes.redirect(
        Route.moved,
        methods: "ANY",
        path: "/old/{id}",
        forward: "/new/{id}",
        scheme: "https",
        host: "example.org",
        port: 8443,
        status: 301)
    routes.alsoAt(Route.moved, path: "/older/{id}", forward: "/new/{id}")
    routes.sharedRateLimit(Route.moved)
    routes.add(
        Route.transformed,
        methods: "ANY",
        path: "/transformed",
        to: Upstream.items,
        timeout: .seconds(5),
        body: 10_485_760)
    routes.sharedRateLimit(Route.transformed)
    routes.concurrency(Route.transformed, max: "9")
    routes.requestTransform(Route.transformed, wrap: "data")
    routes.responseTransform(Route.transformed, wrap: "items", rename: ["user_id": "userId", "a": "é"])
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
    cors: CrossOriginDefinition(
        origins: ["https://app.example.com", "${MORE_ORIGINS:-}"],
        methods: "GET, POST",
        headers: "Content-Type",
        exposedHeaders: "X-Request-ID",
        allowsCredentials: true,
        maxAge: 600,
        preflightStatus: 200,
        stripsUpstream: false),
    auth: nil,
    routes: routes,
    access: access,
    upstreams: upstreams,
    openAPI: openAPI)
