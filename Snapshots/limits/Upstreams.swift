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
        connectTimeout: .seconds(5),
        responseHeaderTimeout: .seconds(15),
        idleTimeout: .seconds(90),
        maxIdle: 512),
]

/// Calls widgets as the routes of the spec do, over the gateway's own connections.
public struct WidgetsClient: Sendable {
    public var upstream: UpstreamClient

    /// - Parameter headers: sent with every request.
    public init(_ gateway: Gateway, headers: UpstreamHeaders = []) {
        upstream = gateway.client(Upstream.widgets, headers: headers)
    }

    /// ANY /both
    nonisolated(nonsending) public func both(method: Method, body: [UInt8]) async throws -> UpstreamResponse {
        try await upstream.send(method, "/both", body: body)
    }

    /// ANY /free
    nonisolated(nonsending) public func free(method: Method, body: [UInt8]) async throws -> UpstreamResponse {
        try await upstream.send(method, "/free", body: body)
    }

    /// POST /login
    nonisolated(nonsending) public func login(body: [UInt8]) async throws -> UpstreamResponse {
        try await upstream.send(.post, "/login", body: body)
    }

    /// ANY /tiers
    nonisolated(nonsending) public func tiers(method: Method, body: [UInt8]) async throws -> UpstreamResponse {
        try await upstream.send(method, "/tiers", body: body)
    }

    /// GET /widgets
    nonisolated(nonsending) public func listWidgets() async throws -> UpstreamResponse {
        try await upstream.send(.get, "/widgets")
    }
}
