// Compiled from the route spec by switchyard. Edit the spec, not this file.

import GatewayRuntime

/// The roles that routes let in.
public enum Role: String, CaseIterable, Sendable {
    case admin
    case powerUser = "power_user"
}

let access = AccessTable(describeAccess)

/// Who may use which route. A route that is not here needs a valid token, no more.
private func describeAccess(_ access: inout AccessTable) {
    access.require(Route.anyApiV1AdminBelow, anyRole: [Role.admin])
    access.open(Route.anyApiV1AuthToken)
    access.require(Route.anyApiV1DetectionRulesAndBelow, anyRole: [Role.admin, .powerUser])
    access.open(Route.anyApiV1EntityTypesAndBelow)
    access.open(Route.health)
}

/// How tokens are verified, and what of them goes upstream. Every request loses these headers first.
let auth = AuthDefinition(
    providers: [
        ProviderDefinition(
            "jwt",
            algorithms: [.hs256],
            secrets: ["${JWT_SECRET:-aegis-local-dev-secret-change-in-production}"],
            sources: [.header("Authorization", scheme: "Bearer"), .cookie("aegis_token")]),
    ],
    scopeClaims: ["scopes", "scope"],
    roleClaims: ["roles"],
    claimHeaders: [])
