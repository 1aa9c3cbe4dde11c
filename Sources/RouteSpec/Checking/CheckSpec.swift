/// Holds a spec that has been read to the rules that its parts must keep among each other. All that is found is reported.
public func checkSpec(_ spec: GatewaySpec, into diagnostics: inout Diagnostics) {
    var checker = Checker(spec)
    checker.checkEqualRoutes()
    checker.checkUnreachableRoutes()
    checker.checkUnreachableConditions()
    checker.checkLongPaths()
    checker.checkUnmatchableHeaders()
    checker.checkIdentityHeaders()
    checker.checkAmbiguousOverlaps()
    checker.checkUpstreamNames()
    checker.checkDependencies()
    checker.checkSchemaNames()
    checker.checkScopeNames()
    checker.checkRoleNames()
    checker.checkPublicRoutes()
    checker.checkDefaultSecrets()
    checker.checkProviders()
    checker.checkCookieTokens()
    checker.checkWildcardOrigins()
    checker.checkCrossOriginHeaders()
    checker.checkLimitHeaders()
    checker.checkTransformHeaders()
    checker.checkSharedCaches()
    checker.checkRoleGaps()
    checker.checkWriteScopes()
    diagnostics.append(checker.diagnostics)
}

/// The rules, one a file, and what they share.
struct Checker {
    let spec: GatewaySpec
    let requests: RequestIndex
    var diagnostics = Diagnostics()
    /// Where routes stand that no request reaches, as has been said: with what they overlap does not matter.
    var unreachable: Set<Mark> = []

    init(_ spec: GatewaySpec) {
        self.spec = spec
        requests = RequestIndex(spec)
    }

    func level(of rule: LintRule) -> LintLevel { spec.lint[rule.rawValue]?.value ?? rule.defaultLevel }

    /// Reports a finding at the level that the spec gives its rule.
    mutating func report(_ rule: LintRule, at mark: Mark, _ message: String) {
        switch level(of: rule) {
        case .off: break
        case .warn: diagnostics.warning(at: mark, "\(message) [\(rule.rawValue)]")
        case .error: diagnostics.error(at: mark, "\(message) [\(rule.rawValue)]")
        }
    }

    /// What to do about a name that is not there.
    func remedy(for name: String, among names: [String], where place: String) -> String {
        if let suggestion = suggestion(for: name, among: names) { return suggestion }
        if names.isEmpty { return "\(place) has none" }
        let more = names.count > 10 ? " and \(names.count - 10) more" : ""
        return "\(place) has \(names.sorted().prefix(10).joined(separator: ", "))\(more)"
    }
}
