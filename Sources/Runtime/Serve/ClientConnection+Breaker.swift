// The route's circuit breaker (`circuit_breaker`): what comes of requests here opens and closes it. That of an upstream is
// asked for each attempt (`GuardedUpstream`).
extension ClientConnection {
    /// Goes on to the upstream, unless the breaker is open.
    func passBreaker(_ route: RoutePlan, to upstream: Int) {
        if let breaker = route.breaker {
            switch breaker.ask(worker.updateNow()) {
            case .permitted(let permit):
                exchange.permit = permit
                exchange.marks.insert(.breaker)
            case .refused(let seconds):
                refuse(.circuitOpen(worker.plan.definition.routes.routes[route.index].name, retryAfter: seconds))
                return
            }
        }
        forward(route, to: upstream)
    }

    /// What has come of the request; of several words on it, the first counts.
    func settleBreaker(_ outcome: AttemptOutcome) {
        guard exchange.marks.remove(.breaker) != nil, let permit = exchange.permit, let route = exchange.route else {
            return
        }
        route.breaker?.end(permit, outcome.forBreaker, worker.updateNow())
    }
}

extension ServingPlan {
    /// All breakers, each with the label that metrics have for it.
    func breakers(_ now: UInt64) -> [(label: String, status: BreakerStatus)] {
        let ofRoutes = zip(routes, definition.routes.routes).compactMap { plan, route in
            plan.breaker.map { (label: "route=\"\(route.name)\"", status: $0.status(now)) }
        }
        let ofUpstreams = upstreams.compactMap { upstream in
            upstream.breaker.map { (label: "upstream=\"\(upstream.settings.name)\"", status: $0.status(now)) }
        }
        return ofRoutes + ofUpstreams
    }
}
