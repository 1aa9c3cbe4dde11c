import Testing

@testable import RouteSpec

@Suite("Regular expressions of match") struct PatternTests {
    static let matches: [(String, [String], [String])] = [
        ("v[0-9]+", ["v1", "v20"], ["v", "1", "v1x", "xv1", ""]),
        ("^v[0-9]+$", ["v1"], ["^v1$", "v1$"]),
        ("a|bc|", ["a", "bc", ""], ["b", "abc"]),
        ("(ab|cd)*e?", ["", "e", "ab", "abcdabe"], ["a", "ee", "ea"]),
        ("a{2}b{1,2}c{2,}", ["aabcc", "aabbccc"], ["abcc", "aabbbcc", "aabc"]),
        ("a{0}b", ["b"], ["ab", ""]),
        ("(?i)Mobile[a-c]", ["MOBILEB", "mobilea"], ["mobiled", "mobil"]),
        ("(?i)[^a-c]", ["d", "D"], ["a", "B"]),
        ("(?i)[^A]", ["b"], ["a", "A"]),
        (#"\d\D\w\W\s\S\.\\"#, ["1x_- z.\\"], ["1x_- z.x"]),
        ("[]a-c-]+", ["]", "a-c]"], ["d", ""]),
        (#"[^a-z\d]"#, ["A", " "], ["a", "5", "é", ""]),
        ("..", ["é", "ab"], ["a", "abc"]),
        (".*chrome.*", ["chrome", "a chrome b"], ["chrom", "Chrome"]),
        ("(?:a(b(c)?)?)+", ["a", "abc", "aabcab"], ["b", "ac"]),
        ("(a|aa)+(a|aa)+b", ["aab", "aaaaaaab"], ["ab", "aaaaaaaa"]),
    ]

    @Test("what they match, by the automaton and the slow way", arguments: matches)
    func matching(_ text: String, _ good: [String], _ bad: [String]) throws {
        let pattern = try ValuePattern(parsing: text)
        for value in good {
            #expect(pattern.automaton.accepts(value) && ValueTest.pattern(pattern).isMet(by: value), "\(value)")
        }
        for value in bad {
            #expect(!pattern.automaton.accepts(value) && !ValueTest.pattern(pattern).isMet(by: value), "\(value)")
        }
    }

    @Test("random patterns: the automaton says what the slow way says, and tests relate as their values do")
    func random() throws {
        var random = SplitMix(seed: .random(in: 0...UInt64.max))
        let seed = random
        let alphabet = ["a", "b", "c"]
        var values = [""]
        for _ in 0..<4 { values += values.suffix(81).flatMap { value in alphabet.map { value + $0 } } }
        values = Array(Set(values)).sorted()
        var tests: [ValueTest] = []
        for _ in 0..<60 {
            let text = Self.pattern(&random, depth: 3)
            guard let pattern = try? ValuePattern(parsing: text) else { continue }
            for value in values {
                #expect(
                    pattern.automaton.accepts(value) == ValueTest.pattern(pattern).isMet(by: value),
                    "\(seed): \(text) on \(value)")
            }
            tests.append(.pattern(pattern))
        }
        #expect(tests.count > 30)
        tests += [.present, .exact("ab"), .exact(""), .prefix("a"), .prefix("ab")]
        for one in tests {
            for other in tests {
                let (mine, theirs) = (values.filter(one.isMet), values.filter(other.isMet))
                if !Set(mine).isDisjoint(with: theirs) { #expect(one.overlaps(other), "\(seed): \(one) \(other)") }
                if one.isInside(other) { #expect(Set(mine).isSubset(of: theirs), "\(seed): \(one) \(other)") }
                if one.isInside(other), !mine.isEmpty { #expect(one.overlaps(other), "\(seed): \(one) \(other)") }
                #expect(one.overlaps(other) == other.overlaps(one))
            }
            #expect(one.isInside(one))
        }
    }

    private static func pattern(_ random: inout SplitMix, depth: Int) -> String {
        var text = ""
        for _ in 0..<Int.random(in: 1...3, using: &random) {
            let atoms = ["a", "b", "[ab]", "[^a]", ".", "c"]
            var atom = atoms.randomElement(using: &random) ?? "a"
            if depth > 0, Int.random(in: 0..<3, using: &random) == 0 {
                atom = "(\(pattern(&random, depth: depth - 1)))"
            }
            text += atom + (["", "", "*", "+", "?", "{2}", "{1,2}", "{0,}"].randomElement(using: &random) ?? "")
        }
        return Int.random(in: 0..<4, using: &random) == 0 ? "\(text)|\(pattern(&random, depth: 0))" : text
    }

    @Test(
        "two ways to write one thing are equal",
        arguments: [("a+", "aa*"), ("[ab]c|dc", "(a|b|d)c"), ("a?a?", "a{0,2}")])
    func equality(_ one: String, _ other: String) throws {
        #expect(try ValuePattern(parsing: one) == ValuePattern(parsing: other))
        #expect(try ValuePattern(parsing: one) != ValuePattern(parsing: other + "x"))
    }

    @Test(
        "short ones that come to billions of places or pairs are refused at once",
        arguments: ["((((){256}){256}){256}){256}", "(.{0,60}){0,60}", "((a?){200}){200}", "(a|b|c|d|e){0,256}{0,9}"])
    func large(_ text: String) { #expect(throws: Fault.self) { try ValuePattern(parsing: text) } }

    @Test("a range that begins or ends with an escape is refused", arguments: [#"[\.-9]"#, #"[\w-.]"#, #"[a-\d]"#])
    func escapedRange(_ text: String) { #expect(throws: Fault.self) { try ValuePattern(parsing: text) } }

    @Test("texts that are no patterns are refused, never a crash") func fuzz() {
        var random = SplitMix(seed: 7)
        let alphabet = Array("ab01()[]{}|*+?.^$\\-,:i é\u{1}")
        for _ in 0..<20_000 {
            let text = String(
                (0..<Int.random(in: 0...12, using: &random)).map { _ in
                    alphabet.randomElement(using: &random) ?? "a"
                })
            guard let pattern = try? ValuePattern(parsing: text) else { continue }
            #expect(pattern.automaton.accepts.count <= PatternAutomaton.mostStates)
            for value in ["", "a", "ab01", text] {
                #expect(pattern.automaton.accepts(value) == ValueTest.pattern(pattern).isMet(by: value), "\(text)")
            }
        }
    }
}
