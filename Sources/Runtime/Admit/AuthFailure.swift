/// Why a request has no ``Grant``.
enum AuthFailure: Int, Error, Sendable, CaseIterable {
    case missing
    case malformed
    /// The token's `alg` is not one that the gateway takes, `none` among them.
    case algorithm
    case signature
    case expired
    /// There is no `exp`.
    case endless
    case notYetValid
    case issuer
    case audience
    /// A claim that goes upstream has a value that no header carries unchanged.
    case claim
    /// The gateway could not judge the token.
    case unjudged

    /// The value of the metrics' label `reason`.
    var reason: String { self == .notYetValid ? "not_yet_valid" : "\(self)" }

    var failure: Failure {
        switch self {
        case .missing: Failure(.admit, .client, .unauthorized, "Missing or invalid token")
        case .expired: Failure(.admit, .client, .expiredToken, "Token has expired")
        case .unjudged: Failure(.admit, .gateway, .internalError, "The token could not be verified")
        default: Failure(.admit, .client, .unauthorized, "Invalid or expired token")
        }
    }
}

extension FailureCode {
    /// The value of `WWW-Authenticate` that goes with the refusal (RFC 6750, 3).
    var challenge: StaticString? {
        switch self {
        case .unauthorized: "Bearer"
        case .expiredToken: "Bearer error=\"invalid_token\""
        case .insufficientScope: "Bearer error=\"insufficient_scope\""
        default: nil
        }
    }
}
