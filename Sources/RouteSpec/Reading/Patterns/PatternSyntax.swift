/// A regular expression as it is written: what a whole value must be.
indirect enum PatternSyntax: Hashable, Sendable {
    case bytes(ByteSet)
    case sequence([PatternSyntax])
    case choice([PatternSyntax])
    /// At least and, where there is a bound, at most so often.
    case repeated(PatternSyntax, Int, Int?)

    /// The places behind which the value can stand once this has been read from one of the places. The slow way, and the
    /// definition of what a pattern means.
    func ends(in value: [UInt8], from places: Set<Int>) -> Set<Int> {
        switch self {
        case .bytes(let set):
            return Set(places.filter { $0 < value.count && set.contains(kind: ByteSet.kind(value[$0])) }.map { $0 + 1 })
        case .sequence(let parts):
            return parts.reduce(places) { $1.ends(in: value, from: $0) }
        case .choice(let parts):
            return parts.reduce(into: []) { $0.formUnion($1.ends(in: value, from: places)) }
        case .repeated(let part, let least, let most):
            var reached = places
            for _ in 0..<least { reached = part.ends(in: value, from: reached) }
            var all = reached
            var count = least
            while count < most ?? .max, !reached.isEmpty {
                reached = part.ends(in: value, from: reached).subtracting(all)
                all.formUnion(reached)
                count += 1
            }
            return all
        }
    }
}

/// Reads the regular expressions of a spec: a small form in which each can be compared with a value in one pass over it.
struct PatternParser {
    private var rest: ArraySlice<UInt8>
    private var ignoresCase = false
    private var depth = 0

    static let longest = 256
    private static let deepest = 16
    private static let mostRepeated = 256

    /// - Throws: what is wrong, and what to write.
    static func parse(_ text: String) throws(Fault) -> PatternSyntax {
        guard text.utf8.count <= longest else { throw Fault("has more than \(longest) bytes; write a shorter one") }
        var parser = PatternParser(rest: Array(text.utf8)[...])
        parser.ignoresCase = parser.take("(?i)")
        _ = parser.take("^")
        let pattern = try parser.alternatives()
        if parser.rest.first == UInt8(ascii: ")") {
            throw Fault("has a ')' that closes nothing; write \\) for the character")
        }
        return pattern
    }

    private init(rest: ArraySlice<UInt8>) { self.rest = rest }

    private mutating func take(_ literal: StaticString) -> Bool {
        let bytes = "\(literal)".utf8
        guard rest.starts(with: bytes) else { return false }
        rest = rest.dropFirst(bytes.count)
        return true
    }

    private mutating func alternatives() throws(Fault) -> PatternSyntax {
        depth += 1
        defer { depth -= 1 }
        guard depth <= Self.deepest else {
            throw Fault("has more than \(Self.deepest) groups in each other; write it flatter")
        }
        var choices = [try sequence()]
        while take("|") { choices.append(try sequence()) }
        return choices.count == 1 ? choices[0] : .choice(choices)
    }

    private mutating func sequence() throws(Fault) -> PatternSyntax {
        var parts: [PatternSyntax] = []
        while let byte = rest.first, byte != UInt8(ascii: "|"), byte != UInt8(ascii: ")") {
            // The whole value is compared anyway; at its end, people write that.
            if byte == UInt8(ascii: "$"), rest.count == 1, depth == 1 {
                rest.removeFirst()
                break
            }
            parts.append(try repetition(of: try atom()))
        }
        return parts.count == 1 ? parts[0] : .sequence(parts)
    }

    private mutating func repetition(of atom: PatternSyntax) throws(Fault) -> PatternSyntax {
        let result: PatternSyntax
        if take("*") {
            result = .repeated(atom, 0, nil)
        } else if take("+") {
            result = .repeated(atom, 1, nil)
        } else if take("?") {
            result = .repeated(atom, 0, 1)
        } else if take("{") {
            let (least, most) = try bounds()
            result = .repeated(atom, least, most)
        } else {
            return atom
        }
        if let next = rest.first, "*+?{".utf8.contains(next) {
            throw Fault("has '\(Self.character(next))' behind another repetition; put the first in ( )")
        }
        return result
    }

    /// `2}`, `2,}` or `2,5}`.
    private mutating func bounds() throws(Fault) -> (Int, Int?) {
        let fault = Fault(
            "has a '{' that begins no {2}, {2,} or {2,5}, up to \(Self.mostRepeated); write \\{ for the character")
        guard let close = rest.firstIndex(of: UInt8(ascii: "}")) else { throw fault }
        let inside = String(decoding: rest[..<close], as: UTF8.self)
        let parts = inside.split(separator: ",", omittingEmptySubsequences: false)
        guard parts.count <= 2, inside.utf8.allSatisfy({ $0.isDigit || $0 == UInt8(ascii: ",") }),
            let least = Int(parts[0]), least <= Self.mostRepeated
        else { throw fault }
        rest = rest[close...].dropFirst()
        if parts.count == 1 { return (least, least) }
        if parts[1].isEmpty { return (least, nil) }
        guard let most = Int(parts[1]), most >= least, most <= Self.mostRepeated else { throw fault }
        return (least, most)
    }
}

// MARK: - Single places

extension PatternParser {
    private mutating func atom() throws(Fault) -> PatternSyntax {
        guard let byte = rest.popFirst() else { throw Fault("ends too early") }
        switch byte {
        case UInt8(ascii: "."): return .bytes(.all)
        case UInt8(ascii: "("):
            if rest.first == UInt8(ascii: "?"), !take("?:") {
                throw Fault(
                    "has a group of another kind than ( ) and (?: ); look-arounds, names and flags but a (?i) in front are none"
                )
            }
            let inside = try alternatives()
            guard take(")") else { throw Fault("has a '(' that is not closed; write \\( for the character") }
            return inside
        case UInt8(ascii: "["): return .bytes(try set())
        case UInt8(ascii: "\\"): return .bytes(folded(try escape()))
        case UInt8(ascii: "*"), UInt8(ascii: "+"), UInt8(ascii: "?"), UInt8(ascii: "{"):
            throw Fault(
                "has a '\(Self.character(byte))' with nothing to repeat; write \\\(Self.character(byte)) for the character"
            )
        case UInt8(ascii: "^"), UInt8(ascii: "$"):
            throw Fault(
                "has a '\(Self.character(byte))' inside; a whole value is compared, so write it at the \(byte == UInt8(ascii: "^") ? "front" : "end") or not at all"
            )
        case 0x80...: throw Fault("has a character that is not ASCII; write a '.' or a [^ ] for each of its bytes")
        default: return .bytes(folded([byte]))
        }
    }

    private func folded(_ set: ByteSet) -> ByteSet { ignoresCase ? set.ignoringCase : set }
    private func folded(_ bytes: [UInt8]) -> ByteSet { folded(ByteSet(bytes)) }

    /// What stands behind a backslash.
    private mutating func escape() throws(Fault) -> ByteSet {
        guard let byte = rest.popFirst() else { throw Fault("ends with a backslash; write \\\\ for the character") }
        switch byte {
        case UInt8(ascii: "d"): return Self.digits
        case UInt8(ascii: "D"): return Self.digits.inverted
        case UInt8(ascii: "w"): return Self.word
        case UInt8(ascii: "W"): return Self.word.inverted
        case UInt8(ascii: "s"): return ByteSet([0x20, 0x09])
        case UInt8(ascii: "S"): return ByteSet([0x20, 0x09]).inverted
        case 0x21...0x7E where !byte.isDigit && !byte.isLetterOrUnderscore: return ByteSet([byte])
        default:
            throw Fault(
                "has '\\\(Self.character(byte))', which is none of \\d \\w \\s \\D \\W \\S and no escaped mark; back-references and boundaries are none"
            )
        }
    }

    private static let digits = ByteSet(UInt8(ascii: "0")...UInt8(ascii: "9"))
    private static let word = ByteSet((0...127).map { UInt8($0) }.filter { $0.isDigit || $0.isLetterOrUnderscore })

    /// `a-z0-9_]`, perhaps with a `^` in front.
    private mutating func set() throws(Fault) -> ByteSet {
        let isInverted = take("^")
        var set = ByteSet()
        var isFirst = true
        while let byte = rest.popFirst() {
            if byte == UInt8(ascii: "]"), !isFirst {
                // First the letters of the other case: what is left out is left out in both.
                let all = folded(set)
                return isInverted ? all.inverted : all
            }
            isFirst = false
            if byte == UInt8(ascii: "\\") {
                set.formUnion(try escape())
                if rest.first == UInt8(ascii: "-"), rest.dropFirst().first != UInt8(ascii: "]") {
                    throw Fault("has a '-' behind an escape in a [ ]; write \\- for the character, and a range as !-/")
                }
                continue
            }
            guard byte < 0x80 else { throw Fault("has a character that is not ASCII in a [ ]; leave it out") }
            guard rest.first == UInt8(ascii: "-"), let last = rest.dropFirst().first, last != UInt8(ascii: "]") else {
                set.insert(byte)
                continue
            }
            rest = rest.dropFirst(2)
            guard last >= byte, last < 0x80, last != UInt8(ascii: "\\") else {
                throw Fault("has a range in a [ ] that is none; write the smaller character first, such as a-z")
            }
            for member in byte...last { set.insert(member) }
        }
        throw Fault("has a '[' that is not closed; write \\[ for the character")
    }

    private static func character(_ byte: UInt8) -> String { String(decoding: [byte], as: UTF8.self).visible }
}
