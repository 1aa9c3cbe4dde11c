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

/// Calls items as the routes of the spec do, over the gateway's own connections.
public struct ItemsClient: Sendable {
    public var upstream: UpstreamClient

    /// - Parameter headers: sent with every request.
    public init(_ gateway: Gateway, headers: UpstreamHeaders = []) {
        upstream = gateway.client(Upstream.items, headers: headers)
    }

    /// ANY /edited
    nonisolated(nonsending) public func edited(method: Method, body: [UInt8]) async throws -> UpstreamResponse {
        try await upstream.send(method, "/edited", body: body)
    }

    /// ANY /items*
    nonisolated(nonsending) public func rewritten(
        method: Method, rest: String, body: [UInt8]
    ) async throws -> UpstreamResponse {
        try await upstream.send(method, "/items\(rest: rest)", body: body)
    }

    /// ANY /transformed
    nonisolated(nonsending) public func transformed(method: Method, body: [UInt8]) async throws -> UpstreamResponse {
        try await upstream.send(method, "/transformed", body: body)
    }
}
