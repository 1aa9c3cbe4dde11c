// Compiled from the route spec by switchyard. Edit the spec, not this file.

public import GatewayRuntime

/// The routes of the spec, by path.
public enum Route: UInt16, CaseIterable, Sendable {
    /// ANY /api/v1/agents/{id}/stream/{conv_id}
    case anyApiV1AgentsIdStreamConvId
    /// GET /api/v1/chat/history
    case getApiV1ChatHistory
    /// ANY /api/v1/conversations*
    case anyApiV1ConversationsAndBelow
    /// ANY /api/v1/detection-rules*
    case anyApiV1DetectionRulesAndBelow
    /// ANY /api/v1/graph/entities/*
    case anyApiV1GraphEntitiesBelow
    /// ANY /api/v1/media/{kind}/*file
    case anyApiV1MediaKindBelow
    /// ANY /elsewhere
    case anyElsewhere
    /// ANY /{rest}
    case anyRest
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
    case "api": if let route = `at /api`(next, request, &captures) { return route }
    case "elsewhere": if let route = `at /elsewhere`(next, request, &captures) { return route }
    default: break
    }
    if path.segment.isEmpty { return nil }
    captures[0] = path.range  // rest
    return `at /{rest}`(next, request, &captures)
}

private func `at /api`(_ path: PathView, _ request: MatchRequest, _ captures: inout Captures) -> Route? {
    if path.isEnd { return nil }
    let next = path.next
    switch path.segment {
    case "v1": return `at /api/v1`(next, request, &captures)
    default: return nil
    }
}

private func `at /api/v1`(_ path: PathView, _ request: MatchRequest, _ captures: inout Captures) -> Route? {
    if path.isEnd { return nil }
    let next = path.next
    switch path.segment {
    case "agents": return `at /api/v1/agents`(next, request, &captures)
    case "chat": return `at /api/v1/chat`(next, request, &captures)
    case "conversations": return `at /api/v1/conversations`(next, request, &captures)
    case "detection-rules": return `at /api/v1/detection-rules`(next, request, &captures)
    case "graph": return `at /api/v1/graph`(next, request, &captures)
    case "media": return `at /api/v1/media`(next, request, &captures)
    default: return nil
    }
}

private func `at /api/v1/agents`(_ path: PathView, _ request: MatchRequest, _ captures: inout Captures) -> Route? {
    if path.isEnd { return nil }
    let next = path.next
    if path.segment.isEmpty { return nil }
    captures[0] = path.range  // id
    return `at /api/v1/agents/{id}`(next, request, &captures)
}

private func `at /api/v1/agents/{id}`(_ path: PathView, _ request: MatchRequest, _ captures: inout Captures) -> Route? {
    if path.isEnd { return nil }
    let next = path.next
    switch path.segment {
    case "stream": return `at /api/v1/agents/{id}/stream`(next, request, &captures)
    default: return nil
    }
}

private func `at /api/v1/agents/{id}/stream`(_ path: PathView, _ request: MatchRequest, _ captures: inout Captures) -> Route? {
    if path.isEnd { return nil }
    let next = path.next
    if path.segment.isEmpty { return nil }
    captures[1] = path.range  // conv_id
    return `at /api/v1/agents/{id}/stream/{conv_id}`(next, request, &captures)
}

private func `at /api/v1/agents/{id}/stream/{conv_id}`(_ path: PathView, _ request: MatchRequest, _ captures: inout Captures) -> Route? {
    guard path.isEnd else { return nil }
    return .anyApiV1AgentsIdStreamConvId
}

private func `at /api/v1/chat`(_ path: PathView, _ request: MatchRequest, _ captures: inout Captures) -> Route? {
    if path.isEnd { return nil }
    let next = path.next
    switch path.segment {
    case "history": return `at /api/v1/chat/history`(next, request, &captures)
    default: return nil
    }
}

private func `at /api/v1/chat/history`(_ path: PathView, _ request: MatchRequest, _ captures: inout Captures) -> Route? {
    guard path.isEnd else { return nil }
    switch request.method {
    case .get, .head: return .getApiV1ChatHistory
    default: return nil
    }
}

private func `at /api/v1/conversations`(_ path: PathView, _ request: MatchRequest, _ captures: inout Captures) -> Route? {
    if path.isEnd {
        captures[0] = path.restWithSlash
        return .anyApiV1ConversationsAndBelow
    }
    captures[0] = path.restWithSlash
    return .anyApiV1ConversationsAndBelow
}

private func `at /api/v1/detection-rules`(_ path: PathView, _ request: MatchRequest, _ captures: inout Captures) -> Route? {
    if path.isEnd {
        captures[0] = path.restWithSlash
        return .anyApiV1DetectionRulesAndBelow
    }
    captures[0] = path.restWithSlash
    return .anyApiV1DetectionRulesAndBelow
}

private func `at /api/v1/graph`(_ path: PathView, _ request: MatchRequest, _ captures: inout Captures) -> Route? {
    if path.isEnd { return nil }
    let next = path.next
    switch path.segment {
    case "entities": return `at /api/v1/graph/entities`(next, request, &captures)
    default: return nil
    }
}

private func `at /api/v1/graph/entities`(_ path: PathView, _ request: MatchRequest, _ captures: inout Captures) -> Route? {
    if path.isEnd { return nil }
    captures[0] = path.rest
    return .anyApiV1GraphEntitiesBelow
}

private func `at /api/v1/media`(_ path: PathView, _ request: MatchRequest, _ captures: inout Captures) -> Route? {
    if path.isEnd { return nil }
    let next = path.next
    if path.segment.isEmpty { return nil }
    captures[0] = path.range  // kind
    return `at /api/v1/media/{kind}`(next, request, &captures)
}

private func `at /api/v1/media/{kind}`(_ path: PathView, _ request: MatchRequest, _ captures: inout Captures) -> Route? {
    if path.isEnd { return nil }
    captures[1] = path.rest
    return .anyApiV1MediaKindBelow
}

private func `at /elsewhere`(_ path: PathView, _ request: MatchRequest, _ captures: inout Captures) -> Route? {
    guard path.isEnd else { return nil }
    return .anyElsewhere
}

private func `at /{rest}`(_ path: PathView, _ request: MatchRequest, _ captures: inout Captures) -> Route? {
    guard path.isEnd else { return nil }
    return .anyRest
}

let routes = RouteTable(router: findRoute, describeRoutes)

/// What becomes of a request once its route is found.
private func describeRoutes(_ routes: inout RouteTable) {
    routes.add(
        Route.anyApiV1AgentsIdStreamConvId,
        methods: "ANY",
        path: "/api/v1/agents/{id}/stream/{conv_id}",
        forward: "/conversations/{conv_id}/stream",
        to: Upstream.knowledgeGraph,
        body: 10_485_760)
    routes.add(
        Route.getApiV1ChatHistory,
        methods: "GET",
        path: "/api/v1/chat/history",
        forward: "/api/v1/history",
        to: Upstream.`default`,
        body: 10_485_760)
    routes.add(
        Route.anyApiV1ConversationsAndBelow,
        methods: "ANY",
        path: "/api/v1/conversations*",
        forward: "*",
        to: Upstream.`default`,
        body: 10_485_760)
    routes.add(
        Route.anyApiV1DetectionRulesAndBelow,
        methods: "ANY",
        path: "/api/v1/detection-rules*",
        forward: "/event-detection-rules*",
        to: Upstream.knowledgeGraph,
        body: 10_485_760)
    routes.add(
        Route.anyApiV1GraphEntitiesBelow,
        methods: "ANY",
        path: "/api/v1/graph/entities/*",
        forward: "/entities/*",
        to: Upstream.knowledgeGraph,
        body: 10_485_760)
    routes.add(
        Route.anyApiV1MediaKindBelow,
        methods: "ANY",
        path: "/api/v1/media/{kind}/*file",
        forward: "/store/{kind}/*",
        to: Upstream.`default`,
        body: 10_485_760)
    routes.add(
        Route.anyElsewhere, methods: "ANY", path: "/elsewhere", to: Upstream.elsewhereExampleCom8080, body: 10_485_760)
    routes.add(Route.anyRest, methods: "ANY", path: "/{rest}", to: Upstream.fallbackService, body: 10_485_760)
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
