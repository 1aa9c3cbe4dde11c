/// What a route keeps of its upstream's responses (`cache_ttl`, `cache`).
public struct CacheDefinition: Sendable {
    /// How long a response is fresh where the upstream does not say; none where that is for the upstream alone to say.
    public let ttl: Duration?
    /// Request fields that tell responses apart whatever the upstream says.
    public let vary: [StaticString]
    /// Whether callers with different identities share responses.
    public let isShared: Bool
    public let staleWhileRevalidate: Duration
    public let staleIfError: Duration
    /// Whether equal requests wait for the first of them.
    public let coalesces: Bool
}
