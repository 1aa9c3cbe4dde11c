import NIOCore

/// A connection to an upstream (HTTP/1.1, RFC 9112): it carries one request at a time and rests in its pool in between.
final class UpstreamConnection: ChannelDuplexHandler {
    typealias InboundIn = ByteBuffer
    typealias OutboundIn = ByteBuffer
    typealias OutboundOut = ByteBuffer

    private enum State { case idle, head, body, tunnel, closed }

    private let pool: UpstreamPool
    private var context: ChannelHandlerContext?
    private var state = State.idle
    private var caller: UpstreamCaller?
    private var head = ResponseHead()
    private var reader = BodyReader(.none)
    private var inbound = ByteBuffer()
    private var method = Method.get
    private var keepsAlive = false
    private var isRequestComplete = false
    private var asksForUpgrade = false
    private var hasReceived = false
    private var hasFailed = false
    /// Whether the channel has become inactive.
    private var hasEnded = false
    private var interimResponses = 0
    /// Whether the caller wants nothing for now, and whether a read was asked for meanwhile.
    private var isPaused = false
    private var owesRead = false
    private var owesFlush = false

    /// What is to be written next; a caller writes its request here.
    let output = ByteWriter()
    /// Whether the connection has carried a request before.
    private(set) var isReused = false
    /// Whether it is one of those that the pool counts.
    var isCounted = false
    /// When it came to rest, by the clock of ``NIODeadline``.
    var idleSince: UInt64 = 0

    /// More interim responses than these are no progress.
    static let interimLimit = 8

    init(_ pool: UpstreamPool) { self.pool = pool }

    var isActive: Bool { state != .closed && !hasEnded && context != nil }
    /// As the channel says; asking it each time would cost more than all else that is done with the answer.
    private(set) var isWritable = true

    // MARK: What a caller does

    /// Takes the connection for a request, which is then to be written to ``output``.
    /// - Parameter asksForUpgrade: whether the request asks for another protocol, so that a 101 may come.
    func begin(_ caller: UpstreamCaller, method: Method, asksForUpgrade: Bool = false) {
        self.caller = caller
        self.method = method
        self.asksForUpgrade = asksForUpgrade
        state = .head
        isRequestComplete = false
        hasReceived = false
        interimResponses = 0
        output.clear()
        head.reset()
    }

    /// The whole request has been written.
    func finishRequest() { isRequestComplete = true }

    /// Writes data without copying it, behind what stands in ``output``.
    func write(_ data: ByteBuffer) {
        guard let context else { return }
        if !output.isEmpty { context.write(wrapOutboundOut(pool.outgoing.take(output)), promise: nil) }
        context.write(wrapOutboundOut(data), promise: nil)
        owesFlush = true
    }

    func flush() {
        guard let context else { return }
        if !output.isEmpty {
            context.writeAndFlush(wrapOutboundOut(pool.outgoing.take(output)), promise: nil)
        } else if owesFlush {
            context.flush()
        }
        owesFlush = false
    }

    /// Stops reading until ``resume()``.
    func pause() { isPaused = true }

    func resume() {
        guard isPaused else { return }
        isPaused = false
        if owesRead {
            owesRead = false
            context?.read()
        }
    }

    /// Ends what is sent, once all of it has gone; what the upstream sends still arrives.
    func closeOutput() {
        flush()
        context?.close(mode: .output, promise: nil)
    }

    /// Gives the exchange up: the caller hears nothing more.
    func cancel() {
        caller = nil
        close()
    }

    func close() {
        leave()
        state = .closed
        context?.close(promise: nil)
    }

    /// Makes room for another connection: at once, not when the channel is done with closing.
    private func leave() {
        if isCounted { pool.gone() }
        isCounted = false
    }

    // MARK: What the channel does

    func handlerAdded(context: ChannelHandlerContext) { self.context = context }

    func handlerRemoved(context: ChannelHandlerContext) { self.context = nil }

    func read(context: ChannelHandlerContext) {
        if isPaused { owesRead = true } else { context.read() }
    }

    func channelRead(context: ChannelHandlerContext, data: NIOAny) {
        var data = unwrapInboundIn(data)
        if inbound.readableBytes == 0 {
            inbound = data
        } else {
            inbound.discardReadBytes()
            inbound.writeBuffer(&data)
        }
        process()
        if inbound.readableBytes == 0 { inbound = ByteBuffer() }
    }

    func channelReadComplete(context: ChannelHandlerContext) { caller?.paused() }

    func channelWritabilityChanged(context: ChannelHandlerContext) {
        isWritable = context.channel.isWritable
        caller?.writabilityChanged()
    }

    func channelInactive(context: ChannelHandlerContext) {
        hasEnded = true
        leave()
        switch state {
        case .idle:
            pool.remove(self)
            state = .closed
        case .head:
            fail(isReused && !hasReceived ? .stale : hasReceived ? .malformed : .unavailable)
        case .body:
            if reader.endsWithConnection, !hasFailed { finish() } else { fail(.truncated) }
        case .tunnel:
            if hasFailed { fail(.truncated) } else { finish() }
        case .closed:
            break
        }
    }

    func errorCaught(context: ChannelHandlerContext, error: any Error) {
        // A reset is not the end of a body. The rest is found out when the channel has closed.
        hasFailed = true
        context.close(promise: nil)
    }

    // MARK: The response

    private func process() {
        while inbound.readableBytes > 0 {
            switch state {
            case .idle:
                // Nobody asked for anything: most likely the farewell of an upstream that closes.
                pool.remove(self)
                close()
                return
            case .closed:
                inbound.clear()
                return
            case .head:
                hasReceived = true
                guard readHead() else { return }
            case .body:
                guard readBody() else { return }
            case .tunnel:
                caller?.sent(inbound)
                inbound = ByteBuffer()
            }
        }
    }

    /// Whether there was a whole head.
    private func readHead() -> Bool {
        let outcome = inbound.withUnsafeReadableBytes { bytes -> Result<(Int?), HeadFault> in
            guard let view = ByteView.over(bytes) else { return .success(nil) }
            do throws(HeadFault) {
                guard let length = try head.parse(view.start, view.count) else { return .success(nil) }
                if head.status == 101 {
                    // The state first: what the client has sent ahead may go into the tunnel at once, and break it.
                    state = .tunnel
                    let isTunnel = asksForUpgrade && caller?.switched(head, view.start) ?? false
                    return isTunnel ? .success(length) : .failure(.malformed(.startLine))
                }
                guard head.status >= 200 else {
                    caller?.informed(head, view.start)
                    return .success(length)
                }
                let framing = head.framing(for: method)
                reader = BodyReader(framing)
                keepsAlive = head.keepsAlive && framing != .untilClose
                state = .body
                caller?.responded(head, view.start, framing: framing)
                return .success(length)
            } catch {
                return .failure(error)
            }
        }
        guard case .success(let found) = outcome else {
            fail(.malformed)
            return false
        }
        guard let length = found, state != .closed else { return false }
        inbound.moveReaderIndex(forwardBy: length)
        if state == .head {
            interimResponses += 1
            if interimResponses > Self.interimLimit {
                fail(.malformed)
                return false
            }
            head.reset()
        } else if state == .body, reader.isAtEnd {
            finish()
            return false
        }
        return true
    }

    /// Whether the body goes on.
    private func readBody() -> Bool {
        switch reader.next(from: &inbound) {
        case .data(let data):
            caller?.sent(data)
            // The caller may have given up, and a known length may have been reached.
            if state == .body, reader.isAtEnd { finish() }
            return state == .body
        case .more:
            return false
        case .end:
            finish()
            return false
        case .malformed:
            fail(.truncated)
            return false
        }
    }

    private func finish() {
        let caller = release()
        if keepsAlive, isRequestComplete, inbound.readableBytes == 0, !hasEnded {
            state = .idle
            isReused = true
            pool.put(self)
        } else {
            close()
        }
        caller?.finished()
    }

    private func fail(_ fault: UpstreamFault) {
        let caller = release()
        close()
        caller?.broke(fault)
    }

    private func release() -> UpstreamCaller? {
        defer { caller = nil }
        resume()
        return caller
    }
}
