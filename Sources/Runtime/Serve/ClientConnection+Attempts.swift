// Which target a request goes to, and what its answer says of it. For an upstream with one target of which nothing is known,
// there is nothing to choose, to note or to give back.
extension ClientConnection {
    /// Has the request go to one of the upstream's targets.
    func attempt(_ upstream: Int) {
        exchange.attempt.upstream = upstream
        exchange.attempt.since = worker.now
        switch worker.upstreams[upstream] {
        case .plain(let pool): connect(pool)
        case .guarded(let guarded):
            let key = guarded.hashOn.map(hash) ?? 0
            switch guarded.begin(key: key, tried: exchange.attempt.tried, worker.updateNow()) {
            case .success(let lease):
                exchange.attempt.lease = lease
                exchange.attempt.target = lease.target
                exchange.attempt.isSettled = false
                exchange.marks.insert(.attempt)
                connect(guarded.pools[lease.target])
            case .failure(let refusal):
                // The gateway's own word: it says nothing new of the upstream.
                settle(.neither)
                giveUp(failure(of: refusal))
            }
        }
    }

    private func failure(of refusal: TargetRefusal) -> Failure {
        switch refusal {
        case .noHealthyTarget: .noHealthyTarget
        case .circuitOpen(let seconds):
            .circuitOpen(
                exchange.route.map { worker.plan.definition.routes.routes[$0.index].name } ?? "", retryAfter: seconds)
        }
    }

    private func connect(_ pool: UpstreamPool) {
        // After a connection that was stale, only a fresh one tells whether the upstream lives.
        if !exchange.hasRetried, let connection = pool.takeIdle(for: head.method) {
            // A body that has gone over a connection that was being closed is needed again.
            if !exchange.body.isAtEnd, head.method.isIdempotent, !exchange.marks.contains(.keepsBody) { keepBody() }
            upstreamConnected(connection)
        } else {
            ticket = pool.connect(.client(self))
        }
    }

    /// Has the request go to another of the upstream's targets: the one that it was to go to has said nothing of its health, but
    /// it has no connection left, or has closed one that was at rest and may be about to go.
    /// - Returns: whether there is another.
    func attemptElsewhere() -> Bool {
        guard exchange.marks.contains(.attempt), let lease = exchange.attempt.lease,
            case .guarded(let guarded) = worker.upstreams[exchange.attempt.upstream]
        else { return false }
        exchange.attempt.tried |= 1 << UInt64(lease.target)
        guard guarded.hasOther(than: exchange.attempt.tried, worker.updateNow()) else { return false }
        releaseAttempt()
        attempt(exchange.attempt.upstream)
        process()
        return true
    }

    /// What has come of an attempt; of several words on it, the first counts.
    func settleAttempt(_ outcome: AttemptOutcome) {
        guard exchange.marks.contains(.attempt), !exchange.attempt.isSettled, let lease = exchange.attempt.lease,
            case .guarded(let guarded) = worker.upstreams[exchange.attempt.upstream]
        else { return }
        exchange.attempt.isSettled = true
        guarded.settle(lease, outcome, worker.updateNow())
    }

    /// The end of an attempt.
    func releaseAttempt() {
        settleAttempt(.neither)
        guard exchange.marks.remove(.attempt) != nil, let lease = exchange.attempt.lease,
            case .guarded(let guarded) = worker.upstreams[exchange.attempt.upstream]
        else { return }
        exchange.attempt.lease = nil
        guarded.release(lease)
    }

    /// What a head says of the target that sent it. An error says all there is to say; an answer that is not one is good
    /// once it is whole, but for those that have no end. Breakers do not wait for that: how long it takes is up to the client,
    /// and a breaker that is half open would stay so.
    func settle(status: Int) {
        if exchange.marks.isEmpty { return }
        if status >= 500 {
            settle(.errorStatus)
            return
        }
        settleBreakers(.success)
        if exchange.isStream || exchange.isTunnel { settle(.success) }
    }

    private func settleBreakers(_ outcome: AttemptOutcome) {
        settleBreaker(outcome)
        guard exchange.marks.contains(.attempt), !exchange.attempt.isSettled, let lease = exchange.attempt.lease,
            case .guarded(let guarded) = worker.upstreams[exchange.attempt.upstream]
        else { return }
        guarded.settleBreaker(lease, outcome, worker.updateNow())
        exchange.attempt.lease?.permit = nil
    }

    /// What a failure says of the target: nothing, where the client or the gateway itself is why.
    func settle(_ failure: Failure) {
        if exchange.marks.isEmpty { return }
        let isOthers = failure.timeout == .route && isTimeOthers
        settle(failure.side == .upstream && !isOthers ? .noAnswer : .neither)
    }

    /// Whether the route's time has run out for no fault of the target: the client is slow with the request, or does not take the
    /// response; or most of the time had passed before it was the target's turn, in a queue, with other targets, or for a body
    /// that was slow to come.
    private var isTimeOthers: Bool {
        if upstream != nil, deadlines.body != .max || exchange.response != .none && unsent > 0 { return true }
        let turn = exchange.attempt.since
        return turn &- exchange.start > worker.updateNow() &- turn
    }

    /// What has come of the attempt, and with it of the request.
    func settle(_ outcome: AttemptOutcome) {
        if exchange.marks.isEmpty { return }
        settleAttempt(outcome)
        settleBreaker(outcome)
    }
}

/// Where a request has gone, and how often.
struct Attempt {
    /// An index into ``Worker/upstreams``.
    var upstream = 0
    /// Which of its targets the request has gone to last, where there was a choice.
    var target: Int?
    /// Since when it has been the target's turn: the whole request is there, or is on its way.
    var since: UInt64 = 0
    /// The targets that have failed the request, a bit each.
    var tried: UInt64 = 0
    var lease: TargetLease?
    var isSettled = false
}
