/// Collects lines of generated code under an indentation.
struct CodeWriter {
    private(set) var text = ""
    private var depth = 0
    /// How many bytes a line may have: nearly always columns.
    private static let width = 120

    /// Adds a line; an empty one has no trailing blanks.
    mutating func line(_ line: String = "") {
        if !line.isEmpty {
            for _ in 0..<depth { text += "    " }
            text += line
        }
        text += "\n"
    }

    /// Adds `head {`, what `body` writes under one more step of indentation, and `}`.
    mutating func block(_ head: String, _ body: (inout CodeWriter) -> Void) {
        line(head + " {")
        indented(body)
        line("}")
    }

    mutating func indented(_ body: (inout CodeWriter) -> Void) {
        depth += 1
        body(&self)
        depth -= 1
    }

    /// Adds a function, its parameters on a line of their own where one line is too short.
    mutating func function(
        _ head: String, _ parameters: [String], _ result: String, _ body: (inout CodeWriter) -> Void
    ) {
        let list = parameters.joined(separator: ", ")
        let end = result.isEmpty ? ")" : ") \(result)"
        if depth * 4 + head.utf8.count + list.utf8.count + end.utf8.count + 3 <= Self.width {
            return block("\(head)(\(list)\(end)", body)
        }
        line(head + "(")
        indented { $0.line(list) }
        block(end, body)
    }

    /// Adds a call, on one line where it fits, else with its arguments on lines of their own.
    /// - Parameter end: what stands behind it.
    mutating func call(_ head: String, _ arguments: [String], end: String = "") {
        let short = "\(head)(\(arguments.joined(separator: ", ")))\(end)"
        guard depth * 4 + short.utf8.count > Self.width else { return line(short) }
        line(head + "(")
        let joined = arguments.joined(separator: ", ")
        indented { writer in
            if writer.depth * 4 + joined.utf8.count + 1 + end.utf8.count <= Self.width {
                writer.line(joined + ")" + end)
            } else {
                for (index, argument) in arguments.enumerated() {
                    writer.line(argument + (index + 1 < arguments.count ? "," : ")" + end))
                }
            }
        }
    }
}

/// A Swift string literal of the text.
func literal(_ text: String) -> String {
    let isPlain = text.utf8.allSatisfy {
        (0x20...0x7E).contains($0) && $0 != UInt8(ascii: "\"") && $0 != UInt8(ascii: "\\")
    }
    if isPlain { return "\"\(text)\"" }
    var escaped = ""
    for scalar in text.unicodeScalars {
        switch scalar {
        case "\\": escaped += "\\\\"
        case "\"": escaped += "\\\""
        case "\n": escaped += "\\n"
        case "\r": escaped += "\\r"
        case "\t": escaped += "\\t"
        default: escaped += scalar.visible
        }
    }
    return "\"\(escaped)\""
}

/// The lines of a text of the spec, as comments can have them.
func commentLines(_ text: String) -> [String] {
    text.split(whereSeparator: \.isNewline).map { $0.unicodeScalars.map(\.visible).joined() }
}

extension Unicode.Scalar {
    /// Written out where it would not be seen.
    fileprivate var visible: String { isInvisible ? "\\u{\(String(value, radix: 16))}" : String(self) }

    /// Whether it is not printed as itself, or could hide the text around it in a review: control and format characters,
    /// private and unassigned ones, separators other than the space.
    var isInvisible: Bool {
        switch properties.generalCategory {
        case .control, .format, .surrogate, .privateUse, .unassigned, .lineSeparator, .paragraphSeparator: true
        default: false
        }
    }
}

/// A Swift array literal of elements that are Swift already.
func arrayLiteral(_ elements: [String]) -> String { "[\(elements.joined(separator: ", "))]" }

extension Duration {
    /// `.seconds(60)`, or `.milliseconds(300)` where it is not whole.
    var swift: String {
        let (seconds, attoseconds) = components
        return attoseconds == 0
            ? ".seconds(\(seconds))" : ".milliseconds(\(seconds * 1000 + attoseconds / 1_000_000_000_000_000))"
    }

    /// As the spec writes it: `60s`, `300ms`.
    var specText: String {
        let (seconds, attoseconds) = components
        return attoseconds == 0 ? "\(seconds)s" : "\(seconds * 1000 + attoseconds / 1_000_000_000_000_000)ms"
    }
}
