// How exchanges and connections end. Every exchange ends here, and is recorded here, exactly once.
extension ClientConnection {
    /// Ends the exchange if the response is complete and the request has been read, or is not going to be.
    func finishIfComplete() {
        guard phase == .exchange, exchange.response == .complete else { return }
        let needsNoMore = exchange.body.isAtEnd || !exchange.keepsAlive || hasInputEnded
        // A client that does not take the rest of it yet may never do so, and the record is to say it.
        if needsNoMore, !isBlocked {
            let isWholeRequest = exchange.body.isAtEnd
            endExchange()
            if exchange.keepsAlive, isWholeRequest, !worker.isDraining {
                wait()
            } else {
                // Whatever the client still sends, it is not to cost it the end of its response.
                close(afterReading: true)
            }
            // What the client of a stream or a tunnel has not taken yet has the time that every response has.
            watchWriting()
        } else {
            // What is still to be read or taken is of no use to anybody else, so it holds nothing of what others wait for.
            releasePolicies()
            let body = deadlines.body
            deadlines.endExchange()
            if !needsNoMore { deadlines.body = min(body, worker.now.adding(worker.plan.settings.readTimeout)) }
            watchWriting()
            demandDeadlines()
        }
    }

    /// Gives up an exchange whose client has gone, and the connection with it.
    func leave() {
        abandonExchange()
        deadlines = ConnectionDeadlines()
        close()
    }

    /// The client has gone in the middle of an exchange: nobody needs the upstream's work any more.
    func abandonExchange() {
        upstream?.cancel()
        upstream = nil
        ticket?.cancel()
        ticket = nil
        // What nginx calls it, and many dashboards with it: the client closed the request.
        if exchange.status == 0 { exchange.status = 499 }
        endExchange()
        phase = .closing
    }

    /// Closes at once: a response that has begun and cannot be ended must not look whole. So it ends with a reset, since
    /// the end of the connection is to some clients the end of the response (RFC 9112, 6.3 and 8).
    func abort() {
        flush()
        let isBroken = phase == .exchange && exchange.response == .started || unsent > 0
        if phase == .exchange {
            upstream?.cancel()
            upstream = nil
            ticket?.cancel()
            ticket = nil
            if exchange.status == 0 { exchange.status = exchange.failure?.status ?? 499 }
            endExchange()
        }
        phase = .closing
        deadlines = ConnectionDeadlines()
        if isBroken { reset() } else { close() }
    }

    /// Closes once everything has been written.
    /// - Parameter lingers: whether the client may still be sending. Closing on unread bytes makes the kernel reset the
    ///   connection, and the client may lose the response that it has not read yet (RFC 9112, 9.6).
    func close(afterReading lingers: Bool) {
        phase = .closing
        input.clear()
        deadlines.endExchange()
        deadlines.waiting = .max
        isLingering = lingers
        resumeReading()
        endOutput()
    }

    /// All answers have gone out: waits for the client to end what it sends, or closes.
    func lingerOrClose() {
        if isLingering {
            deadlines.waiting = worker.updateNow() &+ Self.lingering
            demandDeadlines()
        } else {
            close()
        }
    }

    /// How long a client that still sends is listened to after the last response.
    static let lingering: UInt64 = 2_000_000_000

    /// No further request will be taken.
    func drain() {
        switch phase {
        case .idle: close(afterReading: false)
        case .exchange where exchange.response == .none: exchange.keepsAlive = false
        case .exchange, .head, .closing: break
        }
    }

    /// The end of every exchange: records it, and gives back what it holds.
    private func endExchange() {
        defer { releasePolicies() }
        let now = worker.updateNow()
        let duration = Int64(clamping: now &- exchange.start)
        let route = exchange.route
        let pathIndex = Int(exchange.captures.pathIndex)
        worker.metrics.requestEnded()
        if exchange.isTunnel { worker.metrics.tunnelClosed() }
        worker.metrics.record(
            route: route?.index, pathIndex: pathIndex, method: head.isComplete ? head.method : .other,
            status: exchange.status,
            duration: duration,
            failure: exchange.failure)
        guard let id = exchange.requestID else { return }
        let nothing = id.prefix(0)
        let sent = head.isComplete ? head.target : nothing
        let path = exchange.target?.forwarded ?? sent.prefix(sent.firstIndex(of: UInt8(ascii: "?")) ?? sent.count)
        let template = route.map { $0.templates[min(pathIndex, $0.templates.count - 1)] }
        withClientAddress { address in
            worker.log.append(
                AccessRecord(
                    time: exchange.time, duration: duration, requestID: id,
                    method: head.isComplete ? head.methodName : nothing, path: path, route: template,
                    status: exchange.status,
                    userAgent: head.isComplete ? head.value(at: head.facts.userAgentIndex) ?? nothing : nothing,
                    address: address, grant: exchange.grant, failure: exchange.failure,
                    cache: exchange.cache.outcome, isLong: exchange.isStream || exchange.isTunnel,
                    attempts: exchange.attempts, target: chosenTarget))
        }
    }

    /// Where the request has gone last: to one of an upstream's targets, or to one of several upstreams.
    private var chosenTarget: [UInt8]? {
        let attempt = exchange.attempt
        guard let target = attempt.target, worker.plan.upstreams.indices.contains(attempt.upstream) else { return nil }
        let targets = worker.plan.upstreams[attempt.upstream].settings.targets
        return targets.indices.contains(target) ? targets[target].label : nil
    }

    /// Shows the client's address as text: as a trusted proxy tells it, else the connection's.
    private func withClientAddress(_ body: (ByteView) -> Void) {
        if let client = exchange.client {
            client.withText(body)
        } else {
            address.text.withUnsafeBufferPointer { body(ByteView($0)) }
        }
    }
}
