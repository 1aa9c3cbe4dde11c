// Compiled from the route spec by switchyard. Edit the spec, not this file.

import GatewayRuntime

/// The scopes that routes demand.
public enum Scope: String, CaseIterable, Sendable {
    case writeAgents = "write:agents"
}

let access = AccessTable(describeAccess)

/// Who may use which route. A route that is not here needs a valid token, no more.
private func describeAccess(_ access: inout AccessTable) {
    access.require(Route.postApiV1Agents, scopes: [Scope.writeAgents])
    access.require(Route.putApiV1AgentsId, scopes: [Scope.writeAgents])
    access.open(Route.docs)
    access.open(Route.openapi)
    access.open(Route.health)
    access.open(Route.metrics)
    access.open(Route.ready)
}

/// How tokens are verified, and what of them goes upstream. Every request loses these headers first.
let auth = AuthDefinition(
    providers: [
        ProviderDefinition(
            "jwt",
            algorithms: [.hs256],
            secrets: ["$JWT_SECRET"],
            issuers: ["eloquent-gateway"],
            audiences: ["eloquent-api"]),
    ],
    scopeClaims: ["scopes"],
    roleClaims: ["roles", "role"],
    claimHeaders: [
        .init("X-Org-ID", claim: "org_id"),
        .init("X-User-ID", claim: "user_id"),
        .init("X-User-Email", claim: "email"),
        .init("X-User-Role", claim: "role"),
    ])
