// Compiled from the route spec by switchyard. Edit the spec, not this file.

import GatewayRuntime

/// The roles that routes let in.
public enum Role: String, CaseIterable, Sendable {
    case member
}

let access = AccessTable(describeAccess)

/// Who may use which route. A route that is not here needs a valid token, no more.
private func describeAccess(_ access: inout AccessTable) {
    access.require(Route.live, anyRole: [Role.member])
    access.open(Route.health)
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
