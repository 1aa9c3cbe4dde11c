/// Base64url without padding (RFC 7515, appendix C), read strictly: one text for each sequence of bytes.
enum Base64URL {
    /// Nothing for a character outside of the alphabet, an impossible length, or bits left over that are not zero.
    static func decode(_ text: some Collection<UInt8>) -> [UInt8]? {
        let sextets = sextets
        var isText = true
        let bytes = [UInt8](unsafeUninitializedCapacity: text.count * 6 / 8) { buffer, count in
            var bits: UInt32 = 0
            var held = 0
            for character in text {
                let value = sextets[Int(character)]
                guard value < 64 else { return isText = false }
                bits = bits << 6 | UInt32(value)
                held += 6
                guard held >= 8 else { continue }
                held -= 8
                buffer[count] = UInt8(truncatingIfNeeded: bits >> UInt32(held))
                count += 1
                bits &= (1 << UInt32(held)) - 1
            }
            isText = held < 6 && bits == 0
        }
        return isText ? bytes : nil
    }

    /// What each character stands for; 64 for those outside of the alphabet.
    private static let sextets: [UInt8] = {
        var sextets = [UInt8](repeating: 64, count: 256)
        let alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_"
        for (value, character) in alphabet.utf8.enumerated() { sextets[Int(character)] = UInt8(value) }
        return sextets
    }()
}
