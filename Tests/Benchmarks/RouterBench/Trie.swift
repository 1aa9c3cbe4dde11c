import GatewayRuntime

/// A router as most gateways have one: a trie of dictionaries from segment to node. It is here to be compared with.
struct DictionaryTrie {
    private final class Node {
        var literals: [String: Node] = [:]
        var parameter: Node?
        var routes: [String: Int] = [:]
    }

    private let root = Node()

    init(_ templates: [(method: String, template: String)]) {
        for (index, entry) in templates.enumerated() {
            var node = root
            for segment in entry.template.dropFirst().split(separator: "/", omittingEmptySubsequences: false) {
                if segment.hasPrefix("{") {
                    let next = node.parameter ?? Node()
                    node.parameter = next
                    node = next
                } else {
                    let next = node.literals[String(segment)] ?? Node()
                    node.literals[String(segment)] = next
                    node = next
                }
            }
            node.routes[entry.method] = index
        }
    }

    func find(_ method: String, _ path: String, _ captures: inout [String]) -> Int? {
        captures.removeAll(keepingCapacity: true)
        let segments = path.dropFirst().split(separator: "/", omittingEmptySubsequences: false)
        return find(segments[...], method, from: root, &captures)
    }

    private func find(_ rest: ArraySlice<Substring>, _ method: String, from node: Node, _ captures: inout [String])
        -> Int?
    {
        guard let segment = rest.first else { return node.routes[method] }
        if let next = node.literals[String(segment)], let found = find(rest.dropFirst(), method, from: next, &captures)
        {
            return found
        }
        guard let next = node.parameter else { return nil }
        captures.append(String(segment))
        return find(rest.dropFirst(), method, from: next, &captures)
    }
}
