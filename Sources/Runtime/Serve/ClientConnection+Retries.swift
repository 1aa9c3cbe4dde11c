// Requests that are sent again (`retry`): what has not been answered yet and can be repeated, as long as there is time and budget.
extension ClientConnection {
    /// Notes what the route says of it, before the first attempt.
    func prepareRetries(_ policy: RetryPolicy) {
        policy.budget.deposit()
        let key = policy.idempotencyKey.flatMap { head.fields.first($0) }
        exchange.tries.isRepeatable = head.method.isIdempotent || !(key?.isEmpty ?? true)
        if exchange.tries.isRepeatable, !exchange.body.isAtEnd { keepBody() }
        beginTry(policy)
    }

    private func beginTry(_ policy: RetryPolicy) {
        exchange.tries.count += 1
        timeTry(policy)
    }

    private func timeTry(_ policy: RetryPolicy) {
        guard policy.perTryTimeout != .max else { return }
        deadlines.attempt = worker.updateNow().adding(nanoseconds: policy.perTryTimeout)
        demandDeadlines()
    }

    /// The client was slow with its body: the attempt has its time anew, now that all of it has gone.
    func timeTryAnew() {
        guard exchange.tries.count > 0, exchange.response == .none, let route = exchange.route,
            let policy = route.retry
        else { return }
        timeTry(policy)
    }

    /// Sends the request again, in a moment, if the route wants it to be after this, and it can be.
    /// - Parameter outcome: what it says of the target.
    /// - Returns: whether it is going to be; else the failure is the client's.
    func retries(after cause: RetryDefinition.Cause, _ outcome: AttemptOutcome) -> Bool {
        guard exchange.tries.count > 0, let route = exchange.route, let policy = route.retry,
            exchange.response == .none, exchange.tries.count < policy.attempts, policy.covers(cause), canRepeat(cause)
        else { return false }
        let now = worker.updateNow()
        let pause = policy.pause(after: exchange.tries.count, random: worker.random.next())
        let (start, overflow) = now.addingReportingOverflow(pause)
        guard !overflow, start < deadlines.exchange, !worker.isDraining, policy.budget.withdraw() else { return false }
        policy.count()
        settleAttempt(outcome)
        if let lease = exchange.attempt.lease { exchange.attempt.tried |= 1 << UInt64(lease.target) }
        releaseAttempt()
        upstream?.cancel()
        upstream = nil
        ticket?.cancel()
        ticket = nil
        deadlines.response = .max
        deadlines.body = .max
        deadlines.attempt = .max
        exchange.stage = .connecting
        let (number, destination) = (exchange.number, exchange.destination)
        loop.schedule(at: start) { [self] in
            guard phase == .exchange, exchange.number == number, exchange.stage == .connecting else { return }
            beginTry(policy)
            attempt(destination)
            process()
        }
        return true
    }

    /// Whether all of the request that has gone upstream can go once more. Without a connection, nothing has.
    private func canRepeat(_ cause: RetryDefinition.Cause) -> Bool {
        if exchange.stage == .connecting { return true }
        return exchange.tries.isRepeatable && !exchange.tries.hasInformed && (exchange.bodyBytes == 0 || hasWholeBody)
    }

    /// An attempt has taken too long.
    func timeOutTry() {
        // A client that is slow with its body is not the upstream's fault.
        guard deadlines.body == .max else {
            deadlines.attempt = .max
            return
        }
        deadlines.attempt = .max
        if !retries(after: .timeout, .noAnswer) { giveUp(.gatewayTimeout(.perTry)) }
    }
}

/// How often a request has been sent, and whether it can be once more.
struct Tries {
    /// 0 where the route has no `retry`.
    var count = 0
    /// Whether it may arrive twice.
    var isRepeatable = false
    /// Whether the client has seen an interim response.
    var hasInformed = false
}
