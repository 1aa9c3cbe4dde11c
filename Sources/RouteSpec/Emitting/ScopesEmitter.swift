/// Writes `Scopes.swift`: who may use which route, and how tokens are verified.
func emitScopes(_ plan: RoutePlan) -> String {
    var writer = CodeWriter()
    writer.line("// Compiled from the route spec by switchyard. Edit the spec, not this file.")
    writer.line()
    writer.line("public import GatewayRuntime")
    writer.line()
    emitNames("Scope", "The scopes that routes demand.", plan.scopes, into: &writer)
    writer.line()
    emitNames("Role", "The roles that routes let in.", plan.roles, into: &writer)
    writer.line()
    writer.line("/// Who may use which route. A route that is not here needs a valid token, no more.")
    writer.line("let access = AccessTable { access in")
    writer.indented { writer in
        for route in plan.routes {
            switch route.access {
            case .open: writer.line("access.open(Route.\(route.identifier.spelling))")
            case .token(scopes: [], roles: []): continue
            case .token(let scopes, let roles):
                writer.call(
                    "access.require",
                    [
                        "Route.\(route.identifier.spelling)",
                        "scopes: \(array("Scope", plan.scopes.filter { scopes.contains($0.name) }))",
                        "anyRole: \(array("Role", plan.roles.filter { roles.contains($0.name) }))",
                    ])
            }
        }
    }
    writer.line("}")
    if let auth = plan.spec.auth {
        writer.line()
        emitAuth(auth, into: &writer)
    }
    return writer.text
}

/// ```swift
/// public enum Scope: String, CaseIterable, Sendable {
///     case writeAgents = "write:agents"
/// }
/// ```
private func emitNames(_ type: String, _ comment: String, _ names: [PlannedName], into writer: inout CodeWriter) {
    writer.line("/// \(comment)")
    // An enumeration without a case cannot have raw values.
    guard !names.isEmpty else {
        return writer.block("public struct \(type): RawRepresentable, Sendable") { writer in
            writer.line("public let rawValue: String")
            writer.line("public init?(rawValue: String) { nil }")
        }
    }
    writer.block("public enum \(type): String, CaseIterable, Sendable") { writer in
        for name in names { writer.line("case \(name.identifier.spelling) = \(literal(name.name))") }
    }
}

private func array(_ type: String, _ names: [PlannedName]) -> String {
    names.isEmpty ? "[\(type)]()" : arrayLiteral(names.map { "\(type).\($0.identifier.spelling)" })
}

private func emitAuth(_ auth: AuthSettings, into writer: inout CodeWriter) {
    writer.line("/// How tokens are verified, and what of them goes upstream. Every request loses these headers first.")
    writer.line("let auth = AuthDefinition(")
    writer.indented { writer in
        writer.line("secrets: \(arrayLiteral(auth.secrets.map { literal($0.value.text) })),")
        writer.line("issuers: \(arrayLiteral(auth.issuers.map { literal($0.text) })),")
        writer.line("audiences: \(arrayLiteral(auth.audiences.map { literal($0.text) })),")
        writer.line("leeway: \(auth.leeway.swift),")
        writer.line("scopeClaims: \(arrayLiteral(auth.scopeClaims.map(literal))),")
        writer.line("roleClaims: \(arrayLiteral(auth.roleClaims.map(literal))),")
        guard !auth.claimHeaders.isEmpty else { return writer.line("claimHeaders: [])") }
        writer.line("claimHeaders: [")
        writer.indented { writer in
            for header in auth.claimHeaders {
                let fallback = header.fallback.map { ", default: \(literal($0))" } ?? ""
                writer.line(".init(\(literal(header.header.value)), claim: \(literal(header.claim))\(fallback)),")
            }
        }
        writer.line("])")
    }
}
