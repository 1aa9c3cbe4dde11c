// Compiled from the route spec by switchyard. Edit the spec, not this file.

public import GatewayRuntime

/// The routes of the spec, by path.
public enum Route: Ordinal {
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
