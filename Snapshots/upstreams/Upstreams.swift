// Compiled from the route spec by switchyard. Edit the spec, not this file.

public import GatewayRuntime

/// The services behind the gateway.
public enum Upstream: Ordinal {
    case `default`
    case elsewhereExampleCom8080
    case fallbackService
    case knowledgeGraph
}

let upstreams: [UpstreamDefinition] = [
    UpstreamDefinition(
        name: "default",
        url: "http://localhost:8004/base",
        connectTimeout: .seconds(5),
        responseHeaderTimeout: .seconds(15),
        idleTimeout: .seconds(90),
        maxIdle: 512),
    UpstreamDefinition(
        name: "elsewhereExampleCom8080",
        url: "http://elsewhere.example.com:8080",
        connectTimeout: .seconds(5),
        responseHeaderTimeout: .seconds(15),
        idleTimeout: .seconds(90),
        maxIdle: 512),
    UpstreamDefinition(
        name: "fallbackService",
        url: "$FALLBACK_SERVICE_URL",
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
]

/// Calls default as the routes of the spec do, over the gateway's own connections.
public struct DefaultClient: Sendable {
    public var upstream: UpstreamClient

    /// - Parameter headers: sent with every request.
    public init(_ gateway: Gateway, headers: UpstreamHeaders = []) {
        upstream = gateway.client(Upstream.`default`, headers: headers)
    }

    /// GET /api/v1/history
    nonisolated(nonsending) public func getApiV1ChatHistory() async throws -> UpstreamResponse {
        try await upstream.send(.get, "/api/v1/history")
    }

    /// ANY /*
    nonisolated(nonsending) public func anyApiV1ConversationsAndBelow(
        method: Method, rest: String, body: [UInt8]
    ) async throws -> UpstreamResponse {
        try await upstream.send(method, "\(rest: rest)", body: body)
    }

    /// ANY /store/{kind}/*
    nonisolated(nonsending) public func anyApiV1MediaKindBelow(
        method: Method, kind: String, rest: String, body: [UInt8]
    ) async throws -> UpstreamResponse {
        try await upstream.send(method, "/store/\(kind)/\(rest: rest)", body: body)
    }
}

/// Calls http://elsewhere.example.com:8080 as the routes of the spec do, over the gateway's own connections.
public struct ElsewhereExampleCom8080Client: Sendable {
    public var upstream: UpstreamClient

    /// - Parameter headers: sent with every request.
    public init(_ gateway: Gateway, headers: UpstreamHeaders = []) {
        upstream = gateway.client(Upstream.elsewhereExampleCom8080, headers: headers)
    }

    /// ANY /elsewhere
    nonisolated(nonsending) public func anyElsewhere(method: Method, body: [UInt8]) async throws -> UpstreamResponse {
        try await upstream.send(method, "/elsewhere", body: body)
    }
}

/// Calls $FALLBACK_SERVICE_URL as the routes of the spec do, over the gateway's own connections.
public struct FallbackServiceClient: Sendable {
    public var upstream: UpstreamClient

    /// - Parameter headers: sent with every request.
    public init(_ gateway: Gateway, headers: UpstreamHeaders = []) {
        upstream = gateway.client(Upstream.fallbackService, headers: headers)
    }

    /// ANY /{rest}
    nonisolated(nonsending) public func anyRest(
        method: Method, rest: String, body: [UInt8]
    ) async throws -> UpstreamResponse {
        try await upstream.send(method, "/\(rest)", body: body)
    }
}

/// Calls knowledge-graph as the routes of the spec do, over the gateway's own connections.
public struct KnowledgeGraphClient: Sendable {
    public var upstream: UpstreamClient

    /// - Parameter headers: sent with every request.
    public init(_ gateway: Gateway, headers: UpstreamHeaders = []) {
        upstream = gateway.client(Upstream.knowledgeGraph, headers: headers)
    }

    /// ANY /conversations/{conv_id}/stream
    nonisolated(nonsending) public func anyApiV1AgentsIdStreamConvId(
        method: Method, conv_id: String, body: [UInt8]
    ) async throws -> UpstreamResponse {
        try await upstream.send(method, "/conversations/\(conv_id)/stream", body: body)
    }

    /// ANY /event-detection-rules*
    nonisolated(nonsending) public func anyApiV1DetectionRulesAndBelow(
        method: Method, rest: String, body: [UInt8]
    ) async throws -> UpstreamResponse {
        try await upstream.send(method, "/event-detection-rules\(rest: rest)", body: body)
    }

    /// ANY /entities/*
    nonisolated(nonsending) public func anyApiV1GraphEntitiesBelow(
        method: Method, rest: String, body: [UInt8]
    ) async throws -> UpstreamResponse {
        try await upstream.send(method, "/entities/\(rest: rest)", body: body)
    }
}
