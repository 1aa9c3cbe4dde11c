/// What a header or a query parameter must be for a route to match.
public enum ValueTest: Hashable, Sendable {
    case exact(String)
    case prefix(String)
    /// Whatever it is.
    case present
    case pattern(ValuePattern)
}

/// A regular expression that a whole value must match. Two that match the same values are equal.
public struct ValuePattern: Hashable, Sendable {
    /// As the spec has it.
    let text: String
    let syntax: PatternSyntax
    let automaton: PatternAutomaton

    init(parsing text: String) throws(Fault) {
        self.text = text
        syntax = try PatternParser.parse(text)
        automaton = try PatternAutomaton(syntax)
    }

    public static func == (one: ValuePattern, other: ValuePattern) -> Bool { one.automaton == other.automaton }
    public func hash(into hasher: inout Hasher) { hasher.combine(automaton) }
}

extension ValueTest {
    /// Whether a value will do: the slow way, which shares nothing with generated routers.
    func isMet(by value: String) -> Bool {
        switch self {
        case .exact(let text): Array(value.utf8) == Array(text.utf8)
        case .prefix(let text): value.utf8.starts(with: text.utf8)
        case .present: true
        case .pattern(let pattern):
            pattern.syntax.ends(in: Array(value.utf8), from: [0]).contains(value.utf8.count)
        }
    }

    /// Whether some value meets both.
    func overlaps(_ other: ValueTest) -> Bool {
        switch (self, other) {
        case (.present, _), (_, .present): true
        case (.exact(let text), let test), (let test, .exact(let text)): test.isMet(by: text)
        case (.prefix(let one), .prefix(let two)): one.utf8.starts(with: two.utf8) || two.utf8.starts(with: one.utf8)
        case (.prefix(let text), .pattern(let pattern)), (.pattern(let pattern), .prefix(let text)):
            pattern.automaton.state(after: text.utf8) != nil
        case (.pattern(let one), .pattern(let two)): one.automaton.overlaps(two.automaton)
        }
    }

    /// Whether every value that meets this meets the other too.
    func isInside(_ other: ValueTest) -> Bool {
        switch (self, other) {
        case (_, .present): return true
        case (.exact(let text), let test): return test.isMet(by: text)
        case (.prefix, .exact), (.present, .exact): return false
        case (.prefix(let text), .prefix(let outer)): return text.utf8.starts(with: outer.utf8)
        case (.present, .prefix(let outer)): return outer.isEmpty
        case (.prefix(let text), .pattern(let pattern)):
            return pattern.automaton.state(after: text.utf8).map(pattern.automaton.acceptsAll) ?? false
        case (.present, .pattern(let pattern)): return pattern.automaton.acceptsAll(from: 0)
        case (.pattern(let pattern), .exact(let text)), (.pattern(let pattern), .prefix(let text)):
            // What patterns do not tell apart, they hold more of than one text.
            guard text.utf8.allSatisfy({ $0 < 0x80 }), let outer = other.automaton else { return false }
            return pattern.automaton.isInside(outer)
        case (.pattern(let pattern), .pattern(let outer)): return pattern.automaton.isInside(outer.automaton)
        }
    }

    private var automaton: PatternAutomaton? {
        let places: ([UInt8]) -> [PatternSyntax] = { $0.map { .bytes(ByteSet([$0])) } }
        switch self {
        case .exact(let text): return try? PatternAutomaton(.sequence(places(Array(text.utf8))))
        case .prefix(let text):
            return try? PatternAutomaton(
                .sequence(places(Array(text.utf8)) + [.repeated(.bytes(.all), 0, nil)]))
        case .pattern(let pattern): return pattern.automaton
        case .present: return nil
        }
    }

    /// `:1`, `^=v`, `~v[0-9]+`, or nothing.
    var summary: String {
        switch self {
        case .exact(let text): ":\(text)"
        case .prefix(let text): "^=\(text)"
        case .pattern(let pattern): "~\(pattern.text)"
        case .present: ""
        }
    }
}

extension MatchConditions {
    /// What decides between conditions on the same path, host and method; smaller goes first (SPEC, "Precedence"). As many
    /// conditions on both sides, the one with more exact values goes first, then with more patterns, then with more and longer
    /// prefixes.
    var rank: [Int] {
        var (exact, patterns, prefixes, length) = (0, 0, 0, 0)
        for condition in headers + query {
            switch condition.test {
            case .exact: exact += 1
            case .pattern: patterns += 1
            case .prefix(let text): (prefixes, length) = (prefixes + 1, length + text.utf8.count)
            case .present: break
            }
        }
        return [-headers.count, -query.count, -exact, -patterns, -prefixes, -length]
    }

    /// Whether all of them are on exact values, as most are.
    var areExact: Bool {
        (headers + query).allSatisfy { if case .exact = $0.test { true } else { false } }
    }
}
