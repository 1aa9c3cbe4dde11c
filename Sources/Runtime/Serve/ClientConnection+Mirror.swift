// Copies of requests to another upstream (`mirror`). The client neither waits for them nor learns what became of them.
extension ClientConnection {
    /// Decides whether the request is one of those that are copied.
    func prepareMirror(_ policy: MirrorPolicy) {
        guard policy.takes(random: worker.random.next()) else { return }
        exchange.marks.insert(.mirrored)
        if !exchange.body.isAtEnd, !exchange.marks.contains(.keepsBody) { keepBody() }
    }

    /// Sends the copy, since the request is whole.
    func sendToMirror() {
        guard exchange.marks.remove(.mirrored) != nil, let route = exchange.route, let target = exchange.target,
            let policy = route.mirror
        else { return }
        guard exchange.bodyBytes == 0 || hasWholeBody else {
            policy.drop()
            return
        }
        guard policy.begin() else { return }
        let copy = MirrorCall(method: head.method, policy: policy)
        copy.send(to: worker.upstreams[policy.upstream]) { settings, output in
            let changed = beginRequestBody()
            writeRequest(target, by: route, to: settings, changed: changed, into: output)
            var body = BodyWriter((changed ?? head.framing) == .chunked ? .chunked : .plain)
            if exchange.bodyBytes > 0, let rest = body.write(keptRequestBody(), into: output) {
                output.put(rest)
                body.finishData(into: output)
            }
            body.end(into: output)
        }
    }
}
