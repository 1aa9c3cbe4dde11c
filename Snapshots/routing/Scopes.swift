// Compiled from the route spec by switchyard. Edit the spec, not this file.

import GatewayRuntime

let access = AccessTable(describeAccess)

/// Who may use which route. A route that is not here needs a valid token, no more.
private func describeAccess(_ access: inout AccessTable) {
    access.open(Route.anyRoot)
    access.open(Route.`everything-else`)
    access.open(Route.getPostA)
    access.open(Route.anyASlash)
    access.open(Route.deleteABelow)
    access.open(Route.postAX)
    access.open(Route.getAId)
    access.open(Route.getAIdB)
    access.open(Route.putANameC)
    access.open(Route.anyCafC3A9)
    access.open(Route.anyFilesBelow)
    access.open(Route.beta)
    access.open(Route.plain)
    access.open(Route.version2)
    access.open(Route.head)
    access.open(Route.below)
    access.open(Route.hosted)
    access.open(Route.anyRulesAndBelow)
    access.open(Route.patchRulesBelow)
    access.open(Route.getTenantA)
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
