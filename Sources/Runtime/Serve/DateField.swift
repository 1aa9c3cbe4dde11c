#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#endif

/// The `Date` field of the gateway's own responses, and of relayed ones that came without (RFC 9110, 6.6.1), put together once a
/// second.
struct DateField {
    private var line: [UInt8] = []
    private var second: Int64 = -1

    /// - Parameter now: in seconds since 1970.
    mutating func write(_ now: Int64, into output: ByteWriter) {
        if now != second {
            second = now
            line = Self.line(for: now)
        }
        output.put(line)
    }

    /// `Date: Sun, 06 Nov 1994 08:49:37 GMT` and CRLF. Nobody sets a locale, so the names are those of C, in English.
    static func line(for second: Int64) -> [UInt8] {
        var moment = time_t(second)
        var parts = tm()
        var text = [CChar](repeating: 0, count: 64)
        guard gmtime_r(&moment, &parts) != nil else { return [] }
        let length = strftime(&text, text.count, "Date: %a, %d %b %Y %H:%M:%S GMT\r\n", &parts)
        return text.prefix(length).map { UInt8(bitPattern: $0) }
    }
}
