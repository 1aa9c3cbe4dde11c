// Compiled from the route spec by switchyard. Edit the spec, not this file.

import GatewayRuntime

/// The route of a request: for each segment the literals first, then `{name}`, then the wildcards.
@Sendable
func findRoute(_ path: PathView, _ request: MatchRequest, _ captures: inout Captures) -> RouteMatch {
    RouteMatch(`at the root`(path, request, &captures))
}

@inline(__always)
private func `at the root`(_ path: PathView, _ request: MatchRequest, _ captures: inout Captures) -> Route? {
    if path.isEnd { return nil }
    let next = path.next
    switch path.segment {
    case "items": return `at /items`(next, request, &captures)
    default: return nil
    }
}

private func `at /items`(_ path: PathView, _ request: MatchRequest, _ captures: inout Captures) -> Route? {
    guard path.isEnd else { return nil }
    // page: [0-9]{1,4}
    if request.isFor(hostBelow: "example.com"), request.hasQuery("all"), request.hasQuery("page", like: "0000000000000000000000000000000000000000000000001111111111000000000000000000000000000000000000000000000000000000000000000000000002-zz01+zz02+zz03+zz04+zzzz"), request.hasQuery("sort", prefix: "na") {
        return .query
    }
    if request.hasHeader("X-Version", "1") {
        return .exact
    }
    // X-Version: v\d+|"latest"
    if request.hasHeader("X-Version", like: "0000000000000000000000000000000000100000000000002222222222000000000000000000000000000000000000000300040000005000000670800000000009-zz01zzzzzzzzzzzz02-zzzzzzzzzz03zzzzzz-zzzz04zzzzzzzzzzzz-zzzzzz05zzzzzzzzzz+zzzz04zzzzzzzzzzzz-zzzzzzzzzzzzzz06zz-zzzzzzzz07zzzzzzzz-zzzzzzzzzzzz08zzzz-zzzzzzzzzzzzzz09zz-zz0:zzzzzzzzzzzzzz+zzzzzzzzzzzzzzzzzz") {
        return .pattern
    }
    if request.hasHeader("X-Version", prefix: "beta-") {
        return .prefix
    }
    if request.hasHeader("X-Version") {
        return .present
    }
    return .plain
}
