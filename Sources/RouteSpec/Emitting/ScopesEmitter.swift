/// Writes `Scopes.swift`: who may use which route, and how tokens are verified.
func emitScopes(_ plan: RoutePlan) -> String {
    var writer = CodeWriter()
    writer.line("// Compiled from the route spec by switchyard. Edit the spec, not this file.")
    writer.line()
    writer.line("import GatewayRuntime")
    writer.line()
    emitNames("Scope", "The scopes that routes demand.", plan.scopes, into: &writer)
    emitNames("Role", "The roles that routes let in.", plan.roles, into: &writer)
    writer.line("let access = AccessTable(describeAccess)")
    writer.line()
    writer.line("/// Who may use which route. A route that is not here needs a valid token, no more.")
    writer.block("private func describeAccess(_ access: inout AccessTable)") { writer in
        for route in plan.routes {
            switch route.access {
            case .open: writer.line("access.open(Route.\(route.identifier.spelling))")
            case .token(scopes: [], roles: []): continue
            case .token(let scopes, let roles):
                var arguments = ["Route.\(route.identifier.spelling)"]
                if !scopes.isEmpty { arguments.append("scopes: \(array("Scope", plan.scopes, scopes))") }
                if !roles.isEmpty { arguments.append("anyRole: \(array("Role", plan.roles, roles))") }
                writer.call("access.require", arguments)
            }
        }
    }
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
    // An enumeration without a case cannot have raw values.
    guard !names.isEmpty else { return }
    writer.line("/// \(comment)")
    writer.block("public enum \(type): String, CaseIterable, Sendable") { writer in
        for name in names {
            let value = name.identifier.name == name.name ? "" : " = \(literal(name.name))"
            writer.line("case \(name.identifier.spelling)\(value)")
        }
    }
    writer.line()
}

/// `[Scope.writeAgents]`: those of the known names that a route demands.
private func array(_ type: String, _ known: [PlannedName], _ demanded: [String]) -> String {
    let members = known.filter { demanded.contains($0.name) }.map(\.identifier.spelling)
    return arrayLiteral(members.enumerated().map { $0.offset == 0 ? "\(type).\($0.element)" : ".\($0.element)" })
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
