/// A connection to an upstream (HTTP/1.1, RFC 9112): it carries one request at a time and rests in its pool in between.
final class UpstreamConnection: Stream {
    private enum State { case idle, head, body, tunnel, closed }

    let pool: UpstreamPool
    /// The life of its target in which it was made.
    let life: Int
    private var state = State.idle
    private var caller: UpstreamCaller?
    // The head is lent to the caller while he takes it up; it is written to for another request at the earliest.
    #if !DEBUG
        @exclusivity(unchecked)
    #endif
    private var head = ResponseHead()
    #if !DEBUG
        @exclusivity(unchecked)
    #endif
    private var reader = BodyReader(.none)
    private var method = Method.get
    private var keepsAlive = false
    private var isRequestComplete = false
    private var asksForUpgrade = false
    private var hasReceived = false

    /// Whether the connection has carried a request before.
    private(set) var isReused = false
    /// Whether it is one of those that the pool counts.
    private var isCounted = true
    /// How much of the response's body its caller is given at once: little, where it may become much.
    var mostAtOnce = Int.max
    /// When it came to rest, by ``Loop/clock()``.
    var idleSince: UInt64 = 0

    /// - Parameter descriptor: a connection that has been made, and that the pool counts.
    init(_ descriptor: CInt, of pool: UpstreamPool) {
        self.pool = pool
        life = pool.lifeNumber
        super.init(descriptor, on: pool.loop)
    }

    var isActive: Bool { state != .closed && isOpen && !hasInputEnded }

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
        mostAtOnce = .max
        head.reset()
    }

    /// Reads on, beginning with what has come before reading was paused.
    func goOn() {
        resumeReading()
        guard state == .body, !input.isEmpty else { return }
        received()
        input.keep()
    }

    /// The whole request has been written.
    func finishRequest() { isRequestComplete = true }

    /// Gives the exchange up: the caller hears nothing more.
    func cancel() {
        caller = nil
        leave()
    }

    /// Closes; it makes room for another connection at once.
    func leave() {
        state = .closed
        giveBack()
        close()
    }

    private func giveBack() {
        if isCounted { pool.gone() }
        isCounted = false
    }

    // MARK: What the stream says

    override func received() {
        // Whoever is the caller now is it until the end of what has come, or gives the connection up: then it is closed.
        process(for: caller)
        caller?.paused()
    }

    override var passage: Passage? {
        guard state == .body, let length = reader.remaining, length >= SplicePipe.worthwhile else { return nil }
        return caller?.receiver.map { Passage(receiver: $0, count: length) }
    }

    override func passedOn(_ count: Int) {
        reader.skip(count)
        caller?.passedOn()
        if state == .body, reader.isAtEnd { finish() }
        caller?.paused()
    }

    /// An upstream may answer before it has the whole request, and close on the rest of it, which its kernel makes a reset
    /// (RFC 9112, 9.5).
    override var outlivesReset: Bool { true }

    override func becameWritable() { caller?.writabilityChanged() }

    override func inputEnded() { ended(hasFailed: false) }

    override func closed(hasFailed: Bool) { ended(hasFailed: hasFailed) }

    /// Nothing more comes.
    /// - Parameter hasFailed: whether a reset says so, which is not the end of a body.
    private func ended(hasFailed: Bool) {
        giveBack()
        switch state {
        case .idle:
            pool.remove(self)
            leave()
        case .head:
            fail(isReused && !hasReceived ? .stale : .unavailable)
        case .body:
            if reader.endsWithConnection, !hasFailed { finish() } else { fail(.truncated) }
        case .tunnel:
            if hasFailed { fail(.truncated) } else { finish() }
        case .closed:
            break
        }
    }

    // MARK: The response

    private func process(for caller: UpstreamCaller?) {
        while !input.isEmpty {
            switch state {
            case .idle:
                // Nobody asked for anything: most likely the farewell of an upstream that closes.
                pool.remove(self)
                leave()
                return
            case .closed:
                input.clear()
                return
            case .head:
                hasReceived = true
                guard readHead(for: caller) else { return }
            case .body:
                guard readBody(for: caller) else { return }
            case .tunnel:
                if let bytes = input.view { caller?.sent(bytes) }
                input.clear()
            }
        }
    }

    /// Whether there was a whole head.
    private func readHead(for caller: UpstreamCaller?) -> Bool {
        guard let bytes = input.view else { return false }
        let length: Int
        do throws(HeadFault) {
            guard let end = try head.parse(bytes.start, bytes.count) else { return false }
            length = end
        } catch {
            fail(.malformed)
            return false
        }
        guard take(head.status, bytes.start, for: caller) else {
            fail(.malformed)
            return false
        }
        guard state != .closed else { return false }
        input.consume(length)
        if state == .head {
            head.reset()
        } else if state == .body, reader.isAtEnd {
            finish()
            return false
        }
        return true
    }

    /// Takes a head that is whole, of an interim response or of the final one.
    /// - Returns: whether it may be the answer to what was asked.
    private func take(_ status: Int, _ base: UnsafePointer<UInt8>, for caller: UpstreamCaller?) -> Bool {
        if status == 101 {
            // The state first: what the client has sent ahead may go into the tunnel at once, and break it.
            state = .tunnel
            return asksForUpgrade && caller?.switched(head, base) ?? false
        }
        guard status >= 200 else {
            caller?.informed(head, base)
            return true
        }
        let framing = head.framing(for: method)
        reader = BodyReader(framing)
        keepsAlive = head.keepsAlive && framing != .untilClose
        state = .body
        caller?.responded(head, base, framing: framing)
        return true
    }

    /// Whether the body goes on.
    private func readBody(for caller: UpstreamCaller?) -> Bool {
        switch reader.next(from: &input, atMost: mostAtOnce) {
        case .data(let data):
            caller?.sent(data)
            // The caller may have given up, or take no more for now, and a known length may have been reached.
            if state == .body, reader.isAtEnd { finish() }
            return state == .body && isReading
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
        let caller = releaseCaller()
        if keepsAlive, isRequestComplete, unsent == 0, input.isEmpty, !hasInputEnded, !hasBroken {
            state = .idle
            isReused = true
            pool.put(self)
        } else {
            leave()
        }
        caller?.finished()
    }

    private func fail(_ fault: UpstreamFault) {
        let caller = releaseCaller()
        leave()
        caller?.broke(fault)
    }

    private func releaseCaller() -> UpstreamCaller? {
        resumeReading()
        return caller.take()
    }
}
