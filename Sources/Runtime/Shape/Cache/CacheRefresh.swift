import NIOCore

/// The refreshing of a stored response that is used meanwhile (RFC 5861, 3): a request of the gateway's own, as the client's
/// would have been.
final class CacheRefresh {
    private let fetch: CacheFetch
    private let entry: CacheEntry
    private let way: RefreshWay
    private let worker: Worker
    private let cache: ResponseCache
    /// The head of the request.
    let request = ByteWriter()
    private var connection: UpstreamConnection?
    private var ticket: ConnectTicket?
    private var timer: LoopTimer?
    private var deadline: LoopTimer?
    /// What the response's body is changed by, where it is.
    private var body: JSONBody?
    private var hasRetried = false
    private var status = 0
    private var hasEnded = false

    init(_ fetch: CacheFetch, of entry: CacheEntry, in cache: ResponseCache, way: RefreshWay, worker: Worker) {
        self.fetch = fetch
        self.entry = entry
        self.cache = cache
        self.way = way
        self.worker = worker
        entry.refreshing.begin()
        cache.refreshes += 1
    }

    /// Sends what stands in ``request``.
    func start() {
        let timeout = way.route.timeout
        if timeout != .max { deadline = worker.loop.schedule(in: timeout) { self.end(.noAnswer) } }
        if let connection = way.pool.takeIdle(for: .get) {
            upstreamConnected(connection)
        } else {
            ticket = way.pool.connect(.refresh(self))
        }
    }

    func upstreamConnected(_ connection: UpstreamConnection) {
        ticket = nil
        self.connection = connection
        connection.begin(.refresh(self), method: .get)
        connection.output.put(request.view)
        connection.finishRequest()
        connection.flush()
        allow(way.pool.settings.responseHeaderTimeout)
    }

    /// Gives the upstream time for what is to come next: the response's head, or a part of its body.
    private func allow(_ time: TimeAmount) {
        timer?.cancel()
        timer = worker.loop.schedule(at: Loop.clock().adding(time)) { self.end(.noAnswer) }
    }

    func upstreamResponded(_ head: borrowing ResponseHead, _ base: UnsafePointer<UInt8>, framing: BodyFraming) {
        allow(worker.plan.settings.writeTimeout)
        status = head.status
        let route = way.route
        let transform = route.responseTransform
        let change = transform?.change(of: head, head.fields(base), framing: framing, for: .get) ?? .nothing
        var framing = framing
        if change == .body, let transform {
            framing = transform.framing(of: framing)
            body = worker.jsonBodies.take()
            body?.begin(transform)
        }
        let isCompressible =
            !route.codings.isEmpty
            && CompressionRules.apply(to: head, head.fields(base), framing: framing, for: .get)
        let turn = fetch.responded(
            head, base, framing: framing,
            as: StoredForm(isChanged: change != .nothing, isCompressible: isCompressible), request: nil,
            edits: route.responseHeaders, worker: worker)
        switch turn {
        case .confirmed, .relay(isStored: true): break
        // There is nobody to read what is not stored.
        case .relay(isStored: false), .contradicted, .standIn: end(answered)
        }
    }

    func upstreamSent(_ data: ByteView) {
        allow(worker.plan.settings.writeTimeout)
        if let body { sendChanged { body.take(data, into: $0) } } else { store(data) }
    }

    /// Hands on what `write` makes of the body; it tells whether that was what it was said to be.
    private func sendChanged(_ write: (ByteWriter) -> Bool) {
        let output = worker.jsonBodies.emptyOutput()
        if write(output) { store(output.view) } else { end(.noAnswer) }
    }

    private func store(_ data: ByteView) {
        if !data.isEmpty, !fetch.sent(data) { end(answered) }
    }

    /// What the head says of the target.
    private var answered: AttemptOutcome { status >= 500 ? .errorStatus : .success }

    func upstreamFinished() {
        connection = nil
        if let body { sendChanged { body.end(into: $0) } }
        if hasEnded { return }
        fetch.finished(request: nil)
        end(answered, isStored: true)
    }

    func upstreamBroke(_ fault: UpstreamFault) {
        connection = nil
        timer?.cancel()
        if fault == .stale, !hasRetried, !hasEnded {
            hasRetried = true
            ticket = way.pool.connect(.refresh(self))
            return
        }
        end(fault.outcome)
    }

    /// - Parameter isStored: whether the stored response is fresh again, or another in its place.
    private func end(_ outcome: AttemptOutcome, isStored: Bool = false) {
        if hasEnded { return }
        hasEnded = true
        timer?.cancel()
        deadline?.cancel()
        ticket?.cancel()
        connection?.cancel()
        connection = nil
        if let body { worker.jsonBodies.give(body) }
        body = nil
        let now = Loop.clock()
        entry.refreshing.end(now, succeeded: isStored)
        worker.metrics.countRefresh(succeeded: isStored)
        cache.refreshes -= 1
        fetch.end(hasFailed: false)
        way.leave(outcome, worker, now)
    }
}
