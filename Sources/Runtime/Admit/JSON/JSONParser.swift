/// A parser by recursive descent, total on every input: it answers with nothing rather than trap.
struct JSONParser {
    /// A spec may nest 64 deep, and an OpenAPI document wraps what it holds in some more.
    static let deepest = 128
    /// Up to so many members, a name is compared with each before it; from there on with a set of them all.
    static let fewMembers = 32

    private(set) var bytes: [UInt8]
    private(set) var places: [JSONPlace] = []
    /// Of the text: strings that had to be decoded stand behind it.
    private let end: Int
    private var index = 0
    private var depth = 0

    init(_ text: [UInt8]) {
        bytes = text
        end = text.count
        places.reserveCapacity(8 + end / 8)
    }

    /// Whether the text is one value.
    mutating func document() -> Bool {
        guard value() else { return false }
        skipSpace()
        return index == end
    }

    private var next: UInt8? { index < end ? bytes[index] : nil }

    private mutating func skipSpace() {
        while let byte = next, byte == 0x20 || byte == 0x09 || byte == 0x0A || byte == 0x0D { index += 1 }
    }

    private mutating func take(_ byte: UInt8) -> Bool {
        guard next == byte else { return false }
        index += 1
        return true
    }

    private mutating func take(_ word: StaticString) -> Bool {
        let length = word.utf8CodeUnitCount
        guard length <= end - index else { return false }
        for offset in 0..<length where bytes[index + offset] != word.utf8Start[offset] { return false }
        index += length
        return true
    }

    private mutating func add(_ kind: JSONPlace.Kind, _ range: Range<Int>) {
        let following = places.count + 1
        places.append(JSONPlace(kind: kind, range: range, contents: following..<following))
    }

    private mutating func value() -> Bool {
        skipSpace()
        switch next {
        case UInt8(ascii: "{"): return nested(.object) { $0.members() }
        case UInt8(ascii: "["): return nested(.array) { $0.elements() }
        case UInt8(ascii: "\""): return string()
        case UInt8(ascii: "t"): return word("true", .true)
        case UInt8(ascii: "f"): return word("false", .false)
        case UInt8(ascii: "n"): return word("null", .null)
        default: return number()
        }
    }

    private mutating func word(_ word: StaticString, _ kind: JSONPlace.Kind) -> Bool {
        guard take(word) else { return false }
        add(kind, index..<index)
        return true
    }

    private mutating func nested(_ kind: JSONPlace.Kind, _ read: (inout JSONParser) -> Bool) -> Bool {
        guard depth < Self.deepest else { return false }
        depth += 1
        index += 1
        let place = places.count
        add(kind, index..<index)
        guard read(&self) else { return false }
        places[place].contents = place + 1..<places.count
        depth -= 1
        return true
    }

    private mutating func members() -> Bool {
        skipSpace()
        if take(UInt8(ascii: "}")) { return true }
        var names = MemberNames(first: places.count)
        repeat {
            skipSpace()
            guard string(), names.isNew(in: self) else { return false }
            skipSpace()
            guard take(UInt8(ascii: ":")), value() else { return false }
            skipSpace()
        } while take(UInt8(ascii: ","))
        return take(UInt8(ascii: "}"))
    }

    /// The names of one object so far.
    private struct MemberNames {
        /// The place of the first one.
        let first: Int
        private var count = 0
        /// All of them, once there are many: nobody may make the reader compare millions.
        private var many: Set<[UInt8]> = []

        init(first: Int) { self.first = first }

        /// Whether the name that was read last is none of those before.
        mutating func isNew(in parser: borrowing JSONParser) -> Bool {
            let last = parser.places.count - 1
            let name = parser.places[last].range
            count += 1
            if count > JSONParser.fewMembers {
                if many.isEmpty {
                    forEach(before: last, in: parser) { range in
                        many.insert(Array(parser.bytes[range]))
                        return true
                    }
                }
                return many.insert(Array(parser.bytes[name])).inserted
            }
            // Lengths first: most names differ in theirs.
            return forEach(before: last, in: parser) {
                $0.count != name.count || parser.bytes[$0] != parser.bytes[name]
            }
        }

        /// Goes through the names until the body says no.
        /// - Returns: whether it never did.
        @discardableResult
        private func forEach(
            before last: Int, in parser: borrowing JSONParser, _ body: (Range<Int>) -> Bool
        ) -> Bool {
            var member = first
            while member < last {
                guard body(parser.places[member].range) else { return false }
                member = parser.places[member + 1].following
            }
            return true
        }
    }

    private mutating func elements() -> Bool {
        skipSpace()
        if take(UInt8(ascii: "]")) { return true }
        repeat {
            guard value() else { return false }
            skipSpace()
        } while take(UInt8(ascii: ","))
        return take(UInt8(ascii: "]"))
    }

    /// number = [ "-" ] int [ "." 1*DIGIT ] [ ( "e" / "E" ) [ "-" / "+" ] 1*DIGIT ] (RFC 8259, 6)
    private mutating func number() -> Bool {
        let start = index
        _ = take(UInt8(ascii: "-"))
        if !take(UInt8(ascii: "0")) { guard digits() else { return false } }
        if take(UInt8(ascii: ".")) { guard digits() else { return false } }
        if take(UInt8(ascii: "e")) || take(UInt8(ascii: "E")) {
            if !take(UInt8(ascii: "-")) { _ = take(UInt8(ascii: "+")) }
            guard digits() else { return false }
        }
        add(.number, start..<index)
        return true
    }

    private mutating func digits() -> Bool {
        let start = index
        while let byte = next, byte >= 0x30, byte <= 0x39 { index += 1 }
        return index > start
    }

    private mutating func string() -> Bool {
        guard take(UInt8(ascii: "\"")) else { return false }
        let start = index
        let isASCII = skipPlainText()
        // Nearly every string stands in the text as it is.
        if take(UInt8(ascii: "\"")) {
            let range = start..<index - 1
            guard isASCII || isUTF8(range) else { return false }
            add(.string, range)
            return true
        }
        let decoded = bytes.count
        // One by one: a slice would be a second holder of all bytes, which the first of them to change would be copied for.
        for place in start..<index { bytes.append(bytes[place]) }
        while let byte = next {
            index += 1
            switch byte {
            case UInt8(ascii: "\""):
                guard isUTF8(decoded..<bytes.count) else { return false }
                add(.string, decoded..<bytes.count)
                return true
            case UInt8(ascii: "\\"):
                guard let scalar = escape() else { return false }
                bytes.append(contentsOf: UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter)
            case 0..<0x20: return false
            default: bytes.append(byte)
            }
        }
        return false
    }

    /// Moves to the quote, the backslash or the control character that ends a piece of a string.
    /// - Returns: whether all before it is ASCII.
    private mutating func skipPlainText() -> Bool {
        var all: UInt8 = 0
        index = bytes.withUnsafeBufferPointer { bytes in
            // The loop stays before `end`, which is not behind the bytes.
            for place in index..<end {
                let byte = bytes[place]
                if byte < 0x20 || byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "\\") { return place }
                all |= byte
            }
            return end
        }
        return all < 0x80
    }

    private func isUTF8(_ range: Range<Int>) -> Bool { String(validating: bytes[range], as: UTF8.self) != nil }

    private mutating func escape() -> Unicode.Scalar? {
        guard let byte = next else { return nil }
        index += 1
        switch byte {
        case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"): return Unicode.Scalar(byte)
        case UInt8(ascii: "b"): return "\u{08}"
        case UInt8(ascii: "f"): return "\u{0C}"
        case UInt8(ascii: "n"): return "\n"
        case UInt8(ascii: "r"): return "\r"
        case UInt8(ascii: "t"): return "\t"
        case UInt8(ascii: "u"):
            guard let first = codeUnit() else { return nil }
            guard 0xD800...0xDBFF ~= first else { return Unicode.Scalar(first) }  // a lone low surrogate is none
            guard take("\\u"), let second = codeUnit(), 0xDC00...0xDFFF ~= second else { return nil }
            return Unicode.Scalar(0x10000 + (UInt32(first) - 0xD800) << 10 + (UInt32(second) - 0xDC00))
        default: return nil
        }
    }

    private mutating func codeUnit() -> UInt16? {
        guard index + 4 <= end else { return nil }
        var unit: UInt16 = 0
        for offset in 0..<4 {
            guard let digit = bytes[index + offset].hexValue else { return nil }
            unit = unit << 4 | UInt16(digit)
        }
        index += 4
        return unit
    }
}
