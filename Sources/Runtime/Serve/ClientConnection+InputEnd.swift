// A client that ends what it sends may still wait for its answers, or may have gone: the kernel tells both alike.
extension ClientConnection {
    func inputHasEnded() {
        switch phase {
        case .closing: break
        case .exchange where exchange.isStream && isEndless:
            // Nobody waits for the end of what has none.
            leave()
        case .idle, .head, .exchange:
            process()
            if !isPeerEndKnown { askWhetherGone() }
        }
    }

    /// Whether the response of a stream is under way, or will be and the client cannot be asked whether it still waits.
    private var isEndless: Bool {
        exchange.response == .started || exchange.response == .none && head.isVersion10
    }

    /// Writes something that says nothing: if the client has gone, its kernel answers with a reset, and the upstream need not work
    /// for nobody. Before the response that is an interim one (RFC 9110, 15.2.1); within one that goes on in chunks, a zero before
    /// the size of the next (RFC 9112, 7.1). A response of a known length, or to HTTP/1.0, has no room for it.
    func askWhetherGone() {
        guard phase == .exchange, head.isComplete, !head.isVersion10 else { return }
        switch exchange.response {
        case .none: sendContinue()
        case .started where exchange.relayed.framing == .chunked && unsent == 0:
            output.put("0")
            sendOutput()
        case .started, .complete: break
        }
    }

    /// Closes once all that the client has sent is answered; what is left of it is no whole request.
    func closeAfterInput() {
        switch phase {
        case .idle where takesAnswers, .head where takesAnswers: close(afterReading: false)
        case .idle, .head, .exchange, .closing: break
        }
    }
}
