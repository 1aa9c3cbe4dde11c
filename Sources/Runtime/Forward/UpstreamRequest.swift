// The head of the request that an upstream gets.
extension ClientConnection {
    /// Writes what goes on: method, rewritten path, query as sent or as the route has it, the upstream's `Host` or the route's, the
    /// client's end-to-end fields as sent, the identity that its token gives it, and what the gateway says about the request.
    /// - Parameter changed: how the end of a body is found that does not go on as it comes.
    func writeRequest(
        _ target: RequestTarget, by route: RoutePlan, to upstream: TargetSettings, changed: BodyFraming? = nil,
        into output: ByteWriter
    ) {
        let edits = route.requestHeaders
        // What may be stored is what a GET brings, though a HEAD be why it is asked for.
        if exchange.fetch == nil { output.put(head.methodName) } else { output.put("GET") }
        output.put(" ")
        output.put(upstream.basePath)
        route.path(matched: exchange.captures).write(target, exchange.captures, into: output)
        if let rewrite = edits.rewrite {
            rewrite.writeQuery(target.query, into: output)
        } else if let query = target.query {
            output.put("?")
            output.put(query)
        }
        output.put(" HTTP/1.1\r\nHost: ")
        output.put(edits.rewrite?.host ?? upstream.hostHeader)
        output.put("\r\n")

        let fields = head.fields
        let namesConnectionFields = head.facts.namesConnectionFields
        let validators = exchange.fetch?.validators
        let maxForwards = exchange.maxForwards
        let replacesConditions = exchange.fetch?.replacesConditions ?? false
        output.put(fields, lines: head.fieldLines) { index in
            switch fields.kind(at: index) {
            case .endToEnd, .authorization, .userAgent, .date:
                let name = fields.name(at: index)
                if replacesConditions, name.isValidator { return true }
                if maxForwards != nil, name.equalsIgnoringCase("Max-Forwards") { return true }
                if changed != nil, ChangedBody.dropped.contains(name) { return true }
                return edits.dropped.contains(name) || namesConnectionFields && fields.isNamedByConnection(name)
            case .host, .contentLength, .transferEncoding, .connection, .expect, .requestID, .hopByHop:
                return true
            case .forwarding:
                let name = fields.name(at: index)
                return !address.isTrusted || !ForwardingFields.goOn(name) || edits.dropped.contains(name)
                    || namesConnectionFields && fields.isNamedByConnection(name)
            }
        }
        output.put(edits.added)
        if let validators { output.put(validators) }
        if let maxForwards {
            output.put("Max-Forwards: ")
            output.put(decimal: maxForwards)
            output.put("\r\n")
        }
        if let grant = exchange.grant { output.put(grant.identityHeaders) }
        if let id = exchange.requestID { output.put(requestID: id) }
        ForwardingFields.write(
            fields, from: address, client: exchange.client, host: target.authority ?? head.host,
            classes: worker.classes, into: output)
        if exchange.upgrade == .websocket { output.put(WebSocketHandshake.connectionFields) }
        if (changed ?? head.framing) == .chunked {
            output.put("Transfer-Encoding: chunked\r\n")
        } else if let length = changed?.length ?? head.facts.contentLength {
            output.put("Content-Length: ")
            output.put(decimal: length)
            output.put("\r\n")
        }
        output.put("\r\n")
    }
}

extension ByteView {
    /// Whether this names a field that asks whether a response still holds.
    fileprivate var isValidator: Bool {
        equalsIgnoringCase("if-none-match") || equalsIgnoringCase("if-modified-since")
    }
}

extension Method {
    /// Whether a request changes nothing (RFC 9110, 9.2.1); of a method that has no name nobody knows.
    var isSafe: Bool {
        switch self {
        case .get, .head, .options, .trace: true
        case .post, .put, .patch, .delete, .connect, .other: false
        }
    }

    /// Whether a request may be sent again though the first may have arrived (RFC 9110, 9.2.2).
    var isIdempotent: Bool {
        switch self {
        case .get, .head, .options, .put, .delete, .trace: true
        case .post, .patch, .connect, .other: false
        }
    }
}
