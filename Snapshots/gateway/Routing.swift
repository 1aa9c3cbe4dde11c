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
    case "api": return `at /api`(next, request, &captures)
    case "health" where next.ends(.get, request): return .health
    case "metrics" where next.ends(.get, request): return .metrics
    case "ready" where next.ends(.get, request): return .ready
    default: return nil
    }
}

private func `at /api`(_ path: PathView, _ request: MatchRequest, _ captures: inout Captures) -> Route? {
    if path.isEnd { return nil }
    let next = path.next
    switch path.segment {
    case "v1": return `at /api/v1`(next, request, &captures)
    default: return nil
    }
}

private func `at /api/v1`(_ path: PathView, _ request: MatchRequest, _ captures: inout Captures) -> Route? {
    if path.isEnd { return nil }
    let next = path.next
    switch path.segment {
    case "agents": return `at /api/v1/agents`(next, request, &captures)
    case "docs": return `at /api/v1/docs`(next, request, &captures)
    default: return nil
    }
}

private func `at /api/v1/agents`(_ path: PathView, _ request: MatchRequest, _ captures: inout Captures) -> Route? {
    if path.isEnd {
        switch request.method {
        case .get, .head: return .getApiV1Agents
        case .post: return .postApiV1Agents
        default: return nil
        }
    }
    let next = path.next
    if path.segment.isEmpty { return nil }
    captures[0] = path.range  // id
    return `at /api/v1/agents/{id}`(next, request, &captures)
}

@inline(__always)
private func `at /api/v1/agents/{id}`(_ path: PathView, _ request: MatchRequest, _ captures: inout Captures) -> Route? {
    guard path.isEnd else { return nil }
    switch request.method {
    case .put: return .putApiV1AgentsId
    default: return nil
    }
}

private func `at /api/v1/docs`(_ path: PathView, _ request: MatchRequest, _ captures: inout Captures) -> Route? {
    if path.isEnd {
        switch request.method {
        case .get, .head: return .docs
        default: return nil
        }
    }
    let next = path.next
    switch path.segment {
    case "openapi.json" where next.ends(.get, request): return .openapi
    default: return nil
    }
}
