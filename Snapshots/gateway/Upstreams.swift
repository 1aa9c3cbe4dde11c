// Compiled from the route spec by switchyard. Edit the spec, not this file.

public import GatewayRuntime

/// The services behind the gateway.
public enum Upstream: Ordinal {
    case agentsService
}

let upstreams: [UpstreamDefinition] = [
    UpstreamDefinition(
        name: "agentsService",
        url: "$AGENTS_SERVICE_URL",
        connectTimeout: .seconds(5),
        responseHeaderTimeout: .seconds(15),
        idleTimeout: .seconds(90),
        maxIdle: 512),
]

/// Calls $AGENTS_SERVICE_URL as the routes of the spec do, over the gateway's own connections.
public struct AgentsServiceClient: Sendable {
    public var upstream: UpstreamClient

    /// - Parameter headers: sent with every request.
    public init(_ gateway: Gateway, headers: UpstreamHeaders = []) {
        upstream = gateway.client(Upstream.agentsService, headers: headers)
    }

    /// GET /api/v1/agents
    nonisolated(nonsending) public func getApiV1Agents() async throws -> UpstreamResponse {
        try await upstream.send(.get, "/api/v1/agents")
    }

    /// POST /api/v1/agents
    nonisolated(nonsending) public func postApiV1Agents(body: [UInt8]) async throws -> UpstreamResponse {
        try await upstream.send(.post, "/api/v1/agents", body: body)
    }

    /// PUT /api/v1/agents/{id}
    nonisolated(nonsending) public func putApiV1AgentsId(id: String, body: [UInt8]) async throws -> UpstreamResponse {
        try await upstream.send(.put, "/api/v1/agents/\(id)", body: body)
    }
}
