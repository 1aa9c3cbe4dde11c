import NIOCore

// How long an upstream may take for the head of its response: counted from when it has the whole request, or takes nothing more
// of it. What the kernel has taken from us is not there yet.
extension ClientConnection {
    /// All that there is of the request is written, or the upstream takes no more: begins to wait for the response's head.
    func awaitResponse(of connection: UpstreamConnection) {
        // A short request is there in a moment, and need not be asked for.
        exchange.isDelivered = exchange.bodyBytes <= ConnectionBounds.delivered || connection.undelivered == 0
        let timeout = connection.pool.settings.responseHeaderTimeout
        if exchange.isDelivered {
            deadlines.response = worker.now.adding(timeout)
        } else {
            exchange.arrivals = Arrivals(connection.arrivedBytes, since: worker.now)
            deadlines.response = worker.now.adding(timeout.quarter)
        }
        demandDeadlines()
    }

    /// The response's head is late, or it is time to see what has arrived of the request.
    func responseIsDue(_ now: UInt64) {
        if !exchange.isDelivered, let connection = upstream {
            exchange.arrivals.note(connection.arrivedBytes, now)
            exchange.isDelivered = connection.undelivered == 0
            let timeout = connection.pool.settings.responseHeaderTimeout
            let end = exchange.arrivals.since.adding(timeout)
            if now < end {
                deadlines.response = exchange.isDelivered ? end : min(end, now.adding(timeout.quarter))
                return
            }
        }
        if !retries(after: .timeout, .noAnswer) { giveUp(.gatewayTimeout(.responseHeader)) }
        process()
    }
}

/// How many bytes had arrived at a peer when last looked at, and since when no more have: whether it takes anything.
struct Arrivals {
    private var count = 0
    private(set) var since: UInt64 = 0

    init(_ count: Int = 0, since: UInt64 = 0) {
        self.count = count
        self.since = since
    }

    mutating func note(_ count: Int, _ now: UInt64) {
        if count != self.count { self = Arrivals(count, since: now) }
    }
}

extension TimeAmount {
    /// How often is looked whether something moves at all within this time.
    var quarter: TimeAmount { .nanoseconds(max(1, nanoseconds / 4)) }
}
