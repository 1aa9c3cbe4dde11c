extension ByteWriter {
    /// Writes bytes of any origin as a JSON string, quotes and all: what has to be is escaped, and bytes that are not
    /// UTF-8 become U+FFFD each.
    func put(json bytes: UnsafeBufferPointer<UInt8>) {
        put("\"")
        var run = 0
        var index = 0
        while let base = bytes.baseAddress, index < bytes.count {
            let words = bytes.plainWords(at: index)
            if words > 0 {
                index += words
                continue
            }
            let length = bytes.plainLength(at: index)
            if length > 0 {
                index += length
                continue
            }
            put(base + run, index - run)
            putEscape(of: bytes[index])
            index += 1
            run = index
        }
        if let base = bytes.baseAddress { put(base + run, bytes.count - run) }
        put("\"")
    }

    func put(json view: ByteView) { put(json: view.bytes) }

    func put(json text: StaticString) { text.withUTF8Buffer { put(json: $0) } }

    func put(json text: String) {
        var text = text
        text.withUTF8 { put(json: $0) }
    }

    private func putEscape(of byte: UInt8) {
        switch byte {
        case UInt8(ascii: "\""): put("\\\"")
        case UInt8(ascii: "\\"): put("\\\\")
        case 0x0A: put("\\n")
        case 0x0D: put("\\r")
        case 0x09: put("\\t")
        case 0x80...: put("\\ufffd")
        default:
            put("\\u00")
            put(byte: Self.hexDigit(byte >> 4))
            put(byte: Self.hexDigit(byte & 15))
        }
    }
}

extension UnsafeBufferPointer<UInt8> {
    /// How many bytes from an index on may stand in a JSON string as they are, a character at least: 0 where one must be
    /// escaped or is not UTF-8 (Unicode 16, table 3-7).
    fileprivate func plainLength(at index: Int) -> Int {
        let first = self[index]
        switch first {
        case 0x22, 0x5C, 0..<0x20, 0x7F: return 0
        case 0..<0x80: return 1
        case 0xC2...0xDF: return hasContinuation(at: index + 1) ? 2 : 0
        case 0xE0...0xEF:
            let second: ClosedRange<UInt8> = first == 0xE0 ? 0xA0...0xBF : first == 0xED ? 0x80...0x9F : 0x80...0xBF
            return hasContinuation(at: index + 1, in: second) && hasContinuation(at: index + 2) ? 3 : 0
        case 0xF0...0xF4:
            let second: ClosedRange<UInt8> = first == 0xF0 ? 0x90...0xBF : first == 0xF4 ? 0x80...0x8F : 0x80...0xBF
            let isPlain =
                hasContinuation(at: index + 1, in: second) && hasContinuation(at: index + 2)
                && hasContinuation(at: index + 3)
            return isPlain ? 4 : 0
        default: return 0
        }
    }

    /// How many bytes from an index on are plain, as far as whole words show it; the last word may begin before the index.
    @inline(__always)
    fileprivate func plainWords(at start: Int) -> Int {
        var index = start
        while index &+ 8 <= count, isPlainWord(at: index) { index &+= 8 }
        let rest = count &- index
        if rest > 0, rest < 8, count >= 8, isPlainWord(at: count &- 8) { index = count }
        return index &- start
    }

    /// Whether eight bytes are printable ASCII without quotes and backslashes, found without looking at each.
    private func isPlainWord(at index: Int) -> Bool {
        let word = UnsafeRawBufferPointer(self).loadUnaligned(fromByteOffset: index, as: UInt64.self)
        let ones: UInt64 = 0x0101_0101_0101_0101
        // The high bit of a byte: of one below 0x20, of one that is 0, of one that is 0x7F or more.
        let controls = word &- ones &* 0x20
        let quotes = (word ^ ones &* 0x22) &- ones
        let backslashes = (word ^ ones &* 0x5C) &- ones
        let others = word &+ ones
        return (controls | quotes | backslashes | others | word) & (ones &* 0x80) == 0
    }

    private func hasContinuation(at index: Int, in range: ClosedRange<UInt8> = 0x80...0xBF) -> Bool {
        index < count && range.contains(self[index])
    }
}
