import NIOCore

// How long an upstream may take for the head of its response: counted from when it has the whole request, or takes nothing more
// of it. What the kernel has taken from us is not there yet.
extension ClientConnection {
    /// All that there is of the request is written, or the upstream takes no more: begins to wait for the response's head.
    func awaitResponse(of connection: UpstreamConnection) {
        // A short request is there in a moment, and need not be asked for.
        exchange.isDelivered = exchange.bodyBytes <= ConnectionBounds.delivered || connection.undelivered == 0
        exchange.movedAt = worker.now
        let timeout = connection.pool.settings.responseHeaderTimeout
        if exchange.isDelivered {
            deadlines.response = worker.now.adding(timeout)
        } else {
            exchange.arrived = connection.arrivedBytes
            deadlines.response = worker.now.adding(timeout.quarter)
        }
        demandDeadlines()
    }

    /// The response's head is late, or it is time to see what has arrived of the request.
    func responseIsDue(_ now: UInt64) {
        if !exchange.isDelivered, let connection = upstream {
            let arrived = connection.arrivedBytes
            if arrived != exchange.arrived {
                exchange.arrived = arrived
                exchange.movedAt = now
            }
            exchange.isDelivered = connection.undelivered == 0
            let timeout = connection.pool.settings.responseHeaderTimeout
            let end = exchange.movedAt.adding(timeout)
            if now < end {
                deadlines.response = exchange.isDelivered ? end : min(end, now.adding(timeout.quarter))
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
