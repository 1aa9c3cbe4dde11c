// Towards the upstream.
extension ClientConnection {
    func forward(_ route: RoutePlan, to index: Int) {
        exchange.bodyLimit = route.bodyLimit
        exchange.isStream = route.isStream
        if let length = exchange.body.remaining, length > route.bodyLimit {
            refuse(.requestTooLarge(limit: route.bodyLimit))
            return
        }
        if route.requestTransform != nil, let failure = prepareTransform() {
            refuse(failure)
            return
        }
        if route.timeout != .max {
            deadlines.exchange = exchange.start.adding(nanoseconds: route.timeout)
            demandDeadlines()
        }
        exchange.stage = .connecting
        exchange.destination = index
        if let split = route.split {
            exchange.destination = destination(split)
            // Of an upstream without a choice of targets; it is one among upstreams here.
            exchange.attempt.target = 0
        }
        if let policy = route.retry { prepareRetries(policy) }
        if let policy = route.mirror { prepareMirror(policy) }
        attempt(exchange.destination)
    }

    /// Which of several upstreams the request goes to.
    func destination(_ split: UpstreamSplit) -> Int {
        split.hashOn.map { split.upstream(of: hash(of: $0)) } ?? split.next()
    }

    func upstreamConnected(_ connection: UpstreamConnection) {
        ticket = nil
        guard let target = exchange.target, let route = exchange.route else { return }
        upstream = connection
        exchange.stage = .forwarding
        connection.begin(.client(self), method: head.method, asksForUpgrade: exchange.upgrade != nil)
        let changed = beginRequestBody()
        writeRequest(target, by: route, to: connection.pool.settings, changed: changed, into: connection.output)
        exchange.forwarded = BodyWriter((changed ?? head.framing) == .chunked ? .chunked : .plain)
        repeatBody(to: connection)
        if exchange.awaitsContinue, !exchange.body.isAtEnd, input.isEmpty {
            sendContinue()
        }
        exchange.awaitsContinue = false
        exchange.isForwarded = false
        process()
    }

    /// Takes what has come of the request's body to where it goes.
    /// - Returns: whether the exchange may be over.
    func readBody() -> Bool {
        switch exchange.stage {
        case .admitting, .connecting:
            return false
        case .discarding:
            discardAvailable()
            finishIfComplete()
            return phase != .exchange
        case .forwarding:
            forwardBody()
            return phase != .exchange
        }
    }

    /// The body of a request goes upstream unseen, where nobody changes it nor keeps it.
    var requestPassage: Passage? {
        guard phase == .exchange, let length = exchange.body.remaining, length >= SplicePipe.worthwhile,
            exchange.stage == .forwarding, exchange.requestBody == nil, exchange.forwarded.framing == .plain,
            !exchange.marks.contains(.keepsBody), let upstream
        else { return nil }
        return Passage(receiver: upstream, count: length)
    }

    func requestPassedOn(_ count: Int) {
        exchange.body.skip(count)
        exchange.bodyBytes += count
        awaitBody(after: count)
        process()
    }

    private func forwardBody() {
        if exchange.body.isAtEnd {
            if !exchange.isForwarded, let connection = upstream { finishRequest(connection) }
            return
        }
        guard let connection = upstream else { return }
        let most = exchange.requestBody?.mostAtOnce ?? .max
        let before = exchange.bodyBytes
        while connection.isWritable {
            switch exchange.body.next(from: &input, atMost: most) {
            case .data(let data):
                exchange.bodyBytes += data.count
                if exchange.isTunnel { worker.metrics.countTunnelled(received: data.count) }
                guard exchange.bodyBytes <= exchange.bodyLimit else {
                    giveUp(.requestTooLarge(limit: exchange.bodyLimit))
                    return
                }
                if exchange.marks.contains(.keepsBody) { keep(data) }
                guard send(data, to: connection) else {
                    giveUp(.notJSON)
                    return
                }
                if exchange.body.isAtEnd {
                    finishRequest(connection)
                    return
                }
            case .more:
                connection.flush()
                if exchange.isTunnel {
                    if hasInputEnded { finishRequest(connection) } else { watchTunnel() }
                    return
                }
                if hasInputEnded {
                    leave()
                    return
                }
                deadlines.response = .max
                awaitBody(after: exchange.bodyBytes - before)
                demandDeadlines()
                return
            case .end:
                finishRequest(connection)
                return
            case .malformed:
                giveUp(.badRequest("The request body is malformed"))
                return
            }
        }
        if exchange.isTunnel {
            connection.flush()
            watchTunnel()
            return
        }
        // The upstream takes no more for now: if somebody is slow, it is the upstream.
        deadlines.body = .max
        connection.flush()
        if exchange.response == .none, deadlines.response == .max { awaitResponse(of: connection) }
    }

    /// Sends the end of the request, once.
    private func finishRequest(_ connection: UpstreamConnection) {
        if exchange.isForwarded { return }
        exchange.isForwarded = true
        if exchange.isTunnel {
            connection.endOutput()
            return
        }
        guard endRequestBody(to: connection) else {
            giveUp(.notJSON)
            return
        }
        connection.finishRequest()
        if exchange.marks.contains(.mirrored) { sendToMirror() }
        if deadlines.body != .max {
            exchange.attempt.since = worker.now
            timeTryAnew()
        }
        deadlines.body = .max
        deadlines.response = .max
        connection.flush()
        if exchange.response == .none { awaitResponse(of: connection) }
    }

    /// Ends an exchange that is under way with an error: as an answer, or, where the response has begun, as a broken one.
    func giveUp(_ failure: Failure) {
        settle(failure)
        let isAnswerable = exchange.response == .none
        upstream?.cancel()
        upstream = nil
        ticket?.cancel()
        ticket = nil
        deadlines.endExchange()
        if isAnswerable {
            refuse(failure)
        } else {
            exchange.failure = failure
            abort()
        }
    }

    /// Reads over what has come of the request's body.
    func discardAvailable() {
        while !exchange.body.isAtEnd {
            switch exchange.body.next(from: &input) {
            case .data: continue
            case .end: return
            case .more: return
            case .malformed:
                exchange.keepsAlive = false
                input.clear()
                return
            }
        }
    }
}

// Back from the upstream.
extension ClientConnection {
    func upstreamInformed(_ head: borrowing ResponseHead, _ base: UnsafePointer<UInt8>) {
        // `100` answers an `Expect` that never went upstream; HTTP/1.0 knows no interim responses (RFC 9110, 15.2).
        guard head.status > 101, !self.head.isVersion10, exchange.response == .none, let route = exchange.route else {
            return
        }
        exchange.tries.hasInformed = true
        ResponseRelay.writeInterim(head, base, edits: route.responseHeaders, into: output)
        sendOutput()
    }

    func upstreamResponded(
        _ head: borrowing ResponseHead, _ base: UnsafePointer<UInt8>, framing: BodyFraming
    ) {
        guard let route = exchange.route else { return giveUp(.badGateway) }
        if exchange.tries.count > 0 {
            if head.status >= 500, retries(after: .status(head.status), .errorStatus) { return }
            deadlines.attempt = .max
        }
        deadlines.response = .max
        awaitProgress()
        demandDeadlines()
        settle(status: head.status)
        let fields = head.fields(base)
        let transform = route.responseTransform
        let change = transform?.change(of: head, fields, framing: framing, for: self.head.method) ?? .nothing
        var framing = framing
        if change == .body, let transform { framing = transform.framing(of: framing) }
        let codings = route.codings
        let isCompressible =
            !codings.isEmpty
            && CompressionRules.apply(to: head, fields, framing: framing, for: self.head.method)
        if let fetch = exchange.fetch {
            let stored = StoredForm(isChanged: change != .nothing, isCompressible: isCompressible)
            if takesUp(fetch, head, base, framing: framing, as: stored) { return }
        }
        if change == .body, let transform { beginResponseBody(transform) }
        exchange.status = head.status
        exchange.response = .started
        if worker.isDraining { exchange.keepsAlive = false }
        exchange.relayed = BodyWriter(.plain)
        if let policy = worker.plan.crossOrigin { noteOrigins(of: head.fields(base), policy) }
        if isCompressible { chooseCoding(among: codings, hasBody: framing != .none) }
        switch framing {
        case .none: break
        case .length:
            exchange.awaitsBody = !exchange.isStream
            if exchange.compressor != nil { exchange.relayed = BodyWriter(.chunked) }
        case .chunked, .untilClose:
            // HTTP/1.0 knows no chunks: the end of the connection is the end of the body.
            if self.head.isVersion10 {
                exchange.keepsAlive = false
            } else {
                exchange.relayed = BodyWriter(.chunked)
            }
        }
        ResponseRelay.write(
            head, base, framing: framing, isChunked: exchange.relayed.framing == .chunked,
            isChanged: exchange.coding != nil || change != .nothing, for: self.head.method,
            edits: route.responseHeaders,
            into: output
        )
        if exchange.marks.contains(.variesByEncoding) { putEncodingFields() }
        invalidateStored(head, base)
        // A response that has no date gets that of its receipt (RFC 9110, 6.6.1).
        if head.lacksDate(base) { worker.date.write(worker.wallTime(at: worker.turnTime()) / 1000, into: output) }
        putConnectionFields()
    }

    func upstreamSent(_ data: ByteView) {
        awaitProgress()
        exchange.awaitsBody = false
        relayBody(data)
        if exchange.isTunnel {
            worker.metrics.countTunnelled(sent: data.count)
            watchTunnel()
        }
    }

    /// Whether the response's body goes to the client, and nowhere else, just as it comes.
    var takesBodyAsItIs: Bool {
        exchange.relayed.framing == .plain && exchange.responseBody == nil && exchange.compressor == nil
            && exchange.fetch == nil
    }

    func upstreamPassedOn() {
        awaitProgress()
        exchange.awaitsBody = false
    }

    func upstreamPaused() {
        if exchange.awaitsBody {
            // It is most likely on its way: then it goes out with the head at once.
            loop.putOff(self)
        } else if exchange.response == .started {
            flushCompressor(.flush)
            sendOutput()
        }
        if !isWritable {
            upstream?.pauseReading()
            if exchange.response == .started { exchange.fetch?.passOn() }
        }
    }

    func upstreamFinished() {
        upstream = nil
        guard endResponseBody() else { return process() }
        settle(.success)
        if let fetch = exchange.fetch, finishes(fetch) { return }
        flushCompressor(.end)
        guard phase == .exchange else { return }
        exchange.relayed.end(into: output)
        exchange.response = .complete
        if !exchange.body.isAtEnd {
            // The upstream did not want the whole request. The rest is read over, or the connection ends.
            exchange.stage = .discarding
            discardAvailable()
            let isShort = exchange.body.remaining.map { $0 <= ConnectionBounds.discarded } ?? false
            if !exchange.body.isAtEnd, !isShort { exchange.keepsAlive = false }
        }
        finishIfComplete()
        process()
    }

    func upstreamFailed(_ fault: UpstreamFault) {
        ticket = nil
        if fault == .full ? attemptElsewhere() : retries(after: .connect, .noAnswer) { return }
        giveUp(fault)
        process()
    }

    func upstreamBroke(_ fault: UpstreamFault) {
        let broken = upstream
        upstream = nil
        if fault == .stale, exchange.response == .none, !exchange.hasRetried, head.method.isIdempotent,
            exchange.bodyBytes == 0 || hasWholeBody, let pool = broken?.pool
        {
            // It was being closed while the request was on its way; a fresh one tells whether the upstream lives.
            exchange.hasRetried = true
            exchange.stage = .connecting
            deadlines.response = .max
            if !attemptElsewhere() { ticket = pool.connect(.client(self)) }
            return
        }
        if retries(after: .reset, fault.outcome) { return }
        giveUp(fault)
        process()
    }

    func upstreamWritabilityChanged() {
        if exchange.stage == .forwarding, !exchange.isForwarded { process() }
    }

    private func giveUp(_ fault: UpstreamFault) {
        let isAnswerable = exchange.response == .none
        deadlines.endExchange()
        switch fault {
        case .unavailable, .stale:
            exchange.failure = .upstreamUnavailable(status: worker.plan.definition.errors.upstreamUnavailable)
        case .connectTimeout: exchange.failure = .gatewayTimeout(.connect)
        case .full: exchange.failure = .upstreamFull
        case .malformed: exchange.failure = .badGateway
        case .truncated: exchange.failure = .brokenResponse
        }
        settle(fault.outcome)
        guard isAnswerable, let failure = exchange.failure else {
            abort()
            return
        }
        refuse(failure)
    }
}
