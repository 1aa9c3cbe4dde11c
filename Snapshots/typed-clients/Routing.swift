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
    case "any": return `at /any`(next, request, &captures)
    case "one": return `at /one`(next, request, &captures)
    case "shops": return `at /shops`(next, request, &captures)
    case "two": return `at /two`(next, request, &captures)
    case "words": return `at /words`(next, request, &captures)
    default: return nil
    }
}

private func `at /any`(_ path: PathView, _ request: MatchRequest, _ captures: inout Captures) -> Route? {
    if path.isEnd { return nil }
    captures[0] = path.rest
    return .anything
}

private func `at /one`(_ path: PathView, _ request: MatchRequest, _ captures: inout Captures) -> Route? {
    guard path.isEnd else { return nil }
    switch request.method {
    case .get, .head, .post:
        captures.pathIndex = 0
        return .several
    default: return nil
    }
}

private func `at /shops`(_ path: PathView, _ request: MatchRequest, _ captures: inout Captures) -> Route? {
    if path.isEnd { return nil }
    let next = path.next
    if path.segment.isEmpty { return nil }
    captures[0] = path.range  // shop
    return `at /shops/{shop}`(next, request, &captures)
}

@inline(__always)
private func `at /shops/{shop}`(_ path: PathView, _ request: MatchRequest, _ captures: inout Captures) -> Route? {
    if path.isEnd { return nil }
    let next = path.next
    switch path.segment {
    case "widgets": return `at /shops/{shop}/widgets`(next, request, &captures)
    default: return nil
    }
}

private func `at /shops/{shop}/widgets`(_ path: PathView, _ request: MatchRequest, _ captures: inout Captures) -> Route? {
    if path.isEnd { return nil }
    let next = path.next
    if path.segment.isEmpty { return nil }
    captures[1] = path.range  // number
    return `at /shops/{shop}/widgets/{number}`(next, request, &captures)
}

@inline(__always)
private func `at /shops/{shop}/widgets/{number}`(_ path: PathView, _ request: MatchRequest, _ captures: inout Captures) -> Route? {
    guard path.isEnd else { return nil }
    switch request.method {
    case .get, .head: return .searchWidgets
    default: return nil
    }
}

private func `at /two`(_ path: PathView, _ request: MatchRequest, _ captures: inout Captures) -> Route? {
    if path.isEnd { return nil }
    let next = path.next
    if path.segment.isEmpty { return nil }
    captures[0] = path.range  // id
    return `at /two/{id}`(next, request, &captures)
}

@inline(__always)
private func `at /two/{id}`(_ path: PathView, _ request: MatchRequest, _ captures: inout Captures) -> Route? {
    guard path.isEnd else { return nil }
    switch request.method {
    case .get, .head, .post:
        captures.pathIndex = 1
        return .several
    default: return nil
    }
}

private func `at /words`(_ path: PathView, _ request: MatchRequest, _ captures: inout Captures) -> Route? {
    if path.isEnd { return nil }
    let next = path.next
    if path.segment.isEmpty { return nil }
    captures[0] = path.range  // class
    return `at /words/{class}`(next, request, &captures)
}

@inline(__always)
private func `at /words/{class}`(_ path: PathView, _ request: MatchRequest, _ captures: inout Captures) -> Route? {
    if path.isEnd { return nil }
    let next = path.next
    if path.segment.isEmpty { return nil }
    captures[1] = path.range  // upstream
    return `at /words/{class}/{upstream}`(next, request, &captures)
}

@inline(__always)
private func `at /words/{class}/{upstream}`(_ path: PathView, _ request: MatchRequest, _ captures: inout Captures) -> Route? {
    guard path.isEnd else { return nil }
    switch request.method {
    case .put: return .`default`
    default: return nil
    }
}
