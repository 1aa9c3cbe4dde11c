// Responses of the gateway's own: refusals, builtins, `OPTIONS`.
extension ClientConnection {
    /// Refuses a request whose head cannot be understood. Nothing behind it on the connection can be either.
    func refuseHead(_ fault: HeadFault) {
        input.clear()
        let limits = worker.plan.limits
        switch fault {
        case .malformed: refuse(.badRequest("The request is malformed"))
        case .tooLarge: refuse(.headersTooLarge(limit: limits.bytes))
        case .tooManyFields: refuse(.tooManyHeaders(limit: limits.fields))
        case .targetTooLong: refuse(.targetTooLong(limit: limits.target))
        }
    }

    /// Refuses a request whose head does not come.
    func timeOutHead() {
        beginExchange(after: worker.plan.settings.headerTimeout)
        input.clear()
        head.reset()
        refuse(.requestTimeout(.header))
        process()
    }

    /// Answers with an error, once; the rest of the request is read over where it is short, else the connection closes.
    func refuse(_ failure: Failure, allowing methods: [Method]? = nil) {
        guard exchange.response == .none, !standsIn(for: failure) else { return }
        exchange.failure = failure
        worker.scratch.clear()
        if let id = exchange.requestID {
            worker.plan.errorBody.write(failure, requestID: id, time: Worker.wallClock(), into: worker.scratch)
        }
        beginAnswer(status: failure.status)
        output.put("Content-Type: ")
        output.put(worker.plan.errorBody.contentType)
        output.put("\r\n")
        if let challenge = failure.challenge {
            output.put("WWW-Authenticate: ")
            output.put(text: challenge)
            output.put("\r\n")
        }
        if let seconds = failure.details?.retryAfter {
            output.put("Retry-After: ")
            output.put(decimal: seconds)
            output.put("\r\n")
        }
        if failure.code == .upgradeRequired { output.put(WebSocketHandshake.versionFields) }
        if let methods { putAllow(methods) }
        finishAnswer(worker.scratch.view)
    }

    func answerOptions(allowing methods: [Method]) {
        beginAnswer(status: 204)
        putAllow(methods)
        finishAnswer(nil)
    }

    func answer(_ builtin: Builtin) {
        if let response = worker.plan.builtins.response(to: builtin, isReady: !worker.isDraining) {
            answer(response)
            return
        }
        if case .admin = builtin, let failure = worker.plan.adminRefusal(of: head) {
            refuse(failure)
            return
        }
        // The counters of the other loops have to be asked for.
        guard let collector = worker.collector else {
            refuse(Failure(.serve, .gateway, .serviceUnavailable, "The gateway is starting"))
            return
        }
        let number = exchange.number
        let goOn = { [self] (response: BuiltinResponse) in
            guard phase == .exchange, exchange.number == number, exchange.response == .none else { return }
            answer(response)
            process()
        }
        if case .admin(let document) = builtin, let admin = worker.plan.admin {
            collector.collect(on: worker.loop) { goOn(admin.response(document, $0)) }
        } else {
            collector.render(on: worker.loop) { goOn(BuiltinResponses.metrics($0)) }
        }
    }

    private func answer(_ response: BuiltinResponse) {
        beginAnswer(status: response.status)
        output.put(response.headers)
        response.body.withUnsafeBufferPointer { body in
            finishAnswer(ByteView(body))
        }
    }

    func putAllow(_ methods: [Method]) {
        output.put("Allow: ")
        put(methods)
    }

    /// Writes the methods, and OPTIONS with them, and ends the line.
    func put(_ methods: [Method]) {
        var isFirst = true
        for method in Method.named where methods.contains(method) || method == .options {
            if !isFirst { output.put(", ") }
            isFirst = false
            output.put(method.name)
        }
        output.put("\r\n")
    }

    func beginAnswer(status: Int) {
        // A request is answered before all of it was read: what is left must be short, or the connection has to end.
        exchange.stage = .discarding
        discardAvailable()
        if !exchange.body.isAtEnd {
            let isShort = exchange.body.remaining.map { $0 <= ConnectionBounds.discarded } ?? false
            if !isShort || exchange.awaitsContinue { exchange.keepsAlive = false }
        }
        exchange.status = status
        exchange.response = .started
        output.put(statusLine: status)
        worker.date.write(worker.wallTime(at: worker.turnTime()) / 1000, into: output)
    }

    /// - Parameter body: none for a status that has none.
    func finishAnswer(_ body: ByteView?) {
        if let body {
            output.put("Content-Length: ")
            output.put(decimal: body.count)
            output.put("\r\n")
        }
        putConnectionFields()
        if let body, head.method != .head {
            if body.count <= BodyWriter.copyLimit { output.put(body) } else { write(body) }
        }
        exchange.response = .complete
        finishIfComplete()
    }

    /// The fields that every response has, and the end of its head.
    func putConnectionFields() {
        putRequestID()
        putPolicyFields()
        if !exchange.keepsAlive {
            output.put("Connection: close\r\n")
        } else if head.isVersion10 {
            output.put("Connection: keep-alive\r\n")
        }
        output.put("\r\n")
    }

    func putRequestID() {
        if let id = exchange.requestID { output.put(requestID: id) }
    }

    func sendContinue() {
        output.put("HTTP/1.1 100 Continue\r\n\r\n")
        sendOutput()
    }
}

extension ByteWriter {
    /// The status line of an answer of the gateway's own.
    func put(statusLine status: Int) {
        put("HTTP/1.1 ")
        put(decimal: status)
        put(" ")
        put(StatusText.of(status))
        put("\r\n")
    }

    func put(requestID id: ByteView) {
        put("X-Request-ID: ")
        put(id)
        put("\r\n")
    }
}

/// The reason phrases of the statuses that the gateway answers with itself (RFC 9110, section 15).
enum StatusText {
    static func of(_ status: Int) -> StaticString {
        switch status {
        case 200: "OK"
        case 204: "No Content"
        case 301: "Moved Permanently"
        case 302: "Found"
        case 303: "See Other"
        case 307: "Temporary Redirect"
        case 308: "Permanent Redirect"
        case 400: "Bad Request"
        case 401: "Unauthorized"
        case 403: "Forbidden"
        case 404: "Not Found"
        case 405: "Method Not Allowed"
        case 408: "Request Timeout"
        case 413: "Content Too Large"
        case 414: "URI Too Long"
        case 415: "Unsupported Media Type"
        case 426: "Upgrade Required"
        case 429: "Too Many Requests"
        case 431: "Request Header Fields Too Large"
        case 500: "Internal Server Error"
        case 502: "Bad Gateway"
        case 503: "Service Unavailable"
        case 504: "Gateway Timeout"
        default: ""
        }
    }
}
