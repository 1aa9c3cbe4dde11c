// Compiled from the route spec by switchyard. Edit the spec, not this file.

public import GatewayRuntime

/// The services behind the gateway.
public enum Upstream: Ordinal {
    case one
}

let upstreams: [UpstreamDefinition] = [
    UpstreamDefinition(
        name: "one",
        url: "http://127.0.0.1:9001",
        connectTimeout: .seconds(5),
        responseHeaderTimeout: .seconds(15),
        idleTimeout: .seconds(90),
        maxIdle: 512),
]

/// Calls one as the routes of the spec do, over the gateway's own connections.
public struct OneClient: Sendable {
    public var upstream: UpstreamClient

    /// - Parameter headers: sent with every request.
    public init(_ gateway: Gateway, headers: UpstreamHeaders = []) {
        upstream = gateway.client(Upstream.one, headers: headers)
    }

    /// ANY /
    nonisolated(nonsending) public func anyRoot(method: Method, body: [UInt8]) async throws -> UpstreamResponse {
        try await upstream.send(method, "/", body: body)
    }

    /// GET,HEAD /*
    nonisolated(nonsending) public func `everything-else`(
        method: Method, rest: String
    ) async throws -> UpstreamResponse {
        try await upstream.send(method, "/\(rest: rest)")
    }

    /// GET,POST /a
    nonisolated(nonsending) public func getPostA(method: Method, body: [UInt8]) async throws -> UpstreamResponse {
        try await upstream.send(method, "/a", body: body)
    }

    /// ANY /a/
    nonisolated(nonsending) public func anyASlash(method: Method, body: [UInt8]) async throws -> UpstreamResponse {
        try await upstream.send(method, "/a/", body: body)
    }

    /// DELETE /a/*
    nonisolated(nonsending) public func deleteABelow(rest: String) async throws -> UpstreamResponse {
        try await upstream.send(.delete, "/a/\(rest: rest)")
    }

    /// POST /a/x
    nonisolated(nonsending) public func postAX(body: [UInt8]) async throws -> UpstreamResponse {
        try await upstream.send(.post, "/a/x", body: body)
    }

    /// GET /a/{id}
    nonisolated(nonsending) public func getAId(id: String) async throws -> UpstreamResponse {
        try await upstream.send(.get, "/a/\(id)")
    }

    /// GET /a/{id}/b
    nonisolated(nonsending) public func getAIdB(id: String) async throws -> UpstreamResponse {
        try await upstream.send(.get, "/a/\(id)/b")
    }

    /// PUT /a/{name}/c
    nonisolated(nonsending) public func putANameC(name: String, body: [UInt8]) async throws -> UpstreamResponse {
        try await upstream.send(.put, "/a/\(name)/c", body: body)
    }

    /// ANY /caf%C3%A9
    nonisolated(nonsending) public func anyCafC3A9(method: Method, body: [UInt8]) async throws -> UpstreamResponse {
        try await upstream.send(method, "/caf%C3%A9", body: body)
    }

    /// ANY /files/*
    nonisolated(nonsending) public func anyFilesBelow(
        method: Method, rest: String, body: [UInt8]
    ) async throws -> UpstreamResponse {
        try await upstream.send(method, "/files/\(rest: rest)", body: body)
    }

    /// GET /match
    nonisolated(nonsending) public func beta() async throws -> UpstreamResponse {
        try await upstream.send(.get, "/match")
    }

    /// GET /match
    nonisolated(nonsending) public func plain() async throws -> UpstreamResponse {
        try await upstream.send(.get, "/match")
    }

    /// GET /match
    nonisolated(nonsending) public func version2() async throws -> UpstreamResponse {
        try await upstream.send(.get, "/match")
    }

    /// HEAD /match
    nonisolated(nonsending) public func head() async throws -> UpstreamResponse {
        try await upstream.send(.head, "/match")
    }

    /// ANY /match
    nonisolated(nonsending) public func below(method: Method, body: [UInt8]) async throws -> UpstreamResponse {
        try await upstream.send(method, "/match", body: body)
    }

    /// ANY /match
    nonisolated(nonsending) public func hosted(method: Method, body: [UInt8]) async throws -> UpstreamResponse {
        try await upstream.send(method, "/match", body: body)
    }

    /// ANY /rules*
    nonisolated(nonsending) public func anyRulesAndBelow(
        method: Method, rest: String, body: [UInt8]
    ) async throws -> UpstreamResponse {
        try await upstream.send(method, "/rules\(rest: rest)", body: body)
    }

    /// PATCH /rules/*
    nonisolated(nonsending) public func patchRulesBelow(rest: String, body: [UInt8]) async throws -> UpstreamResponse {
        try await upstream.send(.patch, "/rules/\(rest: rest)", body: body)
    }

    /// GET /{tenant}/a
    nonisolated(nonsending) public func getTenantA(tenant: String) async throws -> UpstreamResponse {
        try await upstream.send(.get, "/\(tenant)/a")
    }
}
