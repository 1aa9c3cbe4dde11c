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
    case "livez" where next.ends(.get, request): return .health
    case "metrics" where next.ends(.get, request): return .metrics
    case "ready" where next.ends(.get, request): return .ready
    default: return nil
    }
}

private func `at /api`(_ path: PathView, _ request: MatchRequest, _ captures: inout Captures) -> Route? {
    if path.isEnd { return nil }
    let next = path.next
    switch path.segment {
    case "admin": return `at /api/admin`(next, request, &captures)
    case "docs": return `at /api/docs`(next, request, &captures)
    case "login" where next.ends(.post, request): return .postApiLogin
    case "session": return `at /api/session`(next, request, &captures)
    case "widgets": return `at /api/widgets`(next, request, &captures)
    default: return nil
    }
}

private func `at /api/admin`(_ path: PathView, _ request: MatchRequest, _ captures: inout Captures) -> Route? {
    if path.isEnd { return nil }
    captures[0] = path.rest
    return .anyApiAdminBelow
}

private func `at /api/docs`(_ path: PathView, _ request: MatchRequest, _ captures: inout Captures) -> Route? {
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

private func `at /api/session`(_ path: PathView, _ request: MatchRequest, _ captures: inout Captures) -> Route? {
    if path.isEnd {
        switch request.method {
        case .put, .delete:
            captures.pathIndex = 0
            return .login
        default: return nil
        }
    }
    let next = path.next
    if path.segment.isEmpty { return nil }
    captures[0] = path.range  // id
    return `at /api/session/{id}`(next, request, &captures)
}

@inline(__always)
private func `at /api/session/{id}`(_ path: PathView, _ request: MatchRequest, _ captures: inout Captures) -> Route? {
    guard path.isEnd else { return nil }
    switch request.method {
    case .put, .delete:
        captures.pathIndex = 1
        return .login
    default: return nil
    }
}

private func `at /api/widgets`(_ path: PathView, _ request: MatchRequest, _ captures: inout Captures) -> Route? {
    guard path.isEnd else { return nil }
    switch request.method {
    case .get, .head: return .listWidgets
    case .post: return .`create-widget`
    default: return nil
    }
}
