// Compiled from the route spec by switchyard. Edit the spec, not this file.

import GatewayRuntime

let access = AccessTable(describeAccess)

/// Who may use which route. A route that is not here needs a valid token, no more.
private func describeAccess(_ access: inout AccessTable) {
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
    claimHeaders: [])
