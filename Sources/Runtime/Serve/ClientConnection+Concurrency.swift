// How many requests of a route are under way at a time (`concurrency`). A place is held until the exchange ends.
extension ClientConnection {
    /// Goes on to the upstream once there is a place; where none is left, waits for one or is refused.
    func enter(_ route: RoutePlan) {
        guard let limit = route.concurrency else { return leadOn(route) }
        // Who comes while others wait does not push in.
        if limit.waiting == 0, limit.take() { return hold(route) }
        guard limit.beginWaiting() else { return refuseBusy(route, limit) }
        exchange.marks.insert(.queued)
        worker.queues.append(self, for: route.index)
        // A place may have become free before anybody knew that somebody waits.
        worker.offerPlaces(of: route.index)
        // Not beyond the time of the route: it would go upstream only to be given up.
        deadlines.queue = min(
            worker.now.adding(nanoseconds: limit.wait),
            exchange.start.adding(nanoseconds: route.timeout))
        demandDeadlines()
    }

    private func hold(_ route: RoutePlan) {
        exchange.marks.insert(.holdsPlace)
        leadOn(route)
    }

    /// Is the next that has waited for a place.
    /// - Returns: whether there was one.
    func takePlace(_ route: RoutePlan) -> Bool {
        guard let limit = route.concurrency, limit.take() else { return false }
        stopWaiting(route, limit)
        hold(route)
        process()
        return true
    }

    /// Has waited for too long.
    func endQueueing() {
        deadlines.queue = .max
        guard let route = exchange.route, exchange.marks.contains(.queued), let limit = route.concurrency else {
            return
        }
        stopWaiting(route, limit)
        refuseBusy(route, limit)
        process()
    }

    private func stopWaiting(_ route: RoutePlan, _ limit: ConcurrencyLimit) {
        exchange.marks.remove(.queued)
        deadlines.queue = .max
        worker.queues.remove(self, for: route.index)
        limit.endWaiting()
    }

    /// Gives back the place among those under way, or among those that wait.
    func leavePlace() {
        guard let route = exchange.route, let limit = route.concurrency else { return }
        if exchange.marks.contains(.queued) { stopWaiting(route, limit) }
        if exchange.marks.contains(.holdsPlace), limit.give() { worker.wakeQueue(of: route.index) }
    }

    private func refuseBusy(_ route: RoutePlan, _ limit: ConcurrencyLimit) {
        limit.countRefusal()
        refuse(.tooBusy(worker.plan.definition.routes.routes[route.index], limit))
    }
}

extension ServingPlan {
    /// The routes that have a number of places, by name.
    var places: [(route: String, limit: ConcurrencyLimit)] {
        zip(routes, definition.routes.routes).compactMap { plan, route in
            plan.concurrency.map { (route.name, $0) }
        }
    }
}
