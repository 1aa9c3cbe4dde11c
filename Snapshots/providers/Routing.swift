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
    case "agents": return `at /agents`(next, request, &captures)
    case "health" where next.ends(.get, request): return .health
    case "machines" where next.ends(.put, request): return .putMachines
    case "partner": return `at /partner`(next, request, &captures)
    case "ready" where next.ends(.get, request): return .ready
    default: return nil
    }
}

private func `at /agents`(_ path: PathView, _ request: MatchRequest, _ captures: inout Captures) -> Route? {
    guard path.isEnd else { return nil }
    if request.method == .post, request.hasHeader("X-Requested-With", "fetch") {
        return .postAgents
    }
    switch request.method {
    case .get, .head: return .getAgents
    default: return nil
    }
}

private func `at /partner`(_ path: PathView, _ request: MatchRequest, _ captures: inout Captures) -> Route? {
    if path.isEnd { return nil }
    switch request.method {
    case .get, .head:
        captures[0] = path.rest
        return .getPartnerBelow
    default: return nil
    }
}
