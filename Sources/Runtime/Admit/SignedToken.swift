#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#endif

/// A token in JWS compact form (RFC 7515, 7.1), taken apart but not believed.
package struct SignedToken: Sendable {
    let algorithm: TokenAlgorithm
    /// `kid`: which key of a set it claims to be signed with.
    let keyID: String?
    /// The header and the payload as they were sent, with the dot between: what is signed.
    let signed: ArraySlice<UInt8>
    let payload: [UInt8]
    let signature: [UInt8]

    package init(_ token: [UInt8]) throws(AuthFailure) {
        var header = LastTokenHeader()
        try self.init(token, header: &header)
    }

    /// Takes a token apart whose header asks for an algorithm that the gateway has, and nothing beyond.
    /// - Parameter header: knows the header where it is the last one again.
    package init(_ token: [UInt8], header last: inout LastTokenHeader) throws(AuthFailure) {
        guard let (first, second) = Self.dots(in: token) else { throw .malformed }
        let header = try last.read(token[..<first])
        guard let payload = Base64URL.decode(token[(first + 1)..<second]),
            let signature = Base64URL.decode(token[(second + 1)...])
        else { throw .malformed }
        algorithm = header.algorithm
        keyID = header.keyID
        signed = token[..<second]
        self.payload = payload
        self.signature = signature
    }

    /// The places of the two dots that a token must have; a third one is no character of base64url.
    private static func dots(in token: [UInt8]) -> (Int, Int)? {
        guard token.count <= PresentedToken.longest else { return nil }
        return token.withUnsafeBufferPointer { bytes in
            guard let start = UnsafeRawPointer(bytes.baseAddress),
                let first = memchr(start, 0x2E, bytes.count).map({ UnsafeRawPointer($0) - start }),
                let second = memchr(start + first + 1, 0x2E, bytes.count - first - 1).map({
                    UnsafeRawPointer($0) - start
                })
            else { return nil }
            return (first, second)
        }
    }
}
