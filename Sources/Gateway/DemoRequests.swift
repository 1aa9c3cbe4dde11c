import GatewayRuntime
import Mocks

/// Three requests that show what a gateway does, chosen from its routes: one that is let through, one whose token lacks a
/// scope or a role, one whose token has expired.
struct DemoRequests {
    let text: String

    /// - Parameter address: where the gateway serves: `http://host:port`.
    init(_ definition: GatewayDefinition, auth: AuthSettings?, mint: TokenMint, address: String) throws {
        let routes = DemoRoute.all(of: definition)
        func token(_ rule: AccessRule, isGranting: Bool = true, expiresIn seconds: Int = 24 * 3600) throws -> String {
            try mint.token(RouteClaims(rule, auth, isGranting: isGranting).claims(), expiresIn: seconds)
        }
        var requests: [(String, String)] = []

        if let read = routes.first(where: \.isPlainRead) ?? routes.first(where: \.isRead) ?? routes.first {
            let good = read.rule.needsToken ? try token(read.rule) : nil
            requests.append(("A request that is let through: 200", read.command(address, token: good)))
        }
        if let guarded = routes.first(where: { !$0.rule.scopes.isEmpty && !$0.isRead })
            ?? routes.first(where: { !$0.rule.scopes.isEmpty }) ?? routes.first(where: { !$0.rule.roles.isEmpty })
        {
            let lacking = guarded.rule.scopes.isEmpty ? "role" : "scope"
            let poor = try token(guarded.rule, isGranting: false)
            requests.append(("A valid token that lacks the \(lacking): 403", guarded.command(address, token: poor)))
        }
        if let any = routes.first(where: { $0.rule.needsToken }) {
            let old = try token(any.rule, expiresIn: -3600)
            requests.append(("A token that has expired: 401", any.command(address, token: old)))
        }
        text = requests.map { "# \($0)\n\($1)\n\n" }.joined()
    }
}

extension RouteClaims {
    /// What a gateway's settings ask for where this rule holds.
    /// - Parameter isGranting: whether the scopes and roles of the rule are there too.
    fileprivate init(_ rule: AccessRule, _ auth: AuthSettings?, isGranting: Bool) {
        self.init()
        let provider = auth?.provider(rule.provider)
        issuer = provider?.issuers.first
        audience = provider?.audiences.first
        if let name = auth?.scopeClaims.first { scopeClaim = name }
        if let name = auth?.roleClaims.first { roleClaim = name }
        // What goes upstream is to be seen there.
        names = ["sub"] + (auth?.claimHeaders.map(\.claim) ?? []) + (provider?.requiredClaims ?? [])
        guard isGranting else { return }
        scopes = rule.scopes
        roles = Array(rule.roles.prefix(1))
    }
}
