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
    case "api": if let route = `at /api`(next, request, &captures) { return route }
    case "elsewhere" where next.isEnd: return .anyElsewhere
    default: break
    }
    if path.segment.isEmpty { return nil }
    captures[0] = path.range  // rest
    return `at /{rest}`(next, request, &captures)
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
    case "chat": return `at /api/v1/chat`(next, request, &captures)
    case "conversations": return `at /api/v1/conversations`(next, request, &captures)
    case "detection-rules": return `at /api/v1/detection-rules`(next, request, &captures)
    case "graph": return `at /api/v1/graph`(next, request, &captures)
    case "media": return `at /api/v1/media`(next, request, &captures)
    default: return nil
    }
}

private func `at /api/v1/agents`(_ path: PathView, _ request: MatchRequest, _ captures: inout Captures) -> Route? {
    if path.isEnd { return nil }
    let next = path.next
    if path.segment.isEmpty { return nil }
    captures[0] = path.range  // id
    return `at /api/v1/agents/{id}`(next, request, &captures)
}

@inline(__always)
private func `at /api/v1/agents/{id}`(_ path: PathView, _ request: MatchRequest, _ captures: inout Captures) -> Route? {
    if path.isEnd { return nil }
    let next = path.next
    switch path.segment {
    case "stream": return `at /api/v1/agents/{id}/stream`(next, request, &captures)
    default: return nil
    }
}

private func `at /api/v1/agents/{id}/stream`(_ path: PathView, _ request: MatchRequest, _ captures: inout Captures) -> Route? {
    if path.isEnd { return nil }
    let next = path.next
    if path.segment.isEmpty { return nil }
    captures[1] = path.range  // conv_id
    return `at /api/v1/agents/{id}/stream/{conv_id}`(next, request, &captures)
}

@inline(__always)
private func `at /api/v1/agents/{id}/stream/{conv_id}`(_ path: PathView, _ request: MatchRequest, _ captures: inout Captures) -> Route? {
    guard path.isEnd else { return nil }
    return .anyApiV1AgentsIdStreamConvId
}

private func `at /api/v1/chat`(_ path: PathView, _ request: MatchRequest, _ captures: inout Captures) -> Route? {
    if path.isEnd { return nil }
    let next = path.next
    switch path.segment {
    case "history" where next.ends(.get, request): return .getApiV1ChatHistory
    default: return nil
    }
}

private func `at /api/v1/conversations`(_ path: PathView, _ request: MatchRequest, _ captures: inout Captures) -> Route? {
    if path.isEnd {
        captures[0] = path.restWithSlash
        return .anyApiV1ConversationsAndBelow
    }
    captures[0] = path.restWithSlash
    return .anyApiV1ConversationsAndBelow
}

private func `at /api/v1/detection-rules`(_ path: PathView, _ request: MatchRequest, _ captures: inout Captures) -> Route? {
    if path.isEnd {
        captures[0] = path.restWithSlash
        return .anyApiV1DetectionRulesAndBelow
    }
    captures[0] = path.restWithSlash
    return .anyApiV1DetectionRulesAndBelow
}

private func `at /api/v1/graph`(_ path: PathView, _ request: MatchRequest, _ captures: inout Captures) -> Route? {
    if path.isEnd { return nil }
    let next = path.next
    switch path.segment {
    case "entities": return `at /api/v1/graph/entities`(next, request, &captures)
    default: return nil
    }
}

private func `at /api/v1/graph/entities`(_ path: PathView, _ request: MatchRequest, _ captures: inout Captures) -> Route? {
    if path.isEnd { return nil }
    captures[0] = path.rest
    return .anyApiV1GraphEntitiesBelow
}

private func `at /api/v1/media`(_ path: PathView, _ request: MatchRequest, _ captures: inout Captures) -> Route? {
    if path.isEnd { return nil }
    let next = path.next
    if path.segment.isEmpty { return nil }
    captures[0] = path.range  // kind
    return `at /api/v1/media/{kind}`(next, request, &captures)
}

@inline(__always)
private func `at /api/v1/media/{kind}`(_ path: PathView, _ request: MatchRequest, _ captures: inout Captures) -> Route? {
    if path.isEnd { return nil }
    captures[1] = path.rest
    return .anyApiV1MediaKindBelow
}

@inline(__always)
private func `at /{rest}`(_ path: PathView, _ request: MatchRequest, _ captures: inout Captures) -> Route? {
    guard path.isEnd else { return nil }
    return .anyRest
}
