/// A token in JWS compact form (RFC 7515, 7.1), taken apart but not believed. It is valid until its reader reads another.
package struct SignedToken {
    /// Has the memory of all that is said here.
    let reader: TokenReader
    let header: TokenHeader
    let text: ByteView
    /// The header and the payload as they were sent, with the dot between: what is signed.
    let signed: ByteView
    private let payload: ByteView
    let signature: ByteView

    var algorithm: TokenAlgorithm { header.algorithm }
    /// `kid`: which key of a set it claims to be signed with.
    var keyID: String? { header.keyID }

    /// A token in memory of its own.
    package init(_ token: [UInt8]) throws(AuthFailure) {
        let reader = TokenReader()
        let result = token.withUnsafeBufferPointer { bytes in
            Result { () throws(AuthFailure) in try reader.read(ByteView(bytes)) }
        }
        self = try result.get()
    }

    init(
        reader: TokenReader, header: TokenHeader, text: ByteView, signed: ByteView, payload: ByteView,
        signature: ByteView
    ) {
        self.reader = reader
        self.header = header
        self.text = text
        self.signed = signed
        self.payload = payload
        self.signature = signature
    }

    func claims() throws(AuthFailure) -> TokenClaims { try reader.claims(in: payload) }
}
