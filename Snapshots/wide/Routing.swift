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
    case "countries": return `at /countries`(next, request, &captures)
    case "words": return `at /words`(next, request, &captures)
    default: return nil
    }
}

private func `at /countries`(_ path: PathView, _ request: MatchRequest, _ captures: inout Captures) -> Route? {
    if path.isEnd { return nil }
    let next = path.next
    switch path.segment.count {
    case 2:
        switch path.segment[0] {
        case "a":
            switch path.segment {
            case "at": if let route = `at /countries/at`(next, request, &captures) { return route }
            case "au": if let route = `at /countries/au`(next, request, &captures) { return route }
            default: break
            }
        case "b":
            switch path.segment {
            case "be": if let route = `at /countries/be`(next, request, &captures) { return route }
            case "br": if let route = `at /countries/br`(next, request, &captures) { return route }
            default: break
            }
        case "c":
            switch path.segment {
            case "ca": if let route = `at /countries/ca`(next, request, &captures) { return route }
            case "ch": if let route = `at /countries/ch`(next, request, &captures) { return route }
            case "cz": if let route = `at /countries/cz`(next, request, &captures) { return route }
            default: break
            }
        case "d":
            switch path.segment {
            case "de": if let route = `at /countries/de`(next, request, &captures) { return route }
            case "dk": if let route = `at /countries/dk`(next, request, &captures) { return route }
            default: break
            }
        case "e":
            switch path.segment {
            case "es": if let route = `at /countries/es`(next, request, &captures) { return route }
            default: break
            }
        case "f":
            switch path.segment {
            case "fi": if let route = `at /countries/fi`(next, request, &captures) { return route }
            case "fr": if let route = `at /countries/fr`(next, request, &captures) { return route }
            default: break
            }
        case "g":
            switch path.segment {
            case "gb": if let route = `at /countries/gb`(next, request, &captures) { return route }
            case "gr": if let route = `at /countries/gr`(next, request, &captures) { return route }
            default: break
            }
        case "h":
            switch path.segment {
            case "hu": if let route = `at /countries/hu`(next, request, &captures) { return route }
            default: break
            }
        case "i":
            switch path.segment {
            case "ie": if let route = `at /countries/ie`(next, request, &captures) { return route }
            case "it": if let route = `at /countries/it`(next, request, &captures) { return route }
            default: break
            }
        case "j":
            switch path.segment {
            case "jp": if let route = `at /countries/jp`(next, request, &captures) { return route }
            default: break
            }
        default: break
        }
    default: break
    }
    if path.segment.isEmpty { return nil }
    captures[0] = path.range  // other
    return `at /countries/{other}`(next, request, &captures)
}

private func `at /countries/at`(_ path: PathView, _ request: MatchRequest, _ captures: inout Captures) -> Route? {
    guard path.isEnd else { return nil }
    switch request.method {
    case .get, .head:
        captures.pathIndex = 0
        return .country
    default: return nil
    }
}

private func `at /countries/au`(_ path: PathView, _ request: MatchRequest, _ captures: inout Captures) -> Route? {
    guard path.isEnd else { return nil }
    switch request.method {
    case .get, .head:
        captures.pathIndex = 1
        return .country
    default: return nil
    }
}

private func `at /countries/be`(_ path: PathView, _ request: MatchRequest, _ captures: inout Captures) -> Route? {
    guard path.isEnd else { return nil }
    switch request.method {
    case .get, .head:
        captures.pathIndex = 2
        return .country
    default: return nil
    }
}

private func `at /countries/br`(_ path: PathView, _ request: MatchRequest, _ captures: inout Captures) -> Route? {
    guard path.isEnd else { return nil }
    switch request.method {
    case .get, .head:
        captures.pathIndex = 3
        return .country
    default: return nil
    }
}

private func `at /countries/ca`(_ path: PathView, _ request: MatchRequest, _ captures: inout Captures) -> Route? {
    guard path.isEnd else { return nil }
    switch request.method {
    case .get, .head:
        captures.pathIndex = 4
        return .country
    default: return nil
    }
}

private func `at /countries/ch`(_ path: PathView, _ request: MatchRequest, _ captures: inout Captures) -> Route? {
    guard path.isEnd else { return nil }
    switch request.method {
    case .get, .head:
        captures.pathIndex = 5
        return .country
    default: return nil
    }
}

private func `at /countries/cz`(_ path: PathView, _ request: MatchRequest, _ captures: inout Captures) -> Route? {
    guard path.isEnd else { return nil }
    switch request.method {
    case .get, .head:
        captures.pathIndex = 6
        return .country
    default: return nil
    }
}

private func `at /countries/de`(_ path: PathView, _ request: MatchRequest, _ captures: inout Captures) -> Route? {
    guard path.isEnd else { return nil }
    switch request.method {
    case .get, .head:
        captures.pathIndex = 7
        return .country
    default: return nil
    }
}

private func `at /countries/dk`(_ path: PathView, _ request: MatchRequest, _ captures: inout Captures) -> Route? {
    guard path.isEnd else { return nil }
    switch request.method {
    case .get, .head:
        captures.pathIndex = 8
        return .country
    default: return nil
    }
}

private func `at /countries/es`(_ path: PathView, _ request: MatchRequest, _ captures: inout Captures) -> Route? {
    guard path.isEnd else { return nil }
    switch request.method {
    case .get, .head:
        captures.pathIndex = 9
        return .country
    default: return nil
    }
}

private func `at /countries/fi`(_ path: PathView, _ request: MatchRequest, _ captures: inout Captures) -> Route? {
    guard path.isEnd else { return nil }
    switch request.method {
    case .get, .head:
        captures.pathIndex = 10
        return .country
    default: return nil
    }
}

private func `at /countries/fr`(_ path: PathView, _ request: MatchRequest, _ captures: inout Captures) -> Route? {
    guard path.isEnd else { return nil }
    switch request.method {
    case .get, .head:
        captures.pathIndex = 11
        return .country
    default: return nil
    }
}

private func `at /countries/gb`(_ path: PathView, _ request: MatchRequest, _ captures: inout Captures) -> Route? {
    guard path.isEnd else { return nil }
    switch request.method {
    case .get, .head:
        captures.pathIndex = 12
        return .country
    default: return nil
    }
}

private func `at /countries/gr`(_ path: PathView, _ request: MatchRequest, _ captures: inout Captures) -> Route? {
    guard path.isEnd else { return nil }
    switch request.method {
    case .get, .head:
        captures.pathIndex = 13
        return .country
    default: return nil
    }
}

private func `at /countries/hu`(_ path: PathView, _ request: MatchRequest, _ captures: inout Captures) -> Route? {
    guard path.isEnd else { return nil }
    switch request.method {
    case .get, .head:
        captures.pathIndex = 14
        return .country
    default: return nil
    }
}

private func `at /countries/ie`(_ path: PathView, _ request: MatchRequest, _ captures: inout Captures) -> Route? {
    guard path.isEnd else { return nil }
    switch request.method {
    case .get, .head:
        captures.pathIndex = 15
        return .country
    default: return nil
    }
}

private func `at /countries/it`(_ path: PathView, _ request: MatchRequest, _ captures: inout Captures) -> Route? {
    guard path.isEnd else { return nil }
    switch request.method {
    case .get, .head:
        captures.pathIndex = 16
        return .country
    default: return nil
    }
}

private func `at /countries/jp`(_ path: PathView, _ request: MatchRequest, _ captures: inout Captures) -> Route? {
    guard path.isEnd else { return nil }
    switch request.method {
    case .get, .head:
        captures.pathIndex = 17
        return .country
    default: return nil
    }
}

@inline(__always)
private func `at /countries/{other}`(_ path: PathView, _ request: MatchRequest, _ captures: inout Captures) -> Route? {
    guard path.isEnd else { return nil }
    switch request.method {
    case .get, .head: return .getCountriesOther
    default: return nil
    }
}

private func `at /words`(_ path: PathView, _ request: MatchRequest, _ captures: inout Captures) -> Route? {
    if path.isEnd { return nil }
    let next = path.next
    switch path.segment.count {
    case 1:
        switch path.segment {
        case "a": return `at /words/a`(next, request, &captures)
        case "i": return `at /words/i`(next, request, &captures)
        default: return nil
        }
    case 2:
        switch path.segment {
        case "be": return `at /words/be`(next, request, &captures)
        case "of": return `at /words/of`(next, request, &captures)
        default: return nil
        }
    case 3:
        switch path.segment {
        case "sea": return `at /words/sea`(next, request, &captures)
        case "the": return `at /words/the`(next, request, &captures)
        default: return nil
        }
    case 4:
        switch path.segment {
        case "deed": return `at /words/deed`(next, request, &captures)
        case "many": return `at /words/many`(next, request, &captures)
        default: return nil
        }
    case 5:
        switch path.segment {
        case "eerie": return `at /words/eerie`(next, request, &captures)
        default: return nil
        }
    case 6:
        switch path.segment {
        case "feeble": return `at /words/feeble`(next, request, &captures)
        case "number": return `at /words/number`(next, request, &captures)
        case "twenty": return `at /words/twenty`(next, request, &captures)
        default: return nil
        }
    case 7:
        switch path.segment {
        case "between": return `at /words/between`(next, request, &captures)
        case "gateway": return `at /words/gateway`(next, request, &captures)
        case "letters": return `at /words/letters`(next, request, &captures)
        case "without": return `at /words/without`(next, request, &captures)
        default: return nil
        }
    case 8:
        switch path.segment {
        case "hundreds": return `at /words/hundreds`(next, request, &captures)
        case "nineteen": return `at /words/nineteen`(next, request, &captures)
        default: return nil
        }
    default: return nil
    }
}

private func `at /words/a`(_ path: PathView, _ request: MatchRequest, _ captures: inout Captures) -> Route? {
    guard path.isEnd else { return nil }
    switch request.method {
    case .get, .head:
        captures.pathIndex = 0
        return .word
    default: return nil
    }
}

private func `at /words/be`(_ path: PathView, _ request: MatchRequest, _ captures: inout Captures) -> Route? {
    guard path.isEnd else { return nil }
    switch request.method {
    case .get, .head:
        captures.pathIndex = 1
        return .word
    default: return nil
    }
}

private func `at /words/between`(_ path: PathView, _ request: MatchRequest, _ captures: inout Captures) -> Route? {
    guard path.isEnd else { return nil }
    switch request.method {
    case .get, .head:
        captures.pathIndex = 15
        return .word
    default: return nil
    }
}

private func `at /words/deed`(_ path: PathView, _ request: MatchRequest, _ captures: inout Captures) -> Route? {
    guard path.isEnd else { return nil }
    switch request.method {
    case .get, .head:
        captures.pathIndex = 3
        return .word
    default: return nil
    }
}

private func `at /words/eerie`(_ path: PathView, _ request: MatchRequest, _ captures: inout Captures) -> Route? {
    guard path.isEnd else { return nil }
    switch request.method {
    case .get, .head:
        captures.pathIndex = 4
        return .word
    default: return nil
    }
}

private func `at /words/feeble`(_ path: PathView, _ request: MatchRequest, _ captures: inout Captures) -> Route? {
    guard path.isEnd else { return nil }
    switch request.method {
    case .get, .head:
        captures.pathIndex = 5
        return .word
    default: return nil
    }
}

private func `at /words/gateway`(_ path: PathView, _ request: MatchRequest, _ captures: inout Captures) -> Route? {
    guard path.isEnd else { return nil }
    switch request.method {
    case .get, .head:
        captures.pathIndex = 6
        return .word
    default: return nil
    }
}

private func `at /words/hundreds`(_ path: PathView, _ request: MatchRequest, _ captures: inout Captures) -> Route? {
    guard path.isEnd else { return nil }
    switch request.method {
    case .get, .head:
        captures.pathIndex = 7
        return .word
    default: return nil
    }
}

private func `at /words/i`(_ path: PathView, _ request: MatchRequest, _ captures: inout Captures) -> Route? {
    guard path.isEnd else { return nil }
    switch request.method {
    case .get, .head:
        captures.pathIndex = 8
        return .word
    default: return nil
    }
}

private func `at /words/letters`(_ path: PathView, _ request: MatchRequest, _ captures: inout Captures) -> Route? {
    guard path.isEnd else { return nil }
    switch request.method {
    case .get, .head:
        captures.pathIndex = 12
        return .word
    default: return nil
    }
}

private func `at /words/many`(_ path: PathView, _ request: MatchRequest, _ captures: inout Captures) -> Route? {
    guard path.isEnd else { return nil }
    switch request.method {
    case .get, .head:
        captures.pathIndex = 11
        return .word
    default: return nil
    }
}

private func `at /words/nineteen`(_ path: PathView, _ request: MatchRequest, _ captures: inout Captures) -> Route? {
    guard path.isEnd else { return nil }
    switch request.method {
    case .get, .head:
        captures.pathIndex = 16
        return .word
    default: return nil
    }
}

private func `at /words/number`(_ path: PathView, _ request: MatchRequest, _ captures: inout Captures) -> Route? {
    guard path.isEnd else { return nil }
    switch request.method {
    case .get, .head:
        captures.pathIndex = 14
        return .word
    default: return nil
    }
}

private func `at /words/of`(_ path: PathView, _ request: MatchRequest, _ captures: inout Captures) -> Route? {
    guard path.isEnd else { return nil }
    switch request.method {
    case .get, .head:
        captures.pathIndex = 9
        return .word
    default: return nil
    }
}

private func `at /words/sea`(_ path: PathView, _ request: MatchRequest, _ captures: inout Captures) -> Route? {
    guard path.isEnd else { return nil }
    switch request.method {
    case .get, .head:
        captures.pathIndex = 2
        return .word
    default: return nil
    }
}

private func `at /words/the`(_ path: PathView, _ request: MatchRequest, _ captures: inout Captures) -> Route? {
    guard path.isEnd else { return nil }
    switch request.method {
    case .get, .head:
        captures.pathIndex = 10
        return .word
    default: return nil
    }
}

private func `at /words/twenty`(_ path: PathView, _ request: MatchRequest, _ captures: inout Captures) -> Route? {
    guard path.isEnd else { return nil }
    switch request.method {
    case .get, .head:
        captures.pathIndex = 17
        return .word
    default: return nil
    }
}

private func `at /words/without`(_ path: PathView, _ request: MatchRequest, _ captures: inout Captures) -> Route? {
    guard path.isEnd else { return nil }
    switch request.method {
    case .get, .head:
        captures.pathIndex = 13
        return .word
    default: return nil
    }
}
