// Compiled from the route spec by switchyard. Edit the spec, not this file.

public import GatewayRuntime

/// The routes of the spec, by path.
public enum Route: Ordinal {
    /// ANY /api/admin/*
    case anyApiAdminBelow
    /// GET /api/docs
    case docs
    /// GET /api/docs/openapi.json
    case openapi
    /// POST /api/login
    case postApiLogin
    /// PUT,DELETE /api/session, /api/session/{id}
    case login
    /// GET /api/widgets
    case listWidgets
    /// POST /api/widgets
    case `create-widget`
    /// GET /livez
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
        Route.anyApiAdminBelow,
        methods: "ANY",
        path: "/api/admin/*",
        forward: "/admin/*",
        to: Upstream.widgets,
        timeout: .milliseconds(1500),
        body: 1_048_576)
    routes.responseHeaders(Route.anyApiAdminBelow, remove: ["Server", "X-Powered-By"])
    routes.builtin(Route.docs, .docs, path: "/api/docs")
    routes.builtin(Route.openapi, .openAPI, path: "/api/docs/openapi.json")
    routes.add(
        Route.postApiLogin,
        methods: "POST",
        path: "/api/login",
        forward: "/login",
        to: Upstream.widgets,
        timeout: .milliseconds(1500),
        body: 1_048_576)
    routes.responseHeaders(Route.postApiLogin, remove: ["Server", "X-Powered-By"])
    routes.add(
        Route.login,
        methods: "PUT,DELETE",
        path: "/api/session",
        forward: "/session",
        to: Upstream.widgets,
        timeout: .milliseconds(1500),
        body: 1_048_576)
    routes.alsoAt(Route.login, path: "/api/session/{id}", forward: "/session/{id}")
    routes.responseHeaders(Route.login, remove: ["Server", "X-Powered-By"])
    routes.add(
        Route.listWidgets,
        methods: "GET",
        path: "/api/widgets",
        forward: "/widgets",
        to: Upstream.widgets,
        timeout: .milliseconds(1500),
        body: 1_048_576)
    routes.responseHeaders(Route.listWidgets, remove: ["Server", "X-Powered-By"])
    routes.add(
        Route.`create-widget`,
        methods: "POST",
        path: "/api/widgets",
        forward: "/widgets",
        to: Upstream.widgets,
        timeout: .seconds(5),
        body: 65_536)
    routes.requestHeaders(
        Route.`create-widget`, set: ["X-Gateway": "edge \"1\"", "Via": "1.1 edge"], remove: ["X-Debug"])
    routes.responseHeaders(Route.`create-widget`, set: ["Strict-Transport-Security": "max-age=31536000"])
    routes.builtin(Route.health, .health(.text), path: "/livez")
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
    title: "Policies",
    version: "2.0.0",
    server: ServerDefinition(
        listen: "127.0.0.1:${PORT:-8090}",
        trustedProxies: ["10.0.0.0/8", "2001:db8::/32", "${TRUSTED_PROXIES:-}"],
        headerTimeout: .seconds(2),
        readTimeout: .seconds(10),
        writeTimeout: .seconds(30),
        idleTimeout: .seconds(20),
        drainTimeout: .seconds(5),
        connectionLimit: 20_000,
        headerLimit: 16_384,
        fieldLimit: 50,
        targetLimit: 4096),
    errors: ErrorDefinition(format: .envelope, upstreamUnavailable: 503),
    auth: auth,
    routes: routes,
    access: access,
    upstreams: upstreams,
    openAPI: openAPI)
