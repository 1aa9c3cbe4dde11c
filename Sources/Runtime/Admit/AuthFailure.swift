/// Why a request has no ``Grant``.
package enum AuthFailure: Int, Error, Sendable, CaseIterable {
    case missing
    case malformed
    /// The token stands where tokens of its provider never do.
    case source
    /// The token's `alg` is not one that the spec allows, `none` among them.
    case algorithm
    /// The token's `kid` is that of no key, or there is none though there must be.
    case unknownKey
    case signature
    case expired
    /// There is no `exp`.
    case endless
    case notYetValid
    case issuer
    case audience
    /// A claim that the spec requires is not there.
    case incomplete
    /// A claim that goes upstream has a value that no header carries unchanged, or the id that the token could be revoked by
    /// is none.
    case claim
    case revoked
    /// Nobody can say now whether the token is revoked.
    case revocationUnknown
    /// The keys of the token's provider have not come yet.
    case keyless
    /// The gateway could not judge the token.
    case unjudged

    /// The value of the metrics' label `reason`.
    var reason: String {
        switch self {
        case .unknownKey: "unknown_key"
        case .notYetValid: "not_yet_valid"
        case .revocationUnknown: "revocation_unknown"
        default: "\(self)"
        }
    }

    var failure: Failure {
        switch self {
        case .missing:
            Failure(.admit, .client, .unauthorized, "Missing or invalid token", challenge: "Bearer")
        case .expired:
            Failure(.admit, .client, .expiredToken, "Token has expired", challenge: Self.invalidToken)
        case .keyless:
            Failure(.admit, .gateway, .serviceUnavailable, "The keys to verify tokens with are not available")
        case .revocationUnknown:
            Failure(.admit, .gateway, .serviceUnavailable, "Whether the token is revoked cannot be looked up")
        case .unjudged: Failure(.admit, .gateway, .internalError, "The token could not be verified")
        default: Failure(.admit, .client, .unauthorized, "Invalid or expired token", challenge: Self.invalidToken)
        }
    }

    private static let invalidToken = "Bearer error=\"invalid_token\""
}
