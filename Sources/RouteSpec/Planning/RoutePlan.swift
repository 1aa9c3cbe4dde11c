/// A gateway with everything settled that its files need: names, order, the tree of paths, what goes where.
///
/// Emitting prints it and decides nothing.
public struct RoutePlan: Sendable {
    public var spec: GatewaySpec
    /// Sorted by path and method: their order is that of the generated `Route`.
    public var routes: [PlannedRoute]
    /// Sorted by name: their order is that of the generated `Upstream`.
    public var upstreams: [PlannedUpstream]
    /// Every scope and role that the spec names, sorted.
    public var scopes: [PlannedName]
    public var roles: [PlannedName]
    public var tree: PathNode
}

/// A name of the spec and what it is called in Swift.
public struct PlannedName: Hashable, Sendable {
    public var name: String
    public var identifier: SwiftIdentifier
}

/// An upstream, declared or written out in a route.
public struct PlannedUpstream: Sendable {
    public var identifier: SwiftIdentifier
    /// What the type of its client is called.
    public var clientName: String
    /// As the spec calls it: the name, or the URL itself.
    public var label: String
    public var targets: [UpstreamTarget]
    public var policy = UpstreamPolicy()
    public var connectTimeout: Duration
    public var responseHeaderTimeout: Duration
    public var idleTimeout: Duration
    public var maxConnections: Int?
    public var maxIdle: Int
}

/// One route: one name, one policy, one or several paths.
public struct PlannedRoute: Sendable {
    public enum Target: Sendable {
        /// An index into ``RoutePlan/upstreams``.
        case upstream(Int)
        case builtin(BuiltinAnswer)
        case redirect(Redirect)
        case mock(MockAnswer)

        /// The upstream's index; none for what the gateway answers itself.
        public var upstream: Int? { if case .upstream(let index) = self { index } else { nil } }

        /// Whether it is an administrator's, who shows a key of his own.
        var needsKey: Bool { if case .builtin(.admin) = self { true } else { false } }
    }

    public enum BuiltinAnswer: Hashable, Sendable {
        case health(BuiltinEndpoint.HealthFormat)
        case ready, metrics, docs, openAPI
        /// What an administrator sees, under this name below the builtin's path.
        case admin(String)
    }

    public var identifier: SwiftIdentifier
    public var mark: Mark
    public var paths: [PlannedPath]
    /// Empty for any method; sorted.
    public var methods: [RouteMethod]
    public var conditions: MatchConditions
    public var target: Target
    public var access: PlannedAccess
    /// Whose tokens it takes; none for whoever a token's issuer is.
    public var provider: String?
    public var timeout: Duration?
    public var bodyLimit: Int
    public var traffic = TrafficPolicy()
    /// Where `upstream` is a list: indices into ``RoutePlan/upstreams``.
    public var split: [(upstream: Int, weight: Int)] = []
    /// An index likewise.
    public var mirror: Int?
    public var stream: StreamFormat?
    public var upgrade: UpgradeProtocol?
    /// The `Host` that the upstream gets in place of its own.
    public var rewriteHost: String?
    public var queryChanges = ValueChanges()
    public var requestHeaders = ValueChanges()
    public var responseHeaders = ValueChanges()
    public var parameters: [ParameterDeclaration]
    public var responses: [ResponseDeclaration]
    public var description: String?
    public var tags: [String]
    public var isDeprecated: Bool

    /// What responses are compressed with for clients that take it; a stream's never are.
    var codings: [ContentCoding] {
        stream == nil && upgrade == nil && target.upstream != nil ? traffic.compression?.policy ?? [] : []
    }

    /// Where its requests may go: indices into ``RoutePlan/upstreams``.
    public var upstreams: [Int] { split.isEmpty ? target.upstream.map { [$0] } ?? [] : split.map(\.upstream) }

    /// As logs and metrics call it.
    public var name: String { identifier.name }
}

/// A path of a route, and the path that its upstream sees, or to which a client is sent.
public struct PlannedPath: Sendable {
    public var pattern: PathPattern
    public var forward: ForwardTemplate
}

/// Who may use a route.
public enum PlannedAccess: Hashable, Sendable {
    case open
    /// A valid token with all of the scopes and, where there are some, any of the roles.
    case token(scopes: [String], roles: [String])
}

/// What a request must have beside its path and method.
public struct MatchConditions: Hashable, Sendable {
    public var host: HostPattern?
    public var headers: [RouteDeclaration.Condition] = []
    public var query: [RouteDeclaration.Condition] = []

    public var isEmpty: Bool { host == nil && headers.isEmpty && query.isEmpty }
}
