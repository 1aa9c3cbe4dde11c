import NIOCore

/// One connection to a Redis server, on its event loop: commands go out as they come, and replies come back in the same order.
///
/// It ends with the first thing that is wrong. A reply that is late holds up all that are behind it, and none is to be taken for
/// another's.
final class RedisConnection: ChannelInboundHandler {
    typealias InboundIn = ByteBuffer
    typealias OutboundOut = ByteBuffer

    private struct Pending {
        let reply: EventLoopPromise<RESPValue>
        let deadline: NIODeadline
    }

    /// Commands that may wait for their replies; one more is refused.
    static let mostPending = 16_384

    private var context: ChannelHandlerContext?
    private var decoder = RESPDecoder()
    private var pending = CircularBuffer<Pending>()
    private var alarm: Scheduled<Void>?
    private var willFlush = false
    /// Why it has ended, where it has.
    private(set) var fault: RedisFault?
    private let whenEnded: (RedisConnection) -> Void

    /// - Parameter whenEnded: called once, on the event loop.
    init(whenEnded: @escaping (RedisConnection) -> Void) { self.whenEnded = whenEnded }

    /// Sends a command; the reply may be an error of the server's.
    /// - Parameter timeout: for the reply; the same for all that wait at a time.
    func send(_ command: RedisCommand, within timeout: TimeAmount) -> EventLoopFuture<RESPValue>? {
        guard let context else { return nil }
        let eventLoop = context.eventLoop
        if let fault { return eventLoop.makeFailedFuture(fault) }
        guard pending.count < Self.mostPending else {
            return eventLoop.makeFailedFuture(RedisFault(what: "has too many commands to answer"))
        }
        let reply = eventLoop.makePromise(of: RESPValue.self)
        pending.append(Pending(reply: reply, deadline: .now() + timeout))
        context.write(wrapOutboundOut(context.channel.allocator.buffer(bytes: command.encoded)), promise: nil)
        flushSoon(eventLoop)
        if alarm == nil { setAlarm(eventLoop) }
        return reply.futureResult
    }

    /// What is sent in one turn of the loop goes out together.
    private func flushSoon(_ eventLoop: any EventLoop) {
        if willFlush { return }
        willFlush = true
        eventLoop.assumeIsolated().execute {
            self.willFlush = false
            self.context?.flush()
        }
    }

    /// One alarm at a time, for the command that has waited longest.
    private func setAlarm(_ eventLoop: any EventLoop) {
        alarm = pending.first.map { first in
            eventLoop.assumeIsolated().scheduleTask(deadline: first.deadline) {
                guard let first = self.pending.first, first.deadline <= .now() else {
                    return self.setAlarm(eventLoop)
                }
                self.end(RedisFault(what: "took too long"))
            }
        }
    }

    /// Ends it; whoever waits for a reply is told why.
    func end(_ fault: RedisFault) {
        guard self.fault == nil else { return }
        self.fault = fault
        alarm?.cancel()
        alarm = nil
        let unanswered = pending
        pending.removeAll()
        context?.close(promise: nil)
        // First, so that whoever is told of the fault does not find the connection in use.
        whenEnded(self)
        for command in unanswered { command.reply.fail(fault) }
    }

    // MARK: What the channel says

    func handlerAdded(context: ChannelHandlerContext) { self.context = context }

    func handlerRemoved(context: ChannelHandlerContext) { self.context = nil }

    func channelRead(context: ChannelHandlerContext, data: NIOAny) {
        guard fault == nil else { return }
        decoder.receive(unwrapInboundIn(data).readableBytesView)
        do throws(RedisFault) {
            while let value = try decoder.next() {
                guard let command = pending.popFirst() else {
                    return end(RedisFault(what: "said something that it was not asked"))
                }
                command.reply.succeed(value)
                if fault != nil { return }
            }
        } catch {
            end(error)
        }
    }

    func errorCaught(context: ChannelHandlerContext, error: any Error) { end(RedisFault(what: "broke off: \(error)")) }

    func channelInactive(context: ChannelHandlerContext) {
        end(RedisFault(what: "closed the connection"))
        context.fireChannelInactive()
    }
}
