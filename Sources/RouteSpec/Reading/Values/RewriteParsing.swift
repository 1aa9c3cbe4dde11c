extension RewriteTemplate {
    /// Reads the path of a `rewrite`, which is written as paths are. Whether its names are those of the route's path is
    /// looked at where that is known (``fault(on:)``).
    init(parsing text: String) throws(Fault) {
        if text.contains("?") { throw Fault("has a '?'; the query goes upstream as it came") }
        let pattern = try PathPattern(parsing: text)
        var parts: [Part] = []
        var literal = ""
        func flush(_ parts: inout [Part]) {
            if !literal.isEmpty { parts.append(.literal(literal)) }
            literal = ""
        }
        for segment in pattern.segments {
            literal += "/"
            switch segment {
            case .literal(let text): literal += text
            case .parameter(let name):
                flush(&parts)
                parts.append(.parameter(name))
            }
        }
        if case .below = pattern.ending { literal += "/" }
        flush(&parts)
        if pattern.ending != .exact { parts.append(.wildcard) }
        self.init(parts: parts, text: text)
    }

    /// The parts for a path, whose `/*name` may be called by its name.
    func parts(on pattern: PathPattern) -> [Part] {
        guard let name = pattern.wildcardName, parts.last == .parameter(name) else { return parts }
        return parts.dropLast() + [.wildcard]
    }

    /// Why a path cannot be rewritten so.
    func fault(on pattern: PathPattern) -> Fault? {
        let names = pattern.parameters + (pattern.wildcardName.map { [$0] } ?? [])
        for case .parameter(let name) in parts where !names.contains(name) {
            let remedy =
                suggestion(for: name, among: names)
                ?? (names.isEmpty
                    ? "the path has no names" : "it has \(names.map { "{\($0)}" }.joined(separator: ", "))")
            return Fault("has '{\(name)}', which '\(pattern.text)' does not have; \(remedy)")
        }
        // What a wildcard stands for may be empty, and an empty segment may only be the last.
        if let name = pattern.wildcardName, parts.dropLast().contains(.parameter(name)) {
            return Fault("has '{\(name)}', the wildcard of '\(pattern.text)', before its end; write it last")
        }
        guard parts.last == .wildcard else { return nil }
        let isGlued = !text.contains("/*")
        switch pattern.ending {
        case .exact: return Fault("ends with '*', and '\(pattern.text)' has no wildcard; write the path out")
        case .below:
            return isGlued ? Fault("ends with a glued '*', and '\(pattern.text)' with '/*'; write '/*' here too") : nil
        case .atAndBelow:
            return isGlued ? nil : Fault("ends with '/*', and '\(pattern.text)' with a glued '*'; glue it here too")
        }
    }
}

extension Shape<RewriteTemplate> {
    static var rewrite: Shape {
        .rawText("a path such as /items/{id}") { text throws(Fault) in try RewriteTemplate(parsing: text) }
    }
}
