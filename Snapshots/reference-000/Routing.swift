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
    case "health" where next.ends(.get, request): return .health
    case "metrics" where next.ends(.get, request): return .metrics
    default: return nil
    }
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
    case "achievements": return `at /api/v1/achievements`(next, request, &captures)
    case "areas": return `at /api/v1/areas`(next, request, &captures)
    case "auth": return `at /api/v1/auth`(next, request, &captures)
    case "billing": return `at /api/v1/billing`(next, request, &captures)
    case "gamification": return `at /api/v1/gamification`(next, request, &captures)
    case "insights": return `at /api/v1/insights`(next, request, &captures)
    case "leaderboards": return `at /api/v1/leaderboards`(next, request, &captures)
    case "questions": return `at /api/v1/questions`(next, request, &captures)
    case "resources": return `at /api/v1/resources`(next, request, &captures)
    case "subscriptions": return `at /api/v1/subscriptions`(next, request, &captures)
    case "users": return `at /api/v1/users`(next, request, &captures)
    default: return nil
    }
}

private func `at /api/v1/achievements`(_ path: PathView, _ request: MatchRequest, _ captures: inout Captures) -> Route? {
    if path.isEnd { return nil }
    captures[0] = path.rest
    captures.pathIndex = 1
    return .anyApiV1GamificationBelow
}

private func `at /api/v1/areas`(_ path: PathView, _ request: MatchRequest, _ captures: inout Captures) -> Route? {
    if path.isEnd { return nil }
    captures[0] = path.rest
    captures.pathIndex = 0
    return .anyApiV1AreasBelow
}

private func `at /api/v1/auth`(_ path: PathView, _ request: MatchRequest, _ captures: inout Captures) -> Route? {
    if path.isEnd { return nil }
    let next = path.next
    switch path.segment {
    case "login": return `at /api/v1/auth/login`(next, request, &captures)
    case "refresh": return `at /api/v1/auth/refresh`(next, request, &captures)
    case "register": return `at /api/v1/auth/register`(next, request, &captures)
    default: return nil
    }
}

private func `at /api/v1/auth/login`(_ path: PathView, _ request: MatchRequest, _ captures: inout Captures) -> Route? {
    guard path.isEnd else { return nil }
    captures.pathIndex = 0
    return .anyApiV1AuthLogin
}

private func `at /api/v1/auth/refresh`(_ path: PathView, _ request: MatchRequest, _ captures: inout Captures) -> Route? {
    guard path.isEnd else { return nil }
    captures.pathIndex = 2
    return .anyApiV1AuthLogin
}

private func `at /api/v1/auth/register`(_ path: PathView, _ request: MatchRequest, _ captures: inout Captures) -> Route? {
    guard path.isEnd else { return nil }
    captures.pathIndex = 1
    return .anyApiV1AuthLogin
}

private func `at /api/v1/billing`(_ path: PathView, _ request: MatchRequest, _ captures: inout Captures) -> Route? {
    if path.isEnd { return nil }
    captures[0] = path.rest
    captures.pathIndex = 1
    return .anyApiV1SubscriptionsBelow
}

private func `at /api/v1/gamification`(_ path: PathView, _ request: MatchRequest, _ captures: inout Captures) -> Route? {
    if path.isEnd { return nil }
    captures[0] = path.rest
    captures.pathIndex = 0
    return .anyApiV1GamificationBelow
}

private func `at /api/v1/insights`(_ path: PathView, _ request: MatchRequest, _ captures: inout Captures) -> Route? {
    if path.isEnd { return nil }
    captures[0] = path.rest
    captures.pathIndex = 2
    return .anyApiV1AreasBelow
}

private func `at /api/v1/leaderboards`(_ path: PathView, _ request: MatchRequest, _ captures: inout Captures) -> Route? {
    if path.isEnd { return nil }
    captures[0] = path.rest
    captures.pathIndex = 2
    return .anyApiV1GamificationBelow
}

private func `at /api/v1/questions`(_ path: PathView, _ request: MatchRequest, _ captures: inout Captures) -> Route? {
    if path.isEnd { return nil }
    captures[0] = path.rest
    captures.pathIndex = 1
    return .anyApiV1AreasBelow
}

private func `at /api/v1/resources`(_ path: PathView, _ request: MatchRequest, _ captures: inout Captures) -> Route? {
    if path.isEnd { return nil }
    captures[0] = path.rest
    captures.pathIndex = 3
    return .anyApiV1AreasBelow
}

private func `at /api/v1/subscriptions`(_ path: PathView, _ request: MatchRequest, _ captures: inout Captures) -> Route? {
    if path.isEnd { return nil }
    captures[0] = path.rest
    captures.pathIndex = 0
    return .anyApiV1SubscriptionsBelow
}

private func `at /api/v1/users`(_ path: PathView, _ request: MatchRequest, _ captures: inout Captures) -> Route? {
    if path.isEnd { return nil }
    captures[0] = path.rest
    return .anyApiV1UsersBelow
}
