/// A token in JWS compact form (RFC 7515, 7.1), taken apart but not believed.
package struct SignedToken: Sendable {
    let algorithm: TokenAlgorithm
    /// `kid`: which key of a set it claims to be signed with.
    let keyID: String?
    /// The header and the payload as they were sent, with the dot between: what is signed.
    let signed: ArraySlice<UInt8>
    let payload: [UInt8]
    let signature: [UInt8]

    /// Takes a token apart whose header asks for an algorithm that the gateway has, and nothing beyond. Keys that a header
    /// brings along or points to (`jwk`, `jku`, `x5c`, `x5u`) are not looked at.
    package init(_ token: [UInt8]) throws(AuthFailure) {
        guard token.count <= PresentedToken.longest else { throw .malformed }
        let dot = UInt8(ascii: ".")
        guard let first = token.firstIndex(of: dot), let second = token[(first + 1)...].firstIndex(of: dot),
            let header = Base64URL.decode(token[..<first]).flatMap(JSON.init(parsing:))?.object
        else { throw .malformed }
        // `crit` names extensions that must be understood (RFC 7515, 4.1.11): none is.
        guard header["crit"] == nil, let name = header["alg"]?.string else { throw .malformed }
        guard let algorithm = TokenAlgorithm(rawValue: name) else { throw .algorithm }
        let keyID = header["kid"]
        guard keyID == nil || keyID?.string != nil else { throw .malformed }
        guard let payload = Base64URL.decode(token[(first + 1)..<second]),
            let signature = Base64URL.decode(token[(second + 1)...])
        else { throw .malformed }
        self.algorithm = algorithm
        self.keyID = keyID?.string
        signed = token[..<second]
        self.payload = payload
        self.signature = signature
    }
}
