// Compiled from the route spec by switchyard. Edit the spec, not this file.

public import GatewayRuntime

/// The routes of the spec, by path.
public enum Route: Ordinal {
    /// ANY /api/v1/admin/*
    case anyApiV1AdminBelow
    /// POST /api/v1/agents/{id}/execute
    case postApiV1AgentsIdExecute
    /// ANY /api/v1/agents/{id}/stream/{conv_id}
    case anyApiV1AgentsIdStreamConvId
    /// ANY /api/v1/approvals*
    case anyApiV1ApprovalsAndBelow
    /// ANY /api/v1/auth/*
    case anyApiV1AuthBelow
    /// ANY /api/v1/auth/token
    case anyApiV1AuthToken
    /// ANY /api/v1/checklists*, /api/v1/rules*
    case anyApiV1ChecklistsAndBelow
    /// ANY /api/v1/compliance/*
    case anyApiV1ComplianceBelow
    /// ANY /api/v1/compliance/summary, /api/v1/compliance/matrix, /api/v1/compliance/charts/*, /api/v1/compliance/assess*
    case anyApiV1ComplianceSummary
    /// ANY /api/v1/conversations*
    case anyApiV1ConversationsAndBelow
    /// ANY /api/v1/detection-rules*
    case anyApiV1DetectionRulesAndBelow
    /// ANY /api/v1/entities*
    case anyApiV1EntitiesAndBelow
    /// ANY /api/v1/entity-types*, /api/v1/relationship-types*, /api/v1/relationship-rules*
    case anyApiV1EntityTypesAndBelow
    /// ANY /api/v1/events*, /api/v1/flare-events*, /api/v1/repair-obligations*, /api/v1/authorizations/*, /api/v1/alerts/*, /api/v1/flaring/*
    case anyApiV1EventsAndBelow
    /// ANY /api/v1/graph/context/managed/{id}
    case anyApiV1GraphContextManagedId
    /// ANY /api/v1/graph/context/{well_api}
    case anyApiV1GraphContextWellApi
    /// ANY /api/v1/graph/entities/*
    case anyApiV1GraphEntitiesBelow
    /// ANY /api/v1/impact/*
    case anyApiV1ImpactBelow
    /// ANY /api/v1/ingest/*
    case anyApiV1IngestBelow
    /// ANY /api/v1/ingest/csv
    case anyApiV1IngestCsv
    /// ANY /api/v1/workspaces/*
    case anyApiV1WorkspacesBelow
    /// GET /health
    case health
}

let routes = RouteTable(router: findRoute, describeRoutes)

/// What becomes of a request once its route is found.
private func describeRoutes(_ routes: inout RouteTable) {
    routes.shareRateLimit(by: .claim("user_id"), .init("100", per: .seconds(60), burst: "10"))
    routes.add(
        Route.anyApiV1AdminBelow,
        methods: "ANY",
        path: "/api/v1/admin/*",
        forward: "/admin/*",
        to: Upstream.knowledgeGraph,
        body: 10_485_760)
    routes.sharedRateLimit(Route.anyApiV1AdminBelow)
    routes.add(
        Route.postApiV1AgentsIdExecute,
        methods: "POST",
        path: "/api/v1/agents/{id}/execute",
        forward: "/execute",
        to: Upstream.orchestration,
        body: 10_485_760)
    routes.sharedRateLimit(Route.postApiV1AgentsIdExecute)
    routes.add(
        Route.anyApiV1AgentsIdStreamConvId,
        methods: "ANY",
        path: "/api/v1/agents/{id}/stream/{conv_id}",
        forward: "/conversations/{conv_id}/stream",
        to: Upstream.orchestration,
        body: 10_485_760)
    routes.stream(Route.anyApiV1AgentsIdStreamConvId, .sse)
    routes.sharedRateLimit(Route.anyApiV1AgentsIdStreamConvId)
    routes.add(
        Route.anyApiV1ApprovalsAndBelow,
        methods: "ANY",
        path: "/api/v1/approvals*",
        forward: "/approvals*",
        to: Upstream.approval,
        body: 10_485_760)
    routes.sharedRateLimit(Route.anyApiV1ApprovalsAndBelow)
    routes.add(
        Route.anyApiV1AuthBelow,
        methods: "ANY",
        path: "/api/v1/auth/*",
        forward: "/auth/*",
        to: Upstream.auth,
        body: 10_485_760)
    routes.sharedRateLimit(Route.anyApiV1AuthBelow)
    routes.add(
        Route.anyApiV1AuthToken,
        methods: "ANY",
        path: "/api/v1/auth/token",
        forward: "/auth/token",
        to: Upstream.auth,
        body: 10_485_760)
    routes.sharedRateLimit(Route.anyApiV1AuthToken)
    routes.add(
        Route.anyApiV1ChecklistsAndBelow,
        methods: "ANY",
        path: "/api/v1/checklists*",
        forward: "/checklists*",
        to: Upstream.orchestration,
        body: 10_485_760)
    routes.alsoAt(Route.anyApiV1ChecklistsAndBelow, path: "/api/v1/rules*", forward: "/rules*")
    routes.sharedRateLimit(Route.anyApiV1ChecklistsAndBelow)
    routes.add(
        Route.anyApiV1ComplianceBelow,
        methods: "ANY",
        path: "/api/v1/compliance/*",
        forward: "/compliance/*",
        to: Upstream.compliance,
        body: 10_485_760)
    routes.sharedRateLimit(Route.anyApiV1ComplianceBelow)
    routes.add(
        Route.anyApiV1ComplianceSummary,
        methods: "ANY",
        path: "/api/v1/compliance/summary",
        forward: "/compliance/summary",
        to: Upstream.orchestration,
        body: 10_485_760)
    routes.alsoAt(Route.anyApiV1ComplianceSummary, path: "/api/v1/compliance/matrix", forward: "/compliance/matrix")
    routes.alsoAt(Route.anyApiV1ComplianceSummary, path: "/api/v1/compliance/charts/*", forward: "/compliance/charts/*")
    routes.alsoAt(Route.anyApiV1ComplianceSummary, path: "/api/v1/compliance/assess*", forward: "/compliance/assess*")
    routes.sharedRateLimit(Route.anyApiV1ComplianceSummary)
    routes.add(
        Route.anyApiV1ConversationsAndBelow,
        methods: "ANY",
        path: "/api/v1/conversations*",
        forward: "/conversations*",
        to: Upstream.orchestration,
        body: 10_485_760)
    routes.sharedRateLimit(Route.anyApiV1ConversationsAndBelow)
    routes.add(
        Route.anyApiV1DetectionRulesAndBelow,
        methods: "ANY",
        path: "/api/v1/detection-rules*",
        forward: "/event-detection-rules*",
        to: Upstream.knowledgeGraph,
        body: 10_485_760)
    routes.sharedRateLimit(Route.anyApiV1DetectionRulesAndBelow)
    routes.add(
        Route.anyApiV1EntitiesAndBelow,
        methods: "ANY",
        path: "/api/v1/entities*",
        forward: "/managed-entities*",
        to: Upstream.knowledgeGraph,
        body: 10_485_760)
    routes.sharedRateLimit(Route.anyApiV1EntitiesAndBelow)
    routes.add(
        Route.anyApiV1EntityTypesAndBelow,
        methods: "ANY",
        path: "/api/v1/entity-types*",
        forward: "/entity-types*",
        to: Upstream.knowledgeGraph,
        body: 10_485_760)
    routes.alsoAt(
        Route.anyApiV1EntityTypesAndBelow, path: "/api/v1/relationship-types*", forward: "/relationship-types*")
    routes.alsoAt(
        Route.anyApiV1EntityTypesAndBelow, path: "/api/v1/relationship-rules*", forward: "/relationship-rules*")
    routes.sharedRateLimit(Route.anyApiV1EntityTypesAndBelow)
    routes.add(
        Route.anyApiV1EventsAndBelow,
        methods: "ANY",
        path: "/api/v1/events*",
        forward: "/events*",
        to: Upstream.flaring,
        body: 10_485_760)
    routes.alsoAt(Route.anyApiV1EventsAndBelow, path: "/api/v1/flare-events*", forward: "/flare-events*")
    routes.alsoAt(Route.anyApiV1EventsAndBelow, path: "/api/v1/repair-obligations*", forward: "/repair-obligations*")
    routes.alsoAt(Route.anyApiV1EventsAndBelow, path: "/api/v1/authorizations/*", forward: "/authorizations/*")
    routes.alsoAt(Route.anyApiV1EventsAndBelow, path: "/api/v1/alerts/*", forward: "/alerts/*")
    routes.alsoAt(Route.anyApiV1EventsAndBelow, path: "/api/v1/flaring/*", forward: "/flaring/*")
    routes.sharedRateLimit(Route.anyApiV1EventsAndBelow)
    routes.add(
        Route.anyApiV1GraphContextManagedId,
        methods: "ANY",
        path: "/api/v1/graph/context/managed/{id}",
        forward: "/context/assemble/managed/{id}",
        to: Upstream.knowledgeGraph,
        body: 10_485_760)
    routes.sharedRateLimit(Route.anyApiV1GraphContextManagedId)
    routes.add(
        Route.anyApiV1GraphContextWellApi,
        methods: "ANY",
        path: "/api/v1/graph/context/{well_api}",
        forward: "/context/assemble/{well_api}",
        to: Upstream.knowledgeGraph,
        body: 10_485_760)
    routes.sharedRateLimit(Route.anyApiV1GraphContextWellApi)
    routes.add(
        Route.anyApiV1GraphEntitiesBelow,
        methods: "ANY",
        path: "/api/v1/graph/entities/*",
        forward: "/entities/*",
        to: Upstream.knowledgeGraph,
        body: 10_485_760)
    routes.sharedRateLimit(Route.anyApiV1GraphEntitiesBelow)
    routes.add(
        Route.anyApiV1ImpactBelow,
        methods: "ANY",
        path: "/api/v1/impact/*",
        forward: "/impact/*",
        to: Upstream.knowledgeGraph,
        body: 10_485_760)
    routes.sharedRateLimit(Route.anyApiV1ImpactBelow)
    routes.add(
        Route.anyApiV1IngestBelow,
        methods: "ANY",
        path: "/api/v1/ingest/*",
        forward: "/ingest/*",
        to: Upstream.ingestion,
        body: 10_485_760)
    routes.sharedRateLimit(Route.anyApiV1IngestBelow)
    routes.add(
        Route.anyApiV1IngestCsv,
        methods: "ANY",
        path: "/api/v1/ingest/csv",
        forward: "/ingest/operator/csv",
        to: Upstream.ingestion,
        body: 10_485_760)
    routes.sharedRateLimit(Route.anyApiV1IngestCsv)
    routes.add(
        Route.anyApiV1WorkspacesBelow,
        methods: "ANY",
        path: "/api/v1/workspaces/*",
        forward: "/workspaces/*",
        to: Upstream.orchestration,
        body: 10_485_760)
    routes.stream(Route.anyApiV1WorkspacesBelow, .sse)
    routes.sharedRateLimit(Route.anyApiV1WorkspacesBelow)
    routes.builtin(Route.health, .health(.status), path: "/health")
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
        listen: ":${API_GATEWAY_PORT:-8000}",
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
        origins: ["*"],
        methods: "GET, POST, PUT, PATCH, DELETE, OPTIONS",
        headers: "Content-Type, Authorization",
        maxAge: 86_400,
        preflightStatus: 200),
    auth: auth,
    routes: routes,
    access: access,
    upstreams: upstreams,
    limiter: LimiterDefinition(order: .beforeAuth),
    openAPI: openAPI)
