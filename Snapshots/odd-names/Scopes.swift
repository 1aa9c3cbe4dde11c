// Compiled from the route spec by switchyard. Edit the spec, not this file.

import GatewayRuntime

/// The scopes that routes demand.
public enum Scope: String, CaseIterable, Sendable {
    case _2A = "*"
    case _2D = "-"
    case _3D_3D = "=="
    case `Self name` = "Self"
    case `init name` = "init"
    case `read-a`
    case `read:a`
    case `self name` = "self"
}

/// The roles that routes let in.
public enum Role: String, CaseIterable, Sendable {
    case _2A = "*"
    case _2D = "-"
    case `Self name` = "Self"
    case `class`
    case twoWords = "two words"
}

let access = AccessTable(describeAccess)

/// Who may use which route. A route that is not here needs a valid token, no more.
private func describeAccess(_ access: inout AccessTable) {
    access.require(
        Route.getSymbols,
        scopes: [Scope._2A, ._2D, ._3D_3D, .`Self name`, .`init name`, .`read-a`, .`read:a`, .`self name`],
        anyRole: [Role._2A, ._2D, .`Self name`, .`class`, .twoWords])
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
