// Compiled from the route spec by switchyard. Edit the spec, not this file.

import GatewayRuntime

/// The scopes that routes demand.
public enum Scope: String, CaseIterable, Sendable {
    case `read-widgets`
    case `read:widgets`
    case writeWidgets = "write:widgets"
}

/// The roles that routes let in.
public enum Role: String, CaseIterable, Sendable {
    case admin
    case reader
    case writer
}

let access = AccessTable(describeAccess)

/// Who may use which route. A route that is not here needs a valid token, no more.
private func describeAccess(_ access: inout AccessTable) {
    access.require(Route.anyApiAdminBelow, anyRole: [Role.admin])
    access.open(Route.docs)
    access.open(Route.openapi)
    access.open(Route.postApiLogin)
    access.require(Route.listWidgets, scopes: [Scope.`read:widgets`], anyRole: [Role.admin, .reader, .writer])
    access.require(Route.`create-widget`, scopes: [Scope.`read-widgets`, .writeWidgets], anyRole: [Role.admin, .writer])
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
            secrets: ["$JWT_SECRET", "${JWT_SECRET_PREVIOUS:-}"],
            issuers: ["${ISSUER:-https://issuer.example.com}"],
            audiences: ["widgets", "gadgets"],
            leeway: .seconds(30)),
    ],
    scopeClaims: ["permissions"],
    roleClaims: ["groups"],
    claimHeaders: [
        .init("X-User-ID", claim: "sub"),
        .init("X-Tier", claim: "tier", default: "free"),
    ])
