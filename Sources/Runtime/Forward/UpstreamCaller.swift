/// Whoever has a request under way on an upstream connection. Everything happens on the loop of the connection.
enum UpstreamCaller {
    /// The exchange of a client's request.
    case client(ClientConnection)
    /// A call of a typed client.
    case call(UpstreamCall)
    /// The refreshing of a stored response.
    case refresh(CacheRefresh)
    /// The copy of a client's request.
    case mirror(MirrorCall)

    /// A connection is at the caller's disposal; it is to be given a request at once.
    func connected(_ connection: UpstreamConnection) {
        switch self {
        case .client(let client): client.upstreamConnected(connection)
        case .call(let call): call.upstreamConnected(connection)
        case .refresh(let refresh): refresh.upstreamConnected(connection)
        case .mirror(let copy): copy.connected(connection)
        }
    }

    /// No connection could be made.
    func failed(_ fault: UpstreamFault) {
        switch self {
        case .client(let client): client.upstreamFailed(fault)
        case .call(let call): call.upstreamBroke(fault)
        case .refresh(let refresh): refresh.upstreamBroke(fault)
        case .mirror(let copy): copy.broke(fault)
        }
    }

    /// An interim response (1xx); `base` is where the head's bytes lie.
    func informed(_ head: borrowing ResponseHead, _ base: UnsafePointer<UInt8>) {
        switch self {
        case .client(let client): client.upstreamInformed(head, base)
        case .call, .refresh, .mirror: break
        }
    }

    /// The head of a 101 (RFC 9110, 15.2.2), to a request that asked for it; `base` is where its bytes lie.
    /// - Returns: whether the connection is a tunnel from here on.
    func switched(_ head: borrowing ResponseHead, _ base: UnsafePointer<UInt8>) -> Bool {
        switch self {
        case .client(let client): client.upstreamSwitched(head, base)
        case .call, .refresh, .mirror: false
        }
    }

    /// The final response's head; `base` is where its bytes lie.
    func responded(_ head: borrowing ResponseHead, _ base: UnsafePointer<UInt8>, framing: BodyFraming) {
        switch self {
        case .client(let client): client.upstreamResponded(head, base, framing: framing)
        case .call(let call): call.upstreamResponded(head, base)
        case .refresh(let refresh): refresh.upstreamResponded(head, base, framing: framing)
        case .mirror(let copy): copy.responded(head.status)
        }
    }

    /// Some of the response's body.
    func sent(_ data: ByteView) {
        switch self {
        case .client(let client): client.upstreamSent(data)
        case .call(let call): call.upstreamSent(data)
        case .refresh(let refresh): refresh.upstreamSent(data)
        case .mirror: break
        }
    }

    /// Who the response's body may go on to as it comes, without the caller looking at it.
    var receiver: Stream? {
        switch self {
        case .client(let client): client.takesBodyAsItIs ? client : nil
        case .call, .refresh, .mirror: nil
        }
    }

    /// Some of the response's body has gone on to the ``receiver``.
    func passedOn() {
        switch self {
        case .client(let client): client.upstreamPassedOn()
        case .call, .refresh, .mirror: break
        }
    }

    /// For now, nothing more comes from the upstream: time to flush.
    func paused() {
        switch self {
        case .client(let client): client.upstreamPaused()
        case .call, .refresh, .mirror: break
        }
    }

    /// The response is complete. The connection is the caller's no more.
    func finished() {
        switch self {
        case .client(let client): client.upstreamFinished()
        case .call(let call): call.upstreamFinished()
        case .refresh(let refresh): refresh.upstreamFinished()
        case .mirror(let copy): copy.finished()
        }
    }

    /// The connection broke, or what came over it is no response. It is the caller's no more.
    func broke(_ fault: UpstreamFault) {
        switch self {
        case .client(let client): client.upstreamBroke(fault)
        case .call(let call): call.upstreamBroke(fault)
        case .refresh(let refresh): refresh.upstreamBroke(fault)
        case .mirror(let copy): copy.broke(fault)
        }
    }

    /// The connection takes more again, or does not.
    func writabilityChanged() {
        switch self {
        case .client(let client): client.upstreamWritabilityChanged()
        case .call, .refresh, .mirror: break
        }
    }
}

/// Why there is no whole response.
enum UpstreamFault: Error {
    /// Refused, unreachable, unknown, or broken off.
    case unavailable
    /// There are as many connections as there may be.
    case full
    /// It took longer than its timeout to accept the connection.
    case connectTimeout
    /// A connection that had been used before closed without a byte of the response: most likely it was being closed while
    /// the request was on its way.
    case stale
    /// What came is no response.
    case malformed
    /// The response broke off in its body.
    case truncated
}
