// Compiled from the route spec by switchyard. Edit the spec, not this file.

public import GatewayRuntime

/// The services behind the gateway.
public enum Upstream: UInt16, CaseIterable, Sendable {
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
        maxIdle: 64),
    UpstreamDefinition(
        name: "elsewhereExampleCom8080",
        url: "http://elsewhere.example.com:8080",
        connectTimeout: .seconds(5),
        responseHeaderTimeout: .seconds(15),
        idleTimeout: .seconds(90),
        maxIdle: 64),
    UpstreamDefinition(
        name: "fallbackService",
        url: "$FALLBACK_SERVICE_URL",
        connectTimeout: .seconds(5),
        responseHeaderTimeout: .seconds(15),
        idleTimeout: .seconds(90),
        maxIdle: 64),
    UpstreamDefinition(
        name: "knowledgeGraph",
        url: "${KNOWLEDGE_GRAPH_URL:-http://localhost:8003}",
        connectTimeout: .seconds(5),
        responseHeaderTimeout: .seconds(15),
        idleTimeout: .seconds(90),
        maxIdle: 64),
]

/// Calls default as the routes of the spec do, over the gateway's own connections.
public struct DefaultClient: Sendable {
    public let upstream: UpstreamClient
    /// Sent with every request.
    public var headers: UpstreamHeaders

    public init(_ gateway: Gateway, headers: UpstreamHeaders = []) {
        upstream = gateway.client(Upstream.`default`)
        self.headers = headers
    }

    /// GET /api/v1/history
    public func getApiV1ChatHistory() async throws -> UpstreamResponse {
        try await upstream.send(.get, "/api/v1/history", headers: headers)
    }

    /// ANY *
    public func anyApiV1ConversationsAndBelow(
        method: Method, rest: String, body: [UInt8]
    ) async throws -> UpstreamResponse {
        try await upstream.send(method, "\(rest: rest)", headers: headers, body: body)
    }
}

/// Calls http://elsewhere.example.com:8080 as the routes of the spec do, over the gateway's own connections.
public struct ElsewhereExampleCom8080Client: Sendable {
    public let upstream: UpstreamClient
    /// Sent with every request.
    public var headers: UpstreamHeaders

    public init(_ gateway: Gateway, headers: UpstreamHeaders = []) {
        upstream = gateway.client(Upstream.elsewhereExampleCom8080)
        self.headers = headers
    }

    /// ANY /elsewhere
    public func anyElsewhere(method: Method, body: [UInt8]) async throws -> UpstreamResponse {
        try await upstream.send(method, "/elsewhere", headers: headers, body: body)
    }
}

/// Calls $FALLBACK_SERVICE_URL as the routes of the spec do, over the gateway's own connections.
public struct FallbackServiceClient: Sendable {
    public let upstream: UpstreamClient
    /// Sent with every request.
    public var headers: UpstreamHeaders

    public init(_ gateway: Gateway, headers: UpstreamHeaders = []) {
        upstream = gateway.client(Upstream.fallbackService)
        self.headers = headers
    }

    /// ANY /{rest}
    public func anyRest(method: Method, rest: String, body: [UInt8]) async throws -> UpstreamResponse {
        try await upstream.send(method, "/\(rest)", headers: headers, body: body)
    }
}

/// Calls knowledge-graph as the routes of the spec do, over the gateway's own connections.
public struct KnowledgeGraphClient: Sendable {
    public let upstream: UpstreamClient
    /// Sent with every request.
    public var headers: UpstreamHeaders

    public init(_ gateway: Gateway, headers: UpstreamHeaders = []) {
        upstream = gateway.client(Upstream.knowledgeGraph)
        self.headers = headers
    }

    /// ANY /conversations/{conv_id}/stream
    public func anyApiV1AgentsIdStreamConvId(
        method: Method, conv_id: String, body: [UInt8]
    ) async throws -> UpstreamResponse {
        try await upstream.send(method, "/conversations/\(conv_id)/stream", headers: headers, body: body)
    }

    /// ANY /event-detection-rules*
    public func anyApiV1DetectionRulesAndBelow(
        method: Method, rest: String, body: [UInt8]
    ) async throws -> UpstreamResponse {
        try await upstream.send(method, "/event-detection-rules\(rest: rest)", headers: headers, body: body)
    }

    /// ANY /entities/*
    public func anyApiV1GraphEntitiesBelow(
        method: Method, rest: String, body: [UInt8]
    ) async throws -> UpstreamResponse {
        try await upstream.send(method, "/entities/\(rest: rest)", headers: headers, body: body)
    }
}
