#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#else
    import Darwin
#endif

extension Shape<Template> {
    /// An address or a range of addresses; a variable may hold several, behind commas.
    static var addressRanges: Shape {
        setting("an address or a range such as 10.0.0.0/8") { text throws(Fault) in
            for entry in text.split(separator: ",") {
                let entry = entry.drop { $0 == " " }
                let range = entry.lastIndex { $0 != " " }.map { entry[...$0] } ?? entry
                if !range.isEmpty { try check(range) }
            }
        }
    }
}

/// What the gateway would refuse at its start (RFC 4632 and 4291, 2.3).
private func check(_ range: Substring) throws(Fault) {
    let parts = range.split(separator: "/", maxSplits: 1, omittingEmptySubsequences: false)
    guard var bytes = addressBytes(String(parts[0])) else {
        throw Fault(
            "has '\(String(range).visible)', which is no IP address; write one such as 192.0.2.1, or a range such as 10.0.0.0/8"
        )
    }
    guard parts.count == 2 else { return }
    let most = bytes.count * 8
    guard !parts[1].isEmpty, parts[1].utf8.allSatisfy(\.isDigit), let prefix = Int(parts[1]), prefix <= most else {
        throw Fault("has '\(String(range).visible)', whose prefix is out of range; give 0 to \(most) bits")
    }
    var isClean = true
    for index in bytes.indices {
        let kept = UInt8.max << UInt8(8 - min(8, max(0, prefix - index * 8)))
        if bytes[index] & ~kept != 0 { isClean = false }
        bytes[index] &= kept
    }
    guard isClean else {
        throw Fault("has '\(range)', an address with bits behind its prefix; write \(addressText(bytes))/\(prefix)")
    }
}

/// The 4 or 16 bytes of an address.
private func addressBytes(_ text: String) -> [UInt8]? {
    let isIPv6 = text.utf8.contains(UInt8(ascii: ":"))
    var bytes = [UInt8](repeating: 0, count: isIPv6 ? 16 : 4)
    return inet_pton(isIPv6 ? AF_INET6 : AF_INET, text, &bytes) == 1 ? bytes : nil
}

private func addressText(_ bytes: [UInt8]) -> String {
    var text = [CChar](repeating: 0, count: 46)
    inet_ntop(bytes.count == 16 ? AF_INET6 : AF_INET, bytes, &text, socklen_t(text.count))
    return String(decoding: text.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }, as: UTF8.self)
}
