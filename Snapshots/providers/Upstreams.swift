// Compiled from the route spec by switchyard. Edit the spec, not this file.

public import GatewayRuntime

/// The services behind the gateway.
public enum Upstream: Ordinal {
    case agents
}

let upstreams: [UpstreamDefinition] = [
    UpstreamDefinition(
        name: "agents",
        url: "$AGENTS_SERVICE_URL",
        connectTimeout: .seconds(5),
        responseHeaderTimeout: .seconds(15),
        idleTimeout: .seconds(90),
        maxIdle: 512),
]

/// Calls agents as the routes of the spec do, over the gateway's own connections.
public struct AgentsClient: Sendable {
    public var upstream: UpstreamClient

    /// - Parameter headers: sent with every request.
    public init(_ gateway: Gateway, headers: UpstreamHeaders = []) {
        upstream = gateway.client(Upstream.agents, headers: headers)
    }

    /// GET /agents
    nonisolated(nonsending) public func getAgents() async throws -> UpstreamResponse {
        try await upstream.send(.get, "/agents")
    }

    /// POST /agents
    nonisolated(nonsending) public func postAgents(body: [UInt8]) async throws -> UpstreamResponse {
        try await upstream.send(.post, "/agents", body: body)
    }

    /// PUT /machines
    nonisolated(nonsending) public func putMachines(body: [UInt8]) async throws -> UpstreamResponse {
        try await upstream.send(.put, "/machines", body: body)
    }

    /// GET /partner/*
    nonisolated(nonsending) public func getPartnerBelow(rest: String) async throws -> UpstreamResponse {
        try await upstream.send(.get, "/partner/\(rest: rest)")
    }
}
