import GatewayRuntime
import Mocks

/// Three requests that show what a gateway does, chosen from its routes: one that is let through, one whose token lacks a
/// scope or a role, one whose token has expired.
struct DemoRequests {
    let text: String

    /// - Parameter address: where the gateway serves: `http://host:port`.
    init(_ definition: GatewayDefinition, auth: AuthSettings?, mint: TokenMint, address: String) async throws {
        let routes = DemoRoute.all(of: definition)
        let claims = DemoClaims(auth)
        var requests: [(String, String)] = []

        if let read = routes.first(where: \.isPlainRead) ?? routes.first(where: \.isRead) ?? routes.first {
            let good = try await mint.token(claims.granting(read.rule), expiresIn: 24 * 3600)
            let token = read.rule.needsToken ? good : nil
            requests.append(("A request that is let through: 200", read.command(address, token: token)))
        }
        if let guarded = routes.first(where: { !$0.rule.scopes.isEmpty && !$0.isRead })
            ?? routes.first(where: { !$0.rule.scopes.isEmpty }) ?? routes.first(where: { !$0.rule.roles.isEmpty })
        {
            let lacking = guarded.rule.scopes.isEmpty ? "role" : "scope"
            let token = try await mint.token(claims.lackingAll(guarded.rule), expiresIn: 24 * 3600)
            requests.append(("A valid token that lacks the \(lacking): 403", guarded.command(address, token: token)))
        }
        if let any = routes.first(where: { $0.rule.needsToken }) {
            let token = try await mint.token(claims.granting(any.rule), expiresIn: -3600)
            requests.append(("A token that has expired: 401", any.command(address, token: token)))
        }
        text = requests.map { "# \($0)\n\($1)\n\n" }.joined()
    }
}

/// The claims that a gateway's settings ask for.
private struct DemoClaims {
    private let auth: AuthSettings?
    private var base: [String: ClaimValue] = ["sub": .string("demo-user")]

    init(_ auth: AuthSettings?) {
        self.auth = auth
        for header in auth?.claimHeaders ?? [] where base[header.claim] == nil {
            base[header.claim] = .string("demo-\(header.claim)")
        }
        // A role or a scope that goes upstream is to grant nothing by accident.
        for claim in (auth?.scopeClaims ?? []) + (auth?.roleClaims ?? []) where base[claim] != nil {
            base[claim] = .string("demo")
        }
    }

    /// Claims of the route's provider, without scopes and roles.
    func lackingAll(_ rule: AccessRule) -> [String: ClaimValue] {
        var claims = base
        let provider = auth?.provider(rule.provider)
        for name in provider?.requiredClaims ?? [] where claims[name] == nil { claims[name] = .string("demo") }
        if let issuer = provider?.issuers.first { claims["iss"] = .string(issuer) }
        if let audience = provider?.audiences.first { claims["aud"] = .string(audience) }
        return claims
    }

    func granting(_ rule: AccessRule) -> [String: ClaimValue] {
        var claims = lackingAll(rule)
        if !rule.scopes.isEmpty, let name = auth?.scopeClaims.first {
            claims[name] = .list(rule.scopes.map(ClaimValue.string))
        }
        if !rule.roles.isEmpty, let name = auth?.roleClaims.first {
            claims[name] = .list(rule.roles.map(ClaimValue.string))
        }
        return claims
    }
}
