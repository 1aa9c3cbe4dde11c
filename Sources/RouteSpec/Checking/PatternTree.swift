/// Path patterns by their segments, each with the numbers of those who have it.
///
/// Nodes stand in one array and know each other by index, so that a walk copies nothing.
struct PatternTree {
    struct Node {
        var literals: [String: Int] = [:]
        /// In the order in which they came, which is the same in every run.
        var orderedLiterals: [String] = []
        var parameter: Int?
        var exact: [Int] = []
        var below: [Int] = []
        var atAndBelow: [Int] = []
    }

    private(set) var nodes = [Node()]

    mutating func insert(_ pattern: PathPattern, _ number: Int) {
        var position = 0
        for segment in pattern.segments { position = child(of: position, segment) }
        switch pattern.ending {
        case .exact: nodes[position].exact.append(number)
        case .below: nodes[position].below.append(number)
        case .atAndBelow: nodes[position].atAndBelow.append(number)
        }
    }

    /// A node's children, each with its literal.
    func literals(of position: Int) -> some Sequence<(literal: String, child: Int)> {
        let node = nodes[position]
        return node.orderedLiterals.lazy.compactMap { literal in node.literals[literal].map { (literal, $0) } }
    }

    private mutating func child(of position: Int, _ segment: PathPattern.Segment) -> Int {
        switch segment {
        case .literal(let text):
            if let child = nodes[position].literals[text] { return child }
            nodes[position].literals[text] = nodes.count
            nodes[position].orderedLiterals.append(text)
        case .parameter:
            if let child = nodes[position].parameter { return child }
            nodes[position].parameter = nodes.count
        }
        nodes.append(Node())
        return nodes.count - 1
    }

    /// Offers those who match a path, the most specific first, until one is chosen.
    func firstMatch<Choice>(of path: [String], choose: ([Int]) -> Choice?) -> Choice? {
        firstMatch(of: path[...], at: 0, choose)
    }

    private func firstMatch<Choice>(of path: ArraySlice<String>, at position: Int, _ choose: ([Int]) -> Choice?)
        -> Choice?
    {
        let node = nodes[position]
        guard let segment = path.first else { return choose(node.exact) ?? choose(node.atAndBelow) }
        if let child = node.literals[segment], let choice = firstMatch(of: path.dropFirst(), at: child, choose) {
            return choice
        }
        if !segment.isEmpty, let child = node.parameter,
            let choice = firstMatch(of: path.dropFirst(), at: child, choose)
        {
            return choice
        }
        return choose(node.below) ?? choose(node.atAndBelow)
    }
}
