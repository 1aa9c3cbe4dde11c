import NIOCore

/// A client's connection (HTTP/1.1 and 1.0, RFC 9112): it reads requests, has them answered one at a time and in order, and
/// is itself the caller of the upstream connection that a request goes over.
///
/// The other parts of it: `ClientConnection+Chain` (what becomes of a request), `+Forwarding` (towards the upstream and
/// back), `+Tunnel` (after a change of protocol), `+Answering` (responses of the gateway's own), `+InputEnd`, `+Closing`,
/// `+Deadlines`.
final class ClientConnection: ChannelDuplexHandler {
    typealias InboundIn = ByteBuffer
    typealias OutboundIn = ByteBuffer
    typealias OutboundOut = ByteBuffer

    enum Phase {
        /// No byte of a request has come.
        case idle
        /// Some of a request's head has come.
        case head
        case exchange
        /// Nothing is read any more but to find its end.
        case closing
    }

    let worker: Worker
    var context: ChannelHandlerContext?
    var phase = Phase.idle
    var head: RequestHead
    var exchange = Exchange(number: 0, start: 0, time: 0)
    /// Bytes that were read and not used.
    var inbound = ByteBuffer()
    /// What is to be written next.
    let output = ByteWriter()
    var deadlines = ConnectionDeadlines()
    /// Where the connection stands in the worker's table of deadlines.
    var place: Int?
    var address = ClientAddress.unknown

    var upstream: UpstreamConnection?
    var ticket: ConnectTicket?

    /// How many bytes have been written, and how many of them had gone out when last looked at, and since when no more have.
    var writtenBytes = 0
    var sentBytes = 0
    var stalledSince: UInt64 = 0

    /// Whether the client takes what it has asked for already. While it does not, nothing more is done for it. The channel
    /// says when that changes; asking it each time would cost more than all else that is done with the answer.
    private(set) var takesAnswers = true

    /// Whether the client has ended what it sends. It may still be there for the answers.
    var hasInputEnded = false
    /// Whether the client is only listened to until it ends what it sends.
    var isLingering = false

    private var isProcessing = false
    private var mustProcess = false
    private var owesRead = false
    private var hasSkippedLine = false
    private var owesFlush = false

    init(_ worker: Worker) {
        self.worker = worker
        head = RequestHead(limits: worker.plan.limits)
    }

    // MARK: What the channel does

    func handlerAdded(context: ChannelHandlerContext) {
        self.context = context
        if context.channel.isActive { open(context) }
    }

    func channelActive(context: ChannelHandlerContext) { open(context) }

    private func open(_ context: ChannelHandlerContext) {
        guard place == nil else { return }
        place = worker.opened(self)
        let peer = context.remoteAddress?.ipAddress.flatMap { IPAddress(text: $0) }
        address = ClientAddress(peer, trusted: worker.plan.settings.trustedProxies)
        wait()
        if worker.isDraining { drain() }
    }

    func handlerRemoved(context: ChannelHandlerContext) { self.context = nil }

    func channelInactive(context: ChannelHandlerContext) {
        if phase == .exchange { abandonExchange() }
        phase = .closing
        inbound = ByteBuffer()
        if let place { worker.closed(at: place) }
        place = nil
    }

    func errorCaught(context: ChannelHandlerContext, error: any Error) { context.close(promise: nil) }

    func read(context: ChannelHandlerContext) {
        if wantsToRead { context.read() } else { owesRead = true }
    }

    func channelRead(context: ChannelHandlerContext, data: NIOAny) {
        if phase == .closing { return }
        var data = unwrapInboundIn(data)
        if inbound.readableBytes == 0 {
            inbound = data
        } else {
            // SwiftNIO reads on, asked or not, once the client has ended what it sends: all that the kernel holds.
            guard inbound.readableBytes + data.readableBytes <= inboundLimit else {
                context.close(promise: nil)
                return
            }
            // What has been used makes room, or a client that never ends a read with a request would be kept for ever.
            inbound.discardReadBytes()
            inbound.writeBuffer(&data)
        }
        process()
        // Giving the buffer back lets the channel use it for the next read.
        if inbound.readableBytes == 0 { inbound = ByteBuffer() }
    }

    func channelWritabilityChanged(context: ChannelHandlerContext) {
        takesAnswers = context.channel.isWritable
        guard takesAnswers else {
            upstream?.pause()
            return
        }
        upstream?.resume()
        process()
    }

    func userInboundEventTriggered(context: ChannelHandlerContext, event: Any) {
        if let event = event as? ChannelEvent, event == .inputClosed { inputEnded() }
        context.fireUserInboundEventTriggered(event)
    }

    /// Bytes that may lie unused in ``inbound``: what was asked for, and what the kernel may hold besides.
    private var inboundLimit: Int {
        worker.plan.limits.bytes + 2 * ConnectionBounds.pipelined + 2 * ConnectionBounds.receiveBuffer
    }

    // MARK: Reading

    /// Whether more bytes are of use now, or may at least be kept.
    private var wantsToRead: Bool {
        guard phase == .exchange else { return inbound.readableBytes < ConnectionBounds.pipelined || takesAnswers }
        if exchange.body.isAtEnd { return inbound.readableBytes < ConnectionBounds.pipelined }
        switch exchange.stage {
        case .admitting, .connecting: return inbound.readableBytes < ConnectionBounds.pipelined
        case .forwarding: return upstream?.isWritable ?? true
        case .discarding: return true
        }
    }

    /// Makes up for a read that was put off.
    func resumeReading() {
        guard owesRead, wantsToRead, let context else { return }
        owesRead = false
        context.read()
    }

    /// Does what can be done with the bytes that are there: a loop, so that many requests in one read are no recursion.
    func process() {
        mustProcess = true
        if isProcessing { return }
        isProcessing = true
        while mustProcess {
            mustProcess = false
            var goesOn = true
            while goesOn {
                switch phase {
                case .idle, .head: goesOn = inbound.readableBytes > 0 && takesAnswers && readHead()
                case .exchange: goesOn = readBody()
                case .closing: goesOn = false
                }
            }
            // What this sets free asks to process again, and finds the loop still running.
            flush()
        }
        isProcessing = false
        if phase == .idle { output.shrink() }
        if hasInputEnded { closeAfterInput() }
        resumeReading()
    }

    /// Waits for the next request.
    func wait() {
        phase = .idle
        deadlines.endExchange()
        deadlines.waiting = worker.now.adding(worker.plan.settings.idleTimeout)
        head.reset()
        head.shrink()
        demandDeadlines()
    }

    /// Whether there was a whole head, or a fault in one.
    private func readHead() -> Bool {
        if phase == .idle, !skipEmptyLine() { return false }
        let outcome = inbound.withUnsafeReadableBytes { bytes -> Result<Int?, HeadFault> in
            guard let view = ByteView.over(bytes) else { return .success(nil) }
            do throws(HeadFault) {
                return .success(try head.parse(view.start, view.count))
            } catch {
                return .failure(error)
            }
        }
        switch outcome {
        case .success(nil):
            if phase == .idle {
                phase = .head
                deadlines.waiting = worker.updateNow().adding(worker.plan.settings.headerTimeout)
                demandDeadlines()
            }
            return false
        case .success(let length?):
            inbound.moveReaderIndex(forwardBy: length)
            beginExchange()
            follow()
            return true
        case .failure(let fault):
            beginExchange()
            refuseHead(fault)
            return true
        }
    }

    /// One empty line before a request is forgiven (RFC 9112, 2.2).
    /// - Returns: whether anything is left to be read.
    private func skipEmptyLine() -> Bool {
        if hasSkippedLine { return true }
        let bytes = inbound.withUnsafeReadableBytes { ($0.first, $0.count > 1 ? $0[1] : nil) }
        guard bytes.0 == 0x0D else { return true }
        guard let second = bytes.1 else { return false }
        if second == 0x0A {
            inbound.moveReaderIndex(forwardBy: 2)
            hasSkippedLine = true
        }
        return inbound.readableBytes > 0
    }

    func beginExchange() {
        hasSkippedLine = false
        phase = .exchange
        deadlines.waiting = .max
        exchange = Exchange(
            number: exchange.number &+ 1, start: worker.updateNow(), time: Worker.wallClock())
        identify()
        worker.metrics.requestBegan()
    }

    // MARK: Writing

    /// Writes data without copying it, behind what stands in ``output``.
    func write(_ data: ByteBuffer) {
        guard let context else { return }
        writeOutput(context)
        writtenBytes &+= data.readableBytes
        context.write(wrapOutboundOut(data), promise: nil)
    }

    private func writeOutput(_ context: ChannelHandlerContext) {
        owesFlush = true
        guard !output.isEmpty else { return }
        writtenBytes &+= output.count
        context.write(wrapOutboundOut(worker.outgoing.take(output)), promise: nil)
    }

    /// Has everything go out that was written.
    func flush() {
        guard owesFlush || !output.isEmpty, let context else { return }
        if owesFlush {
            writeOutput(context)
            context.flush()
        } else {
            writtenBytes &+= output.count
            context.writeAndFlush(wrapOutboundOut(worker.outgoing.take(output)), promise: nil)
        }
        owesFlush = false
        watchWriting()
    }
}
