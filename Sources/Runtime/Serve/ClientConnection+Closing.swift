import NIOCore

#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#else
    import Darwin
#endif

// How exchanges and connections end. Every exchange ends here, and is recorded here, exactly once.
extension ClientConnection {
    /// Ends the exchange if the response is complete and the request has been read, or is not going to be.
    func finishIfComplete() {
        guard phase == .exchange, exchange.response == .complete else { return }
        if exchange.body.isAtEnd || !exchange.keepsAlive || hasInputEnded {
            let isWholeRequest = exchange.body.isAtEnd
            record()
            if exchange.keepsAlive, isWholeRequest, !worker.isDraining {
                wait()
            } else {
                // Nobody knows what is still to come behind a head that was refused.
                close(afterReading: !head.isComplete || !isWholeRequest || inbound.readableBytes > 0)
            }
            // What the client of a stream or a tunnel has not taken yet has the time that every response has.
            watchWriting()
        } else {
            deadlines.endExchange()
            deadlines.body = worker.now.adding(worker.plan.settings.readTimeout)
            demandDeadlines()
        }
    }

    /// Gives up an exchange whose client has gone, and the connection with it.
    func leave() {
        abandonExchange()
        deadlines = ConnectionDeadlines()
        context?.close(promise: nil)
    }

    /// The client has gone in the middle of an exchange: nobody needs the upstream's work any more.
    func abandonExchange() {
        upstream?.cancel()
        upstream = nil
        ticket?.cancel()
        ticket = nil
        // What nginx calls it, and many dashboards with it: the client closed the request.
        if exchange.status == 0 { exchange.status = 499 }
        record()
        phase = .closing
    }

    /// Closes at once: a response that has begun and cannot be ended must not look whole. So it ends with a reset, since
    /// the end of the connection is to some clients the end of the response (RFC 9112, 6.3 and 8).
    func abort() {
        flush()
        if phase == .exchange, exchange.response == .started, let socket = context?.channel as? any SocketOptionProvider
        {
            _ = socket.setSoLinger(linger(l_onoff: 1, l_linger: 0))
        }
        if phase == .exchange {
            upstream?.cancel()
            upstream = nil
            ticket?.cancel()
            ticket = nil
            if exchange.status == 0 { exchange.status = exchange.failure?.status ?? 499 }
            record()
        }
        phase = .closing
        deadlines = ConnectionDeadlines()
        context?.close(promise: nil)
    }

    /// Closes once everything has been written.
    /// - Parameter lingers: whether the client may still be sending. Closing on unread bytes makes the kernel reset the
    ///   connection, and the client may lose the response that it has not read yet (RFC 9112, 9.6).
    func close(afterReading lingers: Bool) {
        phase = .closing
        inbound.clear()
        deadlines.endExchange()
        deadlines.waiting = .max
        flush()
        guard let context else { return }
        let written = worker.loop.makePromise(of: Void.self)
        written.futureResult.assumeIsolated().whenComplete { [self] _ in
            if lingers, !hasInputEnded {
                isLingering = true
                deadlines.waiting = worker.updateNow().adding(Self.lingering)
                demandDeadlines()
                resumeReading()
            } else {
                self.context?.close(promise: nil)
            }
        }
        if hasInputEnded {
            // With both ends closed SwiftNIO would close the channel at once, and what waits to be written would be lost.
            context.writeAndFlush(wrapOutboundOut(ByteBuffer()), promise: written)
        } else {
            // SwiftNIO closes the output behind what is waiting to be written.
            context.close(mode: .output, promise: written)
        }
    }

    /// How long a client that still sends is listened to after the last response.
    static let lingering = TimeAmount.seconds(2)

    /// No further request will be taken.
    func drain() {
        switch phase {
        case .idle: close(afterReading: false)
        case .exchange where exchange.response == .none: exchange.keepsAlive = false
        case .exchange, .head, .closing: break
        }
    }

    private func record() {
        let now = worker.updateNow()
        let duration = Int64(clamping: now &- exchange.start)
        let route = exchange.route
        let pathIndex = Int(exchange.captures.pathIndex)
        worker.metrics.requestEnded()
        if exchange.isTunnel { worker.metrics.tunnelClosed() }
        worker.metrics.record(
            route: route, pathIndex: pathIndex, method: head.isComplete ? head.method : .other, status: exchange.status,
            duration: duration,
            failure: exchange.failure)
        guard let id = exchange.requestID else { return }
        let nothing = id.prefix(0)
        let sent = head.isComplete ? head.target : nothing
        let path = exchange.target?.forwarded ?? sent.prefix(sent.firstIndex(of: UInt8(ascii: "?")) ?? sent.count)
        let template = route.map { index in
            let templates = worker.plan.routes[index].templates
            return templates[min(pathIndex, templates.count - 1)]
        }
        withClientAddress { address in
            worker.log.append(
                AccessRecord(
                    time: exchange.time, duration: duration, requestID: id,
                    method: head.isComplete ? head.methodName : nothing, path: path, route: template,
                    status: exchange.status,
                    userAgent: head.isComplete ? head.value(at: head.facts.userAgentIndex) ?? nothing : nothing,
                    address: address, grant: exchange.grant, failure: exchange.failure,
                    isLong: exchange.isStream || exchange.isTunnel))
        }
    }

    /// Shows the client's address as text: as a trusted proxy tells it, else the connection's.
    private func withClientAddress(_ body: (ByteView) -> Void) {
        if let client = exchange.client {
            client.withText(body)
        } else {
            address.text.withUnsafeBufferPointer { text in
                body(ByteView(text.baseAddress ?? ("" as StaticString).utf8Start, count: text.count))
            }
        }
    }
}
