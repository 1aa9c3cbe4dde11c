extension PathPattern {
    /// A path that both patterns match, by its segments.
    func commonPath(with other: PathPattern) -> [String]? {
        let (long, short) = segments.count >= other.segments.count ? (self, other) : (other, self)
        var path: [String] = []
        for (one, two) in zip(long.segments, short.segments) {
            switch (one, two) {
            case (.literal(let text), .literal(let twin)):
                guard text == twin else { return nil }
                path.append(text)
            case (.literal(let text), .parameter), (.parameter, .literal(let text)):
                guard !text.isEmpty else { return nil }
                path.append(text)
            case (.parameter, .parameter): path.append(anySegment)
            }
        }
        let rest = long.segments.dropFirst(short.segments.count)
        for segment in rest {
            if case .literal(let text) = segment { path.append(text) } else { path.append(anySegment) }
        }
        if rest.isEmpty { return Self.shared(long.ending, short.ending).map { path + $0 } }
        guard short.ending != .exact else { return nil }
        if case .below = long.ending { path.append(anySegment) }
        return path
    }

    /// What may follow where both patterns have the same number of segments.
    private static func shared(_ one: Ending, _ other: Ending) -> [String]? {
        switch (one, other) {
        case (.exact, .exact), (.exact, .atAndBelow), (.atAndBelow, .exact), (.atAndBelow, .atAndBelow): []
        case (.below, .below), (.below, .atAndBelow), (.atAndBelow, .below): [anySegment]
        case (.exact, .below), (.below, .exact): nil
        }
    }
}

extension PatternTree {
    /// All whose pattern shares a path with this one.
    func overlapping(_ pattern: PathPattern) -> [Int] {
        var found: [Int] = []
        collect(pattern, from: 0, depth: 0, &found)
        return found.sorted()
    }

    private func collect(_ pattern: PathPattern, from position: Int, depth: Int, _ found: inout [Int]) {
        let node = nodes[position]
        guard depth < pattern.segments.count else {
            if pattern.ending == .exact || pattern.ending == .atAndBelow { found += node.exact + node.atAndBelow }
            guard pattern.ending != .exact else { return }
            found += node.below
            if case .below = pattern.ending { found += node.atAndBelow }
            for child in node.children { collectAll(from: child, &found) }
            return
        }
        found += node.below + node.atAndBelow
        switch pattern.segments[depth] {
        case .literal(let text):
            if let child = node.literals[text] { collect(pattern, from: child, depth: depth + 1, &found) }
            if let child = node.parameter, !text.isEmpty { collect(pattern, from: child, depth: depth + 1, &found) }
        case .parameter:
            for (literal, child) in node.literals where !literal.isEmpty {
                collect(pattern, from: child, depth: depth + 1, &found)
            }
            if let child = node.parameter { collect(pattern, from: child, depth: depth + 1, &found) }
        }
    }

    private func collectAll(from position: Int, _ found: inout [Int]) {
        let node = nodes[position]
        found += node.exact + node.below + node.atAndBelow
        for child in node.children { collectAll(from: child, &found) }
    }
}

extension PatternTree.Node {
    fileprivate var children: [Int] { Array(literals.values) + (parameter.map { [$0] } ?? []) }
}
