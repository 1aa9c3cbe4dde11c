// After a change of protocol (RFC 9110, 7.8): bytes pass in both directions until either side closes. They are the bodies of
// the request and of the response, which end with the connection, so that backpressure and ends are those of any body.
extension ClientConnection {
    /// The upstream has changed over.
    /// - Returns: whether it may: the client asked for it, and the upstream's answer fits the handshake.
    func upstreamSwitched(_ head: borrowing ResponseHead, _ base: UnsafePointer<UInt8>) -> Bool {
        guard exchange.response == .none, !head.isVersion10, let route = exchange.route,
            WebSocketHandshake.isAccepted(self.head.fields, by: head.fields(base))
        else { return false }
        exchange.status = head.status
        exchange.response = .started
        exchange.keepsAlive = false
        exchange.isTunnel = true
        settle(status: head.status)
        exchange.body = BodyReader(.untilClose)
        exchange.bodyLimit = .max
        exchange.isForwarded = false
        exchange.relayed = BodyWriter(.plain)
        deadlines.endExchange()
        worker.metrics.tunnelOpened()
        let edits = route.responseHeaders
        ResponseRelay.writeLines(head, base, edits: edits, into: output)
        output.put(edits.added)
        output.put(WebSocketHandshake.connectionFields)
        putRequestID()
        putPolicyFields()
        output.put("\r\n")
        watchTunnel()
        process()
        return true
    }

    /// Something has passed: the tunnel is not idle.
    func watchTunnel() {
        deadlines.body = worker.now.adding(worker.plan.settings.idleTimeout)
        demandDeadlines()
    }

    /// Ends a tunnel through which nothing has passed for too long.
    func closeTunnel() {
        upstream?.cancel()
        upstream = nil
        exchange.failure = .idleTunnel
        exchange.response = .complete
        // What the client still says, nobody hears.
        exchange.stage = .discarding
        finishIfComplete()
    }
}
