/// Follows a JSON text (RFC 8259) byte by byte, however it is cut, and tells at which byte it is none. It knows where it is and
/// keeps nothing of the text. What the bytes of a string mean is not looked at, so they need not be UTF-8.
struct JSONScanner {
    private enum State: UInt8 {
        /// A value must come: at first, behind a colon, behind a comma of an array.
        case value
        /// A value, or the end of its array, which has just begun.
        case firstElement
        case key
        /// A key, or the end of its object, which has just begun.
        case firstKey
        case colon
        /// A comma or the end of what is open; at the outermost level only blanks.
        case next
        case string, escape, hexadecimal
        // Numbers, by what has come last.
        case minus, zero, integer, point, fraction, exponent, exponentSign, exponentDigits
        case literal
    }

    private var state = State.value
    /// What is open, the innermost in the lowest bit: 1 for an object.
    private var open: UInt128 = 0
    private var depth = 0
    /// Whether the string that comes is a key.
    private var isKey = false
    /// What is still to come of `true`, `false` or `null`, the next byte lowest.
    private var rest: UInt32 = 0
    private var hexadecimals: UInt8 = 0

    /// What is nested deeper is taken for none.
    static let deepest = 128

    /// Whether the bytes are those of a key of the outermost value, which is an object: from its first quote to its second.
    var isInOutermostKey: Bool { isKey && depth == 1 }

    /// Whether the text may end here.
    var isComplete: Bool {
        guard depth == 0 else { return false }
        switch state {
        case .next, .zero, .integer, .fraction, .exponentDigits: return true
        default: return false
        }
    }

    /// The first index from which on there is something else than plain characters of a string.
    @inline(__always)
    func endOfPlain(_ data: ByteView, from index: Int) -> Int {
        guard state == .string else { return index }
        var index = index
        while index < data.count, data.start[index] != Self.quote, data.start[index] != Self.backslash,
            data.start[index] >= 0x20
        {
            index += 1
        }
        return index
    }

    /// Takes the next byte.
    /// - Returns: whether there may be such a byte; behind one that may not be, the scanner says nothing more.
    @inline(__always)
    mutating func take(_ byte: UInt8) -> Bool {
        switch state {
        case .value, .firstElement, .firstKey, .key, .colon, .next: takeStructure(byte)
        case .string, .escape, .hexadecimal: takeString(byte)
        case .minus, .zero, .integer, .point, .fraction, .exponent, .exponentSign, .exponentDigits: takeNumber(byte)
        case .literal: takeLiteral(byte)
        }
    }

    private mutating func takeStructure(_ byte: UInt8) -> Bool {
        if byte.isBlank || byte == 0x0A || byte == 0x0D { return true }
        switch (state, byte) {
        case (.key, Self.quote), (.firstKey, Self.quote):
            isKey = true
            state = .string
        case (.colon, UInt8(ascii: ":")): state = .value
        case (.firstElement, UInt8(ascii: "]")), (.firstKey, UInt8(ascii: "}")): close()
        case (.next, UInt8(ascii: ",")) where depth > 0: state = isInObject ? .key : .value
        case (.next, UInt8(ascii: "]")) where depth > 0 && !isInObject: close()
        case (.next, UInt8(ascii: "}")) where depth > 0 && isInObject: close()
        case (.value, _), (.firstElement, _): return beginValue(byte)
        default: return false
        }
        return true
    }

    private var isInObject: Bool { open & 1 == 1 }

    private mutating func beginValue(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "{"), UInt8(ascii: "["):
            guard depth < Self.deepest else { return false }
            let isObject = byte == UInt8(ascii: "{")
            depth += 1
            open = open << 1 | (isObject ? 1 : 0)
            state = isObject ? .firstKey : .firstElement
        case Self.quote: state = .string
        case UInt8(ascii: "-"): state = .minus
        case UInt8(ascii: "0"): state = .zero
        case UInt8(ascii: "1")...UInt8(ascii: "9"): state = .integer
        case UInt8(ascii: "t"): begin(literal: 0x65_75_72)
        case UInt8(ascii: "f"): begin(literal: 0x65_73_6C_61)
        case UInt8(ascii: "n"): begin(literal: 0x6C_6C_75)
        default: return false
        }
        return true
    }

    private mutating func close() {
        depth -= 1
        open >>= 1
        state = .next
    }

    private mutating func begin(literal: UInt32) {
        rest = literal
        state = .literal
    }

    private mutating func takeLiteral(_ byte: UInt8) -> Bool {
        guard UInt32(byte) == rest & 0xFF else { return false }
        rest >>= 8
        if rest == 0 { state = .next }
        return true
    }

    private mutating func takeString(_ byte: UInt8) -> Bool {
        switch state {
        case .escape:
            switch byte {
            case Self.quote, Self.backslash, UInt8(ascii: "/"), UInt8(ascii: "b"), UInt8(ascii: "f"), UInt8(ascii: "n"),
                UInt8(ascii: "r"), UInt8(ascii: "t"):
                state = .string
            case UInt8(ascii: "u"):
                hexadecimals = 4
                state = .hexadecimal
            default: return false
            }
        case .hexadecimal:
            guard byte.hexValue != nil else { return false }
            hexadecimals -= 1
            if hexadecimals == 0 { state = .string }
        default:
            if byte == Self.quote {
                state = isKey ? .colon : .next
                isKey = false
            } else if byte == Self.backslash {
                state = .escape
            } else {
                return byte >= 0x20
            }
        }
        return true
    }

    private mutating func takeNumber(_ byte: UInt8) -> Bool {
        let isDigit = byte >= UInt8(ascii: "0") && byte <= UInt8(ascii: "9")
        let isExponent = byte | 0x20 == UInt8(ascii: "e")
        switch state {
        case .minus where isDigit: state = byte == UInt8(ascii: "0") ? .zero : .integer
        case .integer where isDigit, .fraction where isDigit, .exponentDigits where isDigit: break
        case .zero where byte == UInt8(ascii: "."), .integer where byte == UInt8(ascii: "."): state = .point
        case .zero where isExponent, .integer where isExponent, .fraction where isExponent: state = .exponent
        case .point where isDigit: state = .fraction
        case .exponent where byte == UInt8(ascii: "+") || byte == UInt8(ascii: "-"): state = .exponentSign
        case .exponent where isDigit, .exponentSign where isDigit: state = .exponentDigits
        case .zero, .integer, .fraction, .exponentDigits:
            // It was the number's end that told of its end.
            state = .next
            return takeStructure(byte)
        default: return false
        }
        return true
    }

    private static let quote = UInt8(ascii: "\"")
    private static let backslash = UInt8(ascii: "\\")
}
