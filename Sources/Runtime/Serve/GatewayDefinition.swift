/// A whole gateway, as the compiler writes it from a spec: everything that is fixed when the gateway is built.
public struct GatewayDefinition: Sendable {
    public let title: StaticString
    public let version: StaticString
    public let server: ServerDefinition
    public let errors: ErrorDefinition
    public let cors: CrossOriginDefinition?
    /// Absent where no route needs a token.
    public let auth: AuthDefinition?
    public let routes: RouteTable
    public let access: AccessTable
    public let upstreams: [UpstreamDefinition]
    /// What holds for all limits on requests.
    public let limiter: LimiterDefinition
    /// What `/health` shows.
    public let dependencies: [HealthDependency]
    /// What opens the administrator's documents; none of them are there without it.
    public let adminKey: Setting?
    /// The OpenAPI document, as JSON.
    public let openAPI: StaticString

    public init(
        title: StaticString, version: StaticString, server: ServerDefinition, errors: ErrorDefinition,
        cors: CrossOriginDefinition? = nil, auth: AuthDefinition?, routes: RouteTable, access: AccessTable,
        upstreams: [UpstreamDefinition], limiter: LimiterDefinition = LimiterDefinition(),
        dependencies: [HealthDependency] = [], adminKey: Setting? = nil, openAPI: StaticString
    ) {
        self.title = title
        self.version = version
        self.server = server
        self.errors = errors
        self.cors = cors
        self.auth = auth
        self.routes = routes
        self.access = access
        self.upstreams = upstreams
        self.limiter = limiter
        self.dependencies = dependencies
        self.adminKey = adminKey
        self.openAPI = openAPI
    }
}

/// The listener and its bounds (`server`).
public struct ServerDefinition: Sendable {
    /// `host:port`, or `:port` for every address.
    public let listen: Setting
    /// Addresses and ranges of addresses whose word on the client is believed; several may stand in one, behind commas.
    public let trustedProxies: [Setting]
    /// How long a client may take to send a request's head, counted from its first byte.
    public let headerTimeout: Duration
    /// How long a client may be silent in the middle of a request's body.
    public let readTimeout: Duration
    /// How long a client may take nothing of a response that waits for it.
    public let writeTimeout: Duration
    /// How long a connection may wait for its next request.
    public let idleTimeout: Duration
    /// How long requests may go on after the signal to stop.
    public let drainTimeout: Duration
    /// The most connections that clients may have, over all loops.
    public let connectionLimit: Int?
    /// The most bytes a request's head may have.
    public let headerLimit: Int
    /// The most header fields a request may have.
    public let fieldLimit: Int
    /// The most bytes a request's target may have.
    public let targetLimit: Int
    /// The most bytes that stored responses may have, over all loops.
    public let cacheLimit: Int

    /// 64 MiB.
    public static let usualCacheLimit = 64 << 20

    public init(
        listen: Setting, trustedProxies: [Setting] = [], headerTimeout: Duration, readTimeout: Duration,
        writeTimeout: Duration, idleTimeout: Duration, drainTimeout: Duration, connectionLimit: Int? = nil,
        headerLimit: Int, fieldLimit: Int,
        targetLimit: Int, cacheLimit: Int = usualCacheLimit
    ) {
        self.listen = listen
        self.trustedProxies = trustedProxies
        self.headerTimeout = headerTimeout
        self.readTimeout = readTimeout
        self.writeTimeout = writeTimeout
        self.idleTimeout = idleTimeout
        self.drainTimeout = drainTimeout
        self.connectionLimit = connectionLimit
        self.headerLimit = headerLimit
        self.fieldLimit = fieldLimit
        self.targetLimit = targetLimit
        self.cacheLimit = cacheLimit
    }
}

/// How refusals look (`errors`).
public struct ErrorDefinition: Sendable {
    public enum Format: Sendable { case envelope, flat, problem }

    public let format: Format
    /// The status for an upstream that refuses, cannot be reached or breaks off: 502 or 503.
    public let upstreamUnavailable: Int

    public init(format: Format, upstreamUnavailable: Int) {
        self.format = format
        self.upstreamUnavailable = upstreamUnavailable
    }
}
