// Compiled from the route spec by switchyard. Edit the spec, not this file.

public import GatewayRuntime

/// The services behind the gateway.
public enum Upstream: Ordinal {
    case `a-b`
    case a_b
    case `init name`
    case `self name`
    case upstream
}

let upstreams: [UpstreamDefinition] = [
    UpstreamDefinition(
        name: "a-b",
        url: "http://127.0.0.1:9004",
        connectTimeout: .seconds(5),
        responseHeaderTimeout: .seconds(15),
        idleTimeout: .seconds(90),
        maxIdle: 512),
    UpstreamDefinition(
        name: "a_b",
        url: "http://127.0.0.1:9005",
        connectTimeout: .seconds(5),
        responseHeaderTimeout: .seconds(15),
        idleTimeout: .seconds(90),
        maxIdle: 512),
    UpstreamDefinition(
        name: "init name",
        url: "http://127.0.0.1:9002",
        connectTimeout: .seconds(5),
        responseHeaderTimeout: .seconds(15),
        idleTimeout: .seconds(90),
        maxIdle: 512),
    UpstreamDefinition(
        name: "self name",
        url: "http://127.0.0.1:9003",
        connectTimeout: .seconds(5),
        responseHeaderTimeout: .seconds(15),
        idleTimeout: .seconds(90),
        maxIdle: 512),
    UpstreamDefinition(
        name: "upstream",
        url: "http://127.0.0.1:9001",
        connectTimeout: .seconds(5),
        responseHeaderTimeout: .seconds(15),
        idleTimeout: .seconds(90),
        maxIdle: 512),
]

/// Calls a-b as the routes of the spec do, over the gateway's own connections.
public struct `a-b client`: Sendable {
    public var upstream: UpstreamClient

    /// - Parameter headers: sent with every request.
    public init(_ gateway: Gateway, headers: UpstreamHeaders = []) {
        upstream = gateway.client(Upstream.`a-b`, headers: headers)
    }

    /// GET /query/*
    nonisolated(nonsending) public func getQueryBelow(
        _rest: String, rest: String? = nil, q_22uote: String? = nil, a_60b: String? = nil, `_ name`: String? = nil, x_5Cy: String? = nil, `default`: String? = nil
    ) async throws -> UpstreamResponse {
        try await upstream.send(
            .get,
            "/query/\(rest: _rest)\(query: "rest", rest)\(query: "q\u{22}uote", q_22uote)\(query: "a`b", a_60b)\(query: "_", `_ name`)\(query: "x\u{5c}y", x_5Cy)\(query: "default", `default`)")
    }
}

/// Calls a_b as the routes of the spec do, over the gateway's own connections.
public struct `a_b client`: Sendable {
    public var upstream: UpstreamClient

    /// - Parameter headers: sent with every request.
    public init(_ gateway: Gateway, headers: UpstreamHeaders = []) {
        upstream = gateway.client(Upstream.a_b, headers: headers)
    }

    /// GET,PUT /default
    nonisolated(nonsending) public func `default`(method: Method, body: [UInt8]) async throws -> UpstreamResponse {
        try await upstream.send(method, "/default", body: body)
    }
}

/// Calls init as the routes of the spec do, over the gateway's own connections.
public struct InitClient: Sendable {
    public var upstream: UpstreamClient

    /// - Parameter headers: sent with every request.
    public init(_ gateway: Gateway, headers: UpstreamHeaders = []) {
        upstream = gateway.client(Upstream.`init name`, headers: headers)
    }

    /// GET /`quoted`/{class}/{_}
    nonisolated(nonsending) public func getQuotedClass(
        `class`: String, `_ name`: String
    ) async throws -> UpstreamResponse {
        try await upstream.send(.get, "/`quoted`/\(`class`)/\(`_ name`)")
    }
}

/// Calls self as the routes of the spec do, over the gateway's own connections.
public struct SelfClient: Sendable {
    public var upstream: UpstreamClient

    /// - Parameter headers: sent with every request.
    public init(_ gateway: Gateway, headers: UpstreamHeaders = []) {
        upstream = gateway.client(Upstream.`self name`, headers: headers)
    }

    /// ANY /rest/{rest}/*
    nonisolated(nonsending) public func anyRestRestBelow(
        method: Method, rest: String, _rest: String, body: [UInt8]
    ) async throws -> UpstreamResponse {
        try await upstream.send(method, "/rest/\(rest)/\(rest: _rest)", body: body)
    }
}

/// Calls upstream as the routes of the spec do, over the gateway's own connections.
public struct `upstream client`: Sendable {
    public var upstream: UpstreamClient

    /// - Parameter headers: sent with every request.
    public init(_ gateway: Gateway, headers: UpstreamHeaders = []) {
        upstream = gateway.client(Upstream.upstream, headers: headers)
    }

    /// GET /described
    /// Comments */ end "nothing",
    /// hide\u{202e} nothing\u{0},
    /// and are no code.
    nonisolated(nonsending) public func getDescribed() async throws -> UpstreamResponse {
        try await upstream.send(.get, "/described")
    }

    /// GET /headers
    nonisolated(nonsending) public func headers() async throws -> UpstreamResponse {
        try await upstream.send(.get, "/headers")
    }

    /// GET /symbols
    nonisolated(nonsending) public func getSymbols() async throws -> UpstreamResponse {
        try await upstream.send(.get, "/symbols")
    }

    /// GET /t/{id}
    nonisolated(nonsending) public func getTwiceIdSelf(
        id: String, `id query`: String? = nil, `self query`: String? = nil
    ) async throws -> UpstreamResponse {
        try await upstream.send(.get, "/t/\(id)\(query: "id", `id query`)\(query: "self", `self query`)")
    }

    /// GET /users
    nonisolated(nonsending) public func `get_users derived`() async throws -> UpstreamResponse {
        try await upstream.send(.get, "/users")
    }

    /// GET /v2/users
    nonisolated(nonsending) public func get_users() async throws -> UpstreamResponse {
        try await upstream.send(.get, "/v2/users")
    }
}
