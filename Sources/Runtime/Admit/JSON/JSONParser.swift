#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#endif

/// A parser by recursive descent, total on every input: it answers with nothing rather than trap.
///
/// It reads without asking at each byte whether there is one: behind the text stand zeros, which are no character of JSON. Strings
/// with escapes are decoded where they stand, since none gets longer by that.
struct JSONParser {
    /// A spec may nest 64 deep, and an OpenAPI document wraps what it holds in some more.
    static let deepest = 128
    /// Up to so many members, a name is compared with each before it; from there on with a set of them all.
    static let fewMembers = 32
    /// How many bytes behind the text must be the parser's: one word is read at a time.
    static let padding = 8

    private(set) var places: JSONPlaces
    private let text: UnsafeMutablePointer<UInt8>
    private let end: Int
    private var index = 0
    private var depth = 0

    /// - Parameters:
    ///   - text: `count` bytes, and ``padding`` more that are written here; strings with escapes are changed.
    ///   - places: where places are put; has none yet.
    init(_ text: UnsafeMutablePointer<UInt8>, _ count: Int, _ places: JSONPlaces) {
        (text + count).initialize(repeating: 0, count: Self.padding)
        self.text = text
        self.places = places
        end = count
    }

    /// Whether the text is one value.
    mutating func document() -> Bool {
        guard value() else { return false }
        skipSpace()
        return index == end
    }

    /// Zero at the end.
    private var next: UInt8 { text[index] }

    private mutating func skipSpace() {
        while next <= 0x20, next == 0x20 || next == 0x09 || next == 0x0A || next == 0x0D { index &+= 1 }
    }

    private mutating func take(_ byte: UInt8) -> Bool {
        guard next == byte else { return false }
        index &+= 1
        return true
    }

    /// Ends at the first byte that is another, so at the end of the text.
    private mutating func take(_ word: StaticString) -> Bool {
        let length = word.utf8CodeUnitCount
        for offset in 0..<length where text[index &+ offset] != word.utf8Start[offset] { return false }
        index &+= length
        return true
    }

    private mutating func add(_ kind: JSONPlace.Kind, _ start: Int, _ count: Int) {
        places.append(
            JSONPlace(
                kind: kind, start: UInt32(truncatingIfNeeded: start), count: UInt32(truncatingIfNeeded: count), size: 1)
        )
    }

    private mutating func value() -> Bool {
        skipSpace()
        switch next {
        case UInt8(ascii: "\""): return string()
        case UInt8(ascii: "{"): return nested(.object)
        case UInt8(ascii: "["): return nested(.array)
        case UInt8(ascii: "t"): return word("true", .true)
        case UInt8(ascii: "f"): return word("false", .false)
        case UInt8(ascii: "n"): return word("null", .null)
        default: return number()
        }
    }

    private mutating func word(_ word: StaticString, _ kind: JSONPlace.Kind) -> Bool {
        guard take(word) else { return false }
        add(kind, index, 0)
        return true
    }

    private mutating func nested(_ kind: JSONPlace.Kind) -> Bool {
        guard depth < Self.deepest else { return false }
        depth &+= 1
        index &+= 1
        let place = places.count
        add(kind, index, 0)
        guard kind == .object ? members() : elements() else { return false }
        places.start[place].size = UInt32(truncatingIfNeeded: places.count &- place)
        depth &-= 1
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
        mutating func isNew(in parser: JSONParser) -> Bool {
            let last = parser.places.start + (parser.places.count - 1)
            count += 1
            if count > JSONParser.fewMembers {
                if many.isEmpty {
                    forEach(before: last, in: parser) { place in
                        many.insert(Array(parser.bytes(of: place)))
                        return true
                    }
                }
                return many.insert(Array(parser.bytes(of: last))).inserted
            }
            // Lengths first: most names differ in theirs.
            return forEach(before: last, in: parser) { place in
                place.pointee.count != last.pointee.count
                    || memcmp(
                        parser.text + Int(place.pointee.start), parser.text + Int(last.pointee.start),
                        Int(last.pointee.count)) != 0
            }
        }

        /// Goes through the names until the body says no.
        /// - Returns: whether it never did.
        @discardableResult @inline(__always)
        private func forEach(
            before last: UnsafePointer<JSONPlace>, in parser: JSONParser,
            _ body: (UnsafePointer<JSONPlace>) -> Bool
        ) -> Bool {
            var member = UnsafePointer(parser.places.start + first)
            while member < last {
                guard body(member) else { return false }
                member += 1
                member += Int(member.pointee.size)
            }
            return true
        }
    }

    private func bytes(of place: UnsafePointer<JSONPlace>) -> UnsafeBufferPointer<UInt8> {
        UnsafeBufferPointer(start: text + Int(place.pointee.start), count: Int(place.pointee.count))
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
        add(.number, start, index &- start)
        return true
    }

    private mutating func digits() -> Bool {
        let start = index
        while next >= 0x30, next <= 0x39 { index &+= 1 }
        return index > start
    }

    private mutating func string() -> Bool {
        guard take(UInt8(ascii: "\"")) else { return false }
        let start = index
        var isASCII = skipPlainText()
        var decoded = index
        // Nearly every string stands in the text as it is, and this is never done.
        while next == UInt8(ascii: "\\") {
            index &+= 1
            guard let scalar = escape() else { return false }
            for byte in UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter {
                text[decoded] = byte
                decoded &+= 1
            }
            isASCII = isASCII && scalar.isASCII
            let piece = index
            isASCII = skipPlainText() && isASCII
            memmove(text + decoded, text + piece, index &- piece)
            decoded &+= index &- piece
        }
        guard take(UInt8(ascii: "\"")) else { return false }
        add(.string, start, decoded &- start)
        return isASCII || isUTF8(start, decoded)
    }

    /// Moves to the quote, the backslash or the control character that ends a piece of a string, eight bytes at a time.
    /// - Returns: whether all before it is ASCII.
    private mutating func skipPlainText() -> Bool {
        let (low, high): (UInt64, UInt64) = (0x0101_0101_0101_0101, 0x8080_8080_8080_8080)
        var isASCII = true
        while true {
            let word = UInt64(littleEndian: UnsafeRawPointer(text + index).loadUnaligned(as: UInt64.self))
            let quote = word ^ low &* UInt64(UInt8(ascii: "\""))
            let backslash = word ^ low &* UInt64(UInt8(ascii: "\\"))
            // The highest bit of each byte that ends the piece, or is not ASCII; right up to the first one, behind which the
            // borrow of a subtraction may have gone.
            let ends =
                ((quote &- low) & ~quote | (backslash &- low) & ~backslash | (word &- low &* 0x20) & ~word | word)
                & high
            guard ends != 0 else {
                index &+= 8
                continue
            }
            index &+= ends.trailingZeroBitCount / 8
            guard next >= 0x80 else { return isASCII }
            isASCII = false
            index &+= 1
        }
    }

    private func isUTF8(_ start: Int, _ end: Int) -> Bool {
        String(validating: UnsafeBufferPointer(start: text + start, count: end &- start), as: UTF8.self) != nil
    }

    private mutating func escape() -> Unicode.Scalar? {
        let byte = next
        index &+= 1
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

    /// Ends at the first byte that is no digit, so at the end of the text.
    private mutating func codeUnit() -> UInt16? {
        var unit: UInt16 = 0
        for offset in 0..<4 {
            guard let digit = text[index &+ offset].hexValue else { return nil }
            unit = unit << 4 | UInt16(digit)
        }
        index &+= 4
        return unit
    }
}
