extension JSONValue {
    /// The JSON text, two blanks a step, members in their order; a line feed at the end.
    var prettyText: String {
        var text = ""
        print(into: &text, indentation: "")
        return text + "\n"
    }

    /// The JSON text without any blanks.
    var text: String {
        switch self {
        case .null: "null"
        case .bool(let value): value ? "true" : "false"
        case .integer(let value): String(value)
        case .number(let value): value
        case .string(let value): Self.quoted(value)
        case .array(let elements): "[\(elements.map(\.text).joined(separator: ","))]"
        case .object(let members):
            "{\(members.map { "\(Self.quoted($0.name)):\($0.value.text)" }.joined(separator: ","))}"
        }
    }

    private func print(into text: inout String, indentation: String) {
        let inner = indentation + "  "
        switch self {
        case .null: text += "null"
        case .bool(let value): text += value ? "true" : "false"
        case .integer(let value): text += String(value)
        case .number(let value): text += value
        case .string(let value): text += Self.quoted(value)
        case .array(let elements) where elements.isEmpty: text += "[]"
        case .array(let elements):
            for (index, element) in elements.enumerated() {
                text += (index == 0 ? "[\n" : ",\n") + inner
                element.print(into: &text, indentation: inner)
            }
            text += "\n" + indentation + "]"
        case .object(let members) where members.isEmpty: text += "{}"
        case .object(let members):
            for (index, member) in members.enumerated() {
                text += (index == 0 ? "{\n" : ",\n") + inner + Self.quoted(member.name) + ": "
                member.value.print(into: &text, indentation: inner)
            }
            text += "\n" + indentation + "}"
        }
    }

    /// A JSON string (RFC 8259, section 7).
    private static func quoted(_ text: String) -> String {
        let isPlain = text.utf8.allSatisfy {
            $0 >= 0x20 && $0 < 0x7F && $0 != UInt8(ascii: "\"") && $0 != UInt8(ascii: "\\")
        }
        if isPlain { return "\"\(text)\"" }
        var quoted = "\""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "\"": quoted += "\\\""
            case "\\": quoted += "\\\\"
            case "\n": quoted += "\\n"
            case "\r": quoted += "\\r"
            case "\t": quoted += "\\t"
            case _ where scalar.isInvisible:
                for unit in UTF16.encode(scalar) ?? UTF16.encodedReplacementCharacter {
                    let digits = String(unit, radix: 16)
                    quoted += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
                }
            default: quoted.unicodeScalars.append(scalar)
            }
        }
        return quoted + "\""
    }
}
