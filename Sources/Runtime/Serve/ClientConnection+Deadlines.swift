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
            responseIsDue(now)
        } else if deadlines.attempt <= now {
            timeOutTry()
            process()
        } else if deadlines.exchange <= now {
            timeOutRoute()
            process()
        } else if deadlines.queue <= now {
            endQueueing()
        } else if deadlines.progress <= now {
            // As long as the client still sends, or does not take what there is, it is not the upstream that is slow.
            if unsent > 0 || deadlines.body != .max { awaitProgress() } else { giveUp(.gatewayTimeout(.write)) }
        }
        if deadlines.writing <= now { checkWriting(now) }
        demandDeadlines()
    }

    private func timeOutRoute() {
        let isClientSlow = exchange.response == .none && deadlines.body != .max
        giveUp(isClientSlow ? .requestTimeout(.route) : .gatewayTimeout(.route))
    }

    /// Gives the upstream its time for the next part of its response; a stream has as much as it likes.
    func awaitProgress() {
        deadlines.progress = isExemptFromWriting ? .max : worker.now.adding(worker.plan.settings.writeTimeout)
    }

    /// Gives the client its time for more of the request's body. Who sends less than ``ConnectionBounds/slowestBody`` for long
    /// holds a connection of the upstream's for nothing, so each byte puts the end off by its own time and no more; a stream's
    /// client may say as little as it likes.
    /// - Parameter received: bytes of the body since the last time.
    func awaitBody(after received: Int) {
        let silence = worker.now.adding(worker.plan.settings.readTimeout)
        guard deadlines.body != .max, !exchange.isStream else {
            deadlines.body = silence
            return
        }
        let earned = UInt64(clamping: received) &* (1_000_000_000 / ConnectionBounds.slowestBody)
        deadlines.body = min(silence, deadlines.body.adding(nanoseconds: earned))
    }

    private func endWaiting() {
        deadlines.waiting = .max
        switch phase {
        case .idle where unsent > 0:
            // The client still takes the last response: how long it may take nothing is the write timeout's to say.
            deadlines.waiting = worker.now.adding(worker.plan.settings.idleTimeout)
        case .idle, .closing: close()
        case .head: timeOutHead()
        case .exchange: break
        }
    }

    /// Sees to it that a client that takes nothing of what is written is noticed. A stream and a tunnel may wait for as long
    /// as the client likes.
    func watchWriting() {
        guard deadlines.writing == .max, unsent > 0, !isExemptFromWriting else { return }
        arrivals = Arrivals(arrivedBytes, since: worker.now)
        deadlines.writing = worker.now.adding(worker.plan.settings.writeTimeout.quarter)
        demandDeadlines()
    }

    private var isExemptFromWriting: Bool {
        phase == .exchange && exchange.response != .complete && (exchange.isStream || exchange.isTunnel)
    }

    private func checkWriting(_ now: UInt64) {
        guard unsent > 0, !isExemptFromWriting else {
            deadlines.writing = .max
            return
        }
        arrivals.note(arrivedBytes, now)
        if now >= arrivals.since.adding(worker.plan.settings.writeTimeout) {
            deadlines.writing = .max
            exchange.failure = .stalledClient
            abort()
        } else {
            deadlines.writing = now.adding(worker.plan.settings.writeTimeout.quarter)
        }
    }
}
