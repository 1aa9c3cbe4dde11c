/// Base64url without padding (RFC 7515, appendix C), read strictly: one text for each sequence of bytes.
enum Base64URL {
    /// Nothing for a character outside of the alphabet, an impossible length, or bits left over that are not zero.
    static func decode(_ text: some Collection<UInt8>) -> [UInt8]? {
        text.withContiguousStorageIfAvailable(decode) ?? Array(text).withUnsafeBufferPointer(decode)
    }

    /// Four characters at a time, and what is wrong is asked once at the end: a token's payload is most of what it costs.
    private static func decode(_ text: UnsafeBufferPointer<UInt8>) -> [UInt8]? {
        let (groups, rest) = text.count.quotientAndRemainder(dividingBy: 4)
        guard rest != 1 else { return nil }
        // All sextets that were seen, put together: one outside of the alphabet has a bit that the others have not.
        var seen: UInt32 = 0
        var left: UInt32 = 0
        let bytes = [UInt8](unsafeUninitializedCapacity: text.count * 6 / 8) { buffer, count in
            sextets.withUnsafeBufferPointer { sextets in
                func sextet(_ index: Int) -> UInt32 {
                    let value = UInt32(sextets[Int(text[index])])
                    seen |= value
                    return value
                }
                func put(_ byte: UInt32) {
                    buffer[count] = UInt8(truncatingIfNeeded: byte)
                    count += 1
                }
                for first in stride(from: 0, to: groups * 4, by: 4) {
                    let bits =
                        sextet(first) << 18 | sextet(first + 1) << 12 | sextet(first + 2) << 6 | sextet(first + 3)
                    put(bits >> 16)
                    put(bits >> 8)
                    put(bits)
                }
                guard rest > 0 else { return }
                var bits = sextet(groups * 4) << 10 | sextet(groups * 4 + 1) << 4
                put(bits >> 8)
                if rest == 3 {
                    bits |= sextet(groups * 4 + 2) >> 2
                    left = sextet(groups * 4 + 2) & 0x3
                    put(bits)
                } else {
                    left = bits & 0xFF
                }
            }
        }
        return seen < 64 && left == 0 ? bytes : nil
    }

    /// What each character stands for; 64 for those outside of the alphabet.
    private static let sextets: [UInt8] = {
        var sextets = [UInt8](repeating: 64, count: 256)
        let alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_"
        for (value, character) in alphabet.utf8.enumerated() { sextets[Int(character)] = UInt8(value) }
        return sextets
    }()
}
