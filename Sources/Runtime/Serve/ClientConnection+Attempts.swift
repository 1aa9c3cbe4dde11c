// Which target a request goes to, and what its answer says of it. For an upstream with one target of which nothing is known,
// there is nothing to choose, to note or to give back.
extension ClientConnection {
    /// Has the request go to one of the upstream's targets.
    func attempt(_ upstream: Int) {
        switch worker.upstreams[upstream] {
        case .plain(let pool): connect(pool)
        case .guarded(let guarded):
            let key = guarded.hashOn.map(hash) ?? 0
            switch guarded.begin(key: key, tried: exchange.attempt.tried, worker.updateNow()) {
            case .success(let lease):
                exchange.attempt.upstream = upstream
                exchange.attempt.lease = lease
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
                exchange.route.map { worker.plan.definition.routes.routes[$0].name } ?? "", retryAfter: seconds)
        }
    }

    private func connect(_ pool: UpstreamPool) {
        if let connection = pool.takeIdle() {
            upstreamConnected(connection)
        } else {
            ticket = pool.connect(.client(self))
        }
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
    /// once it is whole, but for those that have no end.
    func settle(status: Int) {
        if exchange.marks.isEmpty { return }
        if status >= 500 {
            settle(.errorStatus)
        } else if exchange.isStream || exchange.isTunnel {
            settle(.success)
        }
    }

    /// What a failure says of the target: nothing, where the client or the gateway itself is why.
    func settle(_ failure: Failure) {
        if exchange.marks.isEmpty { return }
        // Where the route's time ran out since the client was slow, the upstream was not even asked.
        let isClientSlow = failure.timeout == .route && upstream != nil && deadlines.body != .max
        settle(failure.side == .upstream && !isClientSlow ? .noAnswer : .neither)
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
    /// The targets that have failed the request, a bit each.
    var tried: UInt64 = 0
    var lease: TargetLease?
    var isSettled = false
}
