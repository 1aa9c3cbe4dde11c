// The state of policies: each writes a member of its own into its route's.
extension AdminDocuments {
    func writeLimits(_ counts: MetricsSnapshot, into body: ByteWriter) {
        body.put("{\"limits\":[")
        var isFirst = true
        for (index, route) in plan.definition.routes.routes.enumerated() {
            if case .builtin = route.target { continue }
            if !isFirst { body.put(",") }
            isFirst = false
            body.put("{\"name\":")
            body.put(json: route.name)
            putState(of: plan.routes[index], index, counts, into: body)
            body.put("}")
        }
        body.put("]")
        putShared(counts, into: body)
        body.put("}")
    }

    /// What the policies of a route have to say of it now: members that follow its name.
    private func putState(of route: RoutePlan, _ index: Int, _ counts: MetricsSnapshot, into body: ByteWriter) {
        putLimits(route.limits, exceeded: exceeded(index, counts), into: body)
        put(route.concurrency, .state, into: body)
        put(route.breaker, .state, into: body)
        put(route.retry, into: body)
        put(route.mirror, into: body)
    }

    /// What policies have that is no route's own: members that follow the routes.
    private func putShared(_ counts: MetricsSnapshot, into body: ByteWriter) {
        putUpstreams(into: body)
        put(counts.cache, into: body)
        guard let limiter = plan.limiter else { return }
        body.put(",\"rate_limiter\":{\"backend\":")
        body.put(json: limiter.redis == nil ? "memory" as StaticString : "redis")
        body.put(",\"keys\":")
        body.put(decimal: limiter.buckets.liveCount)
        body.put(",\"evictions\":")
        body.put(decimal: limiter.buckets.evictedCount)
        if let status = limiter.redis?.status {
            body.put(status.isUp ? ",\"redis\":\"up\"" : ",\"redis\":\"down\"")
            body.put(",\"asked\":")
            body.put(decimal: status.asked)
            body.put(",\"failed\":")
            body.put(decimal: status.failed)
            body.put(",\"local\":")
            body.put(decimal: status.local)
        }
        body.put("}")
    }

    /// `"cache":{"entries":12,"bytes":8192,"evictions":0,"results":{"hit":90,…},"refreshes":{"stored":3,"failed":0}}`, of all
    /// loops together.
    private func put(_ cache: CacheCounts, into body: ByteWriter) {
        guard cache.isThere else { return }
        body.put(",\"cache\":{\"entries\":")
        body.put(decimal: cache.entries)
        body.put(",\"bytes\":")
        body.put(decimal: cache.bytes)
        body.put(",\"evictions\":")
        body.put(decimal: Int(clamping: cache.evictions))
        body.put(",\"results\":{")
        for (index, result) in cache.results.enumerated() {
            if index > 0 { body.put(",") }
            body.put(json: result.0)
            body.put(":")
            body.put(decimal: Int(clamping: result.1))
        }
        body.put("},\"refreshes\":{\"stored\":")
        body.put(decimal: Int(clamping: cache.refreshes))
        body.put(",\"failed\":")
        body.put(decimal: Int(clamping: cache.failedRefreshes))
        body.put("}}")
    }

    /// How many requests to the route's paths were over a limit.
    private func exceeded(_ route: Int, _ counts: MetricsSnapshot) -> UInt64 {
        let labels = plan.labels
        let paths = Set(plan.definition.routes.routes[route].paths.indices.map { labels.path(ofRoute: route, at: $0) })
        return paths.reduce(0) { $0 &+ (counts.limited[$1] ?? 0) }
    }
}
