/// What a verified token grants: who its holder is and what he may do, ready for use by every request that shows it.
package final class Grant: Sendable {
    /// `sub`, else `user_id`: whom the access log and the limits mean. Empty where the token has neither.
    let subject: [UInt8]
    /// The number of the provider who vouches for that: others may mean somebody else by the same name.
    let provider: Int
    /// Ready lines, `Name: value\r\n`, of the headers that claims go upstream in.
    let identityHeaders: [UInt8]
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
        subject: [UInt8], provider: Int = 0, identityHeaders: [UInt8], end: Int64, scopes: NameSet, roles: NameSet,
        sources: UInt32 = .max,
        revocation: RevocationLookup? = nil, limitClaims: [[UInt8]] = [], claimHashes: [ClaimHash] = []
    ) {
        self.subject = subject
        self.provider = provider
        self.identityHeaders = identityHeaders
        self.end = end
        self.scopes = scopes
        self.roles = roles
        self.sources = sources
        self.revocation = revocation
        self.limitClaims = limitClaims
        self.claimHashes = claimHashes
    }
}
