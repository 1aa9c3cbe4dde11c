// The failures that the data path itself comes to, in the order of the chain.
extension Failure {
    static var tooManyConnections: Failure {
        Failure(.serve, .gateway, .tooBusy, "The gateway has as many connections as it may have")
    }

    /// A request that is not well-formed.
    static func badRequest(_ message: String) -> Failure { Failure(.wire, .client, .badRequest, message) }

    /// A client that is slow with its request.
    static func requestTimeout(_ timeout: Failure.Timeout) -> Failure {
        Failure(.wire, .client, .requestTimeout, "The request took too long to arrive", timeout: timeout)
    }

    /// A client that takes nothing of its response: it has seen the status already.
    static var stalledClient: Failure {
        Failure(.serve, .client, .requestTimeout, "The response took too long to be taken", timeout: .write)
    }

    /// A tunnel through which nothing has passed for too long.
    static var idleTunnel: Failure {
        Failure(.serve, .client, .requestTimeout, "Nothing has passed for too long", timeout: .idle)
    }

    /// A request that is still under way when the gateway has no more time to end.
    static var shuttingDown: Failure {
        Failure(.serve, .gateway, .serviceUnavailable, "The gateway is shutting down")
    }

    /// - Parameter limit: in bytes, as all of these.
    static func requestTooLarge(limit: Int) -> Failure {
        Failure(
            .wire, .client, .requestTooLarge, "The request body is larger than \(limit) bytes",
            details: FailureDetails(maxBytes: limit))
    }

    static func targetTooLong(limit: Int) -> Failure {
        Failure(
            .wire, .client, .targetTooLong, "The request target is longer than \(limit) bytes",
            details: FailureDetails(maxBytes: limit))
    }

    static func headersTooLarge(limit: Int) -> Failure {
        Failure(
            .wire, .client, .headersTooLarge, "The request headers are larger than \(limit) bytes",
            details: FailureDetails(maxBytes: limit))
    }

    /// - Parameter limit: a count of fields.
    static func tooManyHeaders(limit: Int) -> Failure {
        Failure(
            .wire, .client, .headersTooLarge, "The request has more than \(limit) headers",
            details: FailureDetails(maxFields: limit))
    }

    static var badPath: Failure { Failure(.match, .client, .badRequest, "The request path is not acceptable") }

    /// For want of memory.
    static var notCompressed: Failure {
        Failure(.shape, .gateway, .internalError, "The response could not be compressed")
    }

    /// A body that the route would have changed.
    static var notJSON: Failure { Failure(.shape, .client, .badRequest, "The request body is not JSON") }

    /// A request whose upstream might take its body for something else than the route does.
    static var severalContentTypes: Failure {
        Failure(.shape, .client, .badRequest, "The request has several content types")
    }

    /// JSON that the route would have changed, and cannot read.
    static var codedJSON: Failure {
        Failure(
            .shape, .client, .unsupportedMediaType, "The request body is JSON in a content coding; send it without one")
    }

    static var notFound: Failure { Failure(.match, .client, .notFound, "No such resource") }

    static var methodNotAllowed: Failure {
        Failure(.match, .client, .methodNotAllowed, "The method is not allowed for this resource")
    }

    /// A request that wants nothing but what is stored (RFC 9111, 5.2.1.7).
    static var notStored: Failure {
        Failure(.shape, .client, .gatewayTimeout, "No stored response can answer the request")
    }

    /// A caller, or an address, that makes more requests than it may.
    static func rateLimited(_ limit: RouteLimit, _ outcome: LimitOutcome) -> Failure {
        Failure(
            .shape, .client, .rateLimited, "Too many requests",
            details: FailureDetails(route: limit.route, scope: outcome.scope, retryAfter: outcome.reset))
    }

    /// A request that cannot be counted, where it must be (`on_error: deny`).
    static var uncounted: Failure {
        Failure(.shape, .gateway, .serviceUnavailable, "Nobody can say now how many requests were made")
    }

    /// The administrator's documents without their key.
    static var adminKey: Failure {
        Failure(
            .admit, .client, .unauthorized, "The administrator's key is missing or wrong", timeout: nil,
            challenge: "X-Admin-Key realm=\"admin\"")
    }

    /// A route with as many requests under way as there may be.
    static func tooBusy(_ route: RouteDefinition, _ limit: ConcurrencyLimit) -> Failure {
        Failure(
            .shape, .gateway, .tooBusy, "As many such requests are under way as may be at a time",
            details: FailureDetails(route: route.name, maxInFlight: limit.most))
    }

    /// A refusal that says more.
    private init(
        _ phase: Phase, _ side: Side, _ code: FailureCode, _ message: String, details: FailureDetails
    ) {
        self.init(phase, side, code, message, timeout: nil, challenge: nil, details: details)
    }

    /// An upstream that refuses, cannot be reached or breaks off before its response has begun.
    /// - Parameter status: 502 or 503, as the spec has it (`errors.upstream_unavailable`).
    static func upstreamUnavailable(status: Int) -> Failure {
        Failure(
            .forward, .upstream, status == 503 ? .serviceUnavailable : .badGateway,
            "The upstream service is unavailable")
    }

    /// An upstream whose response cannot be understood.
    static var badGateway: Failure {
        Failure(.forward, .upstream, .badGateway, "The upstream service gave an invalid response")
    }

    /// An upstream that breaks off in the middle of its response's body: the client has seen its status already.
    static var brokenResponse: Failure {
        Failure(.forward, .upstream, .badGateway, "The upstream service broke off its response")
    }

    /// A circuit breaker that lets nothing through.
    /// - Parameter route: the route's name.
    static func circuitOpen(_ route: String, retryAfter: Int) -> Failure {
        Failure(
            .forward, .upstream, .circuitOpen, "The upstream service has failed too often and is given a pause",
            details: FailureDetails(route: route, retryAfter: retryAfter))
    }

    /// An upstream of which every target is down or left out.
    static var noHealthyTarget: Failure {
        Failure(.forward, .upstream, .serviceUnavailable, "The upstream service has no healthy target")
    }

    /// An upstream to which there are as many connections as there may be.
    static var upstreamFull: Failure { Failure(.forward, .gateway, .tooBusy, "The upstream service is busy") }

    /// An upstream that is slow; for ``Timeout/write``, one that falls silent in the middle of its response.
    static func gatewayTimeout(_ timeout: Failure.Timeout) -> Failure {
        Failure(
            .forward, .upstream, .gatewayTimeout, "The upstream service took too long to respond", timeout: timeout)
    }
}
