/// What is recorded of one request, as views of the bytes where they lie: valid during the call that records it.
struct AccessRecord {
    /// When the request came, in milliseconds since 1970.
    var time: Int64
    /// From the end of the request's head to that of the response, in nanoseconds.
    var duration: Int64
    var requestID: ByteView
    /// The method as it was sent.
    var method: ByteView
    /// The path as it was sent, without the query, which may hold secrets.
    var path: ByteView
    /// The template of the path, or nothing where no route was found.
    var route: StaticString?
    var status: Int
    var userAgent: ByteView
    /// The client's address, without its port.
    var address: ByteView
    /// Who the client is, where a token said so.
    var grant: Grant?
    /// Why the gateway refused the request or gave it up.
    var failure: Failure?
    /// What a cache did for it.
    var cache = CacheOutcome.none
    /// Whether it goes on for as long as both sides like, so that its duration says nothing of anybody's speed.
    var isLong = false
    /// How often the request went upstream; of interest where that is more than once.
    var attempts = 0
    /// The URL of the target that it went to last, where there was a choice.
    var target: [UInt8]?
}

extension AccessRecord {
    enum Level {
        case info, warn, error

        var name: StaticString {
            switch self {
            case .info: "INFO"
            case .warn: "WARN"
            case .error: "ERROR"
            }
        }
    }

    /// Responses that take longer are slow, in nanoseconds.
    static let slow: Int64 = 500_000_000

    /// Services that fail and tokens that do not hold are errors; limits and slowness are warnings (001).
    var level: Level {
        if status == 401 || status >= 500 { return .error }
        return status == 429 || duration > Self.slow && !isLong ? .warn : .info
    }
}
