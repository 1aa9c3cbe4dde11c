/// Writes `access.txt`: a line for every path and method, for the reviewer who asks who may reach what.
///
/// `PUT /api/v1/agents/{id} token scopes=write:agents roles=- upstream=$AGENTS_SERVICE_URL path=/api/v1/agents/{id} body=10MiB timeout=-`
func emitAccess(_ plan: RoutePlan) -> String {
    var lines: [(path: String, order: Int, line: String)] = []
    for route in plan.routes {
        for path in route.paths {
            let methods: [RouteMethod?] = route.methods.isEmpty ? [nil] : route.methods
            for method in methods {
                let order = method?.order ?? RouteMethod.allCases.count
                let name = method?.rawValue ?? "ANY"
                lines.append((path.pattern.text, order, "\(name) \(path.pattern.text)\(terms(of: route, path, plan))"))
            }
        }
    }
    return lines.sorted { ($0.path, $0.order, $0.line) < ($1.path, $1.order, $1.line) }.map { $0.line + "\n" }.joined()
}

private func terms(of route: PlannedRoute, _ path: PlannedPath, _ plan: RoutePlan) -> String {
    var terms: [String] = route.conditions.isEmpty ? [] : [route.conditions.summary]
    switch route.access {
    case .open where route.target.needsKey: terms.append("admin-key scopes=- roles=-")
    case .open: terms.append("public scopes=- roles=-")
    case .token(let scopes, let roles):
        terms.append("token scopes=\(list(scopes.map(quoted))) roles=\(list(roles.map(quoted)))")
        if let provider = route.provider { terms.append("auth=\(provider)") }
    }
    switch route.target {
    case .builtin: terms.append("builtin=\(route.name)")
    case .redirect(let redirect):
        terms.append("redirect=\(redirect.status) to=\(redirect.location(path.forward.text))")
        terms += limitTerms(of: route)
    case .mock(let mock):
        terms.append("mock=\(mock.status)")
        terms += limitTerms(of: route)
    case .upstream(let index):
        let shares = route.split.map { "\(plan.upstreams[$0.upstream].label):\($0.weight)" }
        let upstream = shares.isEmpty ? plan.upstreams[index].label : shares.joined(separator: ",")
        terms.append("upstream=\(upstream) path=\(path.forward.shown)")
        if let host = route.rewriteHost { terms.append("host=\(host)") }
        terms.append("body=\(route.bodyLimit.sizeText) timeout=\(route.timeout?.specText ?? "-")")
        terms += limitTerms(of: route)
        if let concurrency = route.traffic.concurrency { terms.append("concurrency=\(concurrency.text)") }
        if let breaker = route.traffic.circuitBreaker?.policy { terms.append("breaker=\(breaker.text)") }
        if !route.codings.isEmpty { terms.append("compression=\(list(route.codings.map(\.rawValue)))") }
        if let transform = route.traffic.requestTransform?.policy { terms.append("request=\(transform.text)") }
        if let transform = route.traffic.responseTransform?.policy { terms.append("response=\(transform.text)") }
        if let retry = route.traffic.retry?.policy { terms.append("retry=\(retry.text)") }
        if let key = route.splitKey { terms.append("hash_on=\(key.text)") }
        if let mirror = route.mirror, let policy = route.traffic.mirror?.policy {
            terms.append("mirror=\(plan.upstreams[mirror].label):\(policy.percent)%")
        }
        if let stream = route.stream { terms.append("stream=\(stream.rawValue)") }
        if let time = route.cacheTime { terms.append("cache=\(time) per=\(route.cacheAudience)") }
        if let upgrade = route.upgrade { terms.append("upgrade=\(upgrade.rawValue)") }
    }
    return terms.map { " " + $0 }.joined()
}

private func limitTerms(of route: PlannedRoute) -> [String] {
    guard let limits = route.traffic.rateLimits, !limits.limits.isEmpty else { return [] }
    let texts = limits.limits.map(\.term).joined(separator: ";")
    return ["rate_limit=\(texts)\(limits.isShared ? ",shared" : "")"]
}

private func list(_ names: [String]) -> String { names.isEmpty ? "-" : names.joined(separator: ",") }

/// A scope or a role, in quotes where it could be taken for something else of the line.
private func quoted(_ name: String) -> String {
    let isPlain = name != "-" && !name.contains { $0.isWhitespace || ",=\"\\".contains($0) }
    return isPlain ? name : literal(name)
}

extension RateLimit {
    /// `100/60s+10,key=user_id`, `free:60/60s,pro:600/60s,key=sub`
    fileprivate var term: String {
        let rates = (rate.map { [$0.text] } ?? []) + tiers.map { "\($0.name.value):\($0.rate.text)" }
        return (rates + ["key=\(key.text)"]).joined(separator: ",")
    }
}

extension Int {
    /// As the spec writes sizes: `10MiB`, `64KiB`, `1000B`.
    var sizeText: String {
        if self > 0, self % (1 << 20) == 0 { return "\(self >> 20)MiB" }
        if self > 0, self % (1 << 10) == 0 { return "\(self >> 10)KiB" }
        return "\(self)B"
    }
}
