/// A whole spec, read, typed and merged, defaults applied: each value with the place it comes from.
public struct GatewaySpec: Sendable {
    public var title: String
    public var version: String
    public var description: String?
    public var server: ServerSettings
    /// The entries of `public_paths`, word for word.
    public var publicPaths: [Marked<String>]
    public var builtins: [BuiltinEndpoint]
    public var errors: ErrorSettings
    /// Absent where the spec has no `auth` and no route needs a token: else a stand-in takes its place.
    public var auth: AuthSettings?
    /// Absent where the gateway has nothing to do with the pages of other sites.
    public var cors: CrossOriginSettings?
    public var limiter: LimiterSettings
    /// What holds for routes that do not say otherwise; routes have it already.
    var defaults = RoutePolicy()
    /// The limits of `defaults`.
    public var sharedRateLimits: [RateLimit]
    public var upstreams: [Upstream]
    public var schemas: [Schema]
    /// The levels that the spec gives; a rule that is not here has its default.
    public var lint: [String: Marked<LintLevel>]
    public var expectations: [Expectation]
    public var routes: [RouteDeclaration]
    /// What could not be read in full: of what is not there, nothing can be said.
    public var gaps: Set<Gap>

    public enum Gap: Sendable, CaseIterable { case upstreams, schemas, scopes, roles, routes }
}

/// `server`, every value at its default where the spec is silent.
public struct ServerSettings: Sendable {
    public var listen: Template
    public var trustedProxies: [Template]
    public var headerTimeout: Duration
    public var readTimeout: Duration
    public var writeTimeout: Duration
    public var idleTimeout: Duration
    public var drainTimeout: Duration
    /// None for no bound.
    public var connectionLimit: Int?
    /// Of all stored responses, in bytes.
    public var cacheLimit: Int?
    public var headerLimit: Int
    public var fieldLimit: Int
    public var targetLimit: Int
    public var bodyLimit: Int
}

/// A string that may name environment variables, its form checked: `text` is as the spec has it.
public struct Template: Hashable, Sendable {
    public var text: String
    /// The variables it names, and the default each has.
    public var variables: [(name: String, fallback: String?)]

    public init(text: String, variables: [(name: String, fallback: String?)] = []) {
        self.text = text
        self.variables = variables
    }

    public static func == (one: Template, other: Template) -> Bool { one.text == other.text }
    public func hash(into hasher: inout Hasher) { hasher.combine(text) }
}

/// A path that the gateway answers itself, from `builtin` or by its default path in `public_paths`.
public struct BuiltinEndpoint: Sendable {
    public enum Kind: String, Sendable, CaseIterable { case health, ready, metrics, docs, admin }
    public enum HealthFormat: String, Sendable, CaseIterable { case status, text, dependencies }

    /// What the gateway needs, and how `/health` calls it.
    public struct Dependency: Sendable {
        public var label: Marked<String>
        /// The name of an upstream, or of one of ``Part``.
        public var part: Marked<String>
    }

    /// What a gateway can need beside its upstreams.
    public enum Part: String, Sendable, CaseIterable { case redis, jwks }

    public var kind: Kind
    public var path: Marked<PathPattern>
    /// Means something for `health` only.
    public var format: HealthFormat
    /// Of `health` in the format `dependencies`.
    public var dependencies: [Dependency] = []
    /// Of `admin`, which is below its path: who shows it may see the documents.
    public var key: Marked<Template>?
}

public struct ErrorSettings: Sendable {
    public enum Format: String, Sendable, CaseIterable { case envelope, flat, problem }

    public var format: Format
    /// 502 or 503.
    public var upstreamUnavailable: Int
}

public struct AuthSettings: Sendable {
    public struct ClaimHeader: Sendable {
        public var header: Marked<String>
        public var claim: String
        public var fallback: String?
    }

    public var mark: Mark
    /// In the order of the spec: `jwt`, or those of `providers`.
    public var providers: [TokenProvider]
    /// In the order in which they are looked for.
    public var scopeClaims: [String]
    public var roleClaims: [String]
    public var claimHeaders: [ClaimHeader]
    /// Given, they are closed: any other name in a route is an error.
    public var scopes: [(name: Marked<String>, text: String?)]?
    public var roles: [(name: Marked<String>, includes: [Marked<String>])]?
}

/// Who issues tokens, and how they are verified (`auth.jwt`, or an entry of `auth.providers`).
public struct TokenProvider: Sendable {
    public var name: Marked<String>
    public var algorithms: [Marked<TokenAlgorithm>]
    public var secrets: [Marked<Template>] = []
    public var keyFiles: [Marked<Template>] = []
    public var keySet: Marked<KeySet>?
    public var issuers: [Marked<Template>] = []
    public var audiences: [Template] = []
    public var leeway = Duration.zero
    /// Beside `exp`, which every token must have.
    public var requiredClaims: [String] = []
    public var maxAge: Template?
    /// In the order in which they are looked at.
    public var sources: [Marked<TokenSource>] = []
    public var revocation: Revocation?
}

/// Signature algorithms, as tokens name them.
public enum TokenAlgorithm: String, Sendable, CaseIterable {
    case hs256 = "HS256"
    case hs384 = "HS384"
    case hs512 = "HS512"
    case rs256 = "RS256"
    case rs384 = "RS384"
    case rs512 = "RS512"
    case ps256 = "PS256"
    case ps384 = "PS384"
    case ps512 = "PS512"
    case es256 = "ES256"
    case es384 = "ES384"
    case es512 = "ES512"
    case edDSA = "EdDSA"

    /// Whether its key is a secret.
    var isSymmetric: Bool { self == .hs256 || self == .hs384 || self == .hs512 }
}

/// `jwks`: a published set of keys.
public struct KeySet: Sendable {
    public enum Place: Sendable {
        case url(Template)
        case file(Template)
    }

    public var place: Place
    public var cacheTTL: Duration
    public var timeout: Duration
}

/// `revocation`: where it stands which tokens are revoked.
public struct Revocation: Sendable {
    public enum Place: Sendable {
        /// A server, and the key of a session there, with `{id}` in it.
        case redis(Template, key: String)
        case file(Template)
    }

    /// What becomes of a token where nobody can say.
    public enum Answer: String, Sendable, CaseIterable { case allow, deny }

    public var place: Place
    /// Where a token's id is, in the order in which they are looked for.
    public var claims: [String]
    public var onError: Answer
}

/// An entry of `token_from`.
public enum TokenSource: Hashable, Sendable {
    case header(String, scheme: String?)
    case cookie(String)

    /// What holds where the spec is silent.
    static let bearer = TokenSource.header("Authorization", scheme: "Bearer")
}

public struct Upstream: Sendable {
    public var name: Marked<String>
    /// One where the spec has a `url`.
    public var targets: [UpstreamTarget]
    public var policy = UpstreamPolicy()
    public var connectTimeout: Duration
    public var responseHeaderTimeout: Duration
    public var idleTimeout: Duration
    /// None for no bound.
    public var maxConnections: Int?
    public var maxIdle: Int
}

public struct Schema: Sendable {
    public var name: Marked<String>
    public var schema: JSONValue
    /// Every `$ref` in it, by the name that it asks for.
    public var references: [Marked<String>]
}

public enum LintLevel: String, Sendable, CaseIterable { case off, warn, error }

/// An entry of `expect`.
public struct Expectation: Sendable {
    public var mark: Mark
    public var method: String
    public var path: Marked<String>
    public var route: Marked<String>?
    public var upstreamPath: Marked<String>?
    public var status: Marked<Int>?
}
