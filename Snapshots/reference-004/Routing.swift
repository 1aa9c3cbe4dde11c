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
    switch path.segment.count {
    case 4:
        switch path.segment {
        case "auth": return `at /api/v1/auth`(next, request, &captures)
        default: return nil
        }
    case 5:
        switch path.segment {
        case "admin": return `at /api/v1/admin`(next, request, &captures)
        case "graph": return `at /api/v1/graph`(next, request, &captures)
        case "rules": return `at /api/v1/rules`(next, request, &captures)
        default: return nil
        }
    case 6:
        switch path.segment {
        case "agents": return `at /api/v1/agents`(next, request, &captures)
        case "alerts": return `at /api/v1/alerts`(next, request, &captures)
        case "events": return `at /api/v1/events`(next, request, &captures)
        case "impact": return `at /api/v1/impact`(next, request, &captures)
        case "ingest": return `at /api/v1/ingest`(next, request, &captures)
        default: return nil
        }
    case 7:
        switch path.segment {
        case "flaring": return `at /api/v1/flaring`(next, request, &captures)
        default: return nil
        }
    case 8:
        switch path.segment {
        case "entities": return `at /api/v1/entities`(next, request, &captures)
        default: return nil
        }
    case 9:
        switch path.segment {
        case "approvals": return `at /api/v1/approvals`(next, request, &captures)
        default: return nil
        }
    case 10:
        switch path.segment {
        case "checklists": return `at /api/v1/checklists`(next, request, &captures)
        case "compliance": return `at /api/v1/compliance`(next, request, &captures)
        case "workspaces": return `at /api/v1/workspaces`(next, request, &captures)
        default: return nil
        }
    case 12:
        switch path.segment {
        case "entity-types": return `at /api/v1/entity-types`(next, request, &captures)
        case "flare-events": return `at /api/v1/flare-events`(next, request, &captures)
        default: return nil
        }
    case 13:
        switch path.segment {
        case "conversations": return `at /api/v1/conversations`(next, request, &captures)
        default: return nil
        }
    case 14:
        switch path.segment {
        case "authorizations": return `at /api/v1/authorizations`(next, request, &captures)
        default: return nil
        }
    case 15:
        switch path.segment {
        case "detection-rules": return `at /api/v1/detection-rules`(next, request, &captures)
        default: return nil
        }
    case 18:
        switch path.segment {
        case "relationship-rules": return `at /api/v1/relationship-rules`(next, request, &captures)
        case "relationship-types": return `at /api/v1/relationship-types`(next, request, &captures)
        case "repair-obligations": return `at /api/v1/repair-obligations`(next, request, &captures)
        default: return nil
        }
    default: return nil
    }
}

private func `at /api/v1/admin`(_ path: PathView, _ request: MatchRequest, _ captures: inout Captures) -> Route? {
    if path.isEnd { return nil }
    captures[0] = path.rest
    return .anyApiV1AdminBelow
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
    case "execute" where next.ends(.post, request): return .postApiV1AgentsIdExecute
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

private func `at /api/v1/alerts`(_ path: PathView, _ request: MatchRequest, _ captures: inout Captures) -> Route? {
    if path.isEnd { return nil }
    captures[0] = path.rest
    captures.pathIndex = 4
    return .anyApiV1EventsAndBelow
}

private func `at /api/v1/approvals`(_ path: PathView, _ request: MatchRequest, _ captures: inout Captures) -> Route? {
    if path.isEnd {
        captures[0] = path.restWithSlash
        return .anyApiV1ApprovalsAndBelow
    }
    captures[0] = path.restWithSlash
    return .anyApiV1ApprovalsAndBelow
}

private func `at /api/v1/auth`(_ path: PathView, _ request: MatchRequest, _ captures: inout Captures) -> Route? {
    if path.isEnd { return nil }
    let next = path.next
    switch path.segment {
    case "token" where next.isEnd: return .anyApiV1AuthToken
    default: break
    }
    captures[0] = path.rest
    return .anyApiV1AuthBelow
}

private func `at /api/v1/authorizations`(_ path: PathView, _ request: MatchRequest, _ captures: inout Captures) -> Route? {
    if path.isEnd { return nil }
    captures[0] = path.rest
    captures.pathIndex = 3
    return .anyApiV1EventsAndBelow
}

private func `at /api/v1/checklists`(_ path: PathView, _ request: MatchRequest, _ captures: inout Captures) -> Route? {
    if path.isEnd {
        captures[0] = path.restWithSlash
        captures.pathIndex = 0
        return .anyApiV1ChecklistsAndBelow
    }
    captures[0] = path.restWithSlash
    captures.pathIndex = 0
    return .anyApiV1ChecklistsAndBelow
}

private func `at /api/v1/compliance`(_ path: PathView, _ request: MatchRequest, _ captures: inout Captures) -> Route? {
    if path.isEnd { return nil }
    let next = path.next
    switch path.segment {
    case "assess": if let route = `at /api/v1/compliance/assess`(next, request, &captures) { return route }
    case "charts": if let route = `at /api/v1/compliance/charts`(next, request, &captures) { return route }
    case "matrix": if let route = `at /api/v1/compliance/matrix`(next, request, &captures) { return route }
    case "summary": if let route = `at /api/v1/compliance/summary`(next, request, &captures) { return route }
    default: break
    }
    captures[0] = path.rest
    return .anyApiV1ComplianceBelow
}

private func `at /api/v1/compliance/assess`(_ path: PathView, _ request: MatchRequest, _ captures: inout Captures) -> Route? {
    if path.isEnd {
        captures[0] = path.restWithSlash
        captures.pathIndex = 3
        return .anyApiV1ComplianceSummary
    }
    captures[0] = path.restWithSlash
    captures.pathIndex = 3
    return .anyApiV1ComplianceSummary
}

private func `at /api/v1/compliance/charts`(_ path: PathView, _ request: MatchRequest, _ captures: inout Captures) -> Route? {
    if path.isEnd { return nil }
    captures[0] = path.rest
    captures.pathIndex = 2
    return .anyApiV1ComplianceSummary
}

private func `at /api/v1/compliance/matrix`(_ path: PathView, _ request: MatchRequest, _ captures: inout Captures) -> Route? {
    guard path.isEnd else { return nil }
    captures.pathIndex = 1
    return .anyApiV1ComplianceSummary
}

private func `at /api/v1/compliance/summary`(_ path: PathView, _ request: MatchRequest, _ captures: inout Captures) -> Route? {
    guard path.isEnd else { return nil }
    captures.pathIndex = 0
    return .anyApiV1ComplianceSummary
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

private func `at /api/v1/entities`(_ path: PathView, _ request: MatchRequest, _ captures: inout Captures) -> Route? {
    if path.isEnd {
        captures[0] = path.restWithSlash
        return .anyApiV1EntitiesAndBelow
    }
    captures[0] = path.restWithSlash
    return .anyApiV1EntitiesAndBelow
}

private func `at /api/v1/entity-types`(_ path: PathView, _ request: MatchRequest, _ captures: inout Captures) -> Route? {
    if path.isEnd {
        captures[0] = path.restWithSlash
        captures.pathIndex = 0
        return .anyApiV1EntityTypesAndBelow
    }
    captures[0] = path.restWithSlash
    captures.pathIndex = 0
    return .anyApiV1EntityTypesAndBelow
}

private func `at /api/v1/events`(_ path: PathView, _ request: MatchRequest, _ captures: inout Captures) -> Route? {
    if path.isEnd {
        captures[0] = path.restWithSlash
        captures.pathIndex = 0
        return .anyApiV1EventsAndBelow
    }
    captures[0] = path.restWithSlash
    captures.pathIndex = 0
    return .anyApiV1EventsAndBelow
}

private func `at /api/v1/flare-events`(_ path: PathView, _ request: MatchRequest, _ captures: inout Captures) -> Route? {
    if path.isEnd {
        captures[0] = path.restWithSlash
        captures.pathIndex = 1
        return .anyApiV1EventsAndBelow
    }
    captures[0] = path.restWithSlash
    captures.pathIndex = 1
    return .anyApiV1EventsAndBelow
}

private func `at /api/v1/flaring`(_ path: PathView, _ request: MatchRequest, _ captures: inout Captures) -> Route? {
    if path.isEnd { return nil }
    captures[0] = path.rest
    captures.pathIndex = 5
    return .anyApiV1EventsAndBelow
}

private func `at /api/v1/graph`(_ path: PathView, _ request: MatchRequest, _ captures: inout Captures) -> Route? {
    if path.isEnd { return nil }
    let next = path.next
    switch path.segment {
    case "context": return `at /api/v1/graph/context`(next, request, &captures)
    case "entities": return `at /api/v1/graph/entities`(next, request, &captures)
    default: return nil
    }
}

private func `at /api/v1/graph/context`(_ path: PathView, _ request: MatchRequest, _ captures: inout Captures) -> Route? {
    if path.isEnd { return nil }
    let next = path.next
    switch path.segment {
    case "managed": if let route = `at /api/v1/graph/context/managed`(next, request, &captures) { return route }
    default: break
    }
    if path.segment.isEmpty { return nil }
    captures[0] = path.range  // well_api
    return `at /api/v1/graph/context/{well_api}`(next, request, &captures)
}

private func `at /api/v1/graph/context/managed`(_ path: PathView, _ request: MatchRequest, _ captures: inout Captures) -> Route? {
    if path.isEnd { return nil }
    let next = path.next
    if path.segment.isEmpty { return nil }
    captures[0] = path.range  // id
    return `at /api/v1/graph/context/managed/{id}`(next, request, &captures)
}

@inline(__always)
private func `at /api/v1/graph/context/managed/{id}`(_ path: PathView, _ request: MatchRequest, _ captures: inout Captures) -> Route? {
    guard path.isEnd else { return nil }
    return .anyApiV1GraphContextManagedId
}

@inline(__always)
private func `at /api/v1/graph/context/{well_api}`(_ path: PathView, _ request: MatchRequest, _ captures: inout Captures) -> Route? {
    guard path.isEnd else { return nil }
    return .anyApiV1GraphContextWellApi
}

private func `at /api/v1/graph/entities`(_ path: PathView, _ request: MatchRequest, _ captures: inout Captures) -> Route? {
    if path.isEnd { return nil }
    captures[0] = path.rest
    return .anyApiV1GraphEntitiesBelow
}

private func `at /api/v1/impact`(_ path: PathView, _ request: MatchRequest, _ captures: inout Captures) -> Route? {
    if path.isEnd { return nil }
    captures[0] = path.rest
    return .anyApiV1ImpactBelow
}

private func `at /api/v1/ingest`(_ path: PathView, _ request: MatchRequest, _ captures: inout Captures) -> Route? {
    if path.isEnd { return nil }
    let next = path.next
    switch path.segment {
    case "csv" where next.isEnd: return .anyApiV1IngestCsv
    default: break
    }
    captures[0] = path.rest
    return .anyApiV1IngestBelow
}

private func `at /api/v1/relationship-rules`(_ path: PathView, _ request: MatchRequest, _ captures: inout Captures) -> Route? {
    if path.isEnd {
        captures[0] = path.restWithSlash
        captures.pathIndex = 2
        return .anyApiV1EntityTypesAndBelow
    }
    captures[0] = path.restWithSlash
    captures.pathIndex = 2
    return .anyApiV1EntityTypesAndBelow
}

private func `at /api/v1/relationship-types`(_ path: PathView, _ request: MatchRequest, _ captures: inout Captures) -> Route? {
    if path.isEnd {
        captures[0] = path.restWithSlash
        captures.pathIndex = 1
        return .anyApiV1EntityTypesAndBelow
    }
    captures[0] = path.restWithSlash
    captures.pathIndex = 1
    return .anyApiV1EntityTypesAndBelow
}

private func `at /api/v1/repair-obligations`(_ path: PathView, _ request: MatchRequest, _ captures: inout Captures) -> Route? {
    if path.isEnd {
        captures[0] = path.restWithSlash
        captures.pathIndex = 2
        return .anyApiV1EventsAndBelow
    }
    captures[0] = path.restWithSlash
    captures.pathIndex = 2
    return .anyApiV1EventsAndBelow
}

private func `at /api/v1/rules`(_ path: PathView, _ request: MatchRequest, _ captures: inout Captures) -> Route? {
    if path.isEnd {
        captures[0] = path.restWithSlash
        captures.pathIndex = 1
        return .anyApiV1ChecklistsAndBelow
    }
    captures[0] = path.restWithSlash
    captures.pathIndex = 1
    return .anyApiV1ChecklistsAndBelow
}

private func `at /api/v1/workspaces`(_ path: PathView, _ request: MatchRequest, _ captures: inout Captures) -> Route? {
    if path.isEnd { return nil }
    captures[0] = path.rest
    return .anyApiV1WorkspacesBelow
}
