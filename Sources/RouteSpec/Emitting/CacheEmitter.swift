/// `routes.cache(Route.getAgents, ttl: .seconds(60), vary: ["Accept-Language"], staleIfError: .seconds(300))`
func emitCache(of route: PlannedRoute, _ name: String, into writer: inout CodeWriter) {
    guard route.traffic.keepsResponses, route.target.upstream != nil else { return }
    var arguments = [name]
    if let ttl = route.traffic.positiveTTL { arguments.append("ttl: \(ttl.swift)") }
    if let cache = route.traffic.cache {
        if !cache.headers.isEmpty { arguments.append("vary: \(arrayLiteral(cache.headers.map { literal($0) }))") }
        if cache.sharedMark != nil { arguments.append("shared: true") }
        if let time = cache.staleWhileRevalidate { arguments.append("staleWhileRevalidate: \(time.swift)") }
        if let time = cache.staleIfError { arguments.append("staleIfError: \(time.swift)") }
        if !cache.coalesces { arguments.append("coalesce: false") }
    }
    writer.call("routes.cache", arguments)
}

extension TrafficPolicy {
    /// `cache_ttl`, unless it is no time at all.
    fileprivate var positiveTTL: Duration? { cacheTTL.flatMap { $0.value > .zero ? $0.value : nil } }
}

extension PlannedRoute {
    /// What is kept of the route's responses, for people: `60s`, or `upstream` where only that says how long.
    var cacheTime: String? { traffic.keepsResponses ? traffic.positiveTTL?.specText ?? "upstream" : nil }

    /// Whom a kept response is for, and what else tells them apart: `identity`, `all` or `identity+Accept-Language`.
    var cacheAudience: String {
        let isForAll = access == .open || traffic.cache?.sharedMark != nil
        return ([isForAll ? "all" : "identity"] + (traffic.cache?.headers ?? [])).joined(separator: "+")
    }
}
