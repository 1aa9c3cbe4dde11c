extension PolicyMarks {
    /// A body goes through a transform, whose state is to be given back.
    static let transformed = PolicyMarks(rawValue: 1 << 10)
}

// Bodies of JSON that are changed on their way (`request.transform`, `response.transform`).
extension ClientConnection {
    // MARK: The request

    /// Finds out whether the request's body is to be changed, before the first attempt.
    /// - Returns: why the request is refused; nothing where it goes on.
    func prepareTransform() -> Failure? {
        guard exchange.requestBody == nil, !exchange.body.isAtEnd else { return nil }
        switch BodyTransform.change(ofRequest: head.fields) {
        case .nothing: break
        case .body:
            exchange.requestBody = worker.jsonBodies.take()
            exchange.marks.insert(.transformed)
        case .refused(let failure): return failure
        }
        return nil
    }

    /// Begins with the request's body, of which all goes to another connection.
    /// - Returns: how the end of it is found there; none where it goes on as it comes.
    func beginRequestBody() -> BodyFraming? {
        guard let body = exchange.requestBody, let route = exchange.route,
            let transform = route.requestTransform
        else { return nil }
        body.begin(transform)
        return transform.framing(of: head.framing)
    }

    /// Writes a part of the request's body for its upstream.
    /// - Returns: whether it is what the route takes.
    func send(_ data: ByteView, to connection: UpstreamConnection) -> Bool {
        guard let body = exchange.requestBody else {
            put(data, to: connection)
            return true
        }
        let output = worker.jsonBodies.emptyOutput()
        guard body.take(data, into: output) else { return false }
        put(output.view, to: connection)
        if connection.unsent > ConnectionBounds.fewUnsent { connection.flush() }
        return true
    }

    /// Writes the end of the request's body.
    /// - Returns: whether the body was what the route takes.
    func endRequestBody(to connection: UpstreamConnection) -> Bool {
        if let body = exchange.requestBody {
            let output = worker.jsonBodies.emptyOutput()
            guard body.end(into: output) else { return false }
            put(output.view, to: connection)
        }
        exchange.forwarded.end(into: connection.output)
        return true
    }

    /// The whole body, which is kept, as its upstream gets it; valid until another body is changed.
    func keptRequestBody() -> ByteView {
        guard let body = exchange.requestBody else { return keptBody.view }
        let output = worker.jsonBodies.emptyOutput()
        _ = body.take(keptBody.view, into: output) && body.end(into: output)
        return output.view
    }

    private func put(_ data: ByteView, to connection: UpstreamConnection) {
        // A chunk without bytes would be the last one.
        guard !data.isEmpty, let rest = exchange.forwarded.write(data, into: connection.output) else { return }
        connection.write(rest)
        exchange.forwarded.finishData(into: connection.output)
    }

    // MARK: The response

    func beginResponseBody(_ transform: BodyTransform) {
        let body = worker.jsonBodies.take()
        body.begin(transform)
        exchange.responseBody = body
        upstream?.mostAtOnce = body.mostAtOnce
        exchange.marks.insert(.transformed)
    }

    /// Takes a part of the response's body to where it goes: to what is kept of it, and to the client.
    func relayBody(_ data: ByteView) {
        guard let body = exchange.responseBody else {
            exchange.fetch?.sent(data)
            relay(data)
            return
        }
        let output = worker.jsonBodies.emptyOutput()
        guard body.take(data, into: output) else {
            giveUp(.badGateway)
            return
        }
        relayChanged(output.view)
        // What is made of one read may be more than a client that is slow should be held: the rest waits as it came.
        guard phase == .exchange, unsent > ConnectionBounds.fewUnsent else { return }
        sendOutput()
        if !isWritable { upstream?.pauseReading() }
    }

    /// - Returns: whether the body was what it was said to be; else the exchange is given up.
    func endResponseBody() -> Bool {
        guard let body = exchange.responseBody else { return true }
        let output = worker.jsonBodies.emptyOutput()
        guard body.end(into: output) else {
            giveUp(.badGateway)
            return false
        }
        relayChanged(output.view)
        return true
    }

    private func relayChanged(_ data: ByteView) {
        if data.isEmpty { return }
        exchange.fetch?.sent(data)
        relay(data)
    }

    func giveTransformsBack() {
        if let body = exchange.requestBody { worker.jsonBodies.give(body) }
        if let body = exchange.responseBody { worker.jsonBodies.give(body) }
        exchange.requestBody = nil
        exchange.responseBody = nil
    }
}
