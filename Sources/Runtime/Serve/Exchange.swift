import NIOCore

/// The state of one request and its response. A connection has one, over and over. Nobody copies it: it is long, and holds much
/// that would be retained.
struct Exchange: ~Copyable {
    /// What becomes of the request.
    enum Stage {
        /// Something is waited for before it is known: a token's verification, the counters of other loops.
        case admitting
        /// Waiting for a connection to the upstream.
        case connecting
        /// The request goes upstream.
        case forwarding
        /// What is left of the request is read over.
        case discarding
    }

    enum Response { case none, started, complete }

    var stage = Stage.admitting
    var response = Response.none
    /// Tells callbacks of an earlier exchange from those of this one.
    let number: UInt64
    /// By ``Loop/clock()``.
    let start: UInt64
    /// In milliseconds since 1970.
    let time: Int64

    /// Whether the connection goes on after the response.
    var keepsAlive = false
    /// Lies in the request's head or behind it.
    var requestID: ByteView?
    var target: RequestTarget?
    /// The client's address where a trusted proxy told it; none where it is the connection's.
    var client: IPAddress?
    var route: RoutePlan?
    var captures = Captures()
    var grant: Grant?
    /// Of the response; 0 as long as there is none.
    var status = 0
    var failure: Failure?
    /// What policies have noted on it.
    var marks: PolicyMarks = []
    /// What became of it by the limits that were asked.
    var addressLimit: LimitOutcome?
    var callerLimit: LimitOutcome?
    var attempt = Attempt()
    var tries = Tries()
    /// How many more proxies it may pass behind this one, where it says so.
    var maxForwards: Int?
    /// The upstream that it goes to: an index into ``Worker/upstreams``.
    var destination = 0
    /// Of the route's circuit breaker.
    var permit: BreakerWord.Permit?
    /// What a cache did for it.
    var cache = CacheTrace()
    /// Its way upstream where the response may be stored.
    var fetch: CacheFetch?
    /// The stored response that it is answered with, and how many bytes of its body have gone.
    var stored: CacheEntry?
    var storedBytes = 0
    /// Whether it goes on with that in a later turn of the loop.
    var sendsLater = false

    /// The body of the request, as it is read and as it goes on.
    var body = BodyReader(.none)
    var bodyBytes = 0
    var bodyLimit = Int.max
    var forwarded = BodyWriter(.plain)
    /// Whether the whole request has gone upstream.
    var isForwarded = false
    /// Whether the client waits for `100 Continue`.
    var awaitsContinue = false
    /// Whether it was sent once more since its connection had been closing.
    var hasRetried = false
    /// Whether the upstream has all of the request, and what of a long one has arrived there.
    var isDelivered = false
    var arrivals = Arrivals()
    /// The body of the response, as it goes on.
    var relayed = BodyWriter(.plain)
    /// Whether the response's head waits for the first bytes of its body.
    var awaitsBody = false
    /// What the response is compressed with, where it is, or would be to a GET.
    var coding: ContentCoding?
    var compressor: Compressor?
    /// What the request's body and the response's are changed by, where they are.
    var requestBody: JSONBody?
    var responseBody: JSONBody?
    /// Whether the response goes on for as long as both sides like.
    var isStream = false
    /// What the request asks the connection to change over to.
    var upgrade: UpgradeProtocol?
    /// Whether the connection has changed over to another protocol: its bytes are then the bodies of both messages.
    var isTunnel = false

    /// How often the request has gone upstream, if it has.
    var attempts: Int { max(1, tries.count) + (hasRetried ? 1 : 0) }

    // Else it is copied twice on its way to the connection.
    @inline(__always)
    init(number: UInt64, start: UInt64, time: Int64) {
        self.number = number
        self.start = start
        self.time = time
    }
}

/// When a connection has waited long enough, for each thing it may wait for; `UInt64.max` where it does not.
struct ConnectionDeadlines {
    /// The next request, the rest of a head, or the client's end of a closing connection.
    var waiting = UInt64.max
    /// More of the request's body.
    var body = UInt64.max
    /// The head of the response.
    var response = UInt64.max
    /// More of the response's body.
    var progress = UInt64.max
    /// The head of the response to this attempt.
    var attempt = UInt64.max
    /// The end of the exchange.
    var exchange = UInt64.max
    /// A place among the requests that are under way.
    var queue = UInt64.max
    /// A look at how much of what was written has gone out.
    var writing = UInt64.max

    var earliest: UInt64 { min(waiting, body, response, attempt, progress, exchange, queue, writing) }

    mutating func endExchange() {
        body = .max
        response = .max
        attempt = .max
        progress = .max
        exchange = .max
        queue = .max
    }
}

extension UInt64 {
    /// A time later than this one; as late as can be where the sum does not fit.
    @inline(__always)
    func adding(_ amount: TimeAmount) -> UInt64 {
        adding(nanoseconds: UInt64(Swift.max(0, amount.nanoseconds)))
    }

    @inline(__always)
    func adding(nanoseconds: UInt64) -> UInt64 {
        let (sum, overflow) = addingReportingOverflow(nanoseconds)
        return overflow ? .max : sum
    }
}
