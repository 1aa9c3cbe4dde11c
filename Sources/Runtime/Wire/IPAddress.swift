#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#endif

/// An IP address without a port. One of IPv4 is kept as IPv6 maps it (RFC 4291, 2.5.5.2), so that it is the same address
/// over either kind of socket.
struct IPAddress: Hashable, Sendable {
    let high: UInt64
    let low: UInt64

    private static let mapped: UInt64 = 0xFFFF_0000_0000

    /// The longest text of an address, and a NUL behind it.
    private static let textLimit = 46

    init(ipv4: UInt32) { self.init(high: 0, low: Self.mapped | UInt64(ipv4)) }

    init(high: UInt64, low: UInt64) {
        self.high = high
        self.low = low
    }

    /// Reads an address and nothing else: `192.0.2.1`, `2001:db8::1`. Allocates nothing.
    init?(_ text: ByteView) {
        guard !text.isEmpty, text.count < Self.textLimit, text.firstIndex(of: 0) == nil else { return nil }
        let address = withUnsafeTemporaryAllocation(of: CChar.self, capacity: Self.textLimit) { buffer -> IPAddress? in
            guard let base = buffer.baseAddress else { return nil }
            memcpy(base, text.start, text.count)
            base[text.count] = 0
            if text.firstIndex(of: UInt8(ascii: ":")) == nil {
                var bytes: UInt32 = 0
                guard inet_pton(AF_INET, base, &bytes) == 1 else { return nil }
                return IPAddress(ipv4: UInt32(bigEndian: bytes))
            }
            var bytes: (UInt64, UInt64) = (0, 0)
            guard inet_pton(AF_INET6, base, &bytes) == 1 else { return nil }
            return IPAddress(high: UInt64(bigEndian: bytes.0), low: UInt64(bigEndian: bytes.1))
        }
        guard let address else { return nil }
        self = address
    }

    /// Likewise. Allocates: not for the way of a request.
    init?(text: some StringProtocol) {
        var text = String(text)
        let address = text.withUTF8 { bytes in
            bytes.baseAddress.flatMap { IPAddress(ByteView($0, count: bytes.count)) }
        }
        guard let address else { return nil }
        self = address
    }

    /// Reads an address as proxies write it, with or without a port: `192.0.2.1:80`, `[2001:db8::1]`, `[2001:db8::1]:80`.
    init?(withPort text: ByteView) {
        if !text.isEmpty, text.start[0] == UInt8(ascii: "[") {
            guard let close = text.firstIndex(of: UInt8(ascii: "]")) else { return nil }
            self.init(text.prefix(close).suffix(from: 1))
        } else if let colon = text.firstIndex(of: UInt8(ascii: ":")),
            text.suffix(from: colon + 1).firstIndex(of: UInt8(ascii: ":")) == nil
        {
            self.init(text.prefix(colon))
        } else {
            self.init(text)
        }
    }

    var isIPv4: Bool { high == 0 && low >> 32 == Self.mapped >> 32 }

    /// Shows the address as it is usually written (RFC 5952). Allocates nothing.
    func withText<Result>(_ body: (ByteView) -> Result) -> Result {
        withUnsafeTemporaryAllocation(of: CChar.self, capacity: Self.textLimit) { buffer in
            let length = socklen_t(Self.textLimit)
            let text: UnsafePointer<CChar>?
            if isIPv4 {
                var bytes = UInt32(truncatingIfNeeded: low).bigEndian
                text = inet_ntop(AF_INET, &bytes, buffer.baseAddress, length)
            } else {
                var bytes = (high.bigEndian, low.bigEndian)
                text = inet_ntop(AF_INET6, &bytes, buffer.baseAddress, length)
            }
            // There is room for every address; should there be none, this is an address without text.
            guard let text else { return body(ByteView(("" as StaticString).utf8Start, count: 0)) }
            let count = strlen(text)
            return text.withMemoryRebound(to: UInt8.self, capacity: count) { body(ByteView($0, count: count)) }
        }
    }
}
