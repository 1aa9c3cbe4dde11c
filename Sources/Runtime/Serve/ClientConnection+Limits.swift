// Rate limits (`rate_limit`): by the address before anything is said of a token, by the caller once he is known.
extension ClientConnection {
    /// What comes behind a limit that lets the request through.
    enum Limited {
        case address
        case caller
        /// The token will not do, which is only said to a caller who is within his limit (`order: before_auth`).
        case refused(AuthFailure)
    }

    func limitAddress(_ route: Int) {
        guard let limit = worker.plan.routes[route].limits?.address else { return admit(route) }
        take(limit, then: .address)
    }

    func limitCaller(_ route: Int, then next: Limited = .caller) {
        guard let limit = worker.plan.routes[route].limits?.caller else { return goOn(next) }
        take(limit, then: next)
    }

    private func take(_ route: RouteLimit, then next: Limited) {
        guard let limiter = worker.plan.limiter else { return goOn(next) }
        let limit = route.limit
        let number = limit.rate(of: exchange.grant)
        let rate = limit.rates[number]
        let provider = exchange.grant?.provider ?? 0
        let caller =
            limit.caller(exchange.grant).map { LimitKey.Name.Caller.claim($0, provider: provider) }
            ?? .address(accountableAddress)
        let bucket =
            switch caller {
            case .claim(let value, let provider): limit.bucket(of: value, from: provider, at: number)
            case .address(let address): limit.bucket(of: address, at: number)
            }
        guard let redis = limiter.redis else {
            return note(limiter.buckets.take(bucket, at: rate, now: worker.now), number, route, then: next)
        }
        let wish = Wish(route: route, rate: number, bucket: bucket, next: next)
        guard redis.client.isUp else { return takeLocally(wish, limiter, redis) }
        let (known, count) = redis.take(bucket, at: rate, now: worker.now)
        if let known {
            // What passes by the server's word counts here too, for when the server is away.
            if known.isAllowed { _ = limiter.buckets.take(bucket, at: rate, now: worker.now) }
            return note(known, number, route, then: next)
        }
        let name = LimitKey.Name(
            caller: caller, route: route.isShared ? nil : route.route, tier: limit.tier(of: number))
        let exchangeNumber = exchange.number
        let loop = worker.loop
        let resume = LoopBound(
            { [self] (answer: RedisLimiter.Answer) in
                guard phase == .exchange, exchange.number == exchangeNumber, exchange.response == .none else { return }
                _ = worker.updateNow()
                answered(answer, wish, limiter, redis)
                process()
            }, on: loop)
        redis.ask(
            for: count, bucket, named: name, at: rate, missing: limiter.buckets.missing(bucket, now: worker.now)
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
        let next: Limited
    }

    private func answered(_ answer: RedisLimiter.Answer, _ wish: Wish, _ limiter: RateLimiter, _ redis: RedisLimiter) {
        switch answer {
        case .failed: takeLocally(wish, limiter, redis)
        case .taking(let taking):
            if taking.isAllowed {
                _ = limiter.buckets.take(wish.bucket, at: wish.route.limit.rates[wish.rate], now: worker.now)
            }
            note(taking, wish.rate, wish.route, then: wish.next)
        }
    }

    /// The server cannot be asked. One that has not come yet is stood in for, whatever the spec says of failures.
    private func takeLocally(_ wish: Wish, _ limiter: RateLimiter, _ redis: RedisLimiter) {
        let answer = redis.client.hasBeenUp ? redis.onError : .local
        if case .deny = answer { return refuse(.uncounted) }
        redis.countLocal()
        let taking = limiter.buckets.take(wish.bucket, at: wish.route.limit.rates[wish.rate], now: worker.now)
        if case .allow = answer { goOn(wish.next) } else { note(taking, wish.rate, wish.route, then: wish.next) }
    }

    private func note(_ taking: Rate.Taking, _ rate: Int, _ route: RouteLimit, then next: Limited) {
        let outcome = LimitOutcome(taking, rate: rate)
        exchange.marks.insert(.limited)
        if case .address = next { exchange.addressLimit = outcome } else { exchange.callerLimit = outcome }
        if taking.isAllowed { goOn(next) } else { refuse(.rateLimited(route, retryAfter: outcome.reset)) }
    }

    private func goOn(_ next: Limited) {
        guard let route = exchange.route else { return }
        switch next {
        case .address: admit(route)
        case .caller: limited(route)
        case .refused(let failure): refuse(failure)
        }
    }

    /// What is left of the limits, in the response's head.
    func putLimitFields() {
        guard let route = exchange.route, let limiter = worker.plan.limiter,
            let limits = worker.plan.routes[route].limits
        else { return }
        let address = limits.address.flatMap { limit in exchange.addressLimit.map { (limit, $0) } }
        let caller = limits.caller.flatMap { limit in exchange.callerLimit.map { (limit, $0) } }
        if limiter.hasStandardFields {
            output.put("RateLimit-Policy: ")
            if let (limit, outcome) = address { output.put(limit.fields[outcome.rate].policy) }
            if address != nil, caller != nil { output.put(", ") }
            if let (limit, outcome) = caller { output.put(limit.fields[outcome.rate].policy) }
            output.put("\r\nRateLimit: ")
            if let (limit, outcome) = address { output.put(outcome, named: limit.fields[outcome.rate].name) }
            if address != nil, caller != nil { output.put(", ") }
            if let (limit, outcome) = caller { output.put(outcome, named: limit.fields[outcome.rate].name) }
            output.put("\r\n")
        }
        // The older fields have room for one limit: the caller's own, where it was asked.
        if limiter.hasLegacyFields, let (limit, outcome) = caller ?? address {
            output.put(limit.fields[outcome.rate].legacy)
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
    fileprivate func put(_ outcome: LimitOutcome, named name: [UInt8]) {
        put(name)
        put(";r=")
        put(decimal: outcome.remaining)
        put(";t=")
        put(decimal: outcome.reset)
    }
}
