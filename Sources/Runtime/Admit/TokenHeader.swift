/// The header of a token (RFC 7515, 4), as far as it is looked at. Keys that a header brings along or points to (`jwk`, `jku`,
/// `x5c`, `x5u`) are not.
final class TokenHeader: Sendable {
    let algorithm: TokenAlgorithm
    /// `kid`: which key of a set it claims to be signed with.
    let keyID: String?

    /// - Parameter text: as it was sent, in base64url.
    init(_ text: ByteView) throws(AuthFailure) {
        guard let header = Base64URL.decode(text.bytes).flatMap(JSON.init(parsing:))?.object else { throw .malformed }
        // `crit` names extensions that must be understood (RFC 7515, 4.1.11): none is.
        guard header["crit"] == nil, let name = header["alg"]?.string else { throw .malformed }
        guard let algorithm = TokenAlgorithm(rawValue: name) else { throw .algorithm }
        let keyID = header["kid"]
        guard keyID == nil || keyID?.string != nil else { throw .malformed }
        self.algorithm = algorithm
        self.keyID = keyID?.string
    }
}
