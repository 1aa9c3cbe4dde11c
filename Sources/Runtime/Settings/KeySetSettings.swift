import NIOCore

/// A published set of keys, resolved at start (``KeySetDefinition``).
struct KeySetSettings: Sendable {
    enum Place: Sendable {
        case url(KeySetURL)
        case file(String)
    }

    let place: Place
    let cacheTTL: Duration
    let timeout: Duration

    static func resolve(_ definition: KeySetDefinition, reader: inout SettingsReader) -> KeySetSettings? {
        let place: Place?
        switch definition.place {
        case .url(let setting):
            place = reader.value(
                of: setting, for: .init(purpose: "the URL of the keys of tokens", example: "https://host/path"),
                parse: KeySetURL.init(parsing:)
            ).map(Place.url)
        case .file(let setting):
            place = reader.value(
                of: setting, for: .init(purpose: "the file of the keys of tokens", example: "the path of a file")
            ) { text throws(SettingFault) in
                if text.isEmpty { throw SettingFault(what: "is empty") }
                return .file(text)
            }
        }
        return place.map { KeySetSettings(place: $0, cacheTTL: definition.cacheTTL, timeout: definition.timeout) }
    }
}

/// `http[s]://host[:port]/path[?query]`, read strictly: what cannot be honoured is refused.
struct KeySetURL: Sendable, Equatable {
    let isSecure: Bool
    let host: String
    let port: Int
    /// With the query.
    let target: String

    init(parsing text: String) throws(SettingFault) {
        isSecure = text.lowercased().hasPrefix("https://")
        // The rules for hosts and ports are those of upstreams.
        let queryStart = text.firstIndex(of: "?") ?? text.endIndex
        let query = text[queryStart...]
        let plain = isSecure ? "http" + text[..<queryStart].dropFirst(5) : String(text[..<queryStart])
        let url = try UpstreamURL(parsing: plain)
        guard query.utf8.allSatisfy({ $0 > 0x20 && $0 < 0x7F && $0 != UInt8(ascii: "#") }) else {
            throw SettingFault(what: "has a query with characters that must be percent-encoded")
        }
        host = url.host
        self.port = isSecure && !Self.namesPort(plain) ? 443 : url.port
        target = (url.basePath.isEmpty || plain.hasSuffix("/") ? url.basePath + "/" : url.basePath) + query
    }

    /// Whether a URL that is well-formed writes its port out.
    private static func namesPort(_ url: String) -> Bool {
        let authority = url.drop { $0 != "/" }.dropFirst(2).prefix { $0 != "/" }
        let name = authority.lastIndex(of: "]").map { authority[$0...] } ?? authority
        return name.contains(":")
    }

    /// Whether the host is an address rather than a name.
    var isHostAddress: Bool { IPAddress(text: host) != nil }

    /// Whether the host is this machine by its name or address.
    var isLoopback: Bool { host == "localhost" || host == "::1" || host.hasPrefix("127.") && isHostAddress }

    var hostHeader: String {
        let name = host.contains(":") ? "[\(host)]" : host
        return port == (isSecure ? 443 : 80) ? name : "\(name):\(port)"
    }
}
