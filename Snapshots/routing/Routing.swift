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
    case "" where next.isEnd: return .anyRoot
    case "a": if let route = `at /a`(next, request, &captures) { return route }
    case "caf%C3%A9" where next.isEnd: return .anyCafC3A9
    case "files": if let route = `at /files`(next, request, &captures) { return route }
    case "match": if let route = `at /match`(next, request, &captures) { return route }
    case "rules": if let route = `at /rules`(next, request, &captures) { return route }
    default: break
    }
    if !path.segment.isEmpty {
        captures[0] = path.range  // tenant
        if let route = `at /{tenant}`(next, request, &captures) { return route }
    }
    switch request.method {
    case .get, .head:
        captures[0] = path.rest
        return .`everything-else`
    default: return nil
    }
}

private func `at /a`(_ path: PathView, _ request: MatchRequest, _ captures: inout Captures) -> Route? {
    if path.isEnd {
        switch request.method {
        case .get, .head, .post: return .getPostA
        default: return nil
        }
    }
    let next = path.next
    switch path.segment {
    case "" where next.isEnd: return .anyASlash
    case "x" where next.ends(.post, request): return .postAX
    default: break
    }
    if !path.segment.isEmpty {
        captures[0] = path.range  // id, name
        if let route = `at /a/{}`(next, request, &captures) { return route }
    }
    switch request.method {
    case .delete:
        captures[0] = path.rest
        return .deleteABelow
    default: return nil
    }
}

@inline(__always)
private func `at /a/{}`(_ path: PathView, _ request: MatchRequest, _ captures: inout Captures) -> Route? {
    if path.isEnd {
        switch request.method {
        case .get, .head: return .getAId
        default: return nil
        }
    }
    let next = path.next
    switch path.segment {
    case "b" where next.ends(.get, request): return .getAIdB
    case "c" where next.ends(.put, request): return .putANameC
    default: return nil
    }
}

private func `at /files`(_ path: PathView, _ request: MatchRequest, _ captures: inout Captures) -> Route? {
    if path.isEnd { return nil }
    captures[0] = path.rest
    return .anyFilesBelow
}

private func `at /match`(_ path: PathView, _ request: MatchRequest, _ captures: inout Captures) -> Route? {
    guard path.isEnd else { return nil }
    if request.method == .get || request.method == .head, request.isFor(host: "api.example.com"), request.hasHeader("X-Beta", "1") {
        return .beta
    }
    if request.isFor(host: "api.example.com") {
        return .hosted
    }
    if request.isFor(hostBelow: "example.com") {
        return .below
    }
    switch request.method {
    case .head: return .head
    default: break
    }
    if request.method == .get || request.method == .head, request.hasQuery("v", "2") {
        return .version2
    }
    switch request.method {
    case .get, .head: return .plain
    default: return nil
    }
}

private func `at /rules`(_ path: PathView, _ request: MatchRequest, _ captures: inout Captures) -> Route? {
    if path.isEnd {
        captures[0] = path.restWithSlash
        return .anyRulesAndBelow
    }
    switch request.method {
    case .patch:
        captures[0] = path.rest
        return .patchRulesBelow
    default: break
    }
    captures[0] = path.restWithSlash
    return .anyRulesAndBelow
}

@inline(__always)
private func `at /{tenant}`(_ path: PathView, _ request: MatchRequest, _ captures: inout Captures) -> Route? {
    if path.isEnd { return nil }
    let next = path.next
    switch path.segment {
    case "a" where next.ends(.get, request): return .getTenantA
    default: return nil
    }
}
