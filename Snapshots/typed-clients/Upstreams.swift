// Compiled from the route spec by switchyard. Edit the spec, not this file.

public import GatewayRuntime

/// The services behind the gateway.
public enum Upstream: Ordinal {
    case host1270019001
}

let upstreams: [UpstreamDefinition] = [
    UpstreamDefinition(
        name: "host1270019001",
        url: "http://127.0.0.1:9001",
        connectTimeout: .seconds(5),
        responseHeaderTimeout: .seconds(15),
        idleTimeout: .seconds(90),
        maxIdle: 512),
]

/// Calls http://127.0.0.1:9001 as the routes of the spec do, over the gateway's own connections.
public struct Host1270019001Client: Sendable {
    public var upstream: UpstreamClient

    /// - Parameter headers: sent with every request.
    public init(_ gateway: Gateway, headers: UpstreamHeaders = []) {
        upstream = gateway.client(Upstream.host1270019001, headers: headers)
    }

    /// ANY /any/*
    nonisolated(nonsending) public func anything(
        method: Method, rest: String, body: [UInt8]
    ) async throws -> UpstreamResponse {
        try await upstream.send(method, "/any/\(rest: rest)", body: body)
    }

    /// GET,POST /one
    nonisolated(nonsending) public func `several at /one`(
        method: Method, body: [UInt8]
    ) async throws -> UpstreamResponse {
        try await upstream.send(method, "/one", body: body)
    }

    /// GET,POST /two/{id}
    nonisolated(nonsending) public func `several at /two/{id}`(
        method: Method, id: String, body: [UInt8]
    ) async throws -> UpstreamResponse {
        try await upstream.send(method, "/two/\(id)", body: body)
    }

    /// GET /shops/{shop}/widgets/{number}
    /// Searches widgets.
    /// Slowly.
    nonisolated(nonsending) public func searchWidgets(
        shop: String, number: Int, q: String, limit: Int? = nil, `min-price`: Double? = nil, fresh: Bool? = nil
    ) async throws -> UpstreamResponse {
        try await upstream.send(
            .get,
            "/shops/\(shop)/widgets/\(number)\(query: "q", q)\(query: "limit", limit)\(query: "min-price", `min-price`)\(query: "fresh", fresh)")
    }

    /// PUT /words/{class}/{upstream}
    nonisolated(nonsending) public func `default`(
        `class`: String, upstream `upstream value`: String, body: [UInt8]
    ) async throws -> UpstreamResponse {
        try await upstream.send(.put, "/words/\(`class`)/\(`upstream value`)", body: body)
    }
}
