#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif

/// What a route asks of a token, and claims that meet it with nothing to spare.
public struct RouteClaims: Sendable {
    public var issuer: String?
    public var audience: String?
    /// All of them are needed.
    public var scopes: [String] = []
    /// Of those that the route lets in, any one is enough.
    public var roles: [String] = []
    public var scopeClaim = "scopes"
    public var roleClaim = "roles"
    /// Claims that have to be there, whatever they say.
    public var names: [String] = []

    public init() {}

    /// The claims; those for which ``names`` is the only reason have values that are made up, and grant nothing.
    public func claims() -> [String: ClaimValue] {
        var claims = Dictionary(madeUp.map { ($0, value(madeUpFor: $0)) }) { first, _ in first }
        if let issuer { claims["iss"] = .string(issuer) }
        if let audience { claims["aud"] = .string(audience) }
        if !scopes.isEmpty { claims[scopeClaim] = .list(scopes.map(ClaimValue.string)) }
        // One claim may be for both.
        let names = roleClaim == scopeClaim ? scopes + roles : roles
        if !roles.isEmpty { claims[roleClaim] = .list(names.map(ClaimValue.string)) }
        return claims
    }

    /// Those of the ``names`` whose values nobody has said.
    public var madeUp: [String] {
        names.filter { name in
            let isKnown =
                name == "iss" && issuer != nil || name == "aud" && audience != nil
                || name == scopeClaim && !scopes.isEmpty || name == roleClaim && !roles.isEmpty
            return !isKnown
        }
    }

    private func value(madeUpFor name: String) -> ClaimValue {
        switch name {
        case scopeClaim, roleClaim: "demo"
        case "sub": "demo-user"
        case "jti": .string(UUID().uuidString.lowercased())
        // A date, of now (RFC 7519, 4.1.5).
        case "iat", "nbf": .integer(Int(Date().timeIntervalSince1970))
        default: .string("demo-\(name)")
        }
    }
}
