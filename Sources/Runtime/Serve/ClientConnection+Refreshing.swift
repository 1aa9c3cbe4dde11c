// What is stale, and used, is asked for anew (RFC 5861, 3). It takes the way of a client's request, with the bounds that such
// a one has, but never waits for anything: the stored response does meanwhile.
extension ClientConnection {
    /// Asks the upstream for a response anew, beside its use.
    func refresh(_ entry: CacheEntry, _ lookup: CacheLookup, _ cache: ResponseCache) {
        guard entry.refreshing.isDue(lookup.now), cache.refreshes < ResponseCache.mostRefreshes,
            let target = exchange.target, let way = wayUpstream(of: lookup.route, lookup.now)
        else { return }
        let fetch = CacheFetch(
            lookup.plan, in: cache, hash: lookup.hash, key: worker.cacheKey.view, path: lookup.path,
            isAuthorized: lookup.isAuthorized, directives: RequestDirectives(), stale: entry, flight: nil,
            now: lookup.now, isRefresh: true)
        let refresh = CacheRefresh(fetch, of: entry, in: cache, way: way, worker: worker)
        let route = lookup.route
        exchange.fetch = fetch
        writeRequest(target, by: route, to: way.pool.settings, into: refresh.request)
        exchange.fetch = nil
        refresh.start()
    }

    /// A place of the route, a permit of its breaker, and a target of the upstream that a client's request would go to: none
    /// where there is not all of it at once.
    private func wayUpstream(of route: RoutePlan, _ now: UInt64) -> RefreshWay? {
        guard case .upstream(let index) = route.target else { return nil }
        if let places = route.concurrency, places.waiting > 0 || !places.take() { return nil }
        var permit: BreakerWord.Permit?
        if let breaker = route.breaker {
            guard case .permitted(let given) = breaker.ask(now) else {
                worker.leavePlace(of: route)
                return nil
            }
            permit = given
        }
        switch worker.upstreams[route.split.map(destination) ?? index] {
        case .plain(let pool): return RefreshWay(route: route, pool: pool, permit: permit)
        case .guarded(let guarded):
            guard case .success(let lease) = guarded.begin(key: guarded.hashOn.map(hash) ?? 0, tried: 0, now) else {
                if let permit { route.breaker?.end(permit, .neither, now) }
                worker.leavePlace(of: route)
                return nil
            }
            return RefreshWay(
                route: route, pool: guarded.pools[lease.target], permit: permit, guarded: guarded, lease: lease)
        }
    }
}

/// Where a refreshing request goes, and what it holds meanwhile.
struct RefreshWay {
    let route: RoutePlan
    let pool: UpstreamPool
    let permit: BreakerWord.Permit?
    /// What is to be told of the end, where there is something to be told.
    var guarded: GuardedUpstream?
    var lease: TargetLease?

    /// Gives everything back. Called once.
    func leave(_ outcome: AttemptOutcome, _ worker: Worker, _ now: UInt64) {
        if let guarded, let lease {
            guarded.settle(lease, outcome, now)
            guarded.release(lease)
        }
        if let permit { route.breaker?.end(permit, outcome.forBreaker, now) }
        worker.leavePlace(of: route)
    }
}

extension Worker {
    /// Gives back a place of a route that has a number of them.
    fileprivate func leavePlace(of route: RoutePlan) {
        if let places = route.concurrency, places.give() { wakeQueue(of: route.index) }
    }
}
