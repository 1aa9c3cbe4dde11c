/// Who may use which route. A route that is not named needs a valid token and nothing more: forgetting one opens nothing.
public struct AccessTable: Sendable {
    public private(set) var rules: [Int: AccessRule] = [:]

    public init(_ describe: (inout AccessTable) -> Void) { describe(&self) }

    /// Lets requests without a token use the route.
    @inline(never)
    public mutating func open<Route: RawRepresentable>(_ route: Route) where Route.RawValue == UInt16 {
        rules[Int(route.rawValue)] = AccessRule(needsToken: false, scopes: [], roles: [])
    }

    /// Demands all of the scopes.
    @inline(never)
    public mutating func require<Route: RawRepresentable, Scope: RawRepresentable>(_ route: Route, scopes: [Scope])
    where Route.RawValue == UInt16, Scope.RawValue == String {
        rules[Int(route.rawValue)] = AccessRule(needsToken: true, scopes: scopes.map(\.rawValue), roles: [])
    }

    /// Demands any of the roles.
    @inline(never)
    public mutating func require<Route: RawRepresentable, Role: RawRepresentable>(_ route: Route, anyRole roles: [Role])
    where Route.RawValue == UInt16, Role.RawValue == String {
        rules[Int(route.rawValue)] = AccessRule(needsToken: true, scopes: [], roles: roles.map(\.rawValue))
    }

    /// Demands all of the scopes and any of the roles.
    @inline(never)
    public mutating func require<Route: RawRepresentable, Scope: RawRepresentable, Role: RawRepresentable>(
        _ route: Route, scopes: [Scope], anyRole roles: [Role]
    ) where Route.RawValue == UInt16, Scope.RawValue == String, Role.RawValue == String {
        rules[Int(route.rawValue)] = AccessRule(
            needsToken: true, scopes: scopes.map(\.rawValue), roles: roles.map(\.rawValue))
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
}

/// How tokens are verified and what of them goes upstream (`auth`).
public struct AuthDefinition: Sendable {
    /// A header that goes upstream with the value of a claim.
    public struct ClaimHeader: Sendable {
        public let header: StaticString
        public let claim: StaticString
        public let defaultValue: StaticString?

        public init(_ header: StaticString, claim: StaticString, default defaultValue: StaticString? = nil) {
            self.header = header
            self.claim = claim
            self.defaultValue = defaultValue
        }
    }

    /// Any of these may have signed a token (HS256); those that come out empty do not count.
    public let secrets: [Setting]
    /// A token's `iss` must be one of these, where there are some.
    public let issuers: [Setting]
    /// A token's `aud` must hold one of these, where there are some.
    public let audiences: [Setting]
    /// The clock difference that `exp` and `nbf` forgive.
    public let leeway: Duration
    /// The claims that scopes are read from: the first that is there counts.
    public let scopeClaims: [StaticString]
    /// The claims that roles are read from: the first that is there counts.
    public let roleClaims: [StaticString]
    public let claimHeaders: [ClaimHeader]

    public init(
        secrets: [Setting], issuers: [Setting], audiences: [Setting], leeway: Duration, scopeClaims: [StaticString],
        roleClaims: [StaticString], claimHeaders: [ClaimHeader]
    ) {
        self.secrets = secrets
        self.issuers = issuers
        self.audiences = audiences
        self.leeway = leeway
        self.scopeClaims = scopeClaims
        self.roleClaims = roleClaims
        self.claimHeaders = claimHeaders
    }
}
