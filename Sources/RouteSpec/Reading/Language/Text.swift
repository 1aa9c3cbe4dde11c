extension String {
    var isName: Bool {
        guard let first = utf8.first, first.isLetterOrUnderscore, utf8.count <= 128 else { return false }
        return utf8.allSatisfy {
            $0.isLetterOrUnderscore || $0.isDigit || $0 == UInt8(ascii: "-") || $0 == UInt8(ascii: ".")
        }
    }

    /// RFC 9110, 5.6.2.
    var isToken: Bool {
        !isEmpty && utf8.allSatisfy { $0.isLetterOrUnderscore || $0.isDigit || "!#$%&'*+-.^`|~".utf8.contains($0) }
    }

    /// As a message may quote it: on one line, not too long, control characters shown as `\u{1}`.
    var visible: String {
        var shown = ""
        for scalar in unicodeScalars.prefix(81) {
            if shown.unicodeScalars.count >= 80 { return shown + "…" }
            if scalar.isControl {
                shown += scalar.escaped
            } else {
                shown.unicodeScalars.append(scalar)
            }
        }
        return shown
    }
}

extension Unicode.Scalar {
    /// As messages show what they cannot print: `\u{1}`.
    var escaped: String { "\\u{\(String(value, radix: 16))}" }

    /// Controls, and what breaks a line or turns the direction of one.
    var isControl: Bool {
        switch properties.generalCategory {
        case .control, .format, .lineSeparator, .paragraphSeparator: true
        default: false
        }
    }
}
