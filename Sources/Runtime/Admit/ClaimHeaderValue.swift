/// A claim as the value of a header field.
///
/// A text is itself; a number and a boolean are as in JSON; a list is its values with commas between. What a header does
/// not carry unchanged is no value: an object, a list in a list, a comma in a list's value, a control character, a space
/// at either end. Such a token is refused, since an upstream would take its holder for somebody else.
struct ClaimHeaderValue {
    let bytes: [UInt8]

    init?(_ claim: JSON) {
        let text: String
        switch claim {
        case .array(let values):
            let texts = values.compactMap(Self.text)
            guard texts.count == values.count, !texts.contains(where: { $0.utf8.contains(UInt8(ascii: ",")) }) else {
                return nil
            }
            text = texts.joined(separator: ",")
        default:
            guard let scalar = Self.text(claim) else { return nil }
            text = scalar
        }
        self.init(text)
    }

    init?(_ text: String) {
        let isControl = { (scalar: Unicode.Scalar) in scalar.properties.generalCategory == .control }
        guard !text.unicodeScalars.contains(where: isControl), text.utf8.first != 0x20, text.utf8.last != 0x20 else {
            return nil
        }
        bytes = Array(text.utf8)
    }

    private static func text(_ value: JSON) -> String? {
        switch value {
        case .string(let text), .number(let text): text
        case .bool(let flag): flag ? "true" : "false"
        case .null, .array, .object: nil
        }
    }
}
