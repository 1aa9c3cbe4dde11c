/// Base64url without padding (RFC 7515, appendix C), read strictly: one text for each sequence of bytes.
enum Base64URL {
    /// Nothing for a character outside of the alphabet, an impossible length, or bits left over that are not zero.
    static func decode(_ text: some Collection<UInt8>) -> [UInt8]? {
        let text = Array(text)
        var isGood = text.isEmpty
        let bytes = [UInt8](unsafeUninitializedCapacity: count(of: text.count)) { bytes, count in
            guard !isGood, let start = bytes.baseAddress else { return }
            let decoded = text.withUnsafeBufferPointer { decode(ByteView($0), into: start) }
            isGood = decoded != nil
            count = decoded ?? 0
        }
        return isGood ? bytes : nil
    }

    /// How many bytes so many characters stand for.
    static func count(of characters: Int) -> Int { characters / 4 * 3 + characters % 4 * 6 / 8 }

    /// Decodes into memory that has room for ``count(of:)`` bytes. Four characters at a time, and what is wrong is asked once at
    /// the end.
    /// - Returns: how many bytes there are; nothing for what is no base64url.
    static func decode(_ text: ByteView, into bytes: UnsafeMutablePointer<UInt8>) -> Int? {
        let sextets = Self.sextets
        var (from, to) = (text.start, bytes)
        // All sextets that were seen, put together: one outside of the alphabet has a bit that the others have not.
        var seen: UInt32 = 0
        @inline(__always) func sextet(_ index: Int) -> UInt32 {
            let value = UInt32(sextets[Int(from[index])])
            seen |= value
            return value
        }
        for _ in 0..<text.count / 4 {
            let bits = sextet(0) << 18 | sextet(1) << 12 | sextet(2) << 6 | sextet(3)
            to[0] = UInt8(truncatingIfNeeded: bits >> 16)
            to[1] = UInt8(truncatingIfNeeded: bits >> 8)
            to[2] = UInt8(truncatingIfNeeded: bits)
            from += 4
            to += 3
        }
        var left: UInt32 = 0
        switch text.count % 4 {
        case 0: break
        case 2:
            let bits = sextet(0) << 6 | sextet(1)
            to[0] = UInt8(truncatingIfNeeded: bits >> 4)
            left = bits & 0xF
        case 3:
            let bits = sextet(0) << 12 | sextet(1) << 6 | sextet(2)
            to[0] = UInt8(truncatingIfNeeded: bits >> 10)
            to[1] = UInt8(truncatingIfNeeded: bits >> 2)
            left = bits & 0x3
        default: return nil
        }
        return seen < 64 && left == 0 ? count(of: text.count) : nil
    }

    /// What each character stands for; 64 for those outside of the alphabet. It is never freed.
    nonisolated(unsafe) private static let sextets: UnsafePointer<UInt8> = {
        let sextets = UnsafeMutablePointer<UInt8>.allocate(capacity: 256)
        sextets.initialize(repeating: 64, count: 256)
        let alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_"
        for (value, character) in alphabet.utf8.enumerated() { sextets[Int(character)] = UInt8(value) }
        return UnsafePointer(sextets)
    }()
}
