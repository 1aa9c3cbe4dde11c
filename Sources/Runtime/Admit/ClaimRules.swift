/// What a provider demands of the claims of its tokens, ready to be compared with.
final class ClaimRules: Sendable {
    /// `iss` must be one of these, where there are some.
    let issuers: TextList
    /// `aud` must hold one of these, where there are some.
    let audiences: TextList
    /// Beside `exp`.
    let required: TextList
    /// In seconds: how much `exp`, `nbf` and `iat` forgive, and how long after `iat` a token is taken.
    let leeway: Int64
    let maxAge: Int64?

    init(_ settings: ProviderSettings) {
        issuers = TextList(settings.issuers)
        audiences = TextList(settings.audiences)
        required = TextList(settings.requiredClaims)
        leeway = settings.leewaySeconds
        maxAge = settings.maxAgeSeconds
    }
}
