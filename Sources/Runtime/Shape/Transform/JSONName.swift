extension ByteView {
    /// Whether these, which stand between the quotes of a string of JSON (RFC 8259, 7), are the text once they are unescaped. A half
    /// of a surrogate pair by itself is no text.
    func unescapes(to text: [UInt8]) -> Bool {
        // An escape is longer than what it stands for.
        if count < text.count { return false }
        var index = 0
        var matched = 0
        while index < count {
            guard start[index] == UInt8(ascii: "\\") else {
                guard matched < text.count, text[matched] == start[index] else { return false }
                (index, matched) = (index + 1, matched + 1)
                continue
            }
            guard let (scalar, next) = escape(at: index), let bytes = UTF8.encode(scalar) else { return false }
            for byte in bytes {
                guard matched < text.count, text[matched] == byte else { return false }
                matched += 1
            }
            index = next
        }
        return matched == text.count
    }

    /// What an escape stands for, and where it ends.
    private func escape(at index: Int) -> (Unicode.Scalar, next: Int)? {
        guard index + 1 < count else { return nil }
        switch start[index + 1] {
        case UInt8(ascii: "b"): return ("\u{08}", index + 2)
        case UInt8(ascii: "f"): return ("\u{0C}", index + 2)
        case UInt8(ascii: "n"): return ("\n", index + 2)
        case UInt8(ascii: "r"): return ("\r", index + 2)
        case UInt8(ascii: "t"): return ("\t", index + 2)
        case UInt8(ascii: "u"):
            guard let unit = codeUnit(at: index) else { return nil }
            if let scalar = Unicode.Scalar(unit) { return (scalar, index + 6) }
            guard UTF16.isLeadSurrogate(unit), let trail = codeUnit(at: index + 6), UTF16.isTrailSurrogate(trail) else {
                return nil
            }
            let value = 0x1_0000 + (UInt32(unit) & 0x3FF) << 10 + UInt32(trail) & 0x3FF
            return Unicode.Scalar(value).map { ($0, index + 12) }
        case let byte: return (Unicode.Scalar(byte), index + 2)
        }
    }

    /// The number of a `\uXXXX`.
    private func codeUnit(at index: Int) -> UInt16? {
        guard index + 6 <= count, start[index] == UInt8(ascii: "\\"), start[index + 1] == UInt8(ascii: "u") else {
            return nil
        }
        var unit: UInt16 = 0
        for digit in index + 2..<index + 6 {
            guard let value = start[digit].hexValue else { return nil }
            unit = unit << 4 | UInt16(value)
        }
        return unit
    }
}
