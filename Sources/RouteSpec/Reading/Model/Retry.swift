/// `retry`: when and how often a request is sent again.
public struct Retry: Sendable {
    public enum Cause: Hashable, Sendable {
        /// No connection could be made.
        case connect
        /// The connection broke off before the response began.
        case reset
        /// The response's head did not come in time.
        case timeout
        case status(Int)
    }

    /// The first one counts.
    public var attempts = 2
    public var causes: [Cause] = [.connect, .reset, .timeout, .status(502), .status(503), .status(504)]
    /// How many requests may be sent again, in percent of all.
    public var budget = 20
    public var backoff = Duration.milliseconds(25)
    public var perTryTimeout: Duration?

    public init() {}
}
