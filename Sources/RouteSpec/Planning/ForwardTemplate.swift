/// The path that an upstream sees: the request's own, or made from a template.
public struct ForwardTemplate: Hashable, Sendable {
    public typealias Part = RewriteTemplate.Part

    public var parts: [Part]
    /// Whether it is the request's path as it came.
    public var isPath: Bool

    /// As people read it: a glued wildcard alone, its prefix stripped, begins with the slash of what it stands for.
    public var shown: String { parts == [.wildcard] ? "/*" : text }

    /// As generated code has it; what is left of nothing is `/`.
    public var text: String {
        parts.map { part in
            switch part {
            case .literal(let text): text
            case .parameter(let name): "{\(name)}"
            case .wildcard: "*"
            }
        }.joined()
    }

    /// What a path of a route leads to: `rewrite` wins over `strip_prefix`.
    init(pattern: PathPattern, stripPrefix: String?, rewrite: RewriteTemplate?) {
        if let rewrite {
            isPath = false
            parts = rewrite.parts(on: pattern)
            return
        }
        let stripped = stripPrefix.map { $0.split(separator: "/", omittingEmptySubsequences: true).count } ?? 0
        isPath = stripped == 0
        parts = Self.parts(of: pattern, from: stripped)
    }

    private static func parts(of pattern: PathPattern, from first: Int) -> [Part] {
        var parts: [Part] = []
        var literal = ""
        func flush(_ parts: inout [Part]) {
            if !literal.isEmpty { parts.append(.literal(literal)) }
            literal = ""
        }
        for segment in pattern.segments.dropFirst(first) {
            literal += "/"
            switch segment {
            case .literal(let text): literal += text
            case .parameter(let name):
                flush(&parts)
                parts.append(.parameter(name))
            }
        }
        switch pattern.ending {
        case .exact: break
        case .below:
            literal += "/"
            flush(&parts)
            parts.append(.wildcard)
        case .atAndBelow:
            flush(&parts)
            parts.append(.wildcard)
        }
        flush(&parts)
        return parts.isEmpty ? [.literal("/")] : parts
    }

    /// The path that comes of captured values.
    func expanded(_ captures: [String: String], wildcard: String) -> String {
        let path = parts.map { part in
            switch part {
            case .literal(let text): text
            case .parameter(let name): captures[name] ?? ""
            case .wildcard: wildcard
            }
        }.joined()
        return path.isEmpty ? "/" : path
    }
}
