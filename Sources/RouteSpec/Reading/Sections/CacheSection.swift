/// `cache`: what is kept of an upstream's responses, beside `cache_ttl`.
public struct CachePolicy: Sendable {
    /// Request headers that tell responses apart whatever the upstream says.
    public var headers: [String] = []
    /// Where `shared` stands: callers with different identities then share responses.
    public var sharedMark: Mark?
    public var staleWhileRevalidate: Duration?
    public var staleIfError: Duration?
    public var coalesces = true
}

extension CachePolicy {
    init(reading fields: inout Fields) {
        readVary(&fields)
        staleWhileRevalidate = fields.value("stale_while_revalidate", .cacheTime)
        staleIfError = fields.value("stale_if_error", .cacheTime)
        fields.read("coalesce", as: .bool, into: &coalesces)
    }

    /// `identity`, `shared` and names of headers.
    private mutating func readVary(_ fields: inout Fields) {
        var namesIdentity = false
        for entry in fields.diagnostics.distinct(fields.oneOrMore("vary", of: .headerName) ?? [], of: "vary") {
            switch entry.value {
            case "identity": namesIdentity = true
            case "shared": sharedMark = entry.mark
            case let name: headers.append(name)
            }
        }
        if namesIdentity, let sharedMark {
            fields.diagnostics.error(
                at: sharedMark,
                "'vary' cannot have 'identity' and 'shared' at once; keep one of them")
        }
    }
}

extension Shape<Duration> {
    /// How long a response is kept: a year at most, which is what the field takes for ever (RFC 9111, 5.3).
    static var cacheTime: Shape { duration(in: .zero ... .seconds(365 * 86_400)) }
}

extension TrafficPolicy {
    /// Whether anything is kept of a route's responses.
    public var keepsResponses: Bool { cache != nil || (cacheTTL?.value ?? .zero) > .zero }
}

extension RouteDeclaration {
    /// Responses to GET are what is kept, and none that go on for ever.
    mutating func checkCache(own: TrafficPolicy, _ diagnostics: inout Diagnostics) {
        guard traffic.keepsResponses else { return }
        let takesGet = methods.isEmpty || methods.contains { $0.value == .get }
        let endless = stream.map { ("stream", $0.mark) } ?? upgrade.map { ("upgrade", $0.mark) }
        if takesGet, endless == nil, redirect == nil, mock == nil { return }
        // A default is for the routes that it fits.
        traffic.cacheTTL = nil
        traffic.cache = nil
        if isAnsweredHere { return }
        for (key, mark) in [("cache_ttl", own.cacheTTL?.mark), ("cache", own.cacheMark)] {
            guard let mark else { continue }
            if let endless {
                diagnostics.error(
                    at: mark,
                    "'\(key)' and '\(endless.0)' at \(endless.1.place) cannot both hold: what has no end is not kept; "
                        + "remove one of them")
            } else if let method = methods.first {
                diagnostics.error(
                    at: mark,
                    "'\(key)' is for responses to GET, and the route takes none; remove it, or add GET to 'method' at "
                        + method.mark.place)
            }
        }
    }
}
