/// Writes `Routes.swift`: the names of the routes, the table of what to do with them, and the gateway.
func emitRoutes(_ plan: RoutePlan) -> String {
    var writer = CodeWriter()
    writer.line("// Compiled from the route spec by switchyard. Edit the spec, not this file.")
    writer.line()
    writer.line("public import GatewayRuntime")
    writer.line()
    emitRouteNames(plan, into: &writer)
    writer.line()
    emitTable(plan, into: &writer)
    writer.line()
    if !plan.upstreams.isEmpty {
        emitPlainAdd(into: &writer)
        writer.line()
    }
    emitGateway(plan, into: &writer)
    return writer.text
}

/// The router alone with the names of its routes, as benchmarks and property tests compile it.
/// - Parameters:
///   - module: what stands in for GatewayRuntime.
///   - widest: how many literals a `switch` compares in a row before it is split.
///   - count: over how many files it is spread.
/// - Returns: the text of each file.
public func emitRouter(
    _ plan: RoutePlan, importing module: String, widest: Int? = nil, files count: Int = 1
) -> [String] {
    var (first, other) = (CodeWriter(), CodeWriter())
    first.line("public import \(module)")
    first.line()
    emitRouteNames(plan, conforming: "Ordinal, CaseIterable", into: &first)
    first.line()
    other.line("import \(module)")
    var files = RouterFiles([first] + Array(repeating: other, count: count - 1), ends: plan.tree.ends)
    RouterEmitter(plan: plan, widest: widest ?? RouterEmitter.widest).emit(into: &files)
    return files.writers.map(\.text)
}

/// ```swift
/// public enum Route: Ordinal {
///     /// GET /api/v1/agents
///     case getApiV1Agents
/// }
/// ```
private func emitRouteNames(_ plan: RoutePlan, conforming protocols: String = "Ordinal", into writer: inout CodeWriter)
{
    writer.line("/// The routes of the spec, by path.")
    writer.block("public enum Route: \(protocols)") { writer in
        for route in plan.routes {
            writer.line("/// \(route.methodText) \(route.paths.map(\.pattern.text).joined(separator: ", "))")
            writer.line("case \(route.identifier.spelling)")
        }
    }
}

private func emitTable(_ plan: RoutePlan, into writer: inout CodeWriter) {
    writer.line("let routes = RouteTable(router: findRoute, describeRoutes)")
    writer.line()
    writer.line("/// What becomes of a request once its route is found.")
    // A function, since the statements of a closure are checked as one: 1,220 of them take 13 s there, and 0.3 s here.
    writer.block("private func describeRoutes(_ routes: inout RouteTable)") { writer in
        emitSharedLimits(plan, into: &writer)
        for route in plan.routes {
            let name = "Route.\(route.identifier.spelling)"
            switch route.target {
            case .builtin(let answer):
                writer.call("routes.builtin", [name, answer.swift, "path: \(literal(route.paths[0].pattern.text))"])
            case .upstream(let index):
                var arguments = [name, "methods: \(literal(route.methodText))"] + route.paths[0].arguments
                arguments.append("to: Upstream.\(plan.upstreams[index].identifier.spelling)")
                if let timeout = route.timeout { arguments.append("timeout: \(timeout.swift)") }
                arguments.append("body: \(route.bodyLimit.grouped)")
                writer.call("routes.add", arguments)
            case .redirect(let redirect): emit(redirect, route, into: &writer)
            case .mock(let mock): emit(mock, route, into: &writer)
            }
            for path in route.paths.dropFirst() { writer.call("routes.alsoAt", [name] + path.arguments) }
            if let stream = route.stream { writer.call("routes.stream", [name, ".\(stream.rawValue)"]) }
            if let upgrade = route.upgrade { writer.call("routes.upgrade", [name, ".\(upgrade.rawValue)"]) }
            if !route.codings.isEmpty {
                writer.call("routes.compress", [name, "with: \(arrayLiteral(route.codings.map { ".\($0)" }))"])
            }
            if let host = route.rewriteHost { writer.call("routes.rewriteHost", [name, literal(host)]) }
            emit(route.queryChanges, "routes.rewriteQuery", name, into: &writer)
            emitLimits(route, into: &writer)
            if let breaker = route.traffic.circuitBreaker?.policy {
                writer.call("routes.circuitBreaker", [name] + breaker.arguments)
            }
            emitCache(of: route, name, into: &writer)
            emitTransforms(of: route, name, into: &writer)
            emitForwarding(of: route, name, plan, into: &writer)
            emit(route.requestHeaders, "routes.requestHeaders", name, into: &writer)
            emit(route.responseHeaders, "routes.responseHeaders", name, into: &writer)
            for parameter in route.parameters {
                writer.call(
                    "routes.check",
                    [
                        name, ".\(parameter.location.rawValue)", literal(parameter.name.value),
                        ".\(parameter.type.rawValue)",
                        "required: \(parameter.isRequired)",
                    ])
            }
        }
    }
}

/// `routes.requestHeaders(Route.getAgents, set: ["X-Gateway": "edge"], remove: ["X-Debug"])`
private func emit(_ changes: ValueChanges, _ call: String, _ route: String, into writer: inout CodeWriter) {
    let arguments = changes.arguments
    if !arguments.isEmpty { writer.call(call, [route] + arguments) }
}

/// The runtime's `add` is generic, and a call of it twice as much to compile. Not private: 1,220 calls of a private method
/// take 11 s to compile, of this one less than one.
private func emitPlainAdd(into writer: inout CodeWriter) {
    writer.block("extension RouteTable") { writer in
        writer.line("/// A route that forwards the path as it is and has no timeout of its own.")
        writer.function(
            "mutating func add",
            ["_ route: Route", "methods: StaticString", "path: StaticString", "to upstream: Upstream", "body: Int"], ""
        ) {
            $0.call(
                "add",
                [
                    "route", "methods: methods", "path: path", "forward: nil", "to: upstream", "timeout: nil",
                    "body: body",
                ])
        }
    }
}

private func emitGateway(_ plan: RoutePlan, into writer: inout CodeWriter) {
    let server = plan.spec.server
    writer.line("/// The gateway that the spec describes.")
    writer.line("public let gateway = GatewayDefinition(")
    writer.indented { writer in
        writer.line("title: \(literal(plan.spec.title)),")
        writer.line("version: \(literal(plan.spec.version)),")
        writer.line("server: ServerDefinition(")
        writer.indented { writer in
            writer.line("listen: \(literal(server.listen.text)),")
            if !server.trustedProxies.isEmpty {
                writer.line("trustedProxies: \(arrayLiteral(server.trustedProxies.map { literal($0.text) })),")
            }
            writer.line("headerTimeout: \(server.headerTimeout.swift),")
            writer.line("readTimeout: \(server.readTimeout.swift),")
            writer.line("writeTimeout: \(server.writeTimeout.swift),")
            writer.line("idleTimeout: \(server.idleTimeout.swift),")
            writer.line("drainTimeout: \(server.drainTimeout.swift),")
            if let most = server.connectionLimit { writer.line("connectionLimit: \(most.grouped),") }
            writer.line("headerLimit: \(server.headerLimit.grouped),")
            writer.line("fieldLimit: \(server.fieldLimit.grouped),")
            let cacheLimit = server.cacheLimit.map { ", cacheLimit: \($0.grouped)" } ?? ""
            writer.line("targetLimit: \(server.targetLimit.grouped)\(cacheLimit)),")
        }
        let errors = plan.spec.errors
        writer.line(
            "errors: ErrorDefinition(format: .\(errors.format.rawValue), upstreamUnavailable: \(errors.upstreamUnavailable)),"
        )
        if let cors = plan.spec.cors { emit(cors, into: &writer) }
        writer.line("auth: \(plan.spec.auth == nil ? "nil" : "auth"),")
        writer.line("routes: routes,")
        writer.line("access: access,")
        writer.line("upstreams: upstreams,")
        if !plan.spec.limiter.arguments.isEmpty {
            writer.call("limiter: LimiterDefinition", plan.spec.limiter.arguments, end: ",")
        }
        emitDependencies(plan, into: &writer)
        if let key = plan.spec.builtins.lazy.compactMap(\.key).first {
            writer.line("adminKey: \(literal(key.value.text)),")
        }
        writer.line("openAPI: openAPI)")
    }
}

extension PlannedRoute {
    /// `GET`, `PUT,DELETE` or `ANY`.
    var methodText: String { methods.isEmpty ? "ANY" : methods.map(\.rawValue).joined(separator: ",") }
}

extension PlannedRoute.BuiltinAnswer {
    fileprivate var swift: String {
        switch self {
        case .health(let format): ".health(.\(format.rawValue))"
        case .ready: ".ready"
        case .metrics: ".metrics"
        case .docs: ".docs"
        case .openAPI: ".openAPI"
        case .admin(let name): ".admin(.\(name))"
        }
    }
}

extension PlannedPath {
    var arguments: [String] {
        let path = "path: \(literal(pattern.text))"
        return forward.isPath ? [path] : [path, "forward: \(literal(forward.text))"]
    }
}

extension Int {
    /// `10_485_760`
    var grouped: String {
        let digits = Array(String(self))
        guard digits.count > 4 else { return String(self) }
        return digits.enumerated().map { index, digit in
            index > 0 && (digits.count - index) % 3 == 0 ? "_\(digit)" : "\(digit)"
        }.joined()
    }
}
