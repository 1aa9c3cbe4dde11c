// Compiled from the route spec by switchyard. Edit the spec, not this file.

public import GatewayRuntime

/// The services behind the gateway.
public enum Upstream: Ordinal {
    case chat
}

let upstreams: [UpstreamDefinition] = [
    UpstreamDefinition(
        name: "chat",
        url: "$CHAT_URL",
        connectTimeout: .seconds(5),
        responseHeaderTimeout: .seconds(15),
        idleTimeout: .seconds(90),
        maxIdle: 512),
]

/// Calls chat as the routes of the spec do, over the gateway's own connections.
public struct ChatClient: Sendable {
    public var upstream: UpstreamClient

    /// - Parameter headers: sent with every request.
    public init(_ gateway: Gateway, headers: UpstreamHeaders = []) {
        upstream = gateway.client(Upstream.chat, headers: headers)
    }

    /// GET /conversations/{id}/stream
    nonisolated(nonsending) public func getConversationsIdEvents(id: String) async throws -> UpstreamResponse {
        try await upstream.send(.get, "/conversations/\(id)/stream")
    }

    /// GET /live
    nonisolated(nonsending) public func `live at /live`() async throws -> UpstreamResponse {
        try await upstream.send(.get, "/live")
    }

    /// GET /live/{room}
    nonisolated(nonsending) public func `live at /live/{room}`(room: String) async throws -> UpstreamResponse {
        try await upstream.send(.get, "/live/\(room)")
    }

    /// ANY /workspaces/*
    nonisolated(nonsending) public func anyWorkspacesBelow(
        method: Method, rest: String, body: [UInt8]
    ) async throws -> UpstreamResponse {
        try await upstream.send(method, "/workspaces/\(rest: rest)", body: body)
    }
}
