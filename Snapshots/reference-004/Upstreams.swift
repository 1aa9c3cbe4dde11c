// Compiled from the route spec by switchyard. Edit the spec, not this file.

public import GatewayRuntime

/// The services behind the gateway.
public enum Upstream: Ordinal {
    case approval
    case auth
    case compliance
    case flaring
    case ingestion
    case knowledgeGraph
    case memory
    case orchestration
}

let upstreams: [UpstreamDefinition] = [
    UpstreamDefinition(
        name: "approval",
        url: "${APPROVAL_URL:-http://localhost:8004}",
        connectTimeout: .seconds(5),
        responseHeaderTimeout: .seconds(15),
        idleTimeout: .seconds(90),
        maxIdle: 512),
    UpstreamDefinition(
        name: "auth",
        url: "${AUTH_URL:-http://localhost:8009}",
        connectTimeout: .seconds(5),
        responseHeaderTimeout: .seconds(15),
        idleTimeout: .seconds(90),
        maxIdle: 512),
    UpstreamDefinition(
        name: "compliance",
        url: "${COMPLIANCE_URL:-http://localhost:8006}",
        connectTimeout: .seconds(5),
        responseHeaderTimeout: .seconds(15),
        idleTimeout: .seconds(90),
        maxIdle: 512),
    UpstreamDefinition(
        name: "flaring",
        url: "${FLARING_URL:-http://localhost:8007}",
        connectTimeout: .seconds(5),
        responseHeaderTimeout: .seconds(15),
        idleTimeout: .seconds(90),
        maxIdle: 512),
    UpstreamDefinition(
        name: "ingestion",
        url: "${INGESTION_URL:-http://localhost:8005}",
        connectTimeout: .seconds(5),
        responseHeaderTimeout: .seconds(15),
        idleTimeout: .seconds(90),
        maxIdle: 512),
    UpstreamDefinition(
        name: "knowledgeGraph",
        url: "${KNOWLEDGE_GRAPH_URL:-http://localhost:8003}",
        connectTimeout: .seconds(5),
        responseHeaderTimeout: .seconds(15),
        idleTimeout: .seconds(90),
        maxIdle: 512),
    UpstreamDefinition(
        name: "memory",
        url: "${MEMORY_URL:-http://localhost:8002}",
        connectTimeout: .seconds(5),
        responseHeaderTimeout: .seconds(15),
        idleTimeout: .seconds(90),
        maxIdle: 512),
    UpstreamDefinition(
        name: "orchestration",
        url: "${ORCHESTRATION_URL:-http://localhost:8001}",
        connectTimeout: .seconds(5),
        responseHeaderTimeout: .seconds(15),
        idleTimeout: .seconds(90),
        maxIdle: 512),
]

/// Calls approval as the routes of the spec do, over the gateway's own connections.
public struct ApprovalClient: Sendable {
    public var upstream: UpstreamClient

    /// - Parameter headers: sent with every request.
    public init(_ gateway: Gateway, headers: UpstreamHeaders = []) {
        upstream = gateway.client(Upstream.approval, headers: headers)
    }

    /// ANY /approvals*
    nonisolated(nonsending) public func anyApiV1ApprovalsAndBelow(
        method: Method, rest: String, body: [UInt8]
    ) async throws -> UpstreamResponse {
        try await upstream.send(method, "/approvals\(rest: rest)", body: body)
    }
}

/// Calls auth as the routes of the spec do, over the gateway's own connections.
public struct AuthClient: Sendable {
    public var upstream: UpstreamClient

    /// - Parameter headers: sent with every request.
    public init(_ gateway: Gateway, headers: UpstreamHeaders = []) {
        upstream = gateway.client(Upstream.auth, headers: headers)
    }

    /// ANY /auth/*
    nonisolated(nonsending) public func anyApiV1AuthBelow(
        method: Method, rest: String, body: [UInt8]
    ) async throws -> UpstreamResponse {
        try await upstream.send(method, "/auth/\(rest: rest)", body: body)
    }

    /// ANY /auth/token
    nonisolated(nonsending) public func anyApiV1AuthToken(
        method: Method, body: [UInt8]
    ) async throws -> UpstreamResponse {
        try await upstream.send(method, "/auth/token", body: body)
    }
}

/// Calls compliance as the routes of the spec do, over the gateway's own connections.
public struct ComplianceClient: Sendable {
    public var upstream: UpstreamClient

    /// - Parameter headers: sent with every request.
    public init(_ gateway: Gateway, headers: UpstreamHeaders = []) {
        upstream = gateway.client(Upstream.compliance, headers: headers)
    }

    /// ANY /compliance/*
    nonisolated(nonsending) public func anyApiV1ComplianceBelow(
        method: Method, rest: String, body: [UInt8]
    ) async throws -> UpstreamResponse {
        try await upstream.send(method, "/compliance/\(rest: rest)", body: body)
    }
}

/// Calls flaring as the routes of the spec do, over the gateway's own connections.
public struct FlaringClient: Sendable {
    public var upstream: UpstreamClient

    /// - Parameter headers: sent with every request.
    public init(_ gateway: Gateway, headers: UpstreamHeaders = []) {
        upstream = gateway.client(Upstream.flaring, headers: headers)
    }

    /// ANY /events*
    nonisolated(nonsending) public func `anyApiV1EventsAndBelow at /api/v1/events*`(
        method: Method, rest: String, body: [UInt8]
    ) async throws -> UpstreamResponse {
        try await upstream.send(method, "/events\(rest: rest)", body: body)
    }

    /// ANY /flare-events*
    nonisolated(nonsending) public func `anyApiV1EventsAndBelow at /api/v1/flare-events*`(
        method: Method, rest: String, body: [UInt8]
    ) async throws -> UpstreamResponse {
        try await upstream.send(method, "/flare-events\(rest: rest)", body: body)
    }

    /// ANY /repair-obligations*
    nonisolated(nonsending) public func `anyApiV1EventsAndBelow at /api/v1/repair-obligations*`(
        method: Method, rest: String, body: [UInt8]
    ) async throws -> UpstreamResponse {
        try await upstream.send(method, "/repair-obligations\(rest: rest)", body: body)
    }

    /// ANY /authorizations/*
    nonisolated(nonsending) public func `anyApiV1EventsAndBelow at /api/v1/authorizations/*`(
        method: Method, rest: String, body: [UInt8]
    ) async throws -> UpstreamResponse {
        try await upstream.send(method, "/authorizations/\(rest: rest)", body: body)
    }

    /// ANY /alerts/*
    nonisolated(nonsending) public func `anyApiV1EventsAndBelow at /api/v1/alerts/*`(
        method: Method, rest: String, body: [UInt8]
    ) async throws -> UpstreamResponse {
        try await upstream.send(method, "/alerts/\(rest: rest)", body: body)
    }

    /// ANY /flaring/*
    nonisolated(nonsending) public func `anyApiV1EventsAndBelow at /api/v1/flaring/*`(
        method: Method, rest: String, body: [UInt8]
    ) async throws -> UpstreamResponse {
        try await upstream.send(method, "/flaring/\(rest: rest)", body: body)
    }
}

/// Calls ingestion as the routes of the spec do, over the gateway's own connections.
public struct IngestionClient: Sendable {
    public var upstream: UpstreamClient

    /// - Parameter headers: sent with every request.
    public init(_ gateway: Gateway, headers: UpstreamHeaders = []) {
        upstream = gateway.client(Upstream.ingestion, headers: headers)
    }

    /// ANY /ingest/*
    nonisolated(nonsending) public func anyApiV1IngestBelow(
        method: Method, rest: String, body: [UInt8]
    ) async throws -> UpstreamResponse {
        try await upstream.send(method, "/ingest/\(rest: rest)", body: body)
    }

    /// ANY /ingest/operator/csv
    nonisolated(nonsending) public func anyApiV1IngestCsv(
        method: Method, body: [UInt8]
    ) async throws -> UpstreamResponse {
        try await upstream.send(method, "/ingest/operator/csv", body: body)
    }
}

/// Calls knowledge-graph as the routes of the spec do, over the gateway's own connections.
public struct KnowledgeGraphClient: Sendable {
    public var upstream: UpstreamClient

    /// - Parameter headers: sent with every request.
    public init(_ gateway: Gateway, headers: UpstreamHeaders = []) {
        upstream = gateway.client(Upstream.knowledgeGraph, headers: headers)
    }

    /// ANY /admin/*
    nonisolated(nonsending) public func anyApiV1AdminBelow(
        method: Method, rest: String, body: [UInt8]
    ) async throws -> UpstreamResponse {
        try await upstream.send(method, "/admin/\(rest: rest)", body: body)
    }

    /// ANY /event-detection-rules*
    nonisolated(nonsending) public func anyApiV1DetectionRulesAndBelow(
        method: Method, rest: String, body: [UInt8]
    ) async throws -> UpstreamResponse {
        try await upstream.send(method, "/event-detection-rules\(rest: rest)", body: body)
    }

    /// ANY /managed-entities*
    nonisolated(nonsending) public func anyApiV1EntitiesAndBelow(
        method: Method, rest: String, body: [UInt8]
    ) async throws -> UpstreamResponse {
        try await upstream.send(method, "/managed-entities\(rest: rest)", body: body)
    }

    /// ANY /entity-types*
    nonisolated(nonsending) public func `anyApiV1EntityTypesAndBelow at /api/v1/entity-types*`(
        method: Method, rest: String, body: [UInt8]
    ) async throws -> UpstreamResponse {
        try await upstream.send(method, "/entity-types\(rest: rest)", body: body)
    }

    /// ANY /relationship-types*
    nonisolated(nonsending) public func `anyApiV1EntityTypesAndBelow at /api/v1/relationship-types*`(
        method: Method, rest: String, body: [UInt8]
    ) async throws -> UpstreamResponse {
        try await upstream.send(method, "/relationship-types\(rest: rest)", body: body)
    }

    /// ANY /relationship-rules*
    nonisolated(nonsending) public func `anyApiV1EntityTypesAndBelow at /api/v1/relationship-rules*`(
        method: Method, rest: String, body: [UInt8]
    ) async throws -> UpstreamResponse {
        try await upstream.send(method, "/relationship-rules\(rest: rest)", body: body)
    }

    /// ANY /context/assemble/managed/{id}
    nonisolated(nonsending) public func anyApiV1GraphContextManagedId(
        method: Method, id: String, body: [UInt8]
    ) async throws -> UpstreamResponse {
        try await upstream.send(method, "/context/assemble/managed/\(id)", body: body)
    }

    /// ANY /context/assemble/{well_api}
    nonisolated(nonsending) public func anyApiV1GraphContextWellApi(
        method: Method, well_api: String, body: [UInt8]
    ) async throws -> UpstreamResponse {
        try await upstream.send(method, "/context/assemble/\(well_api)", body: body)
    }

    /// ANY /entities/*
    nonisolated(nonsending) public func anyApiV1GraphEntitiesBelow(
        method: Method, rest: String, body: [UInt8]
    ) async throws -> UpstreamResponse {
        try await upstream.send(method, "/entities/\(rest: rest)", body: body)
    }

    /// ANY /impact/*
    nonisolated(nonsending) public func anyApiV1ImpactBelow(
        method: Method, rest: String, body: [UInt8]
    ) async throws -> UpstreamResponse {
        try await upstream.send(method, "/impact/\(rest: rest)", body: body)
    }
}

/// Calls memory as the routes of the spec do, over the gateway's own connections.
public struct MemoryClient: Sendable {
    public var upstream: UpstreamClient

    /// - Parameter headers: sent with every request.
    public init(_ gateway: Gateway, headers: UpstreamHeaders = []) {
        upstream = gateway.client(Upstream.memory, headers: headers)
    }
}

/// Calls orchestration as the routes of the spec do, over the gateway's own connections.
public struct OrchestrationClient: Sendable {
    public var upstream: UpstreamClient

    /// - Parameter headers: sent with every request.
    public init(_ gateway: Gateway, headers: UpstreamHeaders = []) {
        upstream = gateway.client(Upstream.orchestration, headers: headers)
    }

    /// POST /execute
    nonisolated(nonsending) public func postApiV1AgentsIdExecute(body: [UInt8]) async throws -> UpstreamResponse {
        try await upstream.send(.post, "/execute", body: body)
    }

    /// ANY /conversations/{conv_id}/stream
    nonisolated(nonsending) public func anyApiV1AgentsIdStreamConvId(
        method: Method, conv_id: String, body: [UInt8]
    ) async throws -> UpstreamResponse {
        try await upstream.send(method, "/conversations/\(conv_id)/stream", body: body)
    }

    /// ANY /checklists*
    nonisolated(nonsending) public func `anyApiV1ChecklistsAndBelow at /api/v1/checklists*`(
        method: Method, rest: String, body: [UInt8]
    ) async throws -> UpstreamResponse {
        try await upstream.send(method, "/checklists\(rest: rest)", body: body)
    }

    /// ANY /rules*
    nonisolated(nonsending) public func `anyApiV1ChecklistsAndBelow at /api/v1/rules*`(
        method: Method, rest: String, body: [UInt8]
    ) async throws -> UpstreamResponse {
        try await upstream.send(method, "/rules\(rest: rest)", body: body)
    }

    /// ANY /compliance/summary
    nonisolated(nonsending) public func `anyApiV1ComplianceSummary at /api/v1/compliance/summary`(
        method: Method, body: [UInt8]
    ) async throws -> UpstreamResponse {
        try await upstream.send(method, "/compliance/summary", body: body)
    }

    /// ANY /compliance/matrix
    nonisolated(nonsending) public func `anyApiV1ComplianceSummary at /api/v1/compliance/matrix`(
        method: Method, body: [UInt8]
    ) async throws -> UpstreamResponse {
        try await upstream.send(method, "/compliance/matrix", body: body)
    }

    /// ANY /compliance/charts/*
    nonisolated(nonsending) public func `anyApiV1ComplianceSummary at /api/v1/compliance/charts/*`(
        method: Method, rest: String, body: [UInt8]
    ) async throws -> UpstreamResponse {
        try await upstream.send(method, "/compliance/charts/\(rest: rest)", body: body)
    }

    /// ANY /compliance/assess*
    nonisolated(nonsending) public func `anyApiV1ComplianceSummary at /api/v1/compliance/assess*`(
        method: Method, rest: String, body: [UInt8]
    ) async throws -> UpstreamResponse {
        try await upstream.send(method, "/compliance/assess\(rest: rest)", body: body)
    }

    /// ANY /conversations*
    nonisolated(nonsending) public func anyApiV1ConversationsAndBelow(
        method: Method, rest: String, body: [UInt8]
    ) async throws -> UpstreamResponse {
        try await upstream.send(method, "/conversations\(rest: rest)", body: body)
    }

    /// ANY /workspaces/*
    nonisolated(nonsending) public func anyApiV1WorkspacesBelow(
        method: Method, rest: String, body: [UInt8]
    ) async throws -> UpstreamResponse {
        try await upstream.send(method, "/workspaces/\(rest: rest)", body: body)
    }
}
