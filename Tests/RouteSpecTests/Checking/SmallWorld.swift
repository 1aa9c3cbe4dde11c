@testable import RouteSpec

/// All paths of a few segments, and patterns over them: small enough to ask every path, large enough to tell patterns apart.
enum SmallWorld {
    /// `c` is in no pattern; only the last segment may be empty.
    static let paths: [[String]] = {
        var paths: [[String]] = []
        var longest: [[String]] = [[]]
        for _ in 0..<5 {
            longest = longest.flatMap { path in ["a", "b", "c"].map { path + [$0] } }
            paths += longest
            paths += longest.map { $0.dropLast() + [""] }
        }
        return Array(Set(paths)).sorted { $0.joined(separator: "/") < $1.joined(separator: "/") }
    }()

    /// Patterns of different shapes.
    static func patterns(_ count: Int, _ random: inout SplitMix) -> [PathPattern] {
        var shapes: Set<String> = []
        return (0..<count).map { _ in pattern(&random) }.filter { shapes.insert($0.shape).inserted }
    }

    private static func pattern(_ random: inout SplitMix) -> PathPattern {
        var text = ""
        for position in 0..<Int.random(in: 0...3, using: &random) {
            text += "/" + (["a", "b", "{p\(position)}"].randomElement(using: &random) ?? "a")
        }
        let endings = ["", "", "", "/", "/*"] + (text.hasSuffix("a") || text.hasSuffix("b") ? ["*"] : [])
        text += endings.randomElement(using: &random) ?? ""
        // Only texts that are patterns are made here.
        return (try? PathPattern(parsing: text.isEmpty ? "/" : text))
            ?? PathPattern(segments: [], ending: .exact, text: "")
    }
}

extension PathPattern {
    /// As SPEC says it, and in no hurry.
    func matches(_ path: [String]) -> Bool {
        guard path.count >= segments.count else { return false }
        for (segment, found) in zip(segments, path) {
            switch segment {
            case .literal(let text): guard text == found else { return false }
            case .parameter: guard !found.isEmpty else { return false }
            }
        }
        switch ending {
        case .exact: return path.count == segments.count
        case .below: return path.count > segments.count
        case .atAndBelow: return true
        }
    }

    /// The paths of the small world that it matches, by their number.
    var matched: Set<Int> { Set(SmallWorld.paths.indices.filter { matches(SmallWorld.paths[$0]) }) }

    /// Smaller wins, segment by segment.
    var precedence: [Int] {
        let kinds = segments.map { if case .literal = $0 { 0 } else { 1 } }
        switch ending {
        case .exact: return kinds + [2]
        case .below: return kinds + [3]
        case .atAndBelow: return kinds + [4]
        }
    }
}
