// Compiled from the route spec by switchyard. Edit the spec, not this file.

import GatewayRuntime

let access = AccessTable(describeAccess)

/// Who may use which route. A route that is not here needs a valid token, no more.
private func describeAccess(_ access: inout AccessTable) {
    access.open(Route.exact)
    access.open(Route.pattern)
    access.open(Route.plain)
    access.open(Route.prefix)
    access.open(Route.present)
    access.open(Route.query)
}
