// Compiled from the route spec by switchyard. Edit the spec, not this file.

public import GatewayRuntime

/// The routes of the spec, by path.
public enum Route: UInt16, CaseIterable, Sendable {
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

/// The route of a request: for each segment the literals first, then `{name}`, then the wildcards.
@Sendable
func findRoute(_ path: PathView, _ request: MatchRequest, _ captures: inout Captures) -> RouteMatch {
    RouteMatch(`at the root`(path, request, &captures))
}

private func `at the root`(_ path: PathView, _ request: MatchRequest, _ captures: inout Captures) -> Route? {
    if path.isEnd { return nil }
    let next = path.next
    switch path.segment {
    case "": if let route = `at /`(next, request, &captures) { return route }
    case "a": if let route = `at /a`(next, request, &captures) { return route }
    case "caf%C3%A9": if let route = `at /caf%C3%A9`(next, request, &captures) { return route }
    case "files": if let route = `at /files`(next, request, &captures) { return route }
    case "match": if let route = `at /match`(next, request, &captures) { return route }
    case "rules": if let route = `at /rules`(next, request, &captures) { return route }
    default: break
    }
    if !path.segment.isEmpty {
        captures[0] = path.range  // tenant
        if let route = `at /{tenant}`(next, request, &captures) { return route }
    }
    switch request.method {
    case .get, .head:
        captures[0] = path.rest
        return .`everything-else`
    default: return nil
    }
}

private func `at /`(_ path: PathView, _ request: MatchRequest, _ captures: inout Captures) -> Route? {
    guard path.isEnd else { return nil }
    return .anyRoot
}

private func `at /a`(_ path: PathView, _ request: MatchRequest, _ captures: inout Captures) -> Route? {
    if path.isEnd {
        switch request.method {
        case .get, .head, .post: return .getPostA
        default: return nil
        }
    }
    let next = path.next
    switch path.segment {
    case "": if let route = `at /a/`(next, request, &captures) { return route }
    case "x": if let route = `at /a/x`(next, request, &captures) { return route }
    default: break
    }
    if !path.segment.isEmpty {
        captures[0] = path.range  // id, name
        if let route = `at /a/{}`(next, request, &captures) { return route }
    }
    switch request.method {
    case .delete:
        captures[0] = path.rest
        return .deleteABelow
    default: return nil
    }
}

private func `at /a/`(_ path: PathView, _ request: MatchRequest, _ captures: inout Captures) -> Route? {
    guard path.isEnd else { return nil }
    return .anyASlash
}

private func `at /a/x`(_ path: PathView, _ request: MatchRequest, _ captures: inout Captures) -> Route? {
    guard path.isEnd else { return nil }
    switch request.method {
    case .post: return .postAX
    default: return nil
    }
}

private func `at /a/{}`(_ path: PathView, _ request: MatchRequest, _ captures: inout Captures) -> Route? {
    if path.isEnd {
        switch request.method {
        case .get, .head: return .getAId
        default: return nil
        }
    }
    let next = path.next
    switch path.segment {
    case "b": return `at /a/{}/b`(next, request, &captures)
    case "c": return `at /a/{}/c`(next, request, &captures)
    default: return nil
    }
}

private func `at /a/{}/b`(_ path: PathView, _ request: MatchRequest, _ captures: inout Captures) -> Route? {
    guard path.isEnd else { return nil }
    switch request.method {
    case .get, .head: return .getAIdB
    default: return nil
    }
}

private func `at /a/{}/c`(_ path: PathView, _ request: MatchRequest, _ captures: inout Captures) -> Route? {
    guard path.isEnd else { return nil }
    switch request.method {
    case .put: return .putANameC
    default: return nil
    }
}

private func `at /caf%C3%A9`(_ path: PathView, _ request: MatchRequest, _ captures: inout Captures) -> Route? {
    guard path.isEnd else { return nil }
    return .anyCafC3A9
}

private func `at /files`(_ path: PathView, _ request: MatchRequest, _ captures: inout Captures) -> Route? {
    if path.isEnd { return nil }
    captures[0] = path.rest
    return .anyFilesBelow
}

private func `at /match`(_ path: PathView, _ request: MatchRequest, _ captures: inout Captures) -> Route? {
    guard path.isEnd else { return nil }
    if request.method == .get || request.method == .head, request.isFor(host: "api.example.com"), request.hasHeader("X-Beta", "1") {
        return .beta
    }
    if request.isFor(host: "api.example.com") {
        return .hosted
    }
    if request.isFor(hostBelow: "example.com") {
        return .below
    }
    switch request.method {
    case .head: return .head
    default: break
    }
    if request.method == .get || request.method == .head, request.hasQuery("v", "2") {
        return .version2
    }
    switch request.method {
    case .get, .head: return .plain
    default: return nil
    }
}

private func `at /rules`(_ path: PathView, _ request: MatchRequest, _ captures: inout Captures) -> Route? {
    if path.isEnd {
        captures[0] = path.restWithSlash
        return .anyRulesAndBelow
    }
    switch request.method {
    case .patch:
        captures[0] = path.rest
        return .patchRulesBelow
    default: break
    }
    captures[0] = path.restWithSlash
    return .anyRulesAndBelow
}

private func `at /{tenant}`(_ path: PathView, _ request: MatchRequest, _ captures: inout Captures) -> Route? {
    if path.isEnd { return nil }
    let next = path.next
    switch path.segment {
    case "a": return `at /{tenant}/a`(next, request, &captures)
    default: return nil
    }
}

private func `at /{tenant}/a`(_ path: PathView, _ request: MatchRequest, _ captures: inout Captures) -> Route? {
    guard path.isEnd else { return nil }
    switch request.method {
    case .get, .head: return .getTenantA
    default: return nil
    }
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
