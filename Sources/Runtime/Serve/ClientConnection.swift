import NIOCore

/// A client's connection (HTTP/1.1 and 1.0, RFC 9112): it reads requests, has them answered one at a time and in order, and
/// is itself the caller of the upstream connection that a request goes over.
///
/// The other parts of it: `ClientConnection+Chain` (what becomes of a request), `+Forwarding` (towards the upstream and
/// back), `+Tunnel` (after a change of protocol), `+Answering` (responses of the gateway's own), `+Policies` (where every
/// exchange meets its policies), `+Cache` and `+Storing` (what is kept of responses), `+InputEnd`, `+Closing`, `+Deadlines`.
final class ClientConnection: Stream {
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
    var phase = Phase.idle
    // Used on the loop alone, some hundred times a request, and a check of each for overlapping accesses was a fifth of a request's
    // instructions. Whoever has one of the two for longer than a load or a store is a parser, a writer or the generated router, and
    // calls nothing of the connection. In debug builds, and so in every test, that is checked; likewise wherever this is said.
    #if !DEBUG
        @exclusivity(unchecked)
    #endif
    var head: RequestHead
    #if !DEBUG
        @exclusivity(unchecked)
    #endif
    var exchange = Exchange(number: 0, start: 0, time: 0)
    var deadlines = ConnectionDeadlines()
    /// Where the connection stands in the worker's table of deadlines.
    var place: Int?
    let address: ClientAddress

    var upstream: UpstreamConnection?
    var ticket: ConnectTicket?
    /// What may be needed again of the request's body.
    lazy var keptBody = ByteWriter()

    /// What has arrived at the client of what it is slow to take.
    var arrivals = Arrivals()

    /// Whether the client is only listened to until it ends what it sends.
    var isLingering = false

    private var isProcessing = false
    private var mustProcess = false
    private var hasSkippedLine = false

    /// - Parameters:
    ///   - descriptor: a connection that was accepted.
    ///   - peer: its address; none where it does not come over IP.
    init(_ descriptor: CInt, from peer: IPAddress?, of worker: Worker) {
        self.worker = worker
        head = RequestHead(limits: worker.plan.limits)
        address = ClientAddress(peer, trusted: worker.plan.settings.trustedProxies)
        super.init(descriptor, on: worker.loop)
    }

    /// Serves the connection from now on.
    func serve() {
        // Where the kernel has no room to watch it, it closes again.
        do { try start() } catch {
            worker.plan.connections?.give()
            return
        }
        place = worker.opened(self)
        wait()
        if worker.isDraining { drain() }
    }

    // MARK: What the stream says

    override func received() {
        if phase == .closing { input.clear() } else { process() }
    }

    override var passage: Passage? { requestPassage }

    override func passedOn(_ count: Int) { requestPassedOn(count) }

    override func becameWritable() {
        upstream?.goOn()
        if exchange.stored != nil { sendStored() }
        process()
    }

    override func goOnLate() {
        exchange.awaitsBody = false
        sendOutput()
    }

    override func sentAll() {
        finishIfComplete()
        process()
    }

    override func inputEnded() { inputHasEnded() }

    override func peerEnded() { askWhetherGone() }

    override func outputEnded() { lingerOrClose() }

    override func closed(hasFailed: Bool) {
        if phase == .exchange { abandonExchange() }
        phase = .closing
        if let place { worker.closed(at: place) }
        place = nil
        worker.plan.connections?.give()
    }

    // MARK: Reading

    /// Whether more bytes are of use now, or may at least be kept.
    private var wantsToRead: Bool {
        guard phase == .exchange else { return input.count < ConnectionBounds.pipelined || takesAnswers }
        if exchange.body.isAtEnd { return input.count < ConnectionBounds.pipelined }
        switch exchange.stage {
        case .admitting, .connecting: return input.count < ConnectionBounds.pipelined
        case .forwarding: return upstream?.isWritable ?? true
        case .discarding: return true
        }
    }

    /// Whether the client takes what it has asked for already. While it does not, nothing more is done for it.
    var takesAnswers: Bool { isWritable && unsent <= ConnectionBounds.mostUnsent }

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
                case .idle, .head: goesOn = !input.isEmpty && takesAnswers && readHead()
                case .exchange: goesOn = readBody()
                case .closing: goesOn = false
                }
            }
            let isHeldUp = phase == .idle && !takesAnswers
            sendOutput()
            if isHeldUp, takesAnswers { mustProcess = true }
        }
        isProcessing = false
        if phase == .idle { output.shrink() }
        if hasInputEnded { closeAfterInput() }
        if wantsToRead { resumeReading() } else { pauseReading() }
    }

    /// Has everything go out that was written.
    func sendOutput() {
        flush()
        watchWriting()
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
        guard let bytes = input.view else { return false }
        do throws(HeadFault) {
            guard let length = try head.parse(bytes.start, bytes.count) else {
                if phase == .idle {
                    phase = .head
                    deadlines.waiting = worker.updateNow().adding(worker.plan.settings.headerTimeout)
                    demandDeadlines()
                }
                return false
            }
            input.consume(length)
            beginExchange()
            follow()
        } catch {
            beginExchange()
            refuseHead(error)
        }
        return true
    }

    /// One empty line before a request is forgiven (RFC 9112, 2.2).
    /// - Returns: whether anything is left to be read.
    private func skipEmptyLine() -> Bool {
        if hasSkippedLine { return true }
        guard let bytes = input.view, bytes.start[0] == 0x0D else { return !input.isEmpty }
        guard bytes.count > 1 else { return false }
        if bytes.start[1] == 0x0A {
            input.consume(2)
            hasSkippedLine = true
        }
        return !input.isEmpty
    }

    /// - Parameter waited: how long ago it began.
    func beginExchange(after waited: TimeAmount = .zero) {
        hasSkippedLine = false
        phase = .exchange
        deadlines.waiting = .max
        // It begins when its bytes were there, not when it is their turn: what it waits for that is time that it takes.
        let now = worker.turnTime()
        exchange = Exchange(
            number: exchange.number &+ 1, start: now &- UInt64(max(0, waited.nanoseconds)),
            time: worker.wallTime(at: now))
        identify()
        worker.metrics.requestBegan()
    }
}
