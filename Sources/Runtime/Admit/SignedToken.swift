/// A token in JWS compact form (RFC 7515, 7.1), taken apart but not believed.
struct SignedToken {
    /// The header and the payload as they were sent, with the dot between: what is signed.
    let signed: ArraySlice<UInt8>
    let payload: [UInt8]
    let signature: [UInt8]

    /// Takes a token apart whose header asks for HS256 and nothing beyond.
    init(_ token: [UInt8]) throws(AuthFailure) {
        guard token.count <= BearerToken.longest else { throw .malformed }
        let parts = token.split(separator: UInt8(ascii: "."), maxSplits: 3, omittingEmptySubsequences: false)
        guard parts.count == 3, let header = Base64URL.decode(parts[0]).flatMap(JSON.init(parsing:))?.object else {
            throw .malformed
        }
        // `crit` names extensions that must be understood (RFC 7515, 4.1.11): none is.
        guard header["crit"] == nil, let algorithm = header["alg"]?.string else { throw .malformed }
        guard algorithm == "HS256" else { throw .algorithm }
        guard let payload = Base64URL.decode(parts[1]), let signature = Base64URL.decode(parts[2]) else {
            throw .malformed
        }
        signed = token[..<parts[1].endIndex]
        self.payload = payload
        self.signature = signature
    }
}
