// Compiled from the route spec by switchyard. Edit the spec, not this file.

import GatewayRuntime

/// The scopes that routes demand.
public enum Scope: String, CaseIterable, Sendable {
    case readAgents = "read:agents"
}

/// The roles that routes let in.
public enum Role: String, CaseIterable, Sendable {
    case admin
    case editor
}

let access = AccessTable(describeAccess)

/// Who may use which route. A route that is not here needs a valid token, no more.
private func describeAccess(_ access: inout AccessTable) {
    access.require(Route.postAgents, anyRole: [Role.admin, .editor])
    access.take(Route.postAgents, tokensOf: "ours")
    access.open(Route.health)
    access.take(Route.putMachines, tokensOf: "machines")
    access.require(Route.getPartnerBelow, scopes: [Scope.readAgents])
    access.take(Route.getPartnerBelow, tokensOf: "partner")
    access.open(Route.ready)
}

/// How tokens are verified, and what of them goes upstream. Every request loses these headers first.
let auth = AuthDefinition(
    providers: [
        ProviderDefinition(
            "ours",
            algorithms: [.hs256, .hs512],
            secrets: ["$JWT_SECRET", "${JWT_SECRET_PREVIOUS:-}"],
            issuers: ["${ISSUER:-us}"],
            leeway: .seconds(30),
            requiredClaims: ["sub", "jti"],
            maxAge: "${JWT_EXPIRES_IN:-7200}s",
            sources: [.header("Authorization", scheme: "Bearer"), .cookie("session"), .header("X-Service-Token", scheme: nil)],
            revocation: .init(.redis("${REDIS_URL:-redis://localhost:6379}", key: "session:{id}"), claims: ["session_id", "jti"], onError: .deny)),
        ProviderDefinition(
            "partner",
            algorithms: [.rs256, .ps256, .es256, .edDSA],
            keyFiles: ["keys/partner.pem", "${PARTNER_KEYS:-keys/next.pem}"],
            keySet: .init(.url("${PARTNER_JWKS:-https://partner.example/jwks.json}"), cacheTTL: .seconds(600), timeout: .seconds(2)),
            issuers: ["https://partner.example"],
            audiences: ["agents"],
            revocation: .init(.redis("rediss://gateway:$REDIS_PASSWORD@sessions/1", key: "login/{id}"), claims: ["sid"], onError: .allow)),
        ProviderDefinition(
            "machines",
            algorithms: [.es384],
            keySet: .init(.file("/etc/gateway/machines.json"), cacheTTL: .seconds(300), timeout: .seconds(3)),
            issuers: ["machines"],
            revocation: .init(.file("${REVOKED:-/etc/gateway/revoked}"), claims: ["jti"], onError: .deny)),
    ],
    scopeClaims: ["scopes", "scope"],
    roleClaims: ["roles", "role"],
    claimHeaders: [
        .init("X-User-ID", claim: "sub"),
        .init("X-User-Tier", claim: "tier", default: "free"),
    ])
