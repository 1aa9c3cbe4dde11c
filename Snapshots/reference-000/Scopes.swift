// Compiled from the route spec by switchyard. Edit the spec, not this file.

import GatewayRuntime

let access = AccessTable(describeAccess)

/// Who may use which route. A route that is not here needs a valid token, no more.
private func describeAccess(_ access: inout AccessTable) {
    access.open(Route.anyApiV1AuthLogin)
    access.open(Route.health)
    access.open(Route.metrics)
}

/// How tokens are verified, and what of them goes upstream. Every request loses these headers first.
let auth = AuthDefinition(
    providers: [
        ProviderDefinition(
            "jwt",
            algorithms: [.hs256],
            secrets: ["$JWT_SECRET"]),
    ],
    scopeClaims: ["scopes", "scope"],
    roleClaims: ["roles", "role"],
    claimHeaders: [
        .init("X-User-ID", claim: "sub"),
        .init("X-User-Tier", claim: "tier", default: "free"),
    ])
