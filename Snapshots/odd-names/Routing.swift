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
    case "`quoted`": return `at /%60quoted%60`(next, request, &captures)
    case "default": return `at /default`(next, request, &captures)
    case "described" where next.ends(.get, request): return .getDescribed
    case "headers" where next.ends(.get, request): return .headers
    case "query": return `at /query`(next, request, &captures)
    case "rest": return `at /rest`(next, request, &captures)
    case "symbols" where next.ends(.get, request): return .getSymbols
    case "twice": return `at /twice`(next, request, &captures)
    case "users" where next.ends(.get, request): return .`get_users derived`
    case "v2": return `at /v2`(next, request, &captures)
    default: return nil
    }
}

private func `at /%60quoted%60`(_ path: PathView, _ request: MatchRequest, _ captures: inout Captures) -> Route? {
    if path.isEnd { return nil }
    let next = path.next
    if path.segment.isEmpty { return nil }
    captures[0] = path.range  // class
    return `at /%60quoted%60/{class}`(next, request, &captures)
}

@inline(__always)
private func `at /%60quoted%60/{class}`(_ path: PathView, _ request: MatchRequest, _ captures: inout Captures) -> Route? {
    if path.isEnd { return nil }
    let next = path.next
    if path.segment.isEmpty { return nil }
    captures[1] = path.range  // _
    return `at /%60quoted%60/{class}/{_}`(next, request, &captures)
}

@inline(__always)
private func `at /%60quoted%60/{class}/{_}`(_ path: PathView, _ request: MatchRequest, _ captures: inout Captures) -> Route? {
    guard path.isEnd else { return nil }
    switch request.method {
    case .get, .head: return .getQuotedClass
    default: return nil
    }
}

private func `at /default`(_ path: PathView, _ request: MatchRequest, _ captures: inout Captures) -> Route? {
    guard path.isEnd else { return nil }
    switch request.method {
    case .get, .head, .put: return .`default`
    default: return nil
    }
}

private func `at /query`(_ path: PathView, _ request: MatchRequest, _ captures: inout Captures) -> Route? {
    if path.isEnd { return nil }
    switch request.method {
    case .get, .head:
        captures[0] = path.rest
        return .getQueryBelow
    default: return nil
    }
}

private func `at /rest`(_ path: PathView, _ request: MatchRequest, _ captures: inout Captures) -> Route? {
    if path.isEnd { return nil }
    let next = path.next
    if path.segment.isEmpty { return nil }
    captures[0] = path.range  // rest
    return `at /rest/{rest}`(next, request, &captures)
}

@inline(__always)
private func `at /rest/{rest}`(_ path: PathView, _ request: MatchRequest, _ captures: inout Captures) -> Route? {
    if path.isEnd { return nil }
    captures[1] = path.rest
    return .anyRestRestBelow
}

private func `at /twice`(_ path: PathView, _ request: MatchRequest, _ captures: inout Captures) -> Route? {
    if path.isEnd { return nil }
    let next = path.next
    if path.segment.isEmpty { return nil }
    captures[0] = path.range  // id
    return `at /twice/{id}`(next, request, &captures)
}

@inline(__always)
private func `at /twice/{id}`(_ path: PathView, _ request: MatchRequest, _ captures: inout Captures) -> Route? {
    if path.isEnd { return nil }
    let next = path.next
    if path.segment.isEmpty { return nil }
    captures[1] = path.range  // self
    return `at /twice/{id}/{self}`(next, request, &captures)
}

@inline(__always)
private func `at /twice/{id}/{self}`(_ path: PathView, _ request: MatchRequest, _ captures: inout Captures) -> Route? {
    guard path.isEnd else { return nil }
    switch request.method {
    case .get, .head: return .getTwiceIdSelf
    default: return nil
    }
}

private func `at /v2`(_ path: PathView, _ request: MatchRequest, _ captures: inout Captures) -> Route? {
    if path.isEnd { return nil }
    let next = path.next
    switch path.segment {
    case "users" where next.ends(.get, request): return .get_users
    default: return nil
    }
}
