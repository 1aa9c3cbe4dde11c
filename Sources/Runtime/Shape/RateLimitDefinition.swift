/// A limit on how often somebody may make requests (`rate_limit` of a route or of `defaults`).
public struct RateLimitDefinition: Sendable {
    /// What has a bucket of its own.
    public enum Key: Sendable {
        /// The client's address; of IPv6 the network of 64 bits.
        case address
        /// The token's subject, else the address.
        case subject
        /// The value of a claim, else the address.
        case claim(StaticString)
    }

    /// Requests in a time, each number perhaps from the environment.
    public struct Rate: Sendable {
        public let requests: Setting
        public let per: Duration
        /// The rate's own count where there is none.
        public let burst: Setting?

        public init(_ requests: Setting, per: Duration, burst: Setting? = nil) {
            self.requests = requests
            self.per = per
            self.burst = burst
        }
    }

    public let key: Key
    /// For whoever has no tier of his own; without it, that is the lowest of the tiers.
    public let rate: Rate?
    /// Whose value names a tier.
    public let tierClaim: StaticString?
    public let tiers: [(name: StaticString, rate: Rate)]

    public init(
        by key: Key, _ rate: Rate? = nil, tierClaim: StaticString? = nil,
        tiers: KeyValuePairs<StaticString, Rate> = [:]
    ) {
        self.key = key
        self.rate = rate
        self.tierClaim = tierClaim
        self.tiers = tiers.map { ($0.key, $0.value) }
    }
}

/// What holds for all limits (`rate_limit` of the spec).
public struct LimiterDefinition: Sendable {
    /// Which refusal wins, that of the limit or that of the token.
    public enum Order: Sendable { case afterAuth, beforeAuth }

    /// Which header fields say how much is left: those of the IETF draft, the older ones, both or none.
    public enum Fields: Sendable { case standard, legacy, both, none }

    /// A server that several gateways share, and what becomes of a request where it cannot be asked.
    public struct Redis: Sendable {
        public enum Answer: Sendable { case local, allow, deny }

        public let url: Setting
        /// The key of a bucket, with one `{name}` in the place of whose it is.
        public let key: StaticString
        public let onError: Answer

        public init(_ url: Setting, key: StaticString, onError: Answer) {
            self.url = url
            self.key = key
            self.onError = onError
        }
    }

    public let order: Order
    public let fields: Fields
    /// How many buckets are remembered; 65,536 where there is none, or it comes out empty.
    public let maxKeys: Setting?
    /// How long a bucket may be remembered: no limit may need longer to be full again. None for any time.
    public let ttl: Duration?
    /// How often those that are not full again are counted.
    public let cleanup: Duration
    public let redis: Redis?

    public init(
        order: Order = .afterAuth, fields: Fields = .both, maxKeys: Setting? = nil, ttl: Duration? = nil,
        cleanup: Duration = .seconds(60), redis: Redis? = nil
    ) {
        self.order = order
        self.fields = fields
        self.maxKeys = maxKeys
        self.ttl = ttl
        self.cleanup = cleanup
        self.redis = redis
    }
}
