/// A limit on how often somebody may make requests: an entry of `rate_limit` in a route or in `defaults`.
public struct RateLimit: Sendable {
    /// What has a bucket of its own.
    public enum Key: Hashable, Sendable {
        /// `ip`: the client's address.
        case address
        /// `scope: user`: the token's subject.
        case subject
        case claim(String)
    }

    /// Requests in a time: whole numbers, or variables that hold some.
    public struct Rate: Sendable {
        public var requests: Template
        public var per: Duration
        /// The count of the requests where there is none.
        public var burst: Template?
    }

    public var mark: Mark
    public var key: Key
    /// For whoever has no tier of his own; where there is none, that is the lowest of the tiers.
    public var rate: Rate?
    public var tierClaim: String?
    public var tiers: [(name: Marked<String>, rate: Rate)]
}

/// `rate_limit` of a route, or what it has of `defaults`.
public struct RateLimits: Sendable {
    /// At most one by the address and one by something else; none for `rate_limit: none`.
    public var limits: [RateLimit]
    /// Whether they are those of `defaults`, with one bucket for all the routes that take them.
    public var isShared: Bool
}

/// `rate_limit` of the spec: what holds for all limits.
public struct LimiterSettings: Sendable {
    public enum Backend: String, Sendable, CaseIterable { case memory, redis }
    public enum Order: String, Sendable, CaseIterable {
        case afterAuth = "after_auth"
        case beforeAuth = "before_auth"
    }
    public enum HeaderFields: String, Sendable, CaseIterable { case both, standard, legacy, none }
    public enum Answer: String, Sendable, CaseIterable { case local, allow, deny }

    public var backend = Backend.memory
    public var order = Order.afterAuth
    public var headers = HeaderFields.both
    /// None for the runtime's default.
    public var maxKeys: Template?
    public var ttl: Duration?
    public var cleanup: Duration?
    public var redis: Template?
    public var redisKey = "rate_limit:{key}"
    public var onError = Answer.local
}
