/// One entry of `routes`, with `defaults` already under it.
public struct RouteDeclaration: Sendable {
    /// The first key of the entry.
    public var mark: Mark
    /// Whether its methods and conditions could be read: else nobody knows what it has in common with other routes.
    var takesKnownRequests: Bool
    public var name: Marked<String>?
    public var paths: [Marked<PathPattern>]
    /// Empty for any method.
    public var methods: [Marked<RouteMethod>]
    public var host: Marked<HostPattern>?
    /// Sorted by name.
    public var headers: [Condition]
    /// Sorted by name.
    public var query: [Condition]

    public var upstream: Marked<UpstreamReference>?
    /// In place of an upstream.
    public var redirect: Marked<Redirect>?
    /// In place of an upstream, or for one that stands there too.
    public var mock: Marked<MockAnswer>?
    public var stripPrefix: Marked<String>?
    public var rewrite: Marked<RewriteTemplate>?
    /// The `Host` that the upstream gets in place of its own.
    public var rewriteHost: Marked<String>?
    public var queryChanges: ValueChanges

    /// True unless said.
    public var needsToken: Bool
    /// `auth`: whose tokens it takes; none for whoever a token's issuer is.
    public var provider: Marked<String>?
    /// Where the entry itself, not a default, says `auth_required`.
    public var authRequiredMark: Mark?
    public var scopes: [Marked<String>]
    public var roles: [Marked<String>]
    public var timeout: Duration?
    /// The server's limit unless said.
    public var bodyLimit: Int
    public var traffic: TrafficPolicy
    public var stream: Marked<StreamFormat>?
    public var upgrade: Marked<UpgradeProtocol>?
    /// Of requests on their way to the upstream, and of its responses on their way to the client.
    public var requestHeaders: ValueChanges
    public var responseHeaders: ValueChanges
    public var parameters: [ParameterDeclaration]
    public var responses: [ResponseDeclaration]

    public var description: String?
    public var tags: [String]
    public var isDeprecated: Bool

    /// A header or a query parameter, and what its value must be.
    public struct Condition: Sendable, Hashable {
        public var name: String
        public var test: ValueTest

        public init(name: String, test: ValueTest) {
            self.name = name
            self.test = test
        }
    }
}

/// `stream`: responses that go on for as long as both sides like.
public enum StreamFormat: String, Sendable, CaseIterable {
    /// Server-sent events.
    case sse
}

/// `upgrade`: what a connection changes over to.
public enum UpgradeProtocol: String, Sendable, CaseIterable {
    case websocket
}

/// The methods that a route can name.
public enum RouteMethod: String, Sendable, CaseIterable, Comparable {
    case get = "GET"
    case head = "HEAD"
    case post = "POST"
    case put = "PUT"
    case patch = "PATCH"
    case delete = "DELETE"
    case options = "OPTIONS"

    public static func < (one: RouteMethod, other: RouteMethod) -> Bool {
        one.order < other.order
    }

    /// Its place in `Allow` and in everything that is sorted by method.
    var order: Int { Self.allCases.firstIndex(of: self) ?? 0 }
}

/// `match.host`, in small letters.
public enum HostPattern: Hashable, Sendable {
    case exact(String)
    /// `*.example.com`: any host below the domain, at any depth; the domain is held without `*.`.
    case below(String)
}

/// What `upstream` names.
public enum UpstreamReference: Hashable, Sendable {
    case named(String)
    /// A URL or a variable that stands in the route.
    case url(Template)
}

/// `rewrite`: the path that the upstream sees.
public struct RewriteTemplate: Hashable, Sendable {
    public enum Part: Hashable, Sendable {
        case literal(String)
        case parameter(String)
        /// What the path's wildcard stands for; always the last part.
        case wildcard
    }

    public var parts: [Part]
    public var text: String

    public init(parts: [Part], text: String) {
        self.parts = parts
        self.text = text
    }
}

/// An entry of `request.params` or `request.query`.
public struct ParameterDeclaration: Sendable {
    public enum Location: String, Sendable { case path, query }
    public enum ValueType: String, Sendable, CaseIterable { case string, integer, number, boolean }

    public var location: Location
    public var name: Marked<String>
    public var type: ValueType
    public var isRequired: Bool
    public var description: String?
}

/// An entry of `response`: documentation.
public struct ResponseDeclaration: Sendable {
    public var status: Marked<String>
    public var description: String?
    /// The body's schema, where one is given.
    public var body: JSONValue?
    public var references: [Marked<String>]
}
