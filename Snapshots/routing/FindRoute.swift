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
    case "": if let route = `at /`(next, request, &captures) { return route }
    case "a": if let route = `at /a`(next, request, &captures) { return route }
    case "caf%C3%A9": if let route = `at /caf%C3%A9`(next, request, &captures) { return route }
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

private func `at /`(_ path: PathView, _ request: MatchRequest, _ captures: inout Captures) -> Route? {
    guard path.isEnd else { return nil }
    return .anyRoot
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
    case "": if let route = `at /a/`(next, request, &captures) { return route }
    case "x": if let route = `at /a/x`(next, request, &captures) { return route }
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

private func `at /a/`(_ path: PathView, _ request: MatchRequest, _ captures: inout Captures) -> Route? {
    guard path.isEnd else { return nil }
    return .anyASlash
}

private func `at /a/x`(_ path: PathView, _ request: MatchRequest, _ captures: inout Captures) -> Route? {
    guard path.isEnd else { return nil }
    switch request.method {
    case .post: return .postAX
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
    case "b": return `at /a/{}/b`(next, request, &captures)
    case "c": return `at /a/{}/c`(next, request, &captures)
    default: return nil
    }
}

private func `at /a/{}/b`(_ path: PathView, _ request: MatchRequest, _ captures: inout Captures) -> Route? {
    guard path.isEnd else { return nil }
    switch request.method {
    case .get, .head: return .getAIdB
    default: return nil
    }
}

private func `at /a/{}/c`(_ path: PathView, _ request: MatchRequest, _ captures: inout Captures) -> Route? {
    guard path.isEnd else { return nil }
    switch request.method {
    case .put: return .putANameC
    default: return nil
    }
}

private func `at /caf%C3%A9`(_ path: PathView, _ request: MatchRequest, _ captures: inout Captures) -> Route? {
    guard path.isEnd else { return nil }
    return .anyCafC3A9
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
    case "a": return `at /{tenant}/a`(next, request, &captures)
    default: return nil
    }
}

private func `at /{tenant}/a`(_ path: PathView, _ request: MatchRequest, _ captures: inout Captures) -> Route? {
    guard path.isEnd else { return nil }
    switch request.method {
    case .get, .head: return .getTenantA
    default: return nil
    }
}
