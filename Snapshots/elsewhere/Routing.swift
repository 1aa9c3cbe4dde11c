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
    case "edited" where next.isEnd: return .edited
    case "gone": return `at /gone`(next, request, &captures)
    case "health" where next.ends(.get, request): return .health
    case "items": return `at /items`(next, request, &captures)
    case "me" where next.ends(.get, request): return .mocked
    case "old": return `at /old`(next, request, &captures)
    case "older": return `at /older`(next, request, &captures)
    case "transformed" where next.isEnd: return .transformed
    default: return nil
    }
}

private func `at /gone`(_ path: PathView, _ request: MatchRequest, _ captures: inout Captures) -> Route? {
    if path.isEnd {
        captures[0] = path.restWithSlash
        return .movedPath
    }
    captures[0] = path.restWithSlash
    return .movedPath
}

private func `at /items`(_ path: PathView, _ request: MatchRequest, _ captures: inout Captures) -> Route? {
    if path.isEnd {
        captures[0] = path.restWithSlash
        return .rewritten
    }
    captures[0] = path.restWithSlash
    return .rewritten
}

private func `at /old`(_ path: PathView, _ request: MatchRequest, _ captures: inout Captures) -> Route? {
    if path.isEnd { return nil }
    let next = path.next
    if path.segment.isEmpty { return nil }
    captures[0] = path.range  // id
    return `at /old/{id}`(next, request, &captures)
}

@inline(__always)
private func `at /old/{id}`(_ path: PathView, _ request: MatchRequest, _ captures: inout Captures) -> Route? {
    guard path.isEnd else { return nil }
    captures.pathIndex = 0
    return .moved
}

private func `at /older`(_ path: PathView, _ request: MatchRequest, _ captures: inout Captures) -> Route? {
    if path.isEnd { return nil }
    let next = path.next
    if path.segment.isEmpty { return nil }
    captures[0] = path.range  // id
    return `at /older/{id}`(next, request, &captures)
}

@inline(__always)
private func `at /older/{id}`(_ path: PathView, _ request: MatchRequest, _ captures: inout Captures) -> Route? {
    guard path.isEnd else { return nil }
    captures.pathIndex = 1
    return .moved
}
