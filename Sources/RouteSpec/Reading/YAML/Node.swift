/// A piece of a spec file, and where it stands.
struct Node {
    enum Content {
        case scalar(Scalar)
        case list([Node])
        case map([Entry])
        /// It has been reported; whoever reads it keeps silent.
        case broken
    }

    struct Entry {
        var key: Marked<String>
        var value: Node
    }

    var content: Content
    /// An alias has its own place; what lies deeper in it has the anchor's.
    var mark: Mark
    /// Whether something of it has been reported and left out: what else stood under its key, or an entry without a key that
    /// can be read.
    var isPartial = false
}

extension Node {
    /// Whether all names are there that may stand in it directly: the keys of a map, the entries of a list.
    var hasAllNames: Bool {
        if case .broken = content { false } else { !isPartial }
    }

    /// Whether nothing in it, at any depth, has been left out.
    var isWhole: Bool {
        guard hasAllNames else { return false }
        switch content {
        case .scalar, .broken: return true
        case .list(let nodes): return nodes.allSatisfy(\.isWhole)
        case .map(let entries): return entries.allSatisfy(\.value.isWhole)
        }
    }
}

extension Node {
    /// Those of a map.
    var entries: [Entry] { if case .map(let entries) = content { entries } else { [] } }

    /// What it is, for a message that expected something else.
    var kind: String {
        switch content {
        case .list: "a list"
        case .map: "a map"
        case .broken: "broken"
        case .scalar(let scalar): scalar.kind
        }
    }
}
