// What is left when the gateway has no more time (`timeouts.drain`).
extension ClientConnection {
    /// Ends the connection now. Whoever has no response yet is told why, and for a response that has begun the record says it.
    func stop() {
        if phase == .exchange, exchange.response == .none {
            exchange.keepsAlive = false
            giveUp(.shuttingDown)
        }
        // It may have begun just now, as one that is stored and stands in.
        if phase == .exchange, exchange.response == .started { giveUp(.shuttingDown) }
        // What the client has not taken of one that is complete is lost to it.
        if phase == .exchange, exchange.failure == nil, unsent > 0 { exchange.failure = .shuttingDown }
        abort()
    }
}
