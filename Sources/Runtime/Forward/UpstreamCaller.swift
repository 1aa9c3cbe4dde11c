import NIOCore

/// Whoever has a request under way on an upstream connection: a client's exchange, or a call of a typed client.
///
/// A class and not a protocol, so that the calls from connection to caller are plain virtual calls. Everything happens on
/// the loop of the connection.
class UpstreamCaller {
    /// A connection is at the caller's disposal; it is to be given a request at once.
    func upstreamConnected(_ connection: UpstreamConnection) {}

    /// No connection could be made.
    func upstreamFailed(_ failure: UpstreamFault) {}

    /// An interim response (1xx); `base` is where the head's bytes lie.
    func upstreamInformed(_ head: borrowing ResponseHead, _ base: UnsafePointer<UInt8>) {}

    /// The final response's head; `base` is where its bytes lie.
    func upstreamResponded(_ head: borrowing ResponseHead, _ base: UnsafePointer<UInt8>, framing: BodyFraming) {}

    /// Some of the response's body.
    func upstreamSent(_ data: ByteBuffer) {}

    /// For now, nothing more comes from the upstream: time to flush.
    func upstreamPaused() {}

    /// The response is complete. The connection is the caller's no more.
    func upstreamFinished() {}

    /// The connection broke, or what came over it is no response. It is the caller's no more.
    func upstreamBroke(_ fault: UpstreamFault) {}

    /// The connection takes more, or does not.
    func upstreamWritabilityChanged() {}
}

/// Why there is no whole response.
enum UpstreamFault: Error {
    /// Refused, unreachable, unknown, or broken off.
    case unavailable
    /// It took longer than its timeout to accept the connection.
    case connectTimeout
    /// A connection that had been used before closed without a byte of the response: most likely it was being closed while
    /// the request was on its way.
    case stale
    /// What came is no response.
    case malformed
    /// The response broke off in its body.
    case truncated
}
