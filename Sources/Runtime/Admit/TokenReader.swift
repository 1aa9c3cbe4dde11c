#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#endif

/// Takes tokens apart, one after the other, in the same memory: an event loop has one for all its tokens.
///
/// It remembers the last header that it read: the tokens of an issuer have the same, to the letter, until its key changes, and to
/// read it takes as long as to read their claims.
package final class TokenReader {
    private let text = ByteWriter()
    private let payload = JSONDocument()
    /// Of the payload in the document, until it is read, for which its strings are changed.
    private var payloadLength: Int?
    private let signature = UnsafeMutablePointer<UInt8>.allocate(
        capacity: Base64URL.count(of: PresentedToken.longest))
    /// The lines of a token's ``Grant`` are put together here.
    let lines = ByteWriter()
    private let lastText = ByteWriter()
    private var lastHeader: TokenHeader?

    package init() {}

    deinit { signature.deallocate() }

    /// Takes a token apart whose header asks for an algorithm that the gateway has, and nothing beyond.
    /// - Returns: what is valid until the next token is read.
    package func read(_ token: ByteView) throws(AuthFailure) -> SignedToken {
        text.clear()
        text.put(token)
        let token = text.view
        guard let (first, second) = Self.dots(in: token) else { throw .malformed }
        let header = try header(token.prefix(first))
        let payload = token.prefix(second).suffix(from: first + 1)
        guard decode(payload) else { throw .malformed }
        // The token is at most the longest, so that there is room.
        guard let length = Base64URL.decode(token.suffix(from: second + 1), into: signature) else { throw .malformed }
        return SignedToken(
            reader: self, header: header, text: token, signed: token.prefix(second), payload: payload,
            signature: ByteView(signature, count: length))
    }

    private func decode(_ text: ByteView) -> Bool {
        payloadLength = Base64URL.decode(text, into: payload.room(for: Base64URL.count(of: text.count)))
        return payloadLength != nil
    }

    /// The claims in the payload of the token that was read last; valid until they are read again.
    func claims(in text: ByteView) throws(AuthFailure) -> TokenClaims {
        guard payloadLength != nil || decode(text), let length = payloadLength else { throw .malformed }
        payloadLength = nil
        return try TokenClaims(payload.read(length))
    }

    private func header(_ text: ByteView) throws(AuthFailure) -> TokenHeader {
        if let lastHeader, text.equals(lastText.view) { return lastHeader }
        let header = try TokenHeader(text)
        lastText.clear()
        lastText.put(text)
        lastHeader = header
        return header
    }

    /// The places of the two dots that a token must have; a third one is no character of base64url.
    private static func dots(in token: ByteView) -> (Int, Int)? {
        guard token.count <= PresentedToken.longest else { return nil }
        let start = UnsafeRawPointer(token.start)
        guard let first = memchr(start, 0x2E, token.count).map({ UnsafeRawPointer($0) - start }),
            let second = memchr(start + first + 1, 0x2E, token.count - first - 1).map({ UnsafeRawPointer($0) - start })
        else { return nil }
        return (first, second)
    }
}
