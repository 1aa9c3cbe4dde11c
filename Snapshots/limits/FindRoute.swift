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
    case "both": return `at /both`(next, request, &captures)
    case "free": return `at /free`(next, request, &captures)
    case "health": return `at /health`(next, request, &captures)
    case "login": return `at /login`(next, request, &captures)
    case "tiers": return `at /tiers`(next, request, &captures)
    case "widgets": return `at /widgets`(next, request, &captures)
    default: return nil
    }
}

private func `at /both`(_ path: PathView, _ request: MatchRequest, _ captures: inout Captures) -> Route? {
    guard path.isEnd else { return nil }
    return .both
}

private func `at /free`(_ path: PathView, _ request: MatchRequest, _ captures: inout Captures) -> Route? {
    guard path.isEnd else { return nil }
    return .free
}

private func `at /health`(_ path: PathView, _ request: MatchRequest, _ captures: inout Captures) -> Route? {
    guard path.isEnd else { return nil }
    switch request.method {
    case .get, .head: return .health
    default: return nil
    }
}

private func `at /login`(_ path: PathView, _ request: MatchRequest, _ captures: inout Captures) -> Route? {
    guard path.isEnd else { return nil }
    switch request.method {
    case .post: return .login
    default: return nil
    }
}

private func `at /tiers`(_ path: PathView, _ request: MatchRequest, _ captures: inout Captures) -> Route? {
    guard path.isEnd else { return nil }
    return .tiers
}

private func `at /widgets`(_ path: PathView, _ request: MatchRequest, _ captures: inout Captures) -> Route? {
    guard path.isEnd else { return nil }
    switch request.method {
    case .get, .head: return .listWidgets
    default: return nil
    }
}
