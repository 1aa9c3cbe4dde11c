/// What the cache did for a request, for `Cache-Status` (RFC 9211), the access record and the metrics.
enum CacheOutcome: UInt8, CaseIterable, Sendable {
    /// The route has no cache, or the request did not get that far.
    case none
    case hit
    /// Stale, and refreshed beside its use or taken so by the client.
    case stale
    /// What another request brought, which this one waited for.
    case collapsed
    /// There was nothing stored for the URL.
    case missed
    /// There was, for other request fields.
    case missedVariant
    /// There was, and it was stale.
    case expired
    /// The upstream said that what is stored still holds.
    case revalidated
    /// The upstream failed, and what is stored stood in for it.
    case stoodIn
    /// The client wanted the upstream's own word.
    case requested
    /// The request is none that a cache answers.
    case bypassed

    /// As access records and metrics name it.
    var name: StaticString {
        switch self {
        case .none: ""
        case .hit: "hit"
        case .stale, .stoodIn: "stale"
        case .collapsed: "collapsed"
        case .missed, .missedVariant, .expired: "miss"
        case .revalidated: "revalidated"
        case .requested, .bypassed: "bypass"
        }
    }

    static let names: [StaticString] = ["hit", "stale", "collapsed", "miss", "revalidated", "bypass"]

    /// The parameters of the gateway's member of `Cache-Status` (RFC 9211, 2).
    var parameters: StaticString {
        switch self {
        case .none: ""
        case .hit, .stale: "hit"
        case .collapsed: "fwd=miss; collapsed"
        case .missed: "fwd=uri-miss"
        case .missedVariant: "fwd=vary-miss"
        case .expired: "fwd=stale"
        case .revalidated: "fwd=stale; fwd-status=304"
        case .stoodIn: "fwd=stale; detail=stale-if-error"
        case .requested: "fwd=request"
        case .bypassed: "fwd=bypass"
        }
    }
}

/// What a cache notes on an exchange.
struct CacheTrace {
    var outcome = CacheOutcome.none
    /// Whether what the upstream says is stored.
    var isStored = false
    /// How long the response that was found is fresh yet, in seconds.
    var remaining: Int?

    /// Writes `Cache-Status` (RFC 9211).
    func write(into output: ByteWriter) {
        output.put("Cache-Status: switchyard; ")
        output.put(outcome.parameters)
        if isStored { output.put("; stored") }
        if let remaining {
            output.put("; ttl=")
            if remaining < 0 { output.put("-") }
            output.put(decimal: remaining)
        }
        output.put("\r\n")
    }
}
