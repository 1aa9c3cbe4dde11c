// Compiled from the route spec by switchyard. Edit the spec, not this file.

public import GatewayRuntime

/// The services behind the gateway.
public enum Upstream: Ordinal {
    case widgets
}

let upstreams: [UpstreamDefinition] = [
    UpstreamDefinition(
        name: "widgets",
        url: "$WIDGETS_URL",
        connectTimeout: .seconds(1),
        responseHeaderTimeout: .seconds(2),
        idleTimeout: .seconds(30),
        maxConnections: 32,
        maxIdle: 8),
]

/// Calls widgets as the routes of the spec do, over the gateway's own connections.
public struct WidgetsClient: Sendable {
    public var upstream: UpstreamClient

    /// - Parameter headers: sent with every request.
    public init(_ gateway: Gateway, headers: UpstreamHeaders = []) {
        upstream = gateway.client(Upstream.widgets, headers: headers)
    }

    /// ANY /admin/*
    nonisolated(nonsending) public func anyApiAdminBelow(
        method: Method, rest: String, body: [UInt8]
    ) async throws -> UpstreamResponse {
        try await upstream.send(method, "/admin/\(rest: rest)", body: body)
    }

    /// POST /login
    nonisolated(nonsending) public func postApiLogin(body: [UInt8]) async throws -> UpstreamResponse {
        try await upstream.send(.post, "/login", body: body)
    }

    /// PUT,DELETE /session
    nonisolated(nonsending) public func `login at /api/session`(
        method: Method, body: [UInt8]
    ) async throws -> UpstreamResponse {
        try await upstream.send(method, "/session", body: body)
    }

    /// PUT,DELETE /session/{id}
    nonisolated(nonsending) public func `login at /api/session/{id}`(
        method: Method, id: String, body: [UInt8]
    ) async throws -> UpstreamResponse {
        try await upstream.send(method, "/session/\(id)", body: body)
    }

    /// GET /widgets
    nonisolated(nonsending) public func listWidgets() async throws -> UpstreamResponse {
        try await upstream.send(.get, "/widgets")
    }

    /// POST /widgets
    /// Create a widget
    @available(*, deprecated)
    nonisolated(nonsending) public func `create-widget`(body: [UInt8]) async throws -> UpstreamResponse {
        try await upstream.send(.post, "/widgets", body: body)
    }
}
