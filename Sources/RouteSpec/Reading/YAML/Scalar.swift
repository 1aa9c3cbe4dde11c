/// A scalar as the file has it. What it means goes by the core schema of YAML 1.2 (10.3.2), and only where it is asked
/// for: `no`, `on` and `1_000` are text.
struct Scalar {
    var text: String
    /// Without quotes and no block: only such a scalar can be something else than text.
    var isPlain: Bool

    var isNull: Bool {
        guard isPlain else { return false }
        return switch text {
        case "", "~", "null", "Null", "NULL": true
        default: false
        }
    }

    var bool: Bool? {
        guard isPlain else { return nil }
        return switch text {
        case "true", "True", "TRUE": true
        case "false", "False", "FALSE": false
        default: nil
        }
    }

    /// Whether it is a whole number, be it too large for ``int``.
    var isInt: Bool {
        guard isPlain else { return false }
        if text.hasPrefix("0o") || text.hasPrefix("0x") { return text.utf8.count > 2 && radixDigits != nil }
        let digits = text.utf8.drop(while: \.isSign)
        return !digits.isEmpty && text.utf8.count - digits.count <= 1 && digits.allSatisfy(\.isDigit)
    }

    /// None where it is no whole number, or too large a one.
    var int: Int? {
        guard isInt else { return nil }
        return radixDigits.map { Int($0.digits, radix: $0.radix) } ?? Int(text)
    }

    private var radixDigits: (digits: Substring, radix: Int)? {
        let digits = text.dropFirst(2)
        if text.hasPrefix("0o"), digits.utf8.allSatisfy({ (0x30...0x37).contains($0) }) { return (digits, 8) }
        if text.hasPrefix("0x"), digits.utf8.allSatisfy(\.isHexDigit) { return (digits, 16) }
        return nil
    }

    /// `[-+]? ( \. [0-9]+ | [0-9]+ ( \. [0-9]* )? ) ( [eE] [-+]? [0-9]+ )?`, or `.inf` and `.nan`.
    var isFloat: Bool {
        guard isPlain, let first = text.utf8.first, first.isSign || first.isDigit || first == UInt8(ascii: ".") else {
            return false
        }
        var rest = text.utf8[...]
        if first.isSign { rest.removeFirst() }
        switch Substring(rest) {
        case ".inf", ".Inf", ".INF", ".nan", ".NaN", ".NAN": return true
        default: break
        }
        let whole = rest.prefix(while: \.isDigit)
        rest = rest.dropFirst(whole.count)
        var fraction = rest.prefix(0)
        if rest.first == UInt8(ascii: ".") {
            fraction = rest.dropFirst().prefix(while: \.isDigit)
            rest = rest.dropFirst(1 + fraction.count)
        }
        guard !whole.isEmpty || !fraction.isEmpty else { return false }
        if let exponent = rest.first, exponent == UInt8(ascii: "e") || exponent == UInt8(ascii: "E") {
            rest = rest.dropFirst()
            if rest.first?.isSign ?? false { rest = rest.dropFirst() }
            return !rest.isEmpty && rest.allSatisfy(\.isDigit)
        }
        return rest.isEmpty
    }

    /// Whether it is text: anything in quotes, and whatever is nothing else.
    var isText: Bool { !isNull && bool == nil && !isInt && !isFloat }

    /// What it is, for a message that expected something else.
    var kind: String {
        if isNull { return "nothing" }
        if bool != nil { return "a truth value" }
        return isInt || isFloat ? "a number" : "text"
    }
}

extension UInt8 {
    fileprivate var isSign: Bool { self == UInt8(ascii: "-") || self == UInt8(ascii: "+") }
    var isHexDigit: Bool { isDigit || (0x41...0x46).contains(self) || (0x61...0x66).contains(self) }
}
