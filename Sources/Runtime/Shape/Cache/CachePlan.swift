/// A ``CacheDefinition`` made ready for requests.
final class CachePlan: Sendable {
    let defaults: Freshness.Defaults
    let vary: [[UInt8]]
    let isShared: Bool
    let coalesces: Bool
    /// What a response is kept as: the route's own number, so that routes share nothing.
    let route: Int
    /// The names of the headers that claims fill.
    let identityHeaders: HeaderNames

    init(_ definition: CacheDefinition, route: Int, identity: [String]) {
        identityHeaders = HeaderNames(identity)
        defaults = Freshness.Defaults(
            lifetime: definition.ttl.map(Self.milliseconds),
            staleWhileRevalidate: Self.milliseconds(definition.staleWhileRevalidate),
            staleIfError: Self.milliseconds(definition.staleIfError))
        vary = definition.vary.map { Array("\($0)".utf8) }
        isShared = definition.isShared
        coalesces = definition.coalesces
        self.route = route
    }

    private static func milliseconds(_ duration: Duration) -> Int {
        // A spec's durations are of a year at most.
        let (seconds, attoseconds) = duration.components
        return Int(clamping: min(seconds, 1 << 31) * 1000 + attoseconds / 1_000_000_000_000_000)
    }
}
