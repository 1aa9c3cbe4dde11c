// The routes as they are configured, with 003's keys.
extension AdminDocuments {
    func writeRoutes(into body: ByteWriter) {
        body.put("{\"routes\":[")
        var isFirst = true
        for (index, route) in plan.definition.routes.routes.enumerated() {
            if case .builtin = route.target { continue }
            if !isFirst { body.put(",") }
            isFirst = false
            write(route, plan.routes[index], needsToken: plan.definition.access.rule(of: index).needsToken, into: body)
        }
        body.put("]}")
    }

    private func write(_ route: RouteDefinition, _ plan: RoutePlan, needsToken: Bool, into body: ByteWriter) {
        body.put("{\"name\":")
        body.put(json: route.name)
        body.put(",\"methods\":")
        body.put(json: route.methods)
        // `/api/users/*` is what 003 calls the prefix `/api/users/`.
        let template = route.paths.first.map { "\($0.template)" } ?? ""
        body.put(",\"path_prefix\":")
        body.put(json: template.hasSuffix("/*") ? String(template.dropLast()) : template)
        body.put(",\"upstream\":")
        if case .upstream(let upstream) = route.target, self.plan.definition.upstreams.indices.contains(upstream) {
            body.put(json: self.plan.definition.upstreams[upstream].name)
        } else {
            body.put("null")
        }
        body.put(",\"strip_prefix\":")
        let forward = route.paths.first?.forward.map { "\($0)" } ?? template
        body.put(json: template.hasSuffix(forward) ? String(template.dropLast(forward.count)) : "")
        body.put(needsToken ? ",\"auth_required\":true" : ",\"auth_required\":false")
        putLimits(plan.limits, exceeded: nil, into: body)
        put(plan.concurrency, .settings, into: body)
        put(plan.breaker, .settings, into: body)
        body.put("}")
    }

    /// `"rate_limit":{"enabled":true,"rps":5,"burst":10,"scope":"user"}`: the caller's, beside which an address may have one too.
    func putLimits(_ limits: RouteLimits?, exceeded: UInt64?, into body: ByteWriter) {
        body.put(",\"rate_limit\":")
        guard let limits, let main = limits.caller ?? limits.address else { return body.put("null") }
        put(main, exceeded: exceeded, into: body)
        if limits.caller != nil, let address = limits.address {
            body.put(",\"address_limit\":")
            put(address, exceeded: nil, into: body)
        }
    }

    private func put(_ limit: RouteLimit, exceeded: UInt64?, into body: ByteWriter) {
        let rate = limit.limit.rates[0]
        body.put("{\"enabled\":true,\"rps\":")
        body.put(text: LimitFields.perSecond(rate))
        body.put(",\"burst\":")
        body.put(decimal: rate.burst)
        body.put(",\"scope\":")
        body.put(json: limit.scope.rawValue)
        body.put(limit.isShared ? ",\"shared\":true" : ",\"shared\":false")
        if let exceeded {
            body.put(",\"exceeded\":")
            body.put(decimal: Int(clamping: exceeded))
        }
        body.put("}")
    }
}
