extension PathPattern {
    /// The most names, with the wildcard, that a path can have: the gateway keeps room for them.
    static let mostCaptures = 16

    /// Reads a path of the spec (SPEC, "Paths"); its literals come out as a normalised request has them.
    init(parsing text: String) throws(Fault) {
        let pieces = try PathText(text).pieces
        var segments: [Segment] = []
        ending = .exact
        for (index, piece) in pieces.enumerated() {
            let isLast = index == pieces.count - 1
            if piece.hasPrefix("*") {
                guard isLast else { throw Fault("has a '*' before its end; a wildcard is the end of a path") }
                ending = .below(name: try Self.wildcardName(piece.dropFirst()))
            } else if piece.hasSuffix("*") {
                guard isLast else { throw Fault("has a '*' before its end; a wildcard is the end of a path") }
                guard !piece.hasSuffix("}*") else {
                    throw Fault("has a '*' behind a '{name}'; put it behind a slash or a literal: '/{name}/*'")
                }
                segments.append(.literal(try PathText.literal(piece.dropLast())))
                ending = .atAndBelow
            } else if piece.isEmpty {
                guard isLast else { throw Fault("has an empty segment; write one slash where there are two") }
                segments.append(.literal(""))
            } else {
                segments.append(try Self.segment(piece))
            }
        }
        if ending != .exact, segments.contains(.literal("")) {
            throw Fault("has an empty segment; write one slash where there are two")
        }
        self.segments = segments
        self.text = text
        try checkNames()
    }

    private static func segment(_ piece: Substring) throws(Fault) -> Segment {
        guard piece.hasPrefix("{"), piece.hasSuffix("}") else { return .literal(try PathText.literal(piece)) }
        let name = String(piece.dropFirst().dropLast())
        guard name.isParameterName else {
            throw Fault(
                "has '\(piece)', whose name is none; use letters, digits, '_' and '-', with a letter or '_' first")
        }
        return .parameter(name)
    }

    private static func wildcardName(_ name: Substring) throws(Fault) -> String? {
        if name.isEmpty { return nil }
        guard String(name).isParameterName else {
            throw Fault("has '*\(name)', whose name is none; use letters, digits, '_' and '-', or '*' alone")
        }
        return String(name)
    }

    private func checkNames() throws(Fault) {
        var names = parameters
        if case .below(let name?) = ending { names.append(name) }
        var seen: Set<String> = []
        for name in names where !seen.insert(name).inserted {
            throw Fault("has the name '\(name)' twice; give every '{name}' its own")
        }
        let captures = parameters.count + (ending == .exact ? 0 : 1)
        guard captures <= Self.mostCaptures else {
            throw Fault("has \(captures) names and wildcards; a path can have \(Self.mostCaptures)")
        }
    }

    /// `/api/users/` as `match.path_prefix` is `/api/users/*`.
    init(parsingPrefix text: String) throws(Fault) {
        guard text.hasSuffix("/") else {
            throw Fault(
                "must end with '/'; write '\(text)/' for what lies below it, or 'path: \(text)*' for itself too")
        }
        guard !text.contains("*") else {
            throw Fault("must not have a '*'; leave it out, since a prefix covers all below it")
        }
        try self.init(parsing: text + "*")
    }
}

/// The text of a path, cut at its slashes.
struct PathText {
    let pieces: [Substring]

    init(_ text: String) throws(Fault) {
        guard text.hasPrefix("/") else {
            throw Fault("must begin with '/', and is '\(text.visible)'; write '/\(text.visible)'")
        }
        pieces = text.dropFirst().split(separator: "/", omittingEmptySubsequences: false)
        if text.utf8.allSatisfy({ $0 > 0x20 && $0 < 0x7F && $0 != 0x23 && $0 != 0x3F && $0 != 0x5C }) { return }
        for scalar in text.unicodeScalars {
            switch scalar {
            case "?": throw Fault("has a '?'; a path has no query: conditions on it go into 'match: { query: … }'")
            case "#": throw Fault("has a '#'; no request has one in its path")
            case "\\": throw Fault("has a backslash; no request that is let in has one in its path")
            case " ": throw Fault("has a space; write %20")
            case _ where scalar.isControl:
                throw Fault("has a control character; no request that is let in has one in its path")
            default: break
            }
        }
    }

    /// A segment as a normalised request has it (RFC 3986, 6.2.2): escapes of unreserved characters decoded, those of
    /// others with large digits, and what is not ASCII escaped.
    static func literal(_ piece: Substring) throws(Fault) -> String {
        if piece.utf8.allSatisfy(\.isPlain) { return String(piece) }
        var bytes: [UInt8] = []
        var rest = piece.utf8[...]
        while let byte = rest.popFirst() {
            switch byte {
            case UInt8(ascii: "{"), UInt8(ascii: "}"):
                throw Fault(
                    "has a '{' or '}' in '\(piece)'; a '{name}' is a whole segment, and a brace itself is %7B or %7D")
            case UInt8(ascii: "*"):
                throw Fault("has a '*' in '\(piece)'; a wildcard is the end of a path, and an asterisk itself is %2A")
            case UInt8(ascii: "%"):
                let digits = rest.prefix(2)
                guard digits.count == 2, digits.allSatisfy(\.isHexDigit),
                    let value = UInt8(Substring(digits), radix: 16)
                else {
                    throw Fault("has a '%' without two hex digits; a percent sign itself is %25")
                }
                rest = rest.dropFirst(2)
                try check(escaped: value)
                bytes += value.isUnreserved ? [value] : value.escape
            case 0x80...: bytes += byte.escape
            default: bytes.append(byte)
            }
        }
        let literal = String(decoding: bytes, as: UTF8.self)
        guard !literal.isDotSegment else {
            throw Fault("has a '.' or '..' segment; no request that is let in has one")
        }
        return literal
    }

    private static func check(escaped value: UInt8) throws(Fault) {
        switch value {
        case 0..<0x20, 0x7F: throw Fault("has an encoded control character; no request that is let in has one")
        case UInt8(ascii: "/"): throw Fault("has an encoded slash (%2F); no request that is let in has one")
        case UInt8(ascii: "\\"): throw Fault("has an encoded backslash (%5C); no request that is let in has one")
        default: break
        }
    }
}

extension String {
    /// `[A-Za-z_][A-Za-z0-9_-]*`
    fileprivate var isParameterName: Bool {
        guard let first = utf8.first, first.isLetterOrUnderscore else { return false }
        return utf8.allSatisfy { $0.isLetterOrUnderscore || $0.isDigit || $0 == UInt8(ascii: "-") }
    }
}

extension UInt8 {
    /// What stands for itself and in no way for more: nearly all that paths are made of.
    fileprivate var isPlain: Bool { isLetterOrUnderscore || isDigit || self == UInt8(ascii: "-") }

    /// `%C3`
    fileprivate var escape: [UInt8] {
        let digits = Array("0123456789ABCDEF".utf8)
        return [UInt8(ascii: "%"), digits[Int(self >> 4)], digits[Int(self & 15)]]
    }
}

extension Shape<PathPattern> {
    static var path: Shape {
        .rawText("a path such as /agents/{id}") { text throws(Fault) in try PathPattern(parsing: text) }
    }
    static var pathPrefix: Shape {
        .rawText("a path that ends with '/'") { text throws(Fault) in try PathPattern(parsingPrefix: text) }
    }

    /// One path and no other: what the gateway answers itself.
    static var plainPath: Shape {
        .rawText("a path such as /health") { text throws(Fault) in
            let pattern = try PathPattern(parsing: text)
            guard pattern.ending == .exact, pattern.parameters.isEmpty else {
                throw Fault("is '\(text)', which stands for many paths; write one, without '{name}' and '*'")
            }
            return pattern
        }
    }
}
