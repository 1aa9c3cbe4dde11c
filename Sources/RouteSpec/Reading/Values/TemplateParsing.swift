extension Template {
    /// Reads `$NAME`, `${NAME}`, `${NAME:-default}` and `$$`; every other dollar sign is a fault.
    init(parsing text: String) throws(Fault) {
        self.init(text: text)
        guard text.utf8.contains(UInt8(ascii: "$")) else { return }
        var rest = text.utf8[...]
        while let byte = rest.popFirst() {
            guard byte == UInt8(ascii: "$") else { continue }
            switch rest.first {
            case UInt8(ascii: "$"): rest.removeFirst()
            case UInt8(ascii: "{"):
                guard let close = rest.firstIndex(of: UInt8(ascii: "}")) else {
                    throw Fault("has a '${' that is not closed; write ${NAME} or ${NAME:-default}")
                }
                variables.append(try Self.variable(String(Substring(rest[..<close].dropFirst()))))
                rest = rest[rest.index(after: close)...]
            default:
                let name = rest.prefix(while: \.isNameByte)
                guard String(Substring(name)).isVariableName else {
                    throw Fault("has a '$' that begins no variable; write $NAME or ${NAME}, or $$ for a dollar sign")
                }
                variables.append((String(Substring(name)), nil))
                rest = rest[name.endIndex...]
            }
        }
    }

    /// What stands between the braces.
    private static func variable(_ inside: String) throws(Fault) -> (name: String, fallback: String?) {
        let name = String(Substring(inside.utf8.prefix(while: \.isNameByte)))
        let tail = inside.dropFirst(name.count)
        guard name.isVariableName, tail.isEmpty || tail.hasPrefix(":-") else {
            throw Fault(
                "has a variable of another form than ${NAME} or ${NAME:-default}; names are letters, digits and '_'")
        }
        guard !tail.contains("$") else {
            throw Fault("has a default with a '$' in it; defaults do not nest, so write the value itself")
        }
        return (name, tail.isEmpty ? nil : String(tail.dropFirst(2)))
    }

    /// The text where nothing may come from the environment, `$$` read.
    var fixedText: String {
        get throws(Fault) {
            guard let variable = variables.first else {
                return text.utf8.contains(UInt8(ascii: "$")) ? text.replacing("$$", with: "$") : text
            }
            throw Fault(
                "has the variable '\(variable.name)', and is settled when the gateway is built; write it out, or $$ for a dollar sign"
            )
        }
    }

    /// What it comes to with every variable at its default; none where one has no default.
    var textByDefault: String? {
        var result = ""
        var rest = text[...]
        while let dollar = rest.firstIndex(of: "$") {
            result += rest[..<dollar]
            rest = rest[rest.index(after: dollar)...]
            if rest.first == "$" {
                result += "$"
                rest = rest.dropFirst()
            } else if rest.first == "{", let close = rest.firstIndex(of: "}"),
                let mark = rest[..<close].firstRange(of: ":-")
            {
                result += rest[mark.upperBound..<close]
                rest = rest[rest.index(after: close)...]
            } else {
                return nil
            }
        }
        return result + rest
    }
}

extension String {
    fileprivate var isVariableName: Bool {
        guard let first = utf8.first else { return false }
        return first.isLetterOrUnderscore && utf8.allSatisfy(\.isNameByte)
    }
}

extension UInt8 {
    fileprivate var isNameByte: Bool { isLetterOrUnderscore || isDigit }
}
