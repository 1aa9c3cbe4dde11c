/// Who may use which route. A route that is not named needs a valid token and nothing more: forgetting one opens nothing.
public struct AccessTable: Sendable {
    public private(set) var rules: [Int: AccessRule] = [:]

    public init(_ describe: (inout AccessTable) -> Void) { describe(&self) }

    /// Lets requests without a token use the route.
    @inline(never)
    public mutating func open(_ route: some Ordinal) {
        rules[Int(route.index)] = AccessRule(needsToken: false, scopes: [], roles: [])
    }

    /// Demands all of the scopes.
    @inline(never)
    public mutating func require<Scope: RawRepresentable>(_ route: some Ordinal, scopes: [Scope])
    where Scope.RawValue == String {
        rules[Int(route.index)] = AccessRule(needsToken: true, scopes: scopes.map(\.rawValue), roles: [])
    }

    /// Demands any of the roles.
    @inline(never)
    public mutating func require<Role: RawRepresentable>(_ route: some Ordinal, anyRole roles: [Role])
    where Role.RawValue == String {
        rules[Int(route.index)] = AccessRule(needsToken: true, scopes: [], roles: roles.map(\.rawValue))
    }

    /// Demands all of the scopes and any of the roles.
    @inline(never)
    public mutating func require<Scope: RawRepresentable, Role: RawRepresentable>(
        _ route: some Ordinal, scopes: [Scope], anyRole roles: [Role]
    ) where Scope.RawValue == String, Role.RawValue == String {
        rules[Int(route.index)] = AccessRule(
            needsToken: true, scopes: scopes.map(\.rawValue), roles: roles.map(\.rawValue))
    }

    /// Takes tokens of this provider only; the route's demands are said before.
    @inline(never)
    public mutating func take(_ route: some Ordinal, tokensOf provider: StaticString) {
        let index = Int(route.index)
        rules[index] = rule(of: index).of("\(provider)")
    }

    /// The rule of a route, by its index.
    public func rule(of route: Int) -> AccessRule {
        rules[route] ?? AccessRule(needsToken: true, scopes: [], roles: [])
    }
}

/// What a request must show to use a route.
public struct AccessRule: Sendable, Equatable {
    public let needsToken: Bool
    /// All of these.
    public let scopes: [String]
    /// Any of these, where there are some.
    public let roles: [String]
    /// Whose tokens are taken; without it, those of the provider that a token's issuer belongs to.
    public let provider: String?

    init(needsToken: Bool, scopes: [String], roles: [String], provider: String? = nil) {
        self.needsToken = needsToken
        self.scopes = scopes
        self.roles = roles
        self.provider = provider
    }

    fileprivate func of(_ provider: String) -> AccessRule {
        AccessRule(needsToken: needsToken, scopes: scopes, roles: roles, provider: provider)
    }
}
