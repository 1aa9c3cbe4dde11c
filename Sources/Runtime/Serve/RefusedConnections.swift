import NIOCore

/// Answers connections for which there is no room (`server.limits.connections`) with 503, before anything is read, and closes
/// them. One serves all of a loop: such a connection costs its channel and nothing more.
final class RefusedConnections: ChannelInboundHandler {
    typealias InboundIn = ByteBuffer
    typealias OutboundOut = ByteBuffer

    private let plan: ServingPlan
    private let metrics: Metrics
    private var identifiers = RequestIdentifier()
    private var date = DateField()
    private let output = ByteWriter()
    private let body = ByteWriter()
    private let outgoing: OutgoingBuffer
    /// How many are still listened to.
    private var count = 0

    /// More than these are closed without a wait.
    private static let most = 1024
    private static let wait = TimeAmount.seconds(1)

    init(_ plan: ServingPlan, metrics: Metrics, outgoing: OutgoingBuffer) {
        self.plan = plan
        self.metrics = metrics
        self.outgoing = outgoing
    }

    func channelActive(context: ChannelHandlerContext) {
        metrics.connectionRefused()
        count += 1
        write()
        context.writeAndFlush(wrapOutboundOut(outgoing.take(output)), promise: nil)
        guard count <= Self.most else {
            context.close(promise: nil)
            return
        }
        // Closing on bytes that nobody has read makes the kernel reset the connection, and the answer may be lost with it
        // (RFC 9112, 9.6): what comes is read over until the client closes.
        context.close(mode: .output, promise: nil)
        context.eventLoop.assumeIsolated().scheduleTask(in: Self.wait) { context.close(promise: nil) }
    }

    func channelRead(context: ChannelHandlerContext, data: NIOAny) {}

    func channelInactive(context: ChannelHandlerContext) { count -= 1 }

    /// The client has ended what it sends; the answer is out.
    func userInboundEventTriggered(context: ChannelHandlerContext, event: Any) {
        if case ChannelEvent.inputClosed? = event as? ChannelEvent { context.close(promise: nil) }
    }

    func errorCaught(context: ChannelHandlerContext, error: any Error) { context.close(promise: nil) }

    private func write() {
        let failure = Failure.tooManyConnections
        let time = Worker.wallClock()
        body.clear()
        output.put(statusLine: failure.status)
        date.write(time / 1000, into: output)
        withUnsafeTemporaryAllocation(of: UInt8.self, capacity: RequestIdentifier.count) { buffer in
            guard let base = buffer.baseAddress else { return }
            identifiers.write(to: base)
            let id = ByteView(base, count: RequestIdentifier.count)
            plan.errorBody.write(failure, requestID: id, time: time, into: body)
            output.put(requestID: id)
        }
        output.put("Content-Type: ")
        output.put(plan.errorBody.contentType)
        output.put("\r\nContent-Length: ")
        output.put(decimal: body.count)
        output.put("\r\nConnection: close\r\n\r\n")
        output.put(body.bytes)
    }
}
