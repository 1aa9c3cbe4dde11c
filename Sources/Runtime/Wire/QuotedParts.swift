/// The parts of a field value between separators, without the blanks around them; empty ones are left out. What stands in a
/// quoted string, and behind `\` in one, separates nothing (RFC 9110, 5.6.4).
struct QuotedParts {
    private var rest: ByteView
    private let separator: UInt8

    init(_ value: ByteView, between separator: UInt8) {
        rest = value
        self.separator = separator
    }

    mutating func next() -> ByteView? {
        while !rest.isEmpty {
            let length = lengthOfNext
            let part = rest.prefix(length).trimmed
            rest = rest.suffix(from: min(length + 1, rest.count))
            if !part.isEmpty { return part }
        }
        return nil
    }

    /// Up to the separator; to the end where a quoted string has none.
    private var lengthOfNext: Int {
        var isQuoted = false
        var isEscaped = false
        for index in 0..<rest.count {
            let byte = rest.start[index]
            if isEscaped {
                isEscaped = false
            } else if byte == UInt8(ascii: "\"") {
                isQuoted.toggle()
            } else if isQuoted {
                isEscaped = byte == UInt8(ascii: "\\")
            } else if byte == separator {
                return index
            }
        }
        return rest.count
    }
}

extension ByteView {
    /// What a quoted string says (RFC 9110, 5.6.4), or, where this is none, these bytes themselves. Allocates nothing for what is
    /// no longer than an address.
    func withoutQuotes<Result>(_ body: (ByteView) -> Result) -> Result {
        let quote = UInt8(ascii: "\"")
        guard count > 1, start[0] == quote, start[count - 1] == quote else { return body(self) }
        let inner = prefix(count - 1).suffix(from: 1)
        let backslash = UInt8(ascii: "\\")
        guard inner.firstIndex(of: backslash) != nil else { return body(inner) }
        return withUnsafeTemporaryAllocation(of: UInt8.self, capacity: inner.count) { text in
            guard let base = text.baseAddress else { return body(inner) }
            var length = 0
            var isEscaped = false
            for byte in inner.bytes {
                isEscaped = byte == backslash && !isEscaped
                if isEscaped { continue }
                base[length] = byte
                length += 1
            }
            // Then the quote at the end was no end.
            return body(isEscaped ? self : ByteView(base, count: length))
        }
    }
}
