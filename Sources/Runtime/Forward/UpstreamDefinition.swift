/// A service behind the gateway (`upstreams.<name>`, or a URL that stands in a route).
public struct UpstreamDefinition: Sendable {
    public let name: StaticString
    /// `http://host[:port][/base]`.
    public let url: Setting
    /// How long making a connection may take.
    public let connectTimeout: Duration
    /// How long an upstream may take from the end of the request to the end of its response's head.
    public let responseHeaderTimeout: Duration
    /// How long an unused connection is kept.
    public let idleTimeout: Duration
    /// How many connections there may be, over all event loops; none for no bound.
    public let maxConnections: Int?
    /// How many unused connections each event loop keeps.
    public let maxIdle: Int

    public init(
        name: StaticString, url: Setting, connectTimeout: Duration, responseHeaderTimeout: Duration,
        idleTimeout: Duration, maxConnections: Int? = nil, maxIdle: Int
    ) {
        self.name = name
        self.url = url
        self.connectTimeout = connectTimeout
        self.responseHeaderTimeout = responseHeaderTimeout
        self.idleTimeout = idleTimeout
        self.maxConnections = maxConnections
        self.maxIdle = maxIdle
    }
}
