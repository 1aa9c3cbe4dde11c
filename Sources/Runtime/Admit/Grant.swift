/// What a verified token grants: who its holder is and what he may do, ready for use by every request that shows it.
package final class Grant: Sendable {
    /// The token, the lines and the subject one behind the other: a token that is verified costs two allocations to keep.
    private let text: [UInt8]
    private let linesStart: Int
    private let subjectStart: Int
    /// The number of the provider who vouches for that: others may mean somebody else by the same name.
    let provider: Int
    /// When the token is no longer taken, leeway included; in seconds since 1970.
    let end: Int64
    let scopes: NameSet
    let roles: NameSet
    /// Where the token may be shown: bits of the ``TokenSources``.
    let sources: UInt32
    /// Where to ask whether the token is revoked, again and again; none where it need not be.
    let revocation: RevocationLookup?
    /// The values of the claims that limits go by (``LimiterSettings/claims``); empty where the token has none.
    let limitClaims: [[UInt8]]

    /// Of the claims that requests are told by.
    let claimHashes: [ClaimHash]

    init(
        token: some Collection<UInt8> = EmptyCollection(), subject: some Collection<UInt8>, provider: Int = 0,
        identityHeaders: some Collection<UInt8>, end: Int64, scopes: NameSet, roles: NameSet, sources: UInt32 = .max,
        revocation: RevocationLookup? = nil, limitClaims: [[UInt8]] = [], claimHashes: [ClaimHash] = []
    ) {
        linesStart = token.count
        subjectStart = linesStart + identityHeaders.count
        text = Array(unsafeUninitializedCapacity: subjectStart + subject.count) { text, count in
            let lines = text[text.initialize(from: token).index...].initialize(from: identityHeaders).index
            count = text[lines...].initialize(from: subject).index
        }
        self.provider = provider
        self.end = end
        self.scopes = scopes
        self.roles = roles
        self.sources = sources
        self.revocation = revocation
        self.limitClaims = limitClaims
        self.claimHashes = claimHashes
    }

    /// `sub`, else `user_id`: whom the access log and the limits mean. Empty where the token has neither.
    var subject: ArraySlice<UInt8> { text[subjectStart...] }

    /// Ready lines, `Name: value\r\n`, of the headers that claims go upstream in.
    var identityHeaders: ArraySlice<UInt8> { text[linesStart..<subjectStart] }

    func withToken<Result>(_ body: (ByteView) -> Result) -> Result {
        text.withUnsafeBufferPointer { body(ByteView($0).prefix(linesStart)) }
    }

    /// Whether it was this very token that was verified. How long that takes to find out tells nothing: who gets to ask has
    /// sent the last bytes of a good signature.
    func isOf(_ token: ByteView) -> Bool { withToken { $0.equals(token) } }

    /// What it takes of memory, roughly.
    var size: Int {
        text.count + 256 + (revocation?.id.bytes.count ?? 0) + limitClaims.reduce(0) { $0 + 32 + $1.count }
    }
}
