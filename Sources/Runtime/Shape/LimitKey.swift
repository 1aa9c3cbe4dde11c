/// The key of a bucket in Redis (`redis_key`): what stands before the caller and behind.
struct LimitKey: Sendable {
    /// Whose bucket it is.
    struct Name: Sendable {
        enum Caller: Sendable {
            /// The value of a claim in a token of a provider, by his number.
            case claim([UInt8], provider: Int)
            case address(IPAddress)
        }

        let caller: Caller
        /// Of a limit that is a route's own.
        let route: String?
        /// That whose rate the caller has; none where he has no tier of his own.
        let tier: [UInt8]?
    }

    private let prefix: [UInt8]
    private let suffix: [UInt8]
    /// The names of those whose tokens are taken; nothing where there is no telling them apart, with one of them.
    private let providers: [[UInt8]]

    /// - Parameters:
    ///   - template: holds `{…}` once, which stands for the caller.
    ///   - providers: the names of those whose tokens are taken.
    init(_ template: String, providers: [String] = []) {
        let open = template.firstIndex(of: "{") ?? template.endIndex
        let close = template[open...].firstIndex(of: "}").map { template.index(after: $0) } ?? template.endIndex
        prefix = Array(template[..<open].utf8)
        suffix = Array(template[close...].utf8)
        self.providers = providers.count > 1 ? providers.map { Array($0.utf8) } : []
    }

    /// `rate_limit:user-1`, `rate_limit:ip:203.0.113.9`, `rate_limit:ip:2001:db8:1:2::/64`; a route's own with `:{route}` behind,
    /// a tier's with `:tier={tier}`. Of several providers, the caller's stands before him: `rate_limit:iss=partner:user-1`.
    /// In a claim or a name, `:` and `%` and what is not visible ASCII are percent-encoded, so that nobody can pass for an address or a route.
    func bytes(for name: Name) -> [UInt8] {
        var bytes = prefix
        switch name.caller {
        case .claim(let value, let provider):
            if providers.indices.contains(provider) {
                bytes += Array("iss=".utf8) + Self.encoded(providers[provider]) + [UInt8(ascii: ":")]
            }
            bytes += Self.encoded(value)
        case .address(let address):
            bytes += Array("ip:".utf8)
            let shown = address.isIPv4 ? address : IPAddress(high: address.high, low: 0)
            shown.withText { bytes += $0.bytes }
            if !address.isIPv4 { bytes += Array("/64".utf8) }
        }
        bytes += suffix
        if let route = name.route { bytes += Array(":\(route)".utf8) }
        if let tier = name.tier { bytes += Array(":tier=".utf8) + Self.encoded(tier) }
        return bytes
    }

    private static func encoded(_ text: [UInt8]) -> [UInt8] {
        text.flatMap { byte in
            (0x21...0x7E).contains(byte) && byte != UInt8(ascii: ":") && byte != UInt8(ascii: "%")
                ? [byte] : [UInt8(ascii: "%"), ByteWriter.hexDigit(byte >> 4), ByteWriter.hexDigit(byte & 15)]
        }
    }
}
