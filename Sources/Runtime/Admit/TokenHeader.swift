/// The header of a token (RFC 7515, 4), as far as it is looked at. Keys that a header brings along or points to (`jwk`, `jku`,
/// `x5c`, `x5u`) are not.
struct TokenHeader: Sendable {
    let algorithm: TokenAlgorithm
    /// `kid`: which key of a set it claims to be signed with.
    let keyID: String?

    /// - Parameter text: as it was sent, in base64url.
    init(_ text: ArraySlice<UInt8>) throws(AuthFailure) {
        guard let header = Base64URL.decode(text).flatMap(JSON.init(parsing:))?.object else { throw .malformed }
        // `crit` names extensions that must be understood (RFC 7515, 4.1.11): none is.
        guard header["crit"] == nil, let name = header["alg"]?.string else { throw .malformed }
        guard let algorithm = TokenAlgorithm(rawValue: name) else { throw .algorithm }
        let keyID = header["kid"]
        guard keyID == nil || keyID?.string != nil else { throw .malformed }
        self.algorithm = algorithm
        self.keyID = keyID?.string
    }
}

/// Remembers the last header that was read: the tokens of an issuer have the same, to the letter, until its key changes, and
/// to read it takes as long as to read their claims.
package struct LastTokenHeader {
    private var text: [UInt8] = []
    private var header: TokenHeader?

    package init() {}

    mutating func read(_ text: ArraySlice<UInt8>) throws(AuthFailure) -> TokenHeader {
        if let header, self.text.elementsEqual(text) { return header }
        let header = try TokenHeader(text)
        self.text = Array(text)
        self.header = header
        return header
    }
}
