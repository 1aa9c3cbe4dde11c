/// What becomes of a route's requests once their caller may make them; nil is silence. A policy has a file of its own in
/// `Reading/Sections`.
public struct TrafficPolicy: Sendable {
    public var cacheTTL: Duration?
    public var rateLimits: RateLimits?
    public var concurrency: Concurrency?

    public init() {}
}
