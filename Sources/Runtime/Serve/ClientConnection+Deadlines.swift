import NIOCore

extension ClientConnection {
    /// Has the worker look at this connection by the earliest of its deadlines.
    func demandDeadlines() {
        if let place { worker.deadlines.demand(deadlines.earliest, at: place) }
    }

    /// Some deadline may have passed; it may also have been put off since the table was told of it.
    func deadlinePassed(_ now: UInt64) {
        if deadlines.waiting <= now {
            endWaiting()
        } else if exchange.isTunnel, deadlines.body <= now {
            closeTunnel()
        } else if deadlines.body <= now {
            // A client that is silent now would not send the rest either.
            exchange.keepsAlive = false
            if exchange.response == .complete {
                deadlines.endExchange()
                finishIfComplete()
            } else {
                giveUp(.requestTimeout(.read))
            }
            process()
        } else if deadlines.response <= now {
            giveUp(.gatewayTimeout(.responseHeader))
            process()
        } else if deadlines.exchange <= now {
            giveUp(.gatewayTimeout(.route))
            process()
        } else if deadlines.progress <= now {
            // As long as the client still sends, or does not take what there is, it is not the upstream that is slow.
            if unsentBytes > 0 || deadlines.body != .max { awaitProgress() } else { giveUp(.gatewayTimeout(.write)) }
        }
        if deadlines.writing <= now { checkWriting(now) }
        demandDeadlines()
    }

    /// Gives the upstream its time for the next part of its response; a stream has as much as it likes.
    func awaitProgress() {
        deadlines.progress = isExemptFromWriting ? .max : worker.now.adding(worker.plan.settings.writeTimeout)
    }

    private func endWaiting() {
        deadlines.waiting = .max
        switch phase {
        case .idle where unsentBytes > 0:
            // The client still takes the last response: how long it may take nothing is the write timeout's to say.
            deadlines.waiting = worker.now.adding(worker.plan.settings.idleTimeout)
        case .idle, .closing: context?.close(promise: nil)
        case .head: timeOutHead()
        case .exchange: break
        }
    }

    /// Sees to it that a client that takes nothing of what is written is noticed. Whether anything waits at all is looked
    /// at when the time comes, since asking with every write would cost more than the write.
    /// A stream and a tunnel may wait for as long as the client likes.
    func watchWriting() {
        guard deadlines.writing == .max, !isExemptFromWriting else { return }
        stalledSince = worker.now
        deadlines.writing = worker.now.adding(writingInterval)
        demandDeadlines()
    }

    /// A quarter of the timeout, so that it is kept with that precision.
    private var writingInterval: TimeAmount {
        .nanoseconds(max(1, worker.plan.settings.writeTimeout.nanoseconds / 4))
    }

    /// How many bytes have been written that the client has not taken.
    private var unsentBytes: Int {
        (try? context?.channel.syncOptions?.getOption(.bufferedWritableBytes)) ?? 0
    }

    private var isExemptFromWriting: Bool { phase == .exchange && (exchange.isStream || exchange.isTunnel) }

    private func checkWriting(_ now: UInt64) {
        let waiting = unsentBytes
        guard waiting > 0, !isExemptFromWriting else {
            deadlines.writing = .max
            return
        }
        let sent = writtenBytes &- waiting
        if sent != sentBytes {
            sentBytes = sent
            stalledSince = now
        }
        if now >= stalledSince.adding(worker.plan.settings.writeTimeout) {
            deadlines.writing = .max
            exchange.failure = .stalledClient
            abort()
        } else {
            deadlines.writing = now.adding(writingInterval)
        }
    }
}
