// Compiled from the route spec by switchyard. Edit the spec, not this file.

public import GatewayRuntime

/// The routes of the spec, by path.
public enum Route: Ordinal {
    /// ANY /
    case anyRoot
    /// GET,HEAD /*
    case `everything-else`
    /// GET,POST /a
    case getPostA
    /// ANY /a/
    case anyASlash
    /// DELETE /a/*
    case deleteABelow
    /// POST /a/x
    case postAX
    /// GET /a/{id}
    case getAId
    /// GET /a/{id}/b
    case getAIdB
    /// PUT /a/{name}/c
    case putANameC
    /// ANY /café
    case anyCafC3A9
    /// ANY /files/*path
    case anyFilesBelow
    /// GET /match
    case beta
    /// GET /match
    case plain
    /// GET /match
    case version2
    /// HEAD /match
    case head
    /// ANY /match
    case below
    /// ANY /match
    case hosted
    /// ANY /rules*
    case anyRulesAndBelow
    /// PATCH /rules/*
    case patchRulesBelow
    /// GET /{tenant}/a
    case getTenantA
}

let routes = RouteTable(router: findRoute, describeRoutes)

/// What becomes of a request once its route is found.
private func describeRoutes(_ routes: inout RouteTable) {
    routes.add(Route.anyRoot, methods: "ANY", path: "/", to: Upstream.one, body: 10_485_760)
    routes.add(Route.`everything-else`, methods: "GET,HEAD", path: "/*", to: Upstream.one, body: 10_485_760)
    routes.add(Route.getPostA, methods: "GET,POST", path: "/a", to: Upstream.one, body: 10_485_760)
    routes.add(Route.anyASlash, methods: "ANY", path: "/a/", to: Upstream.one, body: 10_485_760)
    routes.add(Route.deleteABelow, methods: "DELETE", path: "/a/*", to: Upstream.one, body: 10_485_760)
    routes.add(Route.postAX, methods: "POST", path: "/a/x", to: Upstream.one, body: 10_485_760)
    routes.add(Route.getAId, methods: "GET", path: "/a/{id}", to: Upstream.one, body: 10_485_760)
    routes.add(Route.getAIdB, methods: "GET", path: "/a/{id}/b", to: Upstream.one, body: 10_485_760)
    routes.add(Route.putANameC, methods: "PUT", path: "/a/{name}/c", to: Upstream.one, body: 10_485_760)
    routes.add(Route.anyCafC3A9, methods: "ANY", path: "/café", to: Upstream.one, body: 10_485_760)
    routes.add(Route.anyFilesBelow, methods: "ANY", path: "/files/*path", to: Upstream.one, body: 10_485_760)
    routes.add(Route.beta, methods: "GET", path: "/match", to: Upstream.one, body: 10_485_760)
    routes.add(Route.plain, methods: "GET", path: "/match", to: Upstream.one, body: 10_485_760)
    routes.add(Route.version2, methods: "GET", path: "/match", to: Upstream.one, body: 10_485_760)
    routes.add(Route.head, methods: "HEAD", path: "/match", to: Upstream.one, body: 10_485_760)
    routes.add(Route.below, methods: "ANY", path: "/match", to: Upstream.one, body: 10_485_760)
    routes.add(Route.hosted, methods: "ANY", path: "/match", to: Upstream.one, body: 10_485_760)
    routes.add(Route.anyRulesAndBelow, methods: "ANY", path: "/rules*", to: Upstream.one, body: 10_485_760)
    routes.add(Route.patchRulesBelow, methods: "PATCH", path: "/rules/*", to: Upstream.one, body: 10_485_760)
    routes.add(Route.getTenantA, methods: "GET", path: "/{tenant}/a", to: Upstream.one, body: 10_485_760)
}

extension RouteTable {
    /// A route that forwards the path as it is and has no timeout of its own.
    mutating func add(_ route: Route, methods: StaticString, path: StaticString, to upstream: Upstream, body: Int) {
        add(route, methods: methods, path: path, forward: nil, to: upstream, timeout: nil, body: body)
    }
}

/// The gateway that the spec describes.
public let gateway = GatewayDefinition(
    title: "Routing",
    version: "1.2.3",
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
