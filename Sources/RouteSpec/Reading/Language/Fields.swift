/// The keys of one map, as they are read. A key that is asked for is known; when all have been asked for, what is left is
/// unknown. So the code that reads a map is the one definition of its keys, their shapes and their defaults.
struct Fields {
    let section: Section
    let entries: [Node.Entry]
    /// Where a missing key is reported: at the first key.
    let firstKey: Mark
    var diagnostics = Diagnostics()
    private var known: [String] = []
    private var missing: [(key: String, message: String)] = []

    init(_ section: Section, _ entries: [Node.Entry], mark: Mark) {
        self.section = section
        self.entries = entries
        firstKey = entries.first?.key.mark ?? mark
    }

    /// The entry of a key, which is known from now on.
    mutating func entry(_ key: String) -> Node.Entry? {
        known.append(key)
        return entries.first { $0.key.value == key }
    }

    /// A key that must be there; `remedy` is what to write.
    mutating func require(_ key: String, _ remedy: String) {
        if !entries.contains(where: { $0.key.value == key }) {
            lack(key, "'\(key)' is missing in \(section.rawValue); \(remedy)")
        }
    }

    /// Two keys of which one must be there, and no more; `remedy` is what to write where neither is.
    mutating func requireOne(of first: String, or second: String, _ remedy: String) {
        let named = entries.filter { [first, second].contains($0.key.value) }
        if named.isEmpty { lack(first, "'\(first)' is missing in \(section.rawValue); \(remedy)") }
        if named.count > 1 {
            diagnostics.error(
                at: named[1].key.mark,
                "'\(named[1].key.value)' cannot stand beside '\(named[0].key.value)'; keep one of them")
        }
    }

    /// Something that must be there and is not; silent where a key is near that is unknown.
    mutating func lack(_ key: String, _ message: String) { missing.append((key, message)) }

    /// Reports what has not been asked for, and what should be there and is not.
    mutating func finish() {
        let unsupported = Unsupported.keys(in: section)
        var meant: Set<String> = []
        for entry in entries where !known.contains(entry.key.value) {
            let key = entry.key.value
            if section == .spec, key.hasPrefix("x-") { continue }
            if unsupported.contains(key) {
                diagnostics.error(at: entry.key.mark, "'\(key)' is not supported yet in \(section.rawValue); remove it")
                continue
            }
            let near = nearest(to: key, among: known + unsupported)
            if let near { meant.insert(near) }
            diagnostics.error(
                at: entry.key.mark,
                "unknown key '\(key.visible)' in \(section.rawValue); \(near.map { "did you mean '\($0)'? " } ?? "")"
                    + "allowed: \(known.joined(separator: ", "))")
        }
        for lack in missing where !meant.contains(lack.key) { diagnostics.error(at: firstKey, lack.message) }
    }
}

extension Fields {
    /// Reads a value into its place, which keeps what it has where the key is absent or bad.
    mutating func read<Value>(_ key: String, as shape: Shape<Value>, into place: inout Value) {
        if let value = value(key, shape) { place = value }
    }

    mutating func value<Value>(_ key: String, _ shape: Shape<Value>) -> Value? { marked(key, shape)?.value }

    mutating func marked<Value>(_ key: String, _ shape: Shape<Value>) -> Marked<Value>? {
        guard let entry = entry(key) else { return nil }
        return diagnostics.read(entry.value, as: shape, of: "'\(key)'")
    }

    /// The entries of a list.
    mutating func list<Value>(_ key: String, of shape: Shape<Value>, mayBeEmpty: Bool = true) -> [Marked<Value>]? {
        guard let entry = entry(key), let nodes = diagnostics.list(entry.value, key) else { return nil }
        if nodes.isEmpty, !mayBeEmpty {
            diagnostics.error(at: entry.value.mark, "'\(key)' is an empty list; write an entry, or leave the key out")
        }
        return nodes.compactMap { diagnostics.read($0, as: shape, of: "an entry of '\(key)'") }
    }

    /// One value, or a list with one at least.
    mutating func oneOrMore<Value>(_ key: String, of shape: Shape<Value>) -> [Marked<Value>]? {
        if case .list? = entries.first(where: { $0.key.value == key })?.value.content {
            return list(key, of: shape, mayBeEmpty: false)
        }
        return marked(key, shape).map { [$0] }
    }

    /// A map whose keys the language gives.
    mutating func map<Value>(_ key: String, _ section: Section, _ read: (inout Fields) -> Value) -> Value? {
        guard let entry = entry(key) else { return nil }
        return diagnostics.map(entry.value, section, of: "'\(key)'", read)
    }

    /// A map whose keys the user gives.
    mutating func entries(_ key: String) -> [Node.Entry]? {
        guard let entry = entry(key) else { return nil }
        return diagnostics.entries(entry.value, of: "'\(key)'")
    }
}

extension Diagnostics {
    /// The value of a node; one that is bad is reported there.
    mutating func read<Value>(_ node: Node, as shape: Shape<Value>, of subject: String) -> Marked<Value>? {
        if case .broken = node.content { return nil }
        do throws(Fault) {
            return Marked(try shape.read(node), at: node.mark)
        } catch {
            if shape.mayHoldSecret(node) { conceal(node.mark) }
            self.error(at: node.mark, "\(subject) \(error.message)")
            return nil
        }
    }

    /// The key of an entry, where the user gives the keys.
    mutating func read<Value>(key: Marked<String>, as shape: Shape<Value>, of subject: String) -> Marked<Value>? {
        read(Node(content: .scalar(Scalar(text: key.value, isPlain: false)), mark: key.mark), as: shape, of: subject)
    }

    mutating func list(_ node: Node, _ key: String) -> [Node]? {
        switch node.content {
        case .list(let nodes): return nodes
        case .broken: return nil
        default:
            error(at: node.mark, "'\(key)' must be a list, not \(node.kind); write [a, b], or '- a' lines")
            return nil
        }
    }

    mutating func entries(_ node: Node, of subject: String) -> [Node.Entry]? {
        switch node.content {
        case .map(let entries): return entries
        case .broken: return nil
        default:
            error(at: node.mark, "\(subject) must be a map, not \(node.kind); write 'key: value' lines below it")
            return nil
        }
    }

    mutating func map<Value>(_ node: Node, _ section: Section, of subject: String, _ read: (inout Fields) -> Value)
        -> Value?
    {
        guard let entries = entries(node, of: subject) else { return nil }
        var fields = Fields(section, entries, mark: node.mark)
        let value = read(&fields)
        fields.finish()
        append(fields.diagnostics)
        return value
    }
}
