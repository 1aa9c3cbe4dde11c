// Compiled from the route spec by switchyard. Edit the spec, not this file.

public import GatewayRuntime

/// The services behind the gateway.
public enum Upstream: Ordinal {
    case gamification
    case knowledge
    case payment
    case realtime
    case user
}

let upstreams: [UpstreamDefinition] = [
    UpstreamDefinition(
        name: "gamification",
        url: "${GAMIFICATION_SERVICE_URL:-http://localhost:8083}",
        connectTimeout: .seconds(5),
        responseHeaderTimeout: .seconds(15),
        idleTimeout: .seconds(90),
        maxIdle: 512),
    UpstreamDefinition(
        name: "knowledge",
        url: "${KNOWLEDGE_SERVICE_URL:-http://localhost:8082}",
        connectTimeout: .seconds(5),
        responseHeaderTimeout: .seconds(15),
        idleTimeout: .seconds(90),
        maxIdle: 512),
    UpstreamDefinition(
        name: "payment",
        url: "${PAYMENT_SERVICE_URL:-http://localhost:8084}",
        connectTimeout: .seconds(5),
        responseHeaderTimeout: .seconds(15),
        idleTimeout: .seconds(90),
        maxIdle: 512),
    UpstreamDefinition(
        name: "realtime",
        url: "${REALTIME_SERVICE_URL:-http://localhost:8085}",
        connectTimeout: .seconds(5),
        responseHeaderTimeout: .seconds(15),
        idleTimeout: .seconds(90),
        maxIdle: 512),
    UpstreamDefinition(
        name: "user",
        url: "${USER_SERVICE_URL:-http://localhost:8081}",
        connectTimeout: .seconds(5),
        responseHeaderTimeout: .seconds(15),
        idleTimeout: .seconds(90),
        maxIdle: 512),
]

/// Calls gamification as the routes of the spec do, over the gateway's own connections.
public struct GamificationClient: Sendable {
    public var upstream: UpstreamClient

    /// - Parameter headers: sent with every request.
    public init(_ gateway: Gateway, headers: UpstreamHeaders = []) {
        upstream = gateway.client(Upstream.gamification, headers: headers)
    }

    /// ANY /api/v1/gamification/*
    nonisolated(nonsending) public func `anyApiV1GamificationBelow at /api/v1/gamification/*`(
        method: Method, rest: String, body: [UInt8]
    ) async throws -> UpstreamResponse {
        try await upstream.send(method, "/api/v1/gamification/\(rest: rest)", body: body)
    }

    /// ANY /api/v1/achievements/*
    nonisolated(nonsending) public func `anyApiV1GamificationBelow at /api/v1/achievements/*`(
        method: Method, rest: String, body: [UInt8]
    ) async throws -> UpstreamResponse {
        try await upstream.send(method, "/api/v1/achievements/\(rest: rest)", body: body)
    }

    /// ANY /api/v1/leaderboards/*
    nonisolated(nonsending) public func `anyApiV1GamificationBelow at /api/v1/leaderboards/*`(
        method: Method, rest: String, body: [UInt8]
    ) async throws -> UpstreamResponse {
        try await upstream.send(method, "/api/v1/leaderboards/\(rest: rest)", body: body)
    }
}

/// Calls knowledge as the routes of the spec do, over the gateway's own connections.
public struct KnowledgeClient: Sendable {
    public var upstream: UpstreamClient

    /// - Parameter headers: sent with every request.
    public init(_ gateway: Gateway, headers: UpstreamHeaders = []) {
        upstream = gateway.client(Upstream.knowledge, headers: headers)
    }

    /// ANY /api/v1/areas/*
    nonisolated(nonsending) public func `anyApiV1AreasBelow at /api/v1/areas/*`(
        method: Method, rest: String, body: [UInt8]
    ) async throws -> UpstreamResponse {
        try await upstream.send(method, "/api/v1/areas/\(rest: rest)", body: body)
    }

    /// ANY /api/v1/questions/*
    nonisolated(nonsending) public func `anyApiV1AreasBelow at /api/v1/questions/*`(
        method: Method, rest: String, body: [UInt8]
    ) async throws -> UpstreamResponse {
        try await upstream.send(method, "/api/v1/questions/\(rest: rest)", body: body)
    }

    /// ANY /api/v1/insights/*
    nonisolated(nonsending) public func `anyApiV1AreasBelow at /api/v1/insights/*`(
        method: Method, rest: String, body: [UInt8]
    ) async throws -> UpstreamResponse {
        try await upstream.send(method, "/api/v1/insights/\(rest: rest)", body: body)
    }

    /// ANY /api/v1/resources/*
    nonisolated(nonsending) public func `anyApiV1AreasBelow at /api/v1/resources/*`(
        method: Method, rest: String, body: [UInt8]
    ) async throws -> UpstreamResponse {
        try await upstream.send(method, "/api/v1/resources/\(rest: rest)", body: body)
    }
}

/// Calls payment as the routes of the spec do, over the gateway's own connections.
public struct PaymentClient: Sendable {
    public var upstream: UpstreamClient

    /// - Parameter headers: sent with every request.
    public init(_ gateway: Gateway, headers: UpstreamHeaders = []) {
        upstream = gateway.client(Upstream.payment, headers: headers)
    }

    /// ANY /api/v1/subscriptions/*
    nonisolated(nonsending) public func `anyApiV1SubscriptionsBelow at /api/v1/subscriptions/*`(
        method: Method, rest: String, body: [UInt8]
    ) async throws -> UpstreamResponse {
        try await upstream.send(method, "/api/v1/subscriptions/\(rest: rest)", body: body)
    }

    /// ANY /api/v1/billing/*
    nonisolated(nonsending) public func `anyApiV1SubscriptionsBelow at /api/v1/billing/*`(
        method: Method, rest: String, body: [UInt8]
    ) async throws -> UpstreamResponse {
        try await upstream.send(method, "/api/v1/billing/\(rest: rest)", body: body)
    }
}

/// Calls realtime as the routes of the spec do, over the gateway's own connections.
public struct RealtimeClient: Sendable {
    public var upstream: UpstreamClient

    /// - Parameter headers: sent with every request.
    public init(_ gateway: Gateway, headers: UpstreamHeaders = []) {
        upstream = gateway.client(Upstream.realtime, headers: headers)
    }
}

/// Calls user as the routes of the spec do, over the gateway's own connections.
public struct UserClient: Sendable {
    public var upstream: UpstreamClient

    /// - Parameter headers: sent with every request.
    public init(_ gateway: Gateway, headers: UpstreamHeaders = []) {
        upstream = gateway.client(Upstream.user, headers: headers)
    }

    /// ANY /api/v1/auth/login
    nonisolated(nonsending) public func `anyApiV1AuthLogin at /api/v1/auth/login`(
        method: Method, body: [UInt8]
    ) async throws -> UpstreamResponse {
        try await upstream.send(method, "/api/v1/auth/login", body: body)
    }

    /// ANY /api/v1/auth/register
    nonisolated(nonsending) public func `anyApiV1AuthLogin at /api/v1/auth/register`(
        method: Method, body: [UInt8]
    ) async throws -> UpstreamResponse {
        try await upstream.send(method, "/api/v1/auth/register", body: body)
    }

    /// ANY /api/v1/auth/refresh
    nonisolated(nonsending) public func `anyApiV1AuthLogin at /api/v1/auth/refresh`(
        method: Method, body: [UInt8]
    ) async throws -> UpstreamResponse {
        try await upstream.send(method, "/api/v1/auth/refresh", body: body)
    }

    /// ANY /api/v1/users/*
    nonisolated(nonsending) public func anyApiV1UsersBelow(
        method: Method, rest: String, body: [UInt8]
    ) async throws -> UpstreamResponse {
        try await upstream.send(method, "/api/v1/users/\(rest: rest)", body: body)
    }
}
