/// Which pages of other sites may have a browser call the gateway (`cors`; Fetch, 3.2).
public struct CrossOriginDefinition: Sendable {
    /// Each an origin, `*` for every one, or some behind commas.
    public let origins: [Setting]
    /// As `Access-Control-Allow-Methods` has them; none for the methods of each path.
    public let methods: StaticString?
    /// As `Access-Control-Allow-Headers` has them; none for those of an API with tokens and bodies.
    public let headers: StaticString?
    public let exposedHeaders: StaticString?
    public let allowsCredentials: Bool
    /// In seconds; none for what browsers do by themselves.
    public let maxAge: Int?
    /// 204 or 200.
    public let preflightStatus: Int
    /// Whether the fields of upstreams that belong to CORS end at the gateway.
    public let stripsUpstream: Bool

    public init(
        origins: [Setting], methods: StaticString? = nil, headers: StaticString? = nil,
        exposedHeaders: StaticString? = nil, allowsCredentials: Bool = false, maxAge: Int? = nil,
        preflightStatus: Int = 204, stripsUpstream: Bool = true
    ) {
        self.origins = origins
        self.methods = methods
        self.headers = headers
        self.exposedHeaders = exposedHeaders
        self.allowsCredentials = allowsCredentials
        self.maxAge = maxAge
        self.preflightStatus = preflightStatus
        self.stripsUpstream = stripsUpstream
    }
}
