/// Writes `Upstreams.swift`: the services behind the gateway, and a typed client for each. The calls of many routes stand in
/// files of their own: ``ClientCalls``.
func emitUpstreams(_ plan: RoutePlan) -> String {
    var writer = CodeWriter()
    writer.line("// Compiled from the route spec by switchyard. Edit the spec, not this file.")
    writer.line()
    writer.line("public import GatewayRuntime")
    writer.line()
    writer.line("/// The services behind the gateway.")
    writer.block("public enum Upstream: Ordinal") { writer in
        for upstream in plan.upstreams { writer.line("case \(upstream.identifier.spelling)") }
    }
    writer.line()
    writer.line("let upstreams: [UpstreamDefinition] = [")
    writer.indented { writer in
        for upstream in plan.upstreams {
            writer.line("UpstreamDefinition(")
            writer.indented { writer in
                writer.line("name: \(literal(upstream.identifier.name)),")
                writer.line(upstream.address + ",")
                writer.line("connectTimeout: \(upstream.connectTimeout.swift),")
                writer.line("responseHeaderTimeout: \(upstream.responseHeaderTimeout.swift),")
                writer.line("idleTimeout: \(upstream.idleTimeout.swift),")
                if let most = upstream.maxConnections { writer.line("maxConnections: \(most.grouped),") }
                let policies = upstream.policies
                writer.line("maxIdle: \(upstream.maxIdle)\(policies.isEmpty ? ")," : ",")")
                for (index, policy) in policies.enumerated() {
                    writer.line(policy + (index + 1 < policies.count ? "," : "),"))
                }
            }
        }
    }
    writer.line("]")
    let calls = ClientCalls(plan)
    for (index, upstream) in plan.upstreams.enumerated() {
        writer.line()
        emitClient(of: upstream, calls: calls.besideUpstreams(of: index), into: &writer)
    }
    return writer.text
}

/// ```swift
/// public struct AgentsServiceClient: Sendable {
///     public var upstream: UpstreamClient
///
///     /// - Parameter headers: sent with every request.
///     public init(_ gateway: Gateway, headers: UpstreamHeaders = []) {
///         upstream = gateway.client(Upstream.agentsService, headers: headers)
///     }
///     …
/// }
/// ```
private func emitClient(of upstream: PlannedUpstream, calls: [ClientCall], into writer: inout CodeWriter) {
    writer.line("/// Calls \(upstream.label) as the routes of the spec do, over the gateway's own connections.")
    writer.block("public struct \(upstream.clientName): Sendable") { writer in
        writer.line("public var upstream: UpstreamClient")
        writer.line()
        writer.line("/// - Parameter headers: sent with every request.")
        writer.block("public init(_ gateway: Gateway, headers: UpstreamHeaders = [])") { writer in
            writer.line("upstream = gateway.client(Upstream.\(upstream.identifier.spelling), headers: headers)")
        }
        for call in calls {
            writer.line()
            call.emit(into: &writer)
        }
    }
}
