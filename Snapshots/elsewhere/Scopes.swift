// Compiled from the route spec by switchyard. Edit the spec, not this file.

import GatewayRuntime

let access = AccessTable(describeAccess)

/// Who may use which route. A route that is not here needs a valid token, no more.
private func describeAccess(_ access: inout AccessTable) {
    access.open(Route.edited)
    access.open(Route.movedPath)
    access.open(Route.health)
    access.open(Route.rewritten)
    access.open(Route.mocked)
    access.open(Route.moved)
    access.open(Route.transformed)
}
