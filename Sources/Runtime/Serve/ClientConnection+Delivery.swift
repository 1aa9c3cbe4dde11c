import NIOCore

// How long an upstream may take for the head of its response: counted from when it has the whole request, or takes nothing more
// of it. What the kernel has taken from us is not there yet.
extension ClientConnection {
    /// The upstream has, or does not take, all that there is of the request: begins to wait for the response's head.
    func awaitResponse(of connection: UpstreamConnection) {
        // A short request is there in a moment, and need not be asked for.
        let isShort = exchange.bodyBytes <= ConnectionBounds.delivered
        exchange.undelivered = isShort ? 0 : connection.undelivered
        exchange.deliveredAt = worker.now
        let timeout = connection.pool.settings.responseHeaderTimeout
        deadlines.response = worker.now.adding(exchange.undelivered > 0 ? timeout.quarter : timeout)
        demandDeadlines()
    }

    /// The response's head is late, or it is time to see what has arrived of the request.
    func responseIsDue(_ now: UInt64) {
        if exchange.undelivered > 0, let connection = upstream {
            let undelivered = connection.undelivered
            if undelivered != exchange.undelivered {
                exchange.undelivered = undelivered
                exchange.deliveredAt = now
            }
            let timeout = connection.pool.settings.responseHeaderTimeout
            let end = exchange.deliveredAt.adding(timeout)
            if now < end {
                deadlines.response = undelivered > 0 ? min(end, now.adding(timeout.quarter)) : end
                return
            }
        }
        if !retries(after: .timeout, .noAnswer) { giveUp(.gatewayTimeout(.responseHeader)) }
        process()
    }
}

extension TimeAmount {
    /// How often is looked whether something moves at all within this time.
    var quarter: TimeAmount { .nanoseconds(max(1, nanoseconds / 4)) }
}
