// What has become of requests on their way: members of routes in `/-/limits`, where they have such a policy, and all upstreams.
extension AdminDocuments {
    /// `"retry":{"made":3,"budget_left":8}`: how many requests have been sent again, and how many more may be just now.
    func put(_ retry: RetryPolicy?, into body: ByteWriter) {
        guard let retry else { return }
        body.put(",\"retry\":{\"made\":")
        body.put(decimal: retry.retries)
        body.put(",\"budget_left\":")
        body.put(decimal: retry.budget.left)
        body.put("}")
    }

    /// `"mirror":{"sent":90,"dropped":0,"in_flight":2}`, in copies of requests.
    func put(_ mirror: MirrorPolicy?, into body: ByteWriter) {
        guard let mirror else { return }
        body.put(",\"mirror\":{\"sent\":")
        body.put(decimal: mirror.counts.sent)
        body.put(",\"dropped\":")
        body.put(decimal: mirror.counts.dropped)
        body.put(",\"in_flight\":")
        body.put(decimal: mirror.copiesInFlight)
        body.put("}")
    }

    /// The targets of upstreams of which anything is known, and their breakers.
    func putUpstreams(into body: ByteWriter) {
        body.put(",\"upstreams\":[")
        for (index, upstream) in plan.upstreams.compactMap({ $0.status(Loop.clock()) }).enumerated() {
            body.put(index == 0 ? "{\"name\":" : ",{\"name\":")
            body.put(json: upstream.name)
            body.put(",\"targets\":[")
            for (index, target) in upstream.targets.enumerated() {
                body.put(index == 0 ? "{\"url\":" : ",{\"url\":")
                body.put(json: target.url)
                if let seen = target.seen { put(seen, into: body) }
                if let connections = target.connections {
                    body.put(",\"connections\":{\"max\":")
                    body.put(decimal: connections.most)
                    body.put(",\"open\":")
                    body.put(decimal: connections.open)
                    body.put("}")
                }
                body.put("}")
            }
            body.put("]")
            put(upstream.breaker, .state, into: body)
            body.put("}")
        }
        body.put("]")
    }

    private func put(_ seen: UpstreamStatus.Seen, into body: ByteWriter) {
        body.put(",\"status\":")
        body.put(json: seen.status.rawValue)
        body.put(",\"ejections\":")
        body.put(decimal: seen.ejections)
        body.put(",\"requests\":")
        body.put(decimal: seen.requests)
        body.put(",\"failures\":")
        body.put(decimal: seen.failures)
        if let inFlight = seen.inFlight {
            body.put(",\"in_flight\":")
            body.put(decimal: inFlight)
        }
    }
}
