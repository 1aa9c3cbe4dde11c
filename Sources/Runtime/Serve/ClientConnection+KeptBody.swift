// Bodies of requests that may be needed again: to be sent once more, or to a mirror. Nothing is kept for other requests.
extension ClientConnection {
    /// Keeps what comes of the body from now on.
    func keepBody() {
        exchange.marks.insert(.keepsBody)
        keptBody.clear()
    }

    /// Keeps a part of the body, as long as it is short; from where it is too long on, there is none.
    func keep(_ data: ByteView) {
        if keptBody.count + data.count <= RetryPolicy.longestBody {
            keptBody.put(data)
        } else {
            dropBody()
        }
    }

    /// Nobody needs the body any more.
    func dropBody() {
        guard exchange.marks.remove(.keepsBody) != nil else { return }
        keptBody.clear()
        keptBody.shrink()
    }

    /// Whether everything is kept that has come of the body.
    var hasWholeBody: Bool { exchange.marks.contains(.keepsBody) && keptBody.count == exchange.bodyBytes }

    /// Sends what has been sent before to another connection.
    func repeatBody(to connection: UpstreamConnection) {
        guard hasWholeBody, keptBody.count > 0 else { return }
        if !send(keptBody.view, to: connection) { giveUp(.notJSON) }
    }
}
