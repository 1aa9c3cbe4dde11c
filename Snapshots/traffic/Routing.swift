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
    case "orders": return `at /orders`(next, request, &captures)
    case "sessions": return `at /sessions`(next, request, &captures)
    default: return nil
    }
}

private func `at /orders`(_ path: PathView, _ request: MatchRequest, _ captures: inout Captures) -> Route? {
    if path.isEnd {
        switch request.method {
        case .post: return .placeOrder
        default: return nil
        }
    }
    let next = path.next
    if path.segment.isEmpty { return nil }
    captures[0] = path.range  // id
    return `at /orders/{id}`(next, request, &captures)
}

@inline(__always)
private func `at /orders/{id}`(_ path: PathView, _ request: MatchRequest, _ captures: inout Captures) -> Route? {
    guard path.isEnd else { return nil }
    switch request.method {
    case .get, .head: return .getOrdersId
    default: return nil
    }
}

private func `at /sessions`(_ path: PathView, _ request: MatchRequest, _ captures: inout Captures) -> Route? {
    if path.isEnd { return nil }
    let next = path.next
    if path.segment.isEmpty { return nil }
    captures[0] = path.range  // id
    return `at /sessions/{id}`(next, request, &captures)
}

@inline(__always)
private func `at /sessions/{id}`(_ path: PathView, _ request: MatchRequest, _ captures: inout Captures) -> Route? {
    guard path.isEnd else { return nil }
    return .anySessionsId
}
