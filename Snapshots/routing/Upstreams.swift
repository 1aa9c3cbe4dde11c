// Compiled from the route spec by switchyard. Edit the spec, not this file.

public import GatewayRuntime

/// The services behind the gateway.
public enum Upstream: UInt16, CaseIterable, Sendable {
    case one
}

let upstreams: [UpstreamDefinition] = [
    UpstreamDefinition(
        name: "one",
        url: "http://127.0.0.1:9001",
        connectTimeout: .seconds(5),
        responseHeaderTimeout: .seconds(15),
        idleTimeout: .seconds(90),
        maxIdle: 64),
]

/// Calls one as the routes of the spec do, over the gateway's own connections.
public struct OneClient: Sendable {
    public let upstream: UpstreamClient
    /// Sent with every request.
    public var headers: UpstreamHeaders

    public init(_ gateway: Gateway, headers: UpstreamHeaders = []) {
        upstream = gateway.client(Upstream.one)
        self.headers = headers
    }

    /// ANY /
    public func anyRoot(method: Method, body: [UInt8]) async throws -> UpstreamResponse {
        try await upstream.send(method, "/", headers: headers, body: body)
    }

    /// GET,HEAD /*
    public func `everything-else`(method: Method, rest: String) async throws -> UpstreamResponse {
        try await upstream.send(method, "/\(rest: rest)", headers: headers)
    }

    /// GET,POST /a
    public func getPostA(method: Method, body: [UInt8]) async throws -> UpstreamResponse {
        try await upstream.send(method, "/a", headers: headers, body: body)
    }

    /// ANY /a/
    public func anyASlash(method: Method, body: [UInt8]) async throws -> UpstreamResponse {
        try await upstream.send(method, "/a/", headers: headers, body: body)
    }

    /// DELETE /a/*
    public func deleteABelow(rest: String) async throws -> UpstreamResponse {
        try await upstream.send(.delete, "/a/\(rest: rest)", headers: headers)
    }

    /// POST /a/x
    public func postAX(body: [UInt8]) async throws -> UpstreamResponse {
        try await upstream.send(.post, "/a/x", headers: headers, body: body)
    }

    /// GET /a/{id}
    public func getAId(id: String) async throws -> UpstreamResponse {
        try await upstream.send(.get, "/a/\(id)", headers: headers)
    }

    /// GET /a/{id}/b
    public func getAIdB(id: String) async throws -> UpstreamResponse {
        try await upstream.send(.get, "/a/\(id)/b", headers: headers)
    }

    /// PUT /a/{name}/c
    public func putANameC(name: String, body: [UInt8]) async throws -> UpstreamResponse {
        try await upstream.send(.put, "/a/\(name)/c", headers: headers, body: body)
    }

    /// ANY /caf%C3%A9
    public func anyCafC3A9(method: Method, body: [UInt8]) async throws -> UpstreamResponse {
        try await upstream.send(method, "/caf%C3%A9", headers: headers, body: body)
    }

    /// ANY /files/*
    public func anyFilesBelow(method: Method, rest: String, body: [UInt8]) async throws -> UpstreamResponse {
        try await upstream.send(method, "/files/\(rest: rest)", headers: headers, body: body)
    }

    /// GET /match
    public func beta() async throws -> UpstreamResponse {
        try await upstream.send(.get, "/match", headers: headers)
    }

    /// GET /match
    public func plain() async throws -> UpstreamResponse {
        try await upstream.send(.get, "/match", headers: headers)
    }

    /// GET /match
    public func version2() async throws -> UpstreamResponse {
        try await upstream.send(.get, "/match", headers: headers)
    }

    /// HEAD /match
    public func head() async throws -> UpstreamResponse {
        try await upstream.send(.head, "/match", headers: headers)
    }

    /// ANY /match
    public func below(method: Method, body: [UInt8]) async throws -> UpstreamResponse {
        try await upstream.send(method, "/match", headers: headers, body: body)
    }

    /// ANY /match
    public func hosted(method: Method, body: [UInt8]) async throws -> UpstreamResponse {
        try await upstream.send(method, "/match", headers: headers, body: body)
    }

    /// ANY /rules*
    public func anyRulesAndBelow(method: Method, rest: String, body: [UInt8]) async throws -> UpstreamResponse {
        try await upstream.send(method, "/rules\(rest: rest)", headers: headers, body: body)
    }

    /// PATCH /rules/*
    public func patchRulesBelow(rest: String, body: [UInt8]) async throws -> UpstreamResponse {
        try await upstream.send(.patch, "/rules/\(rest: rest)", headers: headers, body: body)
    }

    /// GET /{tenant}/a
    public func getTenantA(tenant: String) async throws -> UpstreamResponse {
        try await upstream.send(.get, "/\(tenant)/a", headers: headers)
    }
}
