// Answers out of the cache, and what an upstream's response does to it.
extension ClientConnection {
    /// Answers with a stored response, or with a 304 where the client has it already.
    func answer(with entry: CacheEntry, _ question: CacheQuestion, as outcome: CacheOutcome) {
        let now = worker.now
        deadlines.endExchange()
        exchange.stage = .discarding
        exchange.response = .started
        exchange.cache.outcome = outcome
        exchange.cache.remaining = entry.freshness.remaining(at: now).secondsRoundedDown
        if entry.namesOrigins { exchange.marks.insert(.namesOrigins) }
        let isKnown = question.isConditional && question.isAnswered(by: entry, now: exchange.time / 1000)
        exchange.status = isKnown ? 304 : entry.status
        exchange.relayed = BodyWriter(.plain)
        let hasBody = !isKnown && head.method != .head && entry.count > 0
        if entry.isCompressible, let route = exchange.route {
            chooseCoding(among: route.codings, hasBody: hasBody)
        }
        output.put(isKnown ? entry.notModified : exchange.coding == nil ? entry.head : entry.lines)
        if exchange.compressor != nil {
            exchange.relayed = BodyWriter(.chunked)
            output.put("Transfer-Encoding: chunked\r\n")
        }
        if exchange.marks.contains(.variesByEncoding) { putEncodingFields() }
        output.put("Age: ")
        output.put(decimal: max(0, entry.freshness.age(at: now)) / 1000)
        output.put("\r\n")
        putConnectionFields()
        if hasBody {
            worker.cache?.retain(entry)
            exchange.stored = entry
            exchange.storedBytes = 0
            sendStored()
        } else {
            exchange.response = .complete
            finishIfComplete()
        }
    }

    /// Sends of a stored body what the client takes. Not much is copied for a client that is slow, however long the body is.
    func sendStored() {
        guard let entry = exchange.stored, !exchange.sendsLater else { return }
        let end = exchange.compressor == nil ? Int.max : exchange.storedBytes + Self.compressedATurn
        while exchange.storedBytes < entry.count {
            guard isWritable, isOpen else { return }
            guard exchange.storedBytes < end else { return sendStoredLater() }
            let rest = entry.body.suffix(from: exchange.storedBytes)
            let piece = rest.prefix(min(rest.count, ConnectionBounds.mostUnsent))
            exchange.storedBytes += piece.count
            relay(piece)
            // A compressor's pieces are short: they are copied, and would not go out by themselves.
            if unsent > ConnectionBounds.fewUnsent { sendOutput() }
        }
        flushCompressor(.end)
        guard phase == .exchange else { return }
        exchange.relayed.end(into: output)
        releaseStored()
        exchange.response = .complete
        finishIfComplete()
    }

    /// How much of a stored body is compressed before others have their turn: some milliseconds' work.
    private static let compressedATurn = 2 * ConnectionBounds.mostUnsent

    private func sendStoredLater() {
        exchange.sendsLater = true
        let number = exchange.number
        loop.schedule(in: 0) { [self] in
            guard phase == .exchange, exchange.number == number else { return }
            exchange.sendsLater = false
            sendStored()
            process()
        }
    }

    private func releaseStored() {
        guard let entry = exchange.stored else { return }
        exchange.stored = nil
        worker.cache?.release(entry)
    }

    func putCacheFields() {
        if exchange.cache.outcome != .none { exchange.cache.write(into: output) }
    }

    /// Gives back what the exchange holds of the cache.
    func releaseCache() {
        worker.metrics.countCache(exchange.cache.outcome)
        exchange.fetch?.end(hasFailed: exchange.failure?.side == .upstream)
        exchange.fetch = nil
        releaseStored()
    }

    // MARK: The upstream's response

    /// Shows a response to the cache.
    /// - Returns: whether that is all that becomes of it: the client is then answered with what is stored.
    func takesUp(
        _ fetch: CacheFetch, _ head: borrowing ResponseHead, _ base: UnsafePointer<UInt8>, framing: BodyFraming,
        as form: StoredForm
    ) -> Bool {
        guard let route = exchange.route else { return false }
        let turn = fetch.responded(
            head, base, framing: framing, as: form, request: self.head.fields,
            edits: route.responseHeaders, worker: worker)
        switch turn {
        case .relay(let isStored):
            exchange.cache.isStored = isStored
            return false
        case .confirmed:
            exchange.cache.outcome = .revalidated
            return true
        case .contradicted:
            exchange.cache.outcome = .missed
            return true
        case .standIn:
            upstream?.cancel()
            upstream = nil
            standIn(fetch)
            process()
            return true
        }
    }

    /// The response has come to its end.
    /// - Returns: whether it is none for the client.
    func finishes(_ fetch: CacheFetch) -> Bool {
        fetch.finished(request: head.fields)
        guard exchange.response == .none else { return false }
        if exchange.cache.outcome == .revalidated, let entry = fetch.stale {
            answer(with: entry, CacheQuestion(head.fields), as: .revalidated)
        } else {
            // What is stored is something else than what the upstream speaks of: it is asked again, for all of it.
            fetch.forgetStale()
            releaseAttempt()
            exchange.stage = .connecting
            attempt(exchange.destination)
        }
        process()
        return true
    }

    /// Answers with a stale response where an upstream has failed and that is allowed (RFC 5861, 4).
    func standsIn(for failure: Failure) -> Bool {
        guard let fetch = exchange.fetch, failure.status >= 500 else { return false }
        return standIn(fetch)
    }

    @discardableResult
    private func standIn(_ fetch: CacheFetch) -> Bool {
        let now = worker.updateNow()
        guard let entry = fetch.standIn(at: now) else { return false }
        exchange.failure = nil
        fetch.stoodIn(now)
        answer(with: entry, CacheQuestion(head.fields), as: .stoodIn)
        return true
    }

    // MARK: Invalidation

    /// A request that may have changed something makes what is stored of its path invalid, and of those that the response
    /// names, unless it has failed (RFC 9111, 4.4).
    func invalidateStored(_ head: borrowing ResponseHead, _ base: UnsafePointer<UInt8>) {
        guard let invalidations = worker.plan.invalidations, !self.head.method.isSafe, head.status < 400,
            let target = exchange.target
        else { return }
        invalidations.invalidate(target.path)
        let fields = head.fields(base)
        for index in 0..<fields.count {
            let name = fields.name(at: index)
            guard name.equalsIgnoringCase("location") || name.equalsIgnoringCase("content-location") else { continue }
            if let path = pathHere(fields.value(at: index)) { invalidations.invalidate(path) }
        }
    }

    /// The path of a URL of the host that the client asked for.
    private func pathHere(_ url: ByteView) -> ByteView? {
        var rest = url
        for scheme in ["http://", "https://"] as [StaticString] where rest.count > scheme.utf8CodeUnitCount {
            guard rest.prefix(scheme.utf8CodeUnitCount).equalsIgnoringCase(scheme) else { continue }
            rest = rest.suffix(from: scheme.utf8CodeUnitCount)
            let length = rest.firstIndex(of: UInt8(ascii: "/")) ?? rest.count
            guard rest.prefix(length).equalsIgnoringCase(exchange.target?.authority ?? self.head.host) else {
                return nil
            }
            rest = rest.suffix(from: length)
            break
        }
        guard !rest.isEmpty, rest.start[0] == UInt8(ascii: "/") else { return nil }
        let end = rest.bytes.firstIndex { $0 == UInt8(ascii: "?") || $0 == UInt8(ascii: "#") } ?? rest.count
        return rest.prefix(end)
    }
}

extension Int {
    /// Milliseconds as seconds.
    fileprivate var secondsRoundedDown: Int { self >= 0 ? self / 1000 : -((999 - self) / 1000) }
}
