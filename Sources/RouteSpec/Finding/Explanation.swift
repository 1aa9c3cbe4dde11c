/// Why a request gets the route that it gets, in words.
public struct Explanation: Sendable {
    let plan: RoutePlan
    let request: RouteRequest

    public init(plan: RoutePlan, request: RouteRequest) {
        self.plan = plan
        self.request = request
    }

    /// The text that `switchyard explain` prints.
    public var text: String {
        let finder = RouteFinder(plan)
        let candidates = finder.candidates(for: request)
        let decision = finder.decision(among: candidates, for: request)
        var lines = ["\(request.method) \(request.path.text)\(request.queryText.map { "?" + $0 } ?? "")", ""]
        var winner: Candidate?
        switch decision {
        case .route(let found):
            winner = found
            lines += describe(found)
        case .options(let answer): lines.append("  answer     \(describe(answer))")
        case .methodNotAllowed(let methods):
            lines.append("  answer     405 with Allow: \(methods.joined(separator: ", "))")
            lines += unmatchedPolicy
        case .notFound:
            lines.append("  answer     404, since no route matches")
            lines += unmatchedPolicy
        }
        let others = candidates.filter { $0.endpoint != winner?.endpoint }
        if !others.isEmpty {
            lines += ["", "  runners-up"]
            lines += others.map { "    \(title($0))  \(place($0))  \(loss(of: $0, to: winner))" }
        }
        return lines.joined(separator: "\n") + "\n"
    }

    /// What holds for requests without a route.
    private var unmatchedPolicy: [String] {
        plan.spec.sharedRateLimits.filter { $0.key == .address }.map { "  policy     at most \($0.text), shared" }
    }

    private func describe(_ answer: OptionsAnswer) -> String {
        let methods = answer.methods.joined(separator: ", ")
        if answer.isPreflight {
            let allowed = plan.spec.cors?.methods?.map(\.rawValue).joined(separator: ", ")
            return "\(answer.status) to a preflight, with Access-Control-Allow-Methods: \(allowed ?? methods)"
        }
        let reason = plan.spec.cors == nil ? "no route takes OPTIONS" : "OPTIONS is for 'cors' to answer"
        return "\(answer.status) with Allow: \(methods), since \(reason)"
    }

    private func describe(_ found: Candidate) -> [String] {
        let route = plan.routes[found.endpoint.route]
        var lines = [
            "  route      \(route.name)",
            "  declared   \(place(found))",
            "  path       \(found.endpoint.pattern.text)",
            "  why        \(reasons(found).joined(separator: "; "))",
        ]
        var captures = found.endpoint.pattern.parameters.map { "\($0) = \(found.captures[$0] ?? "")" }
        if found.endpoint.pattern.ending != .exact { captures.append("* = \(found.wildcard)") }
        if !captures.isEmpty { lines.append("  captures   \(captures.joined(separator: ", "))") }
        lines.append("  policy     \(policy(route))")
        switch route.target {
        case .builtin: lines.append("  answer     the gateway's own")
        case .redirect(let redirect):
            let query = request.queryText.map { "?" + $0 } ?? ""
            lines.append(
                "  answer     \(redirect.status) to \(redirect.location(plan.upstreamPath(for: found)))\(query)")
        case .mock(let mock): lines.append("  answer     \(mock.status), the mock's own")
        case .upstream(let index):
            let path = plan.upstreamPath(for: found) + route.queryChanges.query(from: request.queryText)
            let shares = route.split.isEmpty ? [(upstream: index, weight: 0)] : route.split
            var title = "upstream"
            for share in shares {
                let upstream = plan.upstreams[share.upstream]
                let weight = route.split.isEmpty ? "" : "weight \(share.weight): "
                for target in upstream.targets {
                    let url = target.url.value.text
                    let name = upstream.label == url ? "" : "\(upstream.label): "
                    // The path begins with the slash that a URL may end with.
                    let base = url.hasSuffix("/") ? url.dropLast() : url[...]
                    lines.append("  \(title)   \(weight)\(name)\(base)\(path)")
                    title = "        "
                }
                lines += upstream.terms.map { "             \($0)" }
            }
            if let mirror = route.mirror, let policy = route.traffic.mirror?.policy {
                lines.append("  mirror     \(policy.percent)%: \(plan.upstreams[mirror].label)")
            }
        }
        return lines
    }

    private func reasons(_ found: Candidate) -> [String] {
        var reasons = zip(found.endpoint.pattern.segments, request.path.segments).map { expected, segment in
            switch expected {
            case .literal(let text): "'\(text)' is literal"
            case .parameter(let name): "{\(name)} takes '\(segment)'"
            }
        }
        switch found.endpoint.pattern.ending {
        case .exact: break
        case .below, .atAndBelow: reasons.append("* takes '\(found.wildcard)'")
        }
        switch found.endpoint.method {
        case .get where request.method == "HEAD": reasons.append("GET takes HEAD")
        case .some(let method): reasons.append("\(method.rawValue) is named")
        case nil: reasons.append("any method fits")
        }
        if !found.endpoint.conditions.isEmpty { reasons.append(found.endpoint.conditions.summary) }
        return reasons
    }

    private func policy(_ route: PlannedRoute) -> String {
        var terms: [String]
        switch route.access {
        case .open: terms = [route.target.needsKey ? "the administrator's key" : "public"]
        case .token(let scopes, let roles):
            terms = [route.provider.map { "a valid token of \($0)" } ?? "a valid token"]
            if !scopes.isEmpty { terms.append("all scopes of \(scopes.joined(separator: ", "))") }
            if !roles.isEmpty { terms.append("any role of \(roles.joined(separator: ", "))") }
        }
        terms += route.parameters.map(\.text)
        if route.target.upstream != nil {
            terms.append("body up to \(route.bodyLimit.sizeText)")
            terms.append(route.timeout.map { "timeout \($0.specText)" } ?? "no timeout")
        }
        if let limits = route.traffic.rateLimits {
            terms += limits.limits.map { "at most \($0.text)\(limits.isShared ? ", shared" : "")" }
        }
        if route.target.upstream != nil {
            if let concurrency = route.traffic.concurrency { terms.append("\(concurrency.text) at a time") }
            if let breaker = route.traffic.circuitBreaker?.policy { terms.append("circuit breaker \(breaker.text)") }
            if !route.codings.isEmpty {
                terms.append("compressed with \(route.codings.map(\.rawValue).joined(separator: " or "))")
            }
            terms += (route.traffic.requestTransform?.policy?.terms ?? []).map { "\($0) in the request's JSON" }
            terms += (route.traffic.responseTransform?.policy?.terms ?? []).map { "\($0) in the response's JSON" }
            if let retry = route.traffic.retry?.policy {
                let key = route.traffic.idempotencyKey.map { " with \($0.value)" } ?? ""
                terms.append("retry \(retry.text)\(key)")
            }
            if let key = route.splitKey { terms.append("the upstream by \(key.text)") }
            if let stream = route.stream { terms.append("a stream (\(stream.rawValue))") }
            if let upgrade = route.upgrade { terms.append("an upgrade to \(upgrade.rawValue)") }
            if let host = route.rewriteHost { terms.append("Host: \(host) in the request") }
            terms += route.queryChanges.terms("=").map { "\($0) in the query" }
            if let time = route.cacheTime { terms.append("responses kept (\(time)) per \(route.cacheAudience)") }
            terms += route.requestHeaders.terms(": ").map { "\($0) in the request" }
            terms += route.responseHeaders.terms(": ").map { "\($0) in the response" }
        }
        return terms.joined(separator: "; ")
    }

    private func loss(of loser: Candidate, to winner: Candidate?) -> String {
        switch loser.outcome {
        case .otherMethod: "is for \(loser.endpoint.method?.rawValue ?? "any method but CONNECT and TRACE")"
        case .otherHost, .otherHeader, .otherQuery: "wants \(loser.endpoint.conditions.summary)"
        case .matches: winner.map { "is less specific: \(difference(of: loser, to: $0))" } ?? ""
        }
    }

    /// The first place, from left to right, where the winner says more.
    private func difference(of loser: Candidate, to winner: Candidate) -> String {
        for (index, segment) in winner.endpoint.pattern.segments.enumerated() {
            let other =
                loser.endpoint.pattern.segments.indices.contains(index) ? loser.endpoint.pattern.segments[index] : nil
            switch (segment, other) {
            case (.literal(let text), .parameter(let name)?): return "{\(name)} where the winner has '\(text)'"
            case (.literal(let text), nil): return "* where the winner has '\(text)'"
            case (.parameter(let name), nil): return "* where the winner has {\(name)}"
            default: continue
            }
        }
        if winner.endpoint.pattern.ending != loser.endpoint.pattern.ending {
            return "its wildcard comes after the winner's ending"
        }
        if winner.endpoint.conditions.host != loser.endpoint.conditions.host { return "its host is less exact" }
        if winner.endpoint.method != loser.endpoint.method { return "its method is less exact" }
        return "it has fewer conditions"
    }

    private func title(_ candidate: Candidate) -> String {
        let endpoint = candidate.endpoint
        return "\(endpoint.method?.rawValue ?? "ANY") \(endpoint.pattern.text) (\(plan.routes[endpoint.route].name))"
    }

    private func place(_ candidate: Candidate) -> String {
        let mark = plan.routes[candidate.endpoint.route].mark
        return "\(mark.path):\(mark.line):\(mark.column)"
    }
}

extension ParameterDeclaration {
    /// `an integer as {id}`, `a number as 'n' in the query, required`
    fileprivate var text: String {
        let noun = "\(type == .integer ? "an" : "a") \(type.rawValue)"
        switch location {
        case .path: return "\(noun) as {\(name.value)}"
        case .query: return "\(noun) as '\(name.value)' in the query\(isRequired ? ", required" : "")"
        }
    }
}
