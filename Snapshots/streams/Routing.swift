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
    case "conversations": return `at /conversations`(next, request, &captures)
    case "live": return `at /live`(next, request, &captures)
    case "status" where next.ends(.get, request): return .health
    case "workspaces": return `at /workspaces`(next, request, &captures)
    default: return nil
    }
}

private func `at /conversations`(_ path: PathView, _ request: MatchRequest, _ captures: inout Captures) -> Route? {
    if path.isEnd { return nil }
    let next = path.next
    if path.segment.isEmpty { return nil }
    captures[0] = path.range  // id
    return `at /conversations/{id}`(next, request, &captures)
}

@inline(__always)
private func `at /conversations/{id}`(_ path: PathView, _ request: MatchRequest, _ captures: inout Captures) -> Route? {
    if path.isEnd { return nil }
    let next = path.next
    switch path.segment {
    case "events" where next.ends(.get, request): return .getConversationsIdEvents
    default: return nil
    }
}

private func `at /live`(_ path: PathView, _ request: MatchRequest, _ captures: inout Captures) -> Route? {
    if path.isEnd {
        switch request.method {
        case .get, .head:
            captures.pathIndex = 0
            return .live
        default: return nil
        }
    }
    let next = path.next
    if path.segment.isEmpty { return nil }
    captures[0] = path.range  // room
    return `at /live/{room}`(next, request, &captures)
}

@inline(__always)
private func `at /live/{room}`(_ path: PathView, _ request: MatchRequest, _ captures: inout Captures) -> Route? {
    guard path.isEnd else { return nil }
    switch request.method {
    case .get, .head:
        captures.pathIndex = 1
        return .live
    default: return nil
    }
}

private func `at /workspaces`(_ path: PathView, _ request: MatchRequest, _ captures: inout Captures) -> Route? {
    if path.isEnd { return nil }
    captures[0] = path.rest
    return .anyWorkspacesBelow
}
