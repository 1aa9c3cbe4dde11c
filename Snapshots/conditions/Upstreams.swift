// Compiled from the route spec by switchyard. Edit the spec, not this file.

public import GatewayRuntime

/// The services behind the gateway.
public enum Upstream: Ordinal {
    case items
}

let upstreams: [UpstreamDefinition] = [
    UpstreamDefinition(
        name: "items",
        url: "$ITEMS_URL",
        connectTimeout: .seconds(5),
        responseHeaderTimeout: .seconds(15),
        idleTimeout: .seconds(90),
        maxIdle: 512),
]

/// Calls $ITEMS_URL as the routes of the spec do, over the gateway's own connections.
public struct ItemsClient: Sendable {
    public var upstream: UpstreamClient

    /// - Parameter headers: sent with every request.
    public init(_ gateway: Gateway, headers: UpstreamHeaders = []) {
        upstream = gateway.client(Upstream.items, headers: headers)
    }

    /// ANY /items
    nonisolated(nonsending) public func exact(method: Method, body: [UInt8]) async throws -> UpstreamResponse {
        try await upstream.send(method, "/items", body: body)
    }

    /// ANY /items
    nonisolated(nonsending) public func pattern(method: Method, body: [UInt8]) async throws -> UpstreamResponse {
        try await upstream.send(method, "/items", body: body)
    }

    /// ANY /items
    nonisolated(nonsending) public func plain(method: Method, body: [UInt8]) async throws -> UpstreamResponse {
        try await upstream.send(method, "/items", body: body)
    }

    /// ANY /items
    nonisolated(nonsending) public func prefix(method: Method, body: [UInt8]) async throws -> UpstreamResponse {
        try await upstream.send(method, "/items", body: body)
    }

    /// ANY /items
    nonisolated(nonsending) public func present(method: Method, body: [UInt8]) async throws -> UpstreamResponse {
        try await upstream.send(method, "/items", body: body)
    }

    /// ANY /items
    nonisolated(nonsending) public func query(method: Method, body: [UInt8]) async throws -> UpstreamResponse {
        try await upstream.send(method, "/items", body: body)
    }
}
