/// A claim as the value of a header field.
///
/// A text is itself; a number and a boolean are as in JSON; a list is its values with commas between. What a header does
/// not carry unchanged is no value: an object, a list in a list, a control character, a space at either end, and in a list
/// a value that is empty, has a comma, or a space at either end, since whoever takes the list apart finds another. Such a
/// token is refused, since an upstream would take its holder for somebody else.
enum ClaimHeaderValue {
    /// Puts the value of a claim behind what is there; whether it has one. What was put there before it turned out to have none
    /// is of no use.
    static func append(_ claim: JSON, to line: inout [UInt8]) -> Bool {
        let start = line.count
        guard let values = claim.array else {
            return appendScalar(claim, to: &line) && isValue(line[start...])
        }
        for (index, value) in values.enumerated() {
            if index > 0 { line.append(UInt8(ascii: ",")) }
            let begin = line.count
            guard appendScalar(value, to: &line), line.count > begin, isValue(line[begin...]),
                !line[begin...].contains(UInt8(ascii: ","))
            else { return false }
        }
        return true
    }

    private static func appendScalar(_ value: JSON, to line: inout [UInt8]) -> Bool {
        if let flag = value.bool {
            line += flag ? Array("true".utf8) : Array("false".utf8)
            return true
        }
        return value.withText { line += $0 } != nil
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
