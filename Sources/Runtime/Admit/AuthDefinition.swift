/// How tokens are verified and what of them goes upstream (`auth`).
public struct AuthDefinition: Sendable {
    /// A header that goes upstream with the value of a claim.
    public struct ClaimHeader: Sendable {
        public let header: StaticString
        public let claim: StaticString
        public let defaultValue: StaticString?

        public init(_ header: StaticString, claim: StaticString, default defaultValue: StaticString? = nil) {
            self.header = header
            self.claim = claim
            self.defaultValue = defaultValue
        }
    }

    /// At least one; a token is of one of them.
    public let providers: [ProviderDefinition]
    /// The claims that scopes are read from: the first that is there counts.
    public let scopeClaims: [StaticString]
    /// The claims that roles are read from: the first that is there counts.
    public let roleClaims: [StaticString]
    public let claimHeaders: [ClaimHeader]

    public init(
        providers: [ProviderDefinition], scopeClaims: [StaticString], roleClaims: [StaticString],
        claimHeaders: [ClaimHeader]
    ) {
        self.providers = providers
        self.scopeClaims = scopeClaims
        self.roleClaims = roleClaims
        self.claimHeaders = claimHeaders
    }
}

/// Who issues tokens, and how they are verified (`auth.jwt`, or one of `auth.providers`).
public struct ProviderDefinition: Sendable {
    public let name: StaticString
    /// No other is ever tried.
    public let algorithms: [TokenAlgorithm]
    /// Any of these may have signed a token; those that come out empty do not count.
    public let secrets: [Setting]
    /// Paths of PEM files with public keys.
    public let keyFiles: [Setting]
    /// Where a set of keys is published.
    public let keySet: KeySetDefinition?
    /// A token's `iss` must be one of these, where there are some.
    public let issuers: [Setting]
    /// A token's `aud` must hold one of these, where there are some.
    public let audiences: [Setting]
    /// The clock difference that `exp`, `nbf` and `iat` forgive.
    public let leeway: Duration
    /// Claims that a token must have, beside `exp`.
    public let requiredClaims: [StaticString]
    /// How long after its `iat` a token is taken, as a duration of the spec (`7200s`).
    public let maxAge: Setting?
    /// Where a request may show a token, in the order in which they are looked at.
    public let sources: [TokenSource]
    /// Where it stands which tokens are revoked; none where none are.
    public let revocation: RevocationDefinition?

    public init(
        _ name: StaticString, algorithms: [TokenAlgorithm], secrets: [Setting] = [], keyFiles: [Setting] = [],
        keySet: KeySetDefinition? = nil, issuers: [Setting] = [], audiences: [Setting] = [],
        leeway: Duration = .zero, requiredClaims: [StaticString] = [], maxAge: Setting? = nil,
        sources: [TokenSource] = [.header("Authorization", scheme: "Bearer")],
        revocation: RevocationDefinition? = nil
    ) {
        self.name = name
        self.algorithms = algorithms
        self.secrets = secrets
        self.keyFiles = keyFiles
        self.keySet = keySet
        self.issuers = issuers
        self.audiences = audiences
        self.leeway = leeway
        self.requiredClaims = requiredClaims
        self.maxAge = maxAge
        self.sources = sources
        self.revocation = revocation
    }
}

/// Where it stands which tokens are revoked (`revocation`).
public struct RevocationDefinition: Sendable {
    public enum Place: Sendable {
        /// The URL of a Redis server, and the key of a session there, `{id}` in the place of its id.
        case redis(Setting, key: StaticString)
        /// The path of a list of ids.
        case file(Setting)
    }

    /// What becomes of a token where nobody can say.
    public enum Answer: Sendable { case allow, deny }

    public let place: Place
    /// The claims that a token's id is in: the first that is there counts.
    public let claims: [StaticString]
    public let onError: Answer

    public init(_ place: Place, claims: [StaticString], onError: Answer) {
        self.place = place
        self.claims = claims
        self.onError = onError
    }
}

/// A published set of keys (`jwks`; RFC 7517, 5).
public struct KeySetDefinition: Sendable {
    public enum Place: Sendable {
        case url(Setting)
        case file(Setting)
    }

    public let place: Place
    /// How long a set is taken before it is asked for again.
    public let cacheTTL: Duration
    /// For a whole fetch.
    public let timeout: Duration

    public init(_ place: Place, cacheTTL: Duration, timeout: Duration) {
        self.place = place
        self.cacheTTL = cacheTTL
        self.timeout = timeout
    }
}

/// Where a request may show a token (`token_from`). The query is none: it stands in logs and histories.
public enum TokenSource: Sendable, Equatable {
    /// A header field; with a scheme, the token stands behind it (RFC 6750, 2.1).
    case header(StaticString, scheme: StaticString?)
    case cookie(StaticString)

    public static func == (one: TokenSource, other: TokenSource) -> Bool {
        switch (one, other) {
        case (.header(let name, let scheme), .header(let otherName, let otherScheme)):
            "\(name)".lowercased() == "\(otherName)".lowercased()
                && scheme.map { "\($0)".lowercased() } == otherScheme.map { "\($0)".lowercased() }
        case (.cookie(let name), .cookie(let otherName)): "\(name)" == "\(otherName)"
        default: false
        }
    }
}
