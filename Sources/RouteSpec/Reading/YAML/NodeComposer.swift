/// Builds the nodes of one file from its events, and holds it to what a spec may be made of (SPEC, "Documents").
///
/// All that is wrong with a file is reported, up to the first place where it is no YAML.
struct NodeComposer: ~Copyable {
    private enum Anchor {
        /// Its node is not complete: an alias to it would never end.
        case open
        case complete(Node, weight: Int, height: Int)
    }

    private struct Composed {
        var node: Node
        /// How many levels it has.
        var height: Int
    }

    static let largestFile = 4 << 20
    static let greatestDepth = 64

    private let parser: YAMLParser
    private let start: Mark
    private var anchors: [String: Anchor] = [:]
    private var budget: NodeBudget
    private var diagnostics = Diagnostics()

    /// The map of a file, or none where it has none.
    static func compose(_ file: SpecFile, budget: inout NodeBudget, into diagnostics: inout Diagnostics) -> Node? {
        let start = Mark(startOf: file.path)
        guard !file.name.hasSuffix(".yml") else {
            diagnostics.error(at: start, "'\(file.name)' is not read; rename it to '\(file.name.dropLast(4)).yaml'")
            return nil
        }
        guard file.bytes.count <= largestFile else {
            diagnostics.error(at: start, "the file is over 4 MiB; split it, since every *.yaml of the folder is read")
            return nil
        }
        guard !file.bytes.starts(with: [0xFE, 0xFF]), !file.bytes.starts(with: [0xFF, 0xFE]) else {
            diagnostics.error(at: start, "the file is UTF-16; save it as UTF-8")
            return nil
        }
        let skipped = file.bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
        guard !file.bytes.starts(with: [0xEF, 0xBB, 0xBF, 0xEF, 0xBB, 0xBF]) else {
            diagnostics.error(at: start, "the file begins with two byte order marks; save it with one, or without")
            return nil
        }
        return file.bytes.withUnsafeBufferPointer { bytes in
            var composer = NodeComposer(
                parser: YAMLParser(path: file.path, bytes: .init(rebasing: bytes[skipped...])), start: start,
                budget: budget)
            let node = composer.document()
            budget = composer.budget
            diagnostics.append(composer.diagnostics.within(file))
            return node
        }
    }

    private init(parser: consuming YAMLParser, start: Mark, budget: NodeBudget) {
        self.parser = parser
        self.start = start
        self.budget = budget
    }

    private mutating func document() -> Node? {
        do throws(YAMLFault) {
            guard case .documentStart = try parser.next().kind else { return emptyFile() }
            var node = try node(try parser.next(), depth: 1).node
            _ = try parser.next()
            let end = try parser.next()
            if case .documentStart = end.kind {
                node.isPartial = true
                diagnostics.error(at: end.mark, "a second document begins here; put it into a file of its own")
            }
            switch node.content {
            case .map, .broken: return node
            case .scalar(let scalar) where scalar.isNull: return emptyFile()
            default:
                diagnostics.error(
                    at: node.mark, "the top of a spec file is a map, not \(node.kind); write 'key: value' lines")
                return nil
            }
        } catch {
            diagnostics.error(at: error.mark, error.message)
            return nil
        }
    }

    private mutating func emptyFile() -> Node? {
        diagnostics.error(at: start, "the file is empty; remove it, or begin with 'version: \"1.0\"'")
        return nil
    }

    /// The node that an event begins.
    private mutating func node(_ event: YAMLEvent, depth: Int) throws(YAMLFault) -> Composed {
        if case .alias(let name) = event.kind { return alias(name, at: event.mark, depth: depth) }
        if event.hasTag {
            diagnostics.error(at: event.mark, "a tag has no meaning in a spec; remove it, and quote what is to be text")
        }
        let before = budget.count
        if let anchor = event.anchor { anchors[anchor] = .open }
        budget.takeNode()
        let composed = try content(of: event, depth: depth)
        if let anchor = event.anchor {
            anchors[anchor] = .complete(composed.node, weight: budget.count - before, height: composed.height)
        }
        return composed
    }

    private mutating func content(of event: YAMLEvent, depth: Int) throws(YAMLFault) -> Composed {
        switch event.kind {
        case .listStart, .mapStart:
            guard depth <= Self.greatestDepth else {
                // To read on takes libyaml more time the deeper it goes.
                throw YAMLFault(
                    mark: event.mark, message: "this lies deeper than \(Self.greatestDepth) levels; flatten it")
            }
            if case .listStart = event.kind { return try list(event.mark, depth: depth) }
            return try map(event.mark, depth: depth)
        case .scalar(let scalar):
            return Composed(node: Node(content: event.hasTag ? .broken : .scalar(scalar), mark: event.mark), height: 0)
        // A value cannot begin with any other event.
        default: return Composed(node: Node(content: .broken, mark: event.mark), height: 0)
        }
    }

    private mutating func list(_ mark: Mark, depth: Int) throws(YAMLFault) -> Composed {
        var elements: [Node] = []
        var height = 0
        while true {
            let event = try parser.next()
            if case .listEnd = event.kind {
                return Composed(
                    node: Node(content: .list(elements), mark: mark.extended(to: event.mark)), height: height + 1)
            }
            let element = try value(event, depth: depth + 1, after: "an entry of the list")
            elements.append(element.node)
            height = max(height, element.height)
        }
    }

    private mutating func map(_ mark: Mark, depth: Int) throws(YAMLFault) -> Composed {
        var entries: [Node.Entry] = []
        var places: [String: Int] = [:]
        var (height, isPartial) = (0, false)
        while true {
            let event = try parser.next()
            if case .mapEnd = event.kind {
                return Composed(
                    node: Node(content: .map(entries), mark: mark.extended(to: event.mark), isPartial: isPartial),
                    height: height + 1)
            }
            let key = key(try node(event, depth: depth + 1).node)
            let value = try value(try parser.next(), depth: depth + 1, after: key.map { "'\($0.value)'" } ?? "the key")
            height = max(height, value.height)
            guard let key else {
                isPartial = true
                continue
            }
            if let place = places[key.value] {
                entries[place].value.isPartial = true
                diagnostics.error(
                    at: key.mark,
                    "'\(key.value)' stands here twice, first at \(entries[place].key.mark.place); keep one of them")
            } else {
                places[key.value] = entries.count
                entries.append(Node.Entry(key: key, value: value.node))
            }
        }
    }

    private mutating func key(_ node: Node) -> Marked<String>? {
        switch node.content {
        case .scalar(let scalar) where scalar.isPlain && scalar.text == "<<":
            diagnostics.error(
                at: node.mark, "merge keys are not read; write the keys out, or use an alias for a whole value")
            return nil
        case .scalar(let scalar) where !scalar.isNull: return Marked(scalar.text, at: node.mark)
        case .broken: return nil
        default:
            diagnostics.error(at: node.mark, "a key is text, not \(node.kind); write 'key: value'")
            return nil
        }
    }

    /// The value that an event begins; one that is null has been forgotten.
    private mutating func value(_ event: YAMLEvent, depth: Int, after subject: String) throws(YAMLFault) -> Composed {
        var composed = try node(event, depth: depth)
        if case .scalar(let scalar) = composed.node.content, scalar.isNull {
            diagnostics.error(at: composed.node.mark, "\(subject) has no value; write one, or remove it")
            composed.node.content = .broken
        }
        return composed
    }

    private mutating func alias(_ name: String, at mark: Mark, depth: Int) -> Composed {
        let broken = Composed(node: Node(content: .broken, mark: mark), height: 0)
        switch anchors[name] {
        case nil:
            let known = anchors.keys.sorted()
            diagnostics.error(
                at: mark,
                "there is no anchor '&\(name)' above; \(suggestion(for: name, among: known) ?? "write the value out")")
            return broken
        case .open:
            diagnostics.error(at: mark, "'*\(name)' stands inside '&\(name)' itself; write the value out")
            return broken
        case .complete(let node, let weight, let height):
            guard depth + height - 1 <= Self.greatestDepth else {
                diagnostics.error(
                    at: mark,
                    "'*\(name)' reaches deeper than \(Self.greatestDepth) levels here; flatten what it stands for")
                return broken
            }
            budget.takeAlias(of: weight, at: mark)
            return Composed(
                node: Node(content: node.content, mark: mark, isPartial: node.isPartial), height: height)
        }
    }
}
