// Compiled from the route spec by switchyard. Edit the spec, not this file.

public import GatewayRuntime

/// The services behind the gateway.
public enum Upstream: UInt16, CaseIterable, Sendable {
    case widgets
}

let upstreams: [UpstreamDefinition] = [
    UpstreamDefinition(
        name: "widgets",
        url: "$WIDGETS_URL",
        connectTimeout: .seconds(1),
        responseHeaderTimeout: .seconds(2),
        idleTimeout: .seconds(30),
        maxIdle: 8),
]

/// Calls widgets as the routes of the spec do, over the gateway's own connections.
public struct WidgetsClient: Sendable {
    public let upstream: UpstreamClient
    /// Sent with every request.
    public var headers: UpstreamHeaders

    public init(_ gateway: Gateway, headers: UpstreamHeaders = []) {
        upstream = gateway.client(Upstream.widgets)
        self.headers = headers
    }

    /// ANY /admin/*
    public func anyApiAdminBelow(method: Method, rest: String, body: [UInt8]) async throws -> UpstreamResponse {
        try await upstream.send(method, "/admin/\(rest: rest)", headers: headers, body: body)
    }

    /// POST /login
    public func postApiLogin(body: [UInt8]) async throws -> UpstreamResponse {
        try await upstream.send(.post, "/login", headers: headers, body: body)
    }

    /// PUT,DELETE /session
    public func `login at /api/session`(method: Method, body: [UInt8]) async throws -> UpstreamResponse {
        try await upstream.send(method, "/session", headers: headers, body: body)
    }

    /// PUT,DELETE /session/{id}
    public func `login at /api/session/{id}`(
        method: Method, id: String, body: [UInt8]
    ) async throws -> UpstreamResponse {
        try await upstream.send(method, "/session/\(id)", headers: headers, body: body)
    }

    /// GET /widgets
    public func listWidgets() async throws -> UpstreamResponse {
        try await upstream.send(.get, "/widgets", headers: headers)
    }

    /// POST /widgets
    /// Create a widget
    @available(*, deprecated)
    public func `create-widget`(body: [UInt8]) async throws -> UpstreamResponse {
        try await upstream.send(.post, "/widgets", headers: headers, body: body)
    }
}
