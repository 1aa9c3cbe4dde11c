// A client that ends what it sends may still wait for its answers, or may have gone: the kernel tells both alike.
extension ClientConnection {
    func inputHasEnded() {
        switch phase {
        case .closing: break
        case .exchange where exchange.isStream && (exchange.response != .none || head.isVersion10):
            // Nobody waits for the end of what has none.
            leave()
        case .idle, .head, .exchange:
            process()
            askWhetherGone()
        }
    }

    /// Writes an interim response, which says nothing that the client did not know (RFC 9110, 15.2.1): if it has gone, its
    /// kernel answers with a reset, and the upstream need not work for nobody.
    func askWhetherGone() {
        guard phase == .exchange, exchange.response == .none, head.isComplete, !head.isVersion10 else { return }
        sendContinue()
    }

    /// Closes once all that the client has sent is answered; what is left of it is no whole request.
    func closeAfterInput() {
        switch phase {
        case .idle where takesAnswers, .head where takesAnswers: close(afterReading: false)
        case .idle, .head, .exchange, .closing: break
        }
    }
}
