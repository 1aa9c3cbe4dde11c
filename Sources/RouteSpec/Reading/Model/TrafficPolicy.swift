/// What becomes of a route's requests once their caller may make them; nil is silence. A policy has a file of its own in
/// `Reading/Sections`.
public struct TrafficPolicy: Sendable {
    /// How long a response is fresh where its upstream does not say.
    public var cacheTTL: Marked<Duration>?
    public var cache: CachePolicy?
    /// Where `cache` stands.
    var cacheMark: Mark?
    public var rateLimits: RateLimits?
    public var concurrency: Concurrency?
    public var circuitBreaker: Choice<CircuitBreaker>?
    public var compression: Choice<[ContentCoding]>?
    public var retry: Choice<Retry>?
    /// The header whose requests may be sent again, whatever their method.
    public var idempotencyKey: Marked<String>?
    /// Where `upstream` is a list: its entries, the first of which is the route's upstream too.
    public var split: [WeightedUpstream]?
    /// What leads requests to the same entry of it.
    public var hashOn: Marked<RequestKey>?
    public var mirror: Choice<Mirror>?
    /// Of requests on their way to the upstream, and of its responses on their way to the client.
    public var requestTransform: Choice<BodyTransform>?
    public var responseTransform: Choice<BodyTransform>?

    public init() {}
}

/// A policy, or the word that there is none, which takes a default away.
public enum Choice<Policy: Sendable>: Sendable {
    case none
    case some(Policy)

    public var policy: Policy? { if case .some(let policy) = self { policy } else { nil } }
}
