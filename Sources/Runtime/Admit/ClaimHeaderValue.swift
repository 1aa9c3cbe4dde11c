/// A claim as the value of a header field.
///
/// A text is itself; a number and a boolean are as in JSON; a list is its values with commas between. What a header does
/// not carry unchanged is no value: an object, a list in a list, a control character, a space at either end, and in a list
/// a value that is empty, has a comma, or a space at either end, since whoever takes the list apart finds another. Such a
/// token is refused, since an upstream would take its holder for somebody else.
enum ClaimHeaderValue {
    /// Writes the value of a claim; whether it has one. What was written before it turned out to have none is of no use.
    static func write(_ claim: JSONView, into line: ByteWriter) -> Bool {
        guard let values = claim.array else {
            guard let text = text(of: claim), isValue(text.bytes) else { return false }
            line.put(text)
            return true
        }
        var isFirst = true
        for value in values {
            guard let text = text(of: value), !text.isEmpty, isValue(text.bytes),
                text.firstIndex(of: UInt8(ascii: ",")) == nil
            else { return false }
            if !isFirst { line.put(",") }
            isFirst = false
            line.put(text)
        }
        return true
    }

    private static func text(of value: JSONView) -> ByteView? {
        value.bool.map { ByteView($0 ? "true" : "false") } ?? value.scalarBytes
    }

    /// Whether a text in UTF-8 can be a header's value: no space at its ends and no control character (U+0000 to U+001F and
    /// U+007F to U+009F).
    static func isValue(_ text: some BidirectionalCollection<UInt8>) -> Bool {
        guard text.first != 0x20, text.last != 0x20 else { return false }
        var former: UInt8 = 0
        for byte in text {
            if byte < 0x20 || byte == 0x7F || former == 0xC2 && byte < 0xA0 { return false }
            former = byte
        }
        return true
    }
}
