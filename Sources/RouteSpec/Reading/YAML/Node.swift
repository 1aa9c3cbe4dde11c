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
}

extension Node {
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
