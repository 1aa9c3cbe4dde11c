/// Why the gateway refuses or gives up a request: one value, from which the response, the access record and the metrics come.
public struct Failure: Error, Sendable, Equatable {
    /// The phase of the request in which it ended, named after the folders of the runtime.
    public enum Phase: String, Sendable { case serve, wire, match, admit, shape, forward }

    /// Who has to change something for the next such request to succeed.
    public enum Side: String, Sendable { case client, gateway, upstream }

    /// What took longer than it may.
    public enum Timeout: String, Sendable {
        /// `server.timeouts`: a request's head, its body, a response that does not move, and a tunnel in which nothing does.
        case header, read, write, idle
        /// An upstream's `connect.timeout` and `connect.response_header_timeout`.
        case connect
        case responseHeader = "response_header"
        /// A route's `retry.per_try_timeout`.
        case perTry = "per_try"
        /// A route's `timeout`.
        case route
    }

    public let phase: Phase
    public let side: Side
    public let code: FailureCode
    /// A sentence for the client. It holds nothing of the request's but names that the spec declares.
    public let message: String
    /// Which time ran out, where that is why.
    public let timeout: Timeout?
    /// The value of `WWW-Authenticate`, where a token is what is lacking (RFC 6750, 3).
    let challenge: String?
    /// What it has to say to programs.
    let details: FailureDetails?

    public init(_ phase: Phase, _ side: Side, _ code: FailureCode, _ message: String, timeout: Timeout? = nil) {
        self.init(phase, side, code, message, timeout: timeout, challenge: nil, details: nil)
    }

    init(
        _ phase: Phase, _ side: Side, _ code: FailureCode, _ message: String, timeout: Timeout? = nil,
        challenge: String?, details: FailureDetails? = nil
    ) {
        self.phase = phase
        self.side = side
        self.code = code
        self.message = message
        self.timeout = timeout
        self.challenge = challenge
        self.details = details
    }

    public var status: Int { code.status }
}

/// The error codes that clients know (`SPEC.md`, What else is fixed), as the envelope writes them.
public enum FailureCode: String, Sendable, CaseIterable {
    case badRequest = "BAD_REQUEST"
    case unauthorized = "UNAUTHORIZED"
    case expiredToken = "EXPIRED_TOKEN"
    case forbidden = "FORBIDDEN"
    case insufficientScope = "INSUFFICIENT_SCOPE"
    case notFound = "NOT_FOUND"
    case methodNotAllowed = "METHOD_NOT_ALLOWED"
    case requestTimeout = "REQUEST_TIMEOUT"
    case requestTooLarge = "REQUEST_TOO_LARGE"
    case targetTooLong = "URI_TOO_LONG"
    case unsupportedMediaType = "UNSUPPORTED_MEDIA_TYPE"
    case upgradeRequired = "UPGRADE_REQUIRED"
    case rateLimited = "RATE_LIMITED"
    case headersTooLarge = "HEADERS_TOO_LARGE"
    case internalError = "INTERNAL_ERROR"
    case badGateway = "BAD_GATEWAY"
    case serviceUnavailable = "SERVICE_UNAVAILABLE"
    case tooBusy = "TOO_BUSY"
    case circuitOpen = "CIRCUIT_OPEN"
    case gatewayTimeout = "GATEWAY_TIMEOUT"

    public var status: Int {
        switch self {
        case .badRequest: 400
        case .unauthorized, .expiredToken: 401
        case .forbidden, .insufficientScope: 403
        case .notFound: 404
        case .methodNotAllowed: 405
        case .requestTimeout: 408
        case .requestTooLarge: 413
        case .targetTooLong: 414
        case .unsupportedMediaType: 415
        case .upgradeRequired: 426
        case .rateLimited: 429
        case .headersTooLarge: 431
        case .internalError: 500
        case .badGateway: 502
        case .serviceUnavailable, .tooBusy, .circuitOpen: 503
        case .gatewayTimeout: 504
        }
    }
}
