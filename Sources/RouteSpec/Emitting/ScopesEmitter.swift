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
            case .token(scopes: [], roles: []): break
            case .token(let scopes, let roles):
                var arguments = ["Route.\(route.identifier.spelling)"]
                if !scopes.isEmpty { arguments.append("scopes: \(array("Scope", plan.scopes, scopes))") }
                if !roles.isEmpty { arguments.append("anyRole: \(array("Role", plan.roles, roles))") }
                writer.call("access.require", arguments)
            }
            if let provider = route.provider {
                writer.line("access.take(Route.\(route.identifier.spelling), tokensOf: \(literal(provider)))")
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
        writer.line("providers: [")
        writer.indented { writer in
            for provider in auth.providers {
                let arguments = arguments(of: provider)
                writer.line("ProviderDefinition(")
                writer.indented { writer in
                    for (index, argument) in arguments.enumerated() {
                        writer.line(argument + (index + 1 < arguments.count ? "," : "),"))
                    }
                }
            }
        }
        writer.line("],")
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

/// What the spec says of a provider; where it is silent, the runtime has the same defaults.
private func arguments(of provider: TokenProvider) -> [String] {
    func texts(_ label: String, _ templates: [Template]) -> String? {
        templates.isEmpty ? nil : "\(label): \(arrayLiteral(templates.map { literal($0.text) }))"
    }
    let sources = provider.sources.map { source in
        switch source.value {
        case .header(let name, let scheme): ".header(\(literal(name)), scheme: \(scheme.map(literal) ?? "nil"))"
        case .cookie(let name): ".cookie(\(literal(name)))"
        }
    }
    let keySet = provider.keySet.map { set in
        let place =
            switch set.value.place {
            case .url(let url): ".url(\(literal(url.text)))"
            case .file(let file): ".file(\(literal(file.text)))"
            }
        return "keySet: .init(\(place), cacheTTL: \(set.value.cacheTTL.swift), timeout: \(set.value.timeout.swift))"
    }
    let revocation = provider.revocation.map { revocation in
        let place =
            switch revocation.place {
            case .redis(let url, let key): ".redis(\(literal(url.text)), key: \(literal(key)))"
            case .file(let file): ".file(\(literal(file.text)))"
            }
        let claims = arrayLiteral(revocation.claims.map(literal))
        return "revocation: .init(\(place), claims: \(claims), onError: .\(revocation.onError.rawValue))"
    }
    return [
        literal(provider.name.value), "algorithms: \(arrayLiteral(provider.algorithms.map { ".\($0.value)" }))",
        texts("secrets", provider.secrets.map(\.value)), texts("keyFiles", provider.keyFiles.map(\.value)), keySet,
        texts("issuers", provider.issuers.map(\.value)), texts("audiences", provider.audiences),
        provider.leeway == .zero ? nil : "leeway: \(provider.leeway.swift)",
        provider.requiredClaims.isEmpty
            ? nil : "requiredClaims: \(arrayLiteral(provider.requiredClaims.map(literal)))",
        provider.maxAge.map { "maxAge: \(literal($0.text))" },
        provider.sources.isEmpty ? nil : "sources: \(arrayLiteral(sources))", revocation,
    ].compactMap(\.self)
}
