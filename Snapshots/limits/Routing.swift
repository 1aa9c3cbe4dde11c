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
    case "-": return `at /-`(next, request, &captures)
    case "both" where next.isEnd: return .both
    case "free" where next.isEnd: return .free
    case "health" where next.ends(.get, request): return .health
    case "login" where next.ends(.post, request): return .login
    case "tiers" where next.isEnd: return .tiers
    case "widgets" where next.ends(.get, request): return .listWidgets
    default: return nil
    }
}

private func `at /-`(_ path: PathView, _ request: MatchRequest, _ captures: inout Captures) -> Route? {
    if path.isEnd { return nil }
    let next = path.next
    switch path.segment {
    case "auth" where next.ends(.get, request): return .adminAuth
    case "limits" where next.ends(.get, request): return .adminLimits
    case "routes" where next.ends(.get, request): return .adminRoutes
    case "status" where next.ends(.get, request): return .adminStatus
    default: return nil
    }
}
