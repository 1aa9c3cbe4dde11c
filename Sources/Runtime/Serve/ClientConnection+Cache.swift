// The cache's stage of the chain: what is stored answers, or the request goes upstream so that something will be.
extension ClientConnection {
    /// Answers with a stored response, waits for another request's, or goes on to the upstream.
    /// - Parameters:
    ///   - now: by ``Loop/clock()``.
    ///   - flight: where it has waited, and is the next one to go.
    func consultCache(_ route: RoutePlan, now: UInt64, leading flight: CacheFlight? = nil) {
        guard let plan = route.cache, let cache = worker.cache, let target = exchange.target else {
            enter(route)
            return
        }
        exchange.marks.insert(.cache)
        let question = CacheQuestion(head.fields)
        guard head.method == .get || head.method == .head, head.framing == .none, !question.isForUpstream else {
            passBy(.bypassed, question, route)
            return
        }
        let identity = CacheIdentity(exchange.grant, worker.tokens?.sources, isShared: plan.isShared)
        let origin = ForwardingFields.origin(
            head.fields, from: address, host: target.authority ?? head.host, classes: worker.classes)
        let key = worker.cacheKey
        key.clear()
        CacheKey.write(plan, target, origin: origin, identity: identity, head.fields, into: key)
        let lookup = CacheLookup(
            plan: plan, hash: CacheHash.of(key.view), path: target.path, route: route,
            isAuthorized: !identity.isKnown && (exchange.grant != nil || head.facts.authorizationIndex != nil),
            now: now)

        var outcome = CacheOutcome.missed
        var stale: CacheEntry?
        switch cache.find(lookup.hash, key.view, head.fields) {
        case .found(let entry) where lookup.isAuthorized && !entry.facts.control.allowsAuthorized: outcome = .bypassed
        case .found(let entry):
            switch entry.freshness.verdict(at: lookup.now, for: question.directives) {
            case .fresh:
                cache.touch(entry)
                answer(with: entry, question, as: exchange.cache.outcome == .collapsed ? .collapsed : .hit)
                return
            case .refreshed:
                cache.touch(entry)
                refresh(entry, lookup, cache)
                answer(with: entry, question, as: .stale)
                return
            case .accepted:
                answer(with: entry, question, as: .stale)
                return
            case .unusable
            where exchange.cache.outcome == .collapsed && entry.stoodIn >= exchange.start
                && entry.freshness.mayStandIn(at: lookup.now, for: question.directives):
                // Whoever it has waited for has found the upstream failing.
                answer(with: entry, question, as: .stoodIn)
                return
            case .unusable:
                outcome = entry.freshness.remaining(at: lookup.now) > 0 ? .requested : .expired
                stale = entry
            }
        case .otherVariant: outcome = .missedVariant
        case .none: break
        }
        fetch(lookup, question, cache, outcome: outcome, stale: stale, leading: flight)
    }

    /// Goes upstream without a look at what is stored.
    private func passBy(_ outcome: CacheOutcome, _ question: CacheQuestion, _ route: RoutePlan) {
        exchange.cache.outcome = outcome
        if question.directives.onlyIfCached {
            refuse(.notStored)
        } else {
            enter(route)
        }
    }

    /// Goes upstream for a response that may be stored, or waits for that of an equal request.
    private func fetch(
        _ lookup: CacheLookup, _ question: CacheQuestion, _ cache: ResponseCache, outcome: CacheOutcome,
        stale: CacheEntry?, leading own: CacheFlight?
    ) {
        let canStore = head.method == .get && !question.directives.noStore && !question.directives.onlyIfCached
        guard canStore else { return passBy(outcome, question, lookup.route) }
        // The upstream would judge the client's own condition, and have nothing to be stored.
        let isConfirmable = stale.map { !$0.validators.isEmpty } ?? false
        let isAlike = question.directives.isPlain && (!question.isConditional || isConfirmable)
        var flight: CacheFlight?
        if lookup.plan.coalesces, isAlike, mayWait(lookup, cache) {
            if let other = cache.flights[lookup.hash] {
                if other === own {
                    flight = own
                } else if worker.cacheKey.view.equals(other.key) {
                    return wait(for: other, lookup)
                }
            } else {
                flight = CacheFlight(lookup.hash, worker.cacheKey.view, in: cache, loop: worker.loop)
                cache.flights[lookup.hash] = flight
            }
        }
        exchange.cache.outcome = outcome
        exchange.fetch = CacheFetch(
            lookup.plan, in: cache, hash: lookup.hash, key: worker.cacheKey.view, path: lookup.path,
            isAuthorized: lookup.isAuthorized, directives: question.directives, stale: stale, flight: flight,
            now: lookup.now)
        enter(lookup.route)
    }

    /// Whether an equal request is worth waiting for: not once another one was in vain, nor for what cannot be stored.
    private func mayWait(_ lookup: CacheLookup, _ cache: ResponseCache) -> Bool {
        exchange.cache.outcome != .collapsed && lookup.now &- exchange.start < CacheFlight.longestWait
            && !cache.isUncacheable(lookup.hash, now: lookup.now)
    }

    private func wait(for flight: CacheFlight, _ lookup: CacheLookup) {
        let timeout = lookup.route.timeout
        if timeout != .max { deadlines.exchange = exchange.start.adding(nanoseconds: timeout) }
        demandDeadlines()
        flight.join(self)
    }

    /// What an exchange has waited for is stored, or is not going to be.
    func goOn(_ number: UInt64) {
        guard isWaiting(number), let route = exchange.route else { return }
        exchange.cache.outcome = .collapsed
        consultCache(route, now: worker.updateNow())
        process()
    }

    /// Whoever it has waited for brings nothing: it goes itself.
    func lead(_ flight: CacheFlight, _ number: UInt64) {
        guard isWaiting(number), let route = exchange.route else { return }
        consultCache(route, now: worker.updateNow(), leading: flight)
        process()
    }

    private func isWaiting(_ number: UInt64) -> Bool {
        phase == .exchange && exchange.number == number && exchange.response == .none && exchange.stage == .admitting
            && !exchange.marks.contains(.queued)
    }
}

/// A request as a cache sees it.
struct CacheLookup {
    let plan: CachePlan
    let hash: UInt64
    /// Normalised: what an unsafe request to it invalidates.
    let path: ByteView
    let route: RoutePlan
    /// Whether the request has credentials that the key does not tell apart.
    let isAuthorized: Bool
    /// By ``Loop/clock()``.
    let now: UInt64
}
