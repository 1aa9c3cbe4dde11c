// Compiled from the route spec by switchyard. Edit the spec, not this file.

public import GatewayRuntime

/// The services behind the gateway.
public enum Upstream: Ordinal {
    case lab
    case orders
    case ordersNext
    case sessions
}

let upstreams: [UpstreamDefinition] = [
    UpstreamDefinition(
        name: "lab",
        url: "$LAB",
        connectTimeout: .seconds(5),
        responseHeaderTimeout: .seconds(15),
        idleTimeout: .seconds(90),
        maxIdle: 512),
    UpstreamDefinition(
        name: "orders",
        targets: [TargetDefinition("$ORDERS_A", weight: 2), TargetDefinition("${ORDERS_B:-}")],
        connectTimeout: .seconds(5),
        responseHeaderTimeout: .seconds(15),
        idleTimeout: .seconds(90),
        maxIdle: 512,
        balance: BalanceDefinition(.leastRequest, slowStart: .seconds(30), panicThreshold: 50),
        healthCheck: HealthCheckDefinition(path: "/healthz", interval: .seconds(10), timeout: .seconds(1), unhealthy: 2, healthy: 1),
        outlierDetection: OutlierDefinition(consecutiveFailures: 3, eject: .seconds(60), maxEjectedPercent: 30),
        circuitBreaker: CircuitBreakerDefinition(failureThreshold: 5, open: .seconds(10), halfOpenMaxInFlight: 1)),
    UpstreamDefinition(
        name: "ordersNext",
        url: "$ORDERS_NEXT",
        connectTimeout: .seconds(5),
        responseHeaderTimeout: .seconds(15),
        idleTimeout: .seconds(90),
        maxIdle: 512,
        healthCheck: HealthCheckDefinition(path: "/healthz", interval: .seconds(5), timeout: .seconds(2), unhealthy: 3, healthy: 2)),
    UpstreamDefinition(
        name: "sessions",
        targets: [TargetDefinition("$SESSIONS_A"), TargetDefinition("$SESSIONS_B")],
        connectTimeout: .seconds(5),
        responseHeaderTimeout: .seconds(15),
        idleTimeout: .seconds(90),
        maxIdle: 512,
        balance: BalanceDefinition(.hash, hashOn: .cookie("session"))),
]

/// Calls lab as the routes of the spec do, over the gateway's own connections.
public struct LabClient: Sendable {
    public var upstream: UpstreamClient

    /// - Parameter headers: sent with every request.
    public init(_ gateway: Gateway, headers: UpstreamHeaders = []) {
        upstream = gateway.client(Upstream.lab, headers: headers)
    }
}

/// Calls orders as the routes of the spec do, over the gateway's own connections.
public struct OrdersClient: Sendable {
    public var upstream: UpstreamClient

    /// - Parameter headers: sent with every request.
    public init(_ gateway: Gateway, headers: UpstreamHeaders = []) {
        upstream = gateway.client(Upstream.orders, headers: headers)
    }

    /// POST /orders
    nonisolated(nonsending) public func placeOrder(body: [UInt8]) async throws -> UpstreamResponse {
        try await upstream.send(.post, "/orders", body: body)
    }

    /// GET /orders/{id}
    nonisolated(nonsending) public func getOrdersId(id: String) async throws -> UpstreamResponse {
        try await upstream.send(.get, "/orders/\(id)")
    }
}

/// Calls orders-next as the routes of the spec do, over the gateway's own connections.
public struct OrdersNextClient: Sendable {
    public var upstream: UpstreamClient

    /// - Parameter headers: sent with every request.
    public init(_ gateway: Gateway, headers: UpstreamHeaders = []) {
        upstream = gateway.client(Upstream.ordersNext, headers: headers)
    }

    /// POST /orders
    nonisolated(nonsending) public func placeOrder(body: [UInt8]) async throws -> UpstreamResponse {
        try await upstream.send(.post, "/orders", body: body)
    }
}

/// Calls sessions as the routes of the spec do, over the gateway's own connections.
public struct SessionsClient: Sendable {
    public var upstream: UpstreamClient

    /// - Parameter headers: sent with every request.
    public init(_ gateway: Gateway, headers: UpstreamHeaders = []) {
        upstream = gateway.client(Upstream.sessions, headers: headers)
    }

    /// ANY /sessions/{id}
    nonisolated(nonsending) public func anySessionsId(
        method: Method, id: String, body: [UInt8]
    ) async throws -> UpstreamResponse {
        try await upstream.send(method, "/sessions/\(id)", body: body)
    }
}
