// Compiled from the route spec by switchyard. Edit the spec, not this file.

public import GatewayRuntime

/// The routes of the spec, by path.
public enum Route: Ordinal {
    /// POST /orders
    case placeOrder
    /// GET /orders/{id}
    case getOrdersId
    /// ANY /sessions/{id}
    case anySessionsId
}

let routes = RouteTable(router: findRoute, describeRoutes)

/// What becomes of a request once its route is found.
private func describeRoutes(_ routes: inout RouteTable) {
    routes.add(Route.placeOrder, methods: "POST", path: "/orders", to: Upstream.orders, body: 10_485_760)
    routes.circuitBreaker(Route.placeOrder, failureThreshold: 20, open: .seconds(5), halfOpenMaxInFlight: 3)
    routes.retry(
        Route.placeOrder,
        attempts: 3,
        on: [.connect, .reset, .timeout, .status(502), .status(503), .status(504)],
        budget: 20,
        backoff: .milliseconds(50),
        perTryTimeout: .seconds(2),
        idempotencyKey: "Idempotency-Key")
    routes.split(Route.placeOrder, [Upstream.orders: 95, Upstream.ordersNext: 5], hashOn: .claim("sub"))
    routes.mirror(Route.placeOrder, to: Upstream.lab, percent: 10)
    routes.add(Route.getOrdersId, methods: "GET", path: "/orders/{id}", to: Upstream.orders, body: 10_485_760)
    routes.circuitBreaker(Route.getOrdersId, failureThreshold: 20, open: .seconds(5), halfOpenMaxInFlight: 3)
    routes.retry(Route.getOrdersId, attempts: 2, on: [.connect, .status(503)], budget: 10, backoff: .milliseconds(25))
    routes.add(Route.anySessionsId, methods: "ANY", path: "/sessions/{id}", to: Upstream.sessions, body: 10_485_760)
}

extension RouteTable {
    /// A route that forwards the path as it is and has no timeout of its own.
    mutating func add(_ route: Route, methods: StaticString, path: StaticString, to upstream: Upstream, body: Int) {
        add(route, methods: methods, path: path, forward: nil, to: upstream, timeout: nil, body: body)
    }
}

/// The gateway that the spec describes.
public let gateway = GatewayDefinition(
    title: "Gateway",
    version: "1.0.0",
    server: ServerDefinition(
        listen: ":${PORT:-8080}",
        headerTimeout: .seconds(5),
        readTimeout: .seconds(15),
        writeTimeout: .seconds(60),
        idleTimeout: .seconds(60),
        drainTimeout: .seconds(30),
        headerLimit: 65_536,
        fieldLimit: 100,
        targetLimit: 8192),
    errors: ErrorDefinition(format: .envelope, upstreamUnavailable: 502),
    auth: auth,
    routes: routes,
    access: access,
    upstreams: upstreams,
    openAPI: openAPI)
