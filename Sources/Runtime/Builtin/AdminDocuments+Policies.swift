// Places and breakers: as they are configured in `/-/routes`, as they are now in `/-/limits`.
extension AdminDocuments {
    enum Aspect { case settings, state }

    /// `"concurrency":{"max_in_flight":8,"in_flight":2,"waiting":0,"refused":0}`; what follows the first is the state.
    func put(_ limit: ConcurrencyLimit?, _ aspect: Aspect, into body: ByteWriter) {
        body.put(",\"concurrency\":")
        guard let limit else { return body.put("null") }
        body.put("{\"max_in_flight\":")
        body.put(decimal: limit.most)
        if aspect == .state {
            body.put(",\"in_flight\":")
            body.put(decimal: limit.inFlight)
            body.put(",\"waiting\":")
            body.put(decimal: limit.waiting)
            body.put(",\"refused\":")
            body.put(decimal: limit.refusals)
        }
        body.put("}")
    }

    /// `"circuit_breaker":{…}`, or null.
    func put(_ breaker: CircuitBreaker?, _ aspect: Aspect, into body: ByteWriter) {
        body.put(",\"circuit_breaker\":")
        guard let breaker else { return body.put("null") }
        switch aspect {
        case .settings: put(breaker.limits, into: body)
        case .state: put(breaker.status(Loop.clock()), into: body)
        }
    }

    /// `{"failure_threshold":5,"open_seconds":10,"half_open_max_in_flight":1}`
    private func put(_ limits: BreakerLimits, into body: ByteWriter) {
        body.put("{\"failure_threshold\":")
        body.put(decimal: limits.failures)
        body.put(",\"open_seconds\":")
        body.put(decimal: Int(clamping: (limits.open + 999) / 1000))
        body.put(",\"half_open_max_in_flight\":")
        body.put(decimal: limits.probes)
        body.put("}")
    }

    /// `{"state":"open","failures":0,"opens_at":"…","retry_after_seconds":7,"half_open_in_flight":0}`; `opens_at` is when an open one
    /// lets requests try.
    private func put(_ status: BreakerStatus, into body: ByteWriter) {
        let state: StaticString =
            switch status.phase {
            case .closed: "closed"
            case .open: "open"
            case .halfOpen: "half_open"
            }
        body.put("{\"state\":")
        body.put(json: state)
        body.put(",\"failures\":")
        body.put(decimal: status.failures)
        body.put(",\"opens_at\":")
        body.put(time: status.phase == .open ? Worker.wallClock() + Int64(clamping: status.retryAfter) * 1000 : nil)
        body.put(",\"retry_after_seconds\":")
        body.put(decimal: status.retryAfter)
        body.put(",\"half_open_in_flight\":")
        body.put(decimal: status.inFlight)
        body.put("}")
    }
}
