import Foundation
import Logging

@testable import GatewayRuntime

/// The routes of the gateway that tests of the data path start; the router is written as the compiler would write it.
enum PathRoute: Ordinal, CaseIterable {
    case items, item, files, anything, health, metrics, slow, small, live, events, ready, edited
}

enum PathUpstream: Ordinal { case main }

@Sendable private func findPathRoute(
    _ path: PathView, _ request: MatchRequest, _ captures: inout Captures
) -> RouteMatch {
    RouteMatch(at(path, request, &captures))
}

private func at(_ path: PathView, _ request: MatchRequest, _ captures: inout Captures) -> PathRoute? {
    switch path.segment {
    case "items":
        let next = path.next
        if next.isEnd {
            switch request.method {
            case .get, .head, .post: return .items
            default: return nil
            }
        }
        guard !next.segment.isEmpty, next.next.isEnd else { return nil }
        captures[0] = next.range
        switch request.method {
        case .get, .head, .put, .delete: return .item
        default: return nil
        }
    case "files":
        guard !path.next.isEnd else { return nil }
        captures[0] = path.next.rest
        return request.method == .get || request.method == .head ? .files : nil
    case "any": return .anything
    case "health": return path.next.isEnd && (request.method == .get || request.method == .head) ? .health : nil
    case "ready": return path.next.isEnd && request.method == .get ? .ready : nil
    case "metrics": return path.next.isEnd && request.method == .get ? .metrics : nil
    case "slow": return path.next.isEnd && request.method == .get ? .slow : nil
    case "small": return path.next.isEnd && request.method == .post ? .small : nil
    case "live": return path.next.isEnd ? .live : nil
    case "edited": return .edited
    case "events": return path.next.isEnd && request.method == .get ? .events : nil
    default: return nil
    }
}

struct TestGateway {
    let gateway: Gateway
    let port: Int

    /// What a test may set; the rest is as a spec's defaults have it.
    struct Options: Sendable {
        var headerTimeout = Duration.seconds(5)
        var readTimeout = Duration.seconds(15)
        var writeTimeout = Duration.seconds(60)
        var idleTimeout = Duration.seconds(60)
        var drainTimeout = Duration.seconds(5)
        var connectTimeout = Duration.seconds(5)
        var responseHeaderTimeout = Duration.seconds(15)
        var upstreamIdleTimeout = Duration.seconds(90)
        var maxIdle = 16
        var headerLimit = 64 * 1024
        var fieldLimit = 100
        var targetLimit = 8 * 1024
        var basePath = ""
        var loops = 1
        var connectionLimit: Int?
        var maxConnections: Int?
        /// Of the upstream; the port that a gateway is run with is the first one's, where there are none.
        var targets: [Setting] = []
        var balance = BalanceDefinition(.roundRobin)
        var healthCheck: HealthCheckDefinition?
        var outlierDetection: OutlierDefinition?
        /// Upstreams that no route leads to.
        var others: [UpstreamDefinition] = []
        var trustedProxies: [Setting] = []
        var router: RouteTable.Router = findPathRoute
        var cors: CrossOriginDefinition?
        var auth: AuthDefinition?
        /// Every route is public without it.
        var access: AccessTable?
        var errors = ErrorDefinition.Format.envelope
        /// Of every provider; none for the usual one.
        var revocationTimeout: Duration?
        var limiter = LimiterDefinition()
        /// What is said of routes beside what stands below.
        var describe: @Sendable (inout RouteTable) -> Void = { _ in }
        var environment: [String: String] = [:]
        /// Where access records go.
        var log = "/dev/null"
    }

    static func definition(_ options: Options = Options()) -> GatewayDefinition {
        GatewayDefinition(
            title: "test", version: "1",
            server: ServerDefinition(
                listen: "127.0.0.1:${PORT:-0}", trustedProxies: options.trustedProxies,
                headerTimeout: options.headerTimeout,
                readTimeout: options.readTimeout,
                writeTimeout: options.writeTimeout, idleTimeout: options.idleTimeout,
                drainTimeout: options.drainTimeout, connectionLimit: options.connectionLimit,
                headerLimit: options.headerLimit, fieldLimit: options.fieldLimit,
                targetLimit: options.targetLimit),
            errors: ErrorDefinition(format: options.errors, upstreamUnavailable: 503), cors: options.cors,
            auth: options.auth,
            routes: RouteTable(router: options.router) { routes in
                routes.add(
                    PathRoute.items, methods: "GET,POST", path: "/items", to: PathUpstream.main, body: 1 << 30)
                routes.add(
                    PathRoute.item, methods: "GET,PUT,DELETE", path: "/items/{id}", forward: "/v2/{id}/item",
                    to: PathUpstream.main, body: 1 << 20)
                routes.add(
                    PathRoute.files, methods: "GET", path: "/files/*", forward: "/*", to: PathUpstream.main, body: 0)
                routes.add(PathRoute.anything, methods: "ANY", path: "/any/*", to: PathUpstream.main, body: 1 << 20)
                routes.builtin(PathRoute.health, .health(.status), path: "/health")
                routes.builtin(PathRoute.metrics, .metrics, path: "/metrics")
                routes.add(
                    PathRoute.slow, methods: "GET", path: "/slow", to: PathUpstream.main, timeout: .milliseconds(500),
                    body: 10)
                routes.add(PathRoute.small, methods: "POST", path: "/small", to: PathUpstream.main, body: 10)
                routes.add(PathRoute.live, methods: "ANY", path: "/live", to: PathUpstream.main, body: 1 << 20)
                routes.upgrade(PathRoute.live, .websocket)
                routes.add(PathRoute.events, methods: "GET", path: "/events", to: PathUpstream.main, body: 0)
                routes.stream(PathRoute.events, .sse)
                routes.builtin(PathRoute.ready, .ready, path: "/ready")
                routes.add(PathRoute.edited, methods: "ANY", path: "/edited*", to: PathUpstream.main, body: 1 << 20)
                routes.requestHeaders(
                    PathRoute.edited, set: ["X-Gateway": "edge", "Via": "1.1 edge"],
                    remove: ["X-Debug", "Authorization", "X-Forwarded-Port"])
                routes.responseHeaders(
                    PathRoute.edited, set: ["Server": "edge", "Via": "1.1 edge"], remove: ["X-Powered-By", "x-hidden"])
                options.describe(&routes)
            },
            access: options.access
                ?? AccessTable { access in
                    for route in PathRoute.allCases { access.open(route) }
                },
            upstreams: [
                UpstreamDefinition(
                    name: "main",
                    targets: (options.targets.isEmpty
                        ? ["http://127.0.0.1:${UPSTREAM_PORT}${BASE_PATH:-}"] : options.targets)
                        .map { TargetDefinition($0) },
                    connectTimeout: options.connectTimeout, responseHeaderTimeout: options.responseHeaderTimeout,
                    idleTimeout: options.upstreamIdleTimeout, maxConnections: options.maxConnections,
                    maxIdle: options.maxIdle, balance: options.balance, healthCheck: options.healthCheck,
                    outlierDetection: options.outlierDetection)
            ] + options.others, limiter: options.limiter, openAPI: "{}")
    }

    /// Starts a gateway before an upstream and plays a script against it.
    static func run<Value: Sendable>(
        upstreamPort: Int, _ options: Options = Options(),
        _ script: @escaping @Sendable (TestGateway) throws -> Value
    ) async throws -> Value {
        try await runAsync(upstreamPort: upstreamPort, options) { gateway in try await onThread { try script(gateway) }
        }
    }

    static func runAsync<Value: Sendable>(
        upstreamPort: Int, _ options: Options = Options(),
        _ script: @escaping @Sendable (TestGateway) async throws -> Value
    ) async throws -> Value {
        let definition = definition(options)
        var settings = try GatewaySettings.resolve(
            definition,
            environment: ["UPSTREAM_PORT": "\(upstreamPort)", "BASE_PATH": options.basePath]
                .merging(options.environment) { $1 })
        if let timeout = options.revocationTimeout {
            for index in settings.auth?.providers.indices ?? 0..<0 {
                settings.auth?.providers[index].revocation?.timeout = timeout
            }
        }
        let log = open(options.log, O_WRONLY | O_CREAT, 0o600)
        defer { close(log) }
        let gateway = Gateway(
            definition, settings: settings, loops: options.loops, logger: Logger(label: "test"), accessLog: log)
        let port = try await gateway.start()
        do {
            let value = try await script(TestGateway(gateway: gateway, port: port))
            await gateway.shutdown()
            return value
        } catch {
            await gateway.shutdown()
            throw error
        }
    }

    func connect() throws -> Socket { try Socket.connect(to: port) }

    /// The value of a metric.
    func metric(_ name: String) throws -> Int {
        let text = try answer("GET /metrics HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n").body
        let line = text.split(separator: "\n").first { $0.hasPrefix("gateway_\(name) ") }
        guard let value = line?.split(separator: " ").last.flatMap({ Int($0) }) else {
            throw SocketError(what: "no metric \(name)", code: 0)
        }
        return value
    }

    /// Waits until a metric has a value.
    func wait(for name: String, toBe value: Int) throws {
        for _ in 0..<1000 {
            if try metric(name) == value { return }
            usleep(10_000)
        }
        throw SocketError(what: "\(name) is \(try metric(name)), not \(value)", code: 0)
    }

    /// Sends one request on a connection of its own.
    func answer(_ request: String) throws -> Response {
        let socket = try connect()
        try socket.send(request)
        return try socket.readResponse(to: String(request.prefix { $0 != " " }))
    }
}
