// Compiled from the route spec by switchyard. Edit the spec, not this file.

public import GatewayRuntime

/// The routes of the spec, by path.
public enum Route: UInt16, CaseIterable, Sendable {
    /// GET /`quoted`/{class}/{_}
    case getQuotedClass
    /// GET,PUT /default
    case `default`
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

/// The route of a request: for each segment the literals first, then `{name}`, then the wildcards.
@Sendable
func findRoute(_ path: PathView, _ request: MatchRequest, _ captures: inout Captures) -> RouteMatch {
    RouteMatch(`at the root`(path, request, &captures))
}

private func `at the root`(_ path: PathView, _ request: MatchRequest, _ captures: inout Captures) -> Route? {
    if path.isEnd { return nil }
    let next = path.next
    switch path.segment {
    case "`quoted`": return `at /%60quoted%60`(next, request, &captures)
    case "default": return `at /default`(next, request, &captures)
    case "headers": return `at /headers`(next, request, &captures)
    case "query": return `at /query`(next, request, &captures)
    case "rest": return `at /rest`(next, request, &captures)
    case "symbols": return `at /symbols`(next, request, &captures)
    case "twice": return `at /twice`(next, request, &captures)
    case "users": return `at /users`(next, request, &captures)
    case "v2": return `at /v2`(next, request, &captures)
    default: return nil
    }
}

private func `at /%60quoted%60`(_ path: PathView, _ request: MatchRequest, _ captures: inout Captures) -> Route? {
    if path.isEnd { return nil }
    let next = path.next
    if path.segment.isEmpty { return nil }
    captures[0] = path.range  // class
    return `at /%60quoted%60/{class}`(next, request, &captures)
}

private func `at /%60quoted%60/{class}`(_ path: PathView, _ request: MatchRequest, _ captures: inout Captures) -> Route? {
    if path.isEnd { return nil }
    let next = path.next
    if path.segment.isEmpty { return nil }
    captures[1] = path.range  // _
    return `at /%60quoted%60/{class}/{_}`(next, request, &captures)
}

private func `at /%60quoted%60/{class}/{_}`(_ path: PathView, _ request: MatchRequest, _ captures: inout Captures) -> Route? {
    guard path.isEnd else { return nil }
    switch request.method {
    case .get, .head: return .getQuotedClass
    default: return nil
    }
}

private func `at /default`(_ path: PathView, _ request: MatchRequest, _ captures: inout Captures) -> Route? {
    guard path.isEnd else { return nil }
    switch request.method {
    case .get, .head, .put: return .`default`
    default: return nil
    }
}

private func `at /headers`(_ path: PathView, _ request: MatchRequest, _ captures: inout Captures) -> Route? {
    guard path.isEnd else { return nil }
    switch request.method {
    case .get, .head: return .headers
    default: return nil
    }
}

private func `at /query`(_ path: PathView, _ request: MatchRequest, _ captures: inout Captures) -> Route? {
    if path.isEnd { return nil }
    switch request.method {
    case .get, .head:
        captures[0] = path.rest
        return .getQueryBelow
    default: return nil
    }
}

private func `at /rest`(_ path: PathView, _ request: MatchRequest, _ captures: inout Captures) -> Route? {
    if path.isEnd { return nil }
    let next = path.next
    if path.segment.isEmpty { return nil }
    captures[0] = path.range  // rest
    return `at /rest/{rest}`(next, request, &captures)
}

private func `at /rest/{rest}`(_ path: PathView, _ request: MatchRequest, _ captures: inout Captures) -> Route? {
    if path.isEnd { return nil }
    captures[1] = path.rest
    return .anyRestRestBelow
}

private func `at /symbols`(_ path: PathView, _ request: MatchRequest, _ captures: inout Captures) -> Route? {
    guard path.isEnd else { return nil }
    switch request.method {
    case .get, .head: return .getSymbols
    default: return nil
    }
}

private func `at /twice`(_ path: PathView, _ request: MatchRequest, _ captures: inout Captures) -> Route? {
    if path.isEnd { return nil }
    let next = path.next
    if path.segment.isEmpty { return nil }
    captures[0] = path.range  // id
    return `at /twice/{id}`(next, request, &captures)
}

private func `at /twice/{id}`(_ path: PathView, _ request: MatchRequest, _ captures: inout Captures) -> Route? {
    if path.isEnd { return nil }
    let next = path.next
    if path.segment.isEmpty { return nil }
    captures[1] = path.range  // self
    return `at /twice/{id}/{self}`(next, request, &captures)
}

private func `at /twice/{id}/{self}`(_ path: PathView, _ request: MatchRequest, _ captures: inout Captures) -> Route? {
    guard path.isEnd else { return nil }
    switch request.method {
    case .get, .head: return .getTwiceIdSelf
    default: return nil
    }
}

private func `at /users`(_ path: PathView, _ request: MatchRequest, _ captures: inout Captures) -> Route? {
    guard path.isEnd else { return nil }
    switch request.method {
    case .get, .head: return .`get_users derived`
    default: return nil
    }
}

private func `at /v2`(_ path: PathView, _ request: MatchRequest, _ captures: inout Captures) -> Route? {
    if path.isEnd { return nil }
    let next = path.next
    switch path.segment {
    case "users": return `at /v2/users`(next, request, &captures)
    default: return nil
    }
}

private func `at /v2/users`(_ path: PathView, _ request: MatchRequest, _ captures: inout Captures) -> Route? {
    guard path.isEnd else { return nil }
    switch request.method {
    case .get, .head: return .get_users
    default: return nil
    }
}

let routes = RouteTable(router: findRoute, describeRoutes)

/// What becomes of a request once its route is found.
private func describeRoutes(_ routes: inout RouteTable) {
    routes.add(
        Route.getQuotedClass, methods: "GET", path: "/`quoted`/{class}/{_}", to: Upstream.`init name`, body: 10_485_760)
    routes.add(Route.`default`, methods: "GET,PUT", path: "/default", to: Upstream.a_b, body: 10_485_760)
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
