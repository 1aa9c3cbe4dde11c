/// Writes `Upstreams.swift`: the services behind the gateway, and a typed client for each.
func emitUpstreams(_ plan: RoutePlan) -> String {
    var writer = CodeWriter()
    writer.line("// Compiled from the route spec by switchyard. Edit the spec, not this file.")
    writer.line()
    writer.line("public import GatewayRuntime")
    writer.line()
    writer.line("/// The services behind the gateway.")
    if plan.upstreams.isEmpty {
        writer.line("public enum Upstream {}")
    } else {
        writer.block("public enum Upstream: UInt16, CaseIterable, Sendable") { writer in
            for upstream in plan.upstreams { writer.line("case \(upstream.identifier.spelling)") }
        }
    }
    writer.line()
    writer.line("let upstreams: [UpstreamDefinition] = [")
    writer.indented { writer in
        for upstream in plan.upstreams {
            writer.line("UpstreamDefinition(")
            writer.indented { writer in
                writer.line("name: \(literal(upstream.identifier.name)),")
                writer.line("url: \(literal(upstream.url.text)),")
                writer.line("connectTimeout: \(upstream.connectTimeout.swift),")
                writer.line("responseHeaderTimeout: \(upstream.responseHeaderTimeout.swift),")
                writer.line("idleTimeout: \(upstream.idleTimeout.swift),")
                writer.line("maxIdle: \(upstream.maxIdle)),")
            }
        }
    }
    writer.line("]")
    for (index, upstream) in plan.upstreams.enumerated() {
        writer.line()
        emitClient(of: upstream, routes: plan.routes.filter { $0.target.upstream == index }, into: &writer)
    }
    return writer.text
}

extension PlannedRoute.Target {
    var upstream: Int? { if case .upstream(let index) = self { index } else { nil } }
}

/// ```swift
/// public struct AgentsServiceClient: Sendable {
///     public let upstream: UpstreamClient
///
///     public init(_ gateway: Gateway) { upstream = gateway.client(Upstream.agentsService) }
///     …
/// }
/// ```
private func emitClient(of upstream: PlannedUpstream, routes: [PlannedRoute], into writer: inout CodeWriter) {
    writer.line("/// Calls \(upstream.label) as the routes of the spec do, over the gateway's own connections.")
    writer.block("public struct \(upstream.clientName): Sendable") { writer in
        writer.line("public let upstream: UpstreamClient")
        writer.line()
        writer.line(
            "public init(_ gateway: Gateway) { upstream = gateway.client(Upstream.\(upstream.identifier.spelling)) }")
        for route in routes {
            for path in route.paths.indices {
                writer.line()
                ClientMethod(route: route, path: path).emit(into: &writer)
            }
        }
    }
}

/// One method of a typed client: a route, or one path of a route with several.
private struct ClientMethod {
    let route: PlannedRoute
    let path: Int

    private var forward: ForwardTemplate { route.paths[path].forward }

    /// ```swift
    /// /// PUT /agents/{id}
    /// public func putApiV1AgentsId(
    ///     id: String, headers: [(name: String, value: String)] = [], body: [UInt8] = []
    /// ) async throws -> UpstreamResponse {
    ///     var target = UpstreamTarget("/agents/")
    ///     target.append(parameter: id)
    ///     return try await upstream.send(.put, target, headers: headers, body: body)
    /// }
    /// ```
    func emit(into writer: inout CodeWriter) {
        writer.line("/// \(route.methodText) \(forward.text)")
        for line in (route.description ?? "").split(whereSeparator: \.isNewline) { writer.line("/// \(line)") }
        if route.isDeprecated { writer.line("@available(*, deprecated)") }
        writer.line("public func \(name)(")
        writer.indented { $0.line(arguments.map(\.declaration).joined(separator: ", ")) }
        writer.line(") async throws -> UpstreamResponse {")
        writer.indented { writer in
            var parts = forward.parts[...]
            if case .literal(let text)? = parts.first {
                parts = parts.dropFirst()
                writer.line("\(parts.isEmpty && query.isEmpty ? "let" : "var") target = UpstreamTarget(\(literal(text)))")
            } else {
                writer.line("var target = UpstreamTarget(\"\")")
            }
            for part in parts { writer.line(append(part)) }
            for parameter in query {
                writer.line("target.append(query: \(literal(parameter.name.value)), \(label(parameter.name.value).use))")
            }
            writer.line("return try await upstream.send(\(methodUse), target, headers: headers, body: body)")
        }
        writer.line("}")
    }

    private var name: String {
        guard route.paths.count > 1 else { return route.identifier.spelling }
        return SwiftIdentifier("\(route.name) at \(route.paths[path].pattern.text)").spelling
    }

    private func append(_ part: ForwardTemplate.Part) -> String {
        switch part {
        case .literal(let text): "target.append(\(literal(text)))"
        case .parameter(let name): "target.append(parameter: \(label(name).use))"
        case .wildcard: "target.append(rest: rest)"
        }
    }

    private var query: [ParameterDeclaration] { route.parameters.filter { $0.location == .query } }

    /// The one method of the route, or the one that the caller chooses.
    private var methodUse: String {
        route.methods.count == 1 ? ".\(route.methods[0].rawValue.lowercased())" : "method"
    }

    private var arguments: [(declaration: String, use: String)] {
        var arguments: [(declaration: String, use: String)] = []
        if route.methods.count != 1 { arguments.append(("method: Method", "method")) }
        for case .parameter(let name) in forward.parts {
            let type = route.parameters.first { $0.location == .path && $0.name.value == name }?.type ?? .string
            arguments.append(("\(label(name).declaration): \(type.swift)", name))
        }
        if forward.parts.contains(.wildcard) { arguments.append(("rest: String", "rest")) }
        for parameter in query {
            let type = parameter.type.swift
            arguments.append(
                (
                    "\(label(parameter.name.value).declaration): \(parameter.isRequired ? type : "\(type)? = nil")",
                    parameter.name.value
                ))
        }
        arguments.append(("headers: [(name: String, value: String)] = []", "headers"))
        arguments.append(("body: [UInt8] = []", "body"))
        return arguments
    }

    /// An argument's label and the name inside the method, which must not meet the method's own names.
    private func label(_ name: String) -> (declaration: String, use: String) {
        let own: Set<String> = ["target", "upstream", "headers", "body", "rest", "method"]
        let identifier = SwiftIdentifier(name).spelling
        let inside = SwiftIdentifier("\(name) value").spelling
        return own.contains(name) ? ("\(identifier) \(inside)", inside) : (identifier, identifier)
    }
}

extension ParameterDeclaration.ValueType {
    fileprivate var swift: String {
        switch self {
        case .string: "String"
        case .integer: "Int"
        case .number: "Double"
        case .boolean: "Bool"
        }
    }
}
