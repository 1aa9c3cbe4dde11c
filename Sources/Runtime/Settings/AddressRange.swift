/// Addresses that begin with the same bits (RFC 4632): `10.0.0.0/8`, or one address.
///
/// A range of IPv4 has addresses of IPv4 only, over whichever kind of socket they come, and one of IPv6 none of them.
struct AddressRange: Sendable, Equatable {
    private let first: IPAddress
    /// How many bits of the 128 are the same.
    private let prefix: Int

    init(parsing text: Substring) throws(SettingFault) {
        let parts = text.split(separator: "/", maxSplits: 1, omittingEmptySubsequences: false)
        guard let address = parts.first.flatMap({ IPAddress(text: $0) }) else {
            throw SettingFault(what: "has an entry that is no IP address")
        }
        first = address
        let most = address.isIPv4 && !text.contains(":") ? 32 : 128
        guard parts.count == 2 else {
            prefix = 128
            return
        }
        guard parts[1].utf8.count <= 3, parts[1].utf8.allSatisfy({ $0 >= 0x30 && $0 <= 0x39 }),
            let bits = Int(parts[1]), bits <= most
        else {
            throw SettingFault(what: "has a prefix that is no number from 0 to \(most)")
        }
        prefix = 128 - most + bits
        let mask = Self.mask(prefix)
        guard address.high & ~mask.high == 0, address.low & ~mask.low == 0 else {
            throw SettingFault(what: "has an address with bits behind its prefix")
        }
    }

    /// Reads ranges that stand behind commas, as a variable would have them.
    static func list(_ text: String) throws(SettingFault) -> [AddressRange] {
        var ranges: [AddressRange] = []
        for entry in text.split(separator: ",") {
            let entry = entry.drop { $0 == " " }
            let range = entry.lastIndex { $0 != " " }.map { entry[...$0] } ?? entry
            if !range.isEmpty { ranges.append(try AddressRange(parsing: range)) }
        }
        return ranges
    }

    func contains(_ address: IPAddress) -> Bool {
        let mask = Self.mask(prefix)
        return address.isIPv4 == first.isIPv4 && address.high & mask.high == first.high
            && address.low & mask.low == first.low
    }

    private static func mask(_ prefix: Int) -> (high: UInt64, low: UInt64) {
        let ones = UInt64.max
        return prefix <= 64 ? (~(ones >> UInt64(prefix)), 0) : (ones, ~(ones >> UInt64(prefix - 64)))
    }
}
