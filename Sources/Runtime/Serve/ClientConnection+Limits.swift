// Rate limits (`rate_limit`): by the address before anything is said of a token, by the caller once he is known.
extension ClientConnection {
    /// What comes behind a limit that lets the request through.
    enum Limited {
        case address
        /// The request has no route, and is only told so if its address is within the limit.
        case unmatched
        case caller
        /// The token will not do, which is only said to a caller who is within his limit (`order: before_auth`).
        case refused(AuthFailure)
    }

    func limitAddress(_ route: RoutePlan) {
        guard let limit = route.limits?.address else { return admit(route) }
        take(limit, then: .address)
    }

    func limitCaller(_ route: RoutePlan, then next: Limited = .caller) {
        guard let limit = route.limits?.caller else { return goOn(next, route) }
        take(limit, then: next)
    }

    /// Of requests without a route, those from an address over the limit of `defaults` are told that instead.
    func limitUnmatched() {
        guard let limit = worker.plan.limiter?.unmatched else { return refuseUnmatched() }
        take(limit, then: .unmatched)
    }

    private func take(_ route: RouteLimit, then next: Limited) {
        guard let limiter = worker.plan.limiter else { return goOn(next, exchange.route) }
        let limit = route.limit
        let number = limit.rate(of: exchange.grant)
        let claim = limit.caller(exchange.grant)
        let provider = exchange.grant?.provider ?? 0
        let wish = Wish(
            route: route, rate: number,
            bucket: claim.map { limit.bucket(of: $0, from: provider, at: number) }
                ?? limit.bucket(of: accountableAddress, at: number),
            scope: claim == nil ? .address : .user, next: next)
        let rate = limit.rates[number]
        guard let redis = limiter.redis else {
            return note(limiter.buckets.take(wish.bucket, at: rate, now: worker.now), wish)
        }
        guard redis.client.isUp else { return takeLocally(wish, limiter, redis) }
        let (known, count) = redis.take(wish.bucket, at: rate, now: worker.now)
        if let known { return note(known, wish) }
        let name = LimitKey.Name(
            caller: claim.map { .claim(Array($0), provider: provider) } ?? .address(accountableAddress),
            route: route.isShared ? nil : route.route, tier: limit.tier(of: number))
        let exchangeNumber = exchange.number
        let asked = worker.now
        let loop = worker.loop
        let resume = LoopBound(
            { [self] (answer: RedisLimiter.Answer) in
                guard phase == .exchange, exchange.number == exchangeNumber, exchange.response == .none else { return }
                _ = worker.updateNow()
                answered(answer, asked, wish, limiter, redis)
                process()
            }, on: loop)
        redis.ask(
            for: count, wish.bucket, named: name, at: rate,
            missing: limiter.buckets.missing(wish.bucket, at: rate, now: worker.now)
        ) { answer in loop.execute { resume.value(answer) } }
    }

    /// Where the request comes from as far as trusted proxies have seen it, so that nobody chooses his bucket by what he sends.
    private var accountableAddress: IPAddress {
        let forwarded =
            address.isTrusted
            ? ForwardingFields.nearestClient(in: head.fields, trusted: worker.plan.settings.trustedProxies) : nil
        return forwarded ?? address.peer ?? IPAddress(high: 0, low: 0)
    }

    /// A token that is wished for.
    private struct Wish {
        let route: RouteLimit
        let rate: Int
        let bucket: UInt64
        /// Whose bucket it is.
        let scope: LimitScope
        let next: Limited
    }

    private func answered(
        _ answer: RedisLimiter.Answer, _ asked: UInt64, _ wish: Wish, _ limiter: RateLimiter, _ redis: RedisLimiter
    ) {
        switch answer {
        case .failed: takeLocally(wish, limiter, redis)
        case .taking(let taking):
            // What all gateways have let through, and what has been fetched, counts here too: for when the server is away,
            // and to tell it where it has forgotten. As of when it was asked: else each answer would make it more.
            limiter.buckets.note(
                missing: taking.full, of: wish.bucket, at: wish.route.limit.rates[wish.rate], then: asked)
            note(taking, wish)
        }
    }

    /// The server cannot be asked. One that has not come yet is stood in for, whatever the spec says of failures.
    private func takeLocally(_ wish: Wish, _ limiter: RateLimiter, _ redis: RedisLimiter) {
        let answer = redis.client.hasBeenUp ? redis.onError : .local
        if case .deny = answer { return refuse(.uncounted) }
        redis.countLocal()
        let taking = limiter.buckets.take(wish.bucket, at: wish.route.limit.rates[wish.rate], now: worker.now)
        if case .allow = answer { goOn(wish.next, exchange.route) } else { note(taking, wish) }
    }

    private func note(_ taking: Rate.Taking, _ wish: Wish) {
        let outcome = LimitOutcome(taking, rate: wish.rate, scope: wish.scope)
        exchange.marks.insert(.limited)
        switch wish.next {
        case .address, .unmatched: exchange.addressLimit = outcome
        case .caller, .refused: exchange.callerLimit = outcome
        }
        if taking.isAllowed { goOn(wish.next, exchange.route) } else { refuse(.rateLimited(wish.route, outcome)) }
    }

    private func goOn(_ next: Limited, _ route: RoutePlan?) {
        guard let route else { return refuseUnmatched() }
        switch next {
        case .address: admit(route)
        case .caller: limited(route)
        case .refused(let failure): refuse(failure)
        case .unmatched: refuseUnmatched()
        }
    }

    /// What is left of the limits, in the response's head.
    func putLimitFields() {
        guard let limiter = worker.plan.limiter else { return }
        let limits = exchange.route?.limits
        let ofAddress = exchange.route == nil ? limiter.unmatched : limits?.address
        let address = exchange.addressLimit.flatMap { outcome in ofAddress.map { ($0.fields[outcome.rate], outcome) } }
        let caller = exchange.callerLimit.flatMap { outcome in
            limits?.caller.map { ($0.fields[outcome.rate], outcome) }
        }
        if limiter.hasStandardFields {
            output.put("RateLimit-Policy: ")
            if let (fields, _) = address { output.put(fields.policy) }
            if address != nil, caller != nil { output.put(", ") }
            if let (fields, _) = caller { output.put(fields.policy) }
            output.put("\r\nRateLimit: ")
            if let (fields, outcome) = address { output.put(outcome, named: fields.name) }
            if address != nil, caller != nil { output.put(", ") }
            if let (fields, outcome) = caller { output.put(outcome, named: fields.name) }
            output.put("\r\n")
        }
        // The older fields have room for one limit: the caller's own, where it was asked.
        if limiter.hasLegacyFields, let (fields, outcome) = caller ?? address {
            output.put(fields.legacy)
            output.put(outcome.scope.text)
            output.put("\r\n")
            if outcome.remaining > 0 {
                output.put("X-RateLimit-Remaining: ")
                output.put(decimal: outcome.remaining)
                output.put("\r\n")
            }
            if !outcome.isAllowed {
                output.put("X-RateLimit-Reset: ")
                output.put(decimal: outcome.reset)
                output.put("\r\n")
            }
        }
    }
}

extension ByteWriter {
    /// `"default";r=50;t=30`
    fileprivate func put(_ outcome: LimitOutcome, named name: ByteView) {
        put(name)
        put(";r=")
        put(decimal: outcome.remaining)
        put(";t=")
        put(decimal: outcome.reset)
    }
}
