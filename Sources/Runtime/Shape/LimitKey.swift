/// The key of a bucket in Redis (`redis_key`): what stands before the caller and behind.
struct LimitKey: Sendable {
    /// Whose bucket it is.
    struct Name: Sendable {
        enum Caller: Sendable {
            /// The value of a claim.
            case claim([UInt8])
            case address(IPAddress)
        }

        let caller: Caller
        /// Of a limit that is a route's own.
        let route: String?
    }

    private let prefix: [UInt8]
    private let suffix: [UInt8]

    /// - Parameter template: holds `{…}` once, which stands for the caller.
    init(_ template: String) {
        let open = template.firstIndex(of: "{") ?? template.endIndex
        let close = template[open...].firstIndex(of: "}").map { template.index(after: $0) } ?? template.endIndex
        prefix = Array(template[..<open].utf8)
        suffix = Array(template[close...].utf8)
    }

    /// `rate_limit:user-1`, `rate_limit:ip:203.0.113.9`, `rate_limit:ip:2001:db8:1:2::/64`; a route's own with `:{route}` behind.
    /// In a claim, `:` and `%` and what is not visible ASCII are percent-encoded, so that nobody can pass for an address or a route.
    func bytes(for name: Name) -> [UInt8] {
        var bytes = prefix
        switch name.caller {
        case .claim(let value):
            for byte in value {
                if (0x21...0x7E).contains(byte), byte != UInt8(ascii: ":"), byte != UInt8(ascii: "%") {
                    bytes.append(byte)
                } else {
                    bytes += [UInt8(ascii: "%"), ByteWriter.hexDigit(byte >> 4), ByteWriter.hexDigit(byte & 15)]
                }
            }
        case .address(let address):
            bytes += Array("ip:".utf8)
            let shown = address.isIPv4 ? address : IPAddress(high: address.high, low: 0)
            shown.withText { bytes += $0.bytes }
            if !address.isIPv4 { bytes += Array("/64".utf8) }
        }
        bytes += suffix
        if let route = name.route { bytes += Array(":\(route)".utf8) }
        return bytes
    }
}
