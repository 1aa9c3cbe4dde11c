/// What a route says of the requests that it takes.
struct RouteMatching {
    /// Each with the spelling of the spec, which `public_paths` repeats.
    var paths: [(pattern: Marked<PathPattern>, spelling: String)] = []
    var methods: [Marked<RouteMethod>] = []
    var host: Marked<HostPattern>?
    var headers: [RouteDeclaration.Condition] = []
    var query: [RouteDeclaration.Condition] = []
    /// Whether nothing of the paths is faulty; and of the methods and conditions.
    private(set) var knowsPaths = true
    private(set) var isKnown = true

    init(reading fields: inout Fields) {
        var errors = fields.diagnostics.errorCount
        let paths = fields.oneOrMore("path", of: .path)
        knowsPaths = fields.diagnostics.errorCount == errors
        errors = fields.diagnostics.errorCount
        methods = Self.methods(&fields)
        var prefix: Node.Entry?
        _ = fields.map("match", .match) { fields in
            prefix = readMatch(&fields)
        }
        let written = fields.entries.filter { ["method", "match"].contains($0.key.value) }.map(\.value)
        isKnown = fields.diagnostics.errorCount == errors && written.allSatisfy(\.isWhole)
        readPaths(paths, prefix, &fields)
        let path = fields.entries.first { $0.key.value == "path" }?.value
        knowsPaths = knowsPaths && !self.paths.isEmpty && path?.isWhole ?? isKnown
    }

    private mutating func readMatch(_ fields: inout Fields) -> Node.Entry? {
        let prefix = fields.entry("path_prefix")
        host = fields.marked("host", .host)
        headers = fields.conditions("headers", name: .headerName, value: .headerValue) { $0.headerName }
        query = fields.conditions("query", name: .queryName, value: .queryValue) { $0 }
        return prefix
    }

    private mutating func readPaths(_ paths: [Marked<PathPattern>]?, _ prefix: Node.Entry?, _ fields: inout Fields) {
        if let paths {
            self.paths = fields.diagnostics.distinct(paths, of: "path").map { ($0, $0.value.text) }
            if paths.count > Self.mostPaths {
                fields.diagnostics.error(
                    at: paths[Self.mostPaths].mark,
                    "a route can have \(Self.mostPaths) paths, and this has \(paths.count); make two routes of it")
            }
        }
        if let prefix {
            if let paths = fields.entries.first(where: { $0.key.value == "path" }) {
                fields.diagnostics.error(
                    at: prefix.key.mark,
                    "'path_prefix' says what 'path' at \(paths.key.mark.place) says already; keep one of them")
            } else if let pattern = fields.diagnostics.read(prefix.value, as: .pathPrefix, of: "'path_prefix'") {
                self.paths = [(pattern, String(pattern.value.text.dropLast()))]
            }
        } else if !fields.entries.contains(where: { $0.key.value == "path" }) {
            fields.lack(
                "path", "'path' is missing in a route; write 'path: /agents', or 'match: { path_prefix: /agents/ }'")
        }
    }

    /// The gateway notes in a byte which of a route's paths was asked for.
    private static let mostPaths = 256

    /// Empty for any.
    private static func methods(_ fields: inout Fields) -> [Marked<RouteMethod>] {
        let named = fields.diagnostics.distinct(fields.oneOrMore("method", of: .method) ?? [], of: "method")
        guard let any = named.first(where: { $0.value == nil }) else {
            return named.compactMap { method in method.value.map { Marked($0, at: method.mark) } }
        }
        if named.count > 1 {
            fields.diagnostics.error(at: any.mark, "'ANY' is every method; leave it out, or name no other")
        }
        return []
    }
}

extension Fields {
    /// `headers` or `query` of a `match`, sorted by name. Names with the same key are one condition.
    fileprivate mutating func conditions(
        _ key: String, name: Shape<String>, value: Shape<String>, identity: (String) -> String
    ) -> [RouteDeclaration.Condition] {
        var conditions: [(condition: RouteDeclaration.Condition, mark: Mark)] = []
        for entry in entries(key) ?? [] {
            let name = diagnostics.read(key: entry.key, as: name, of: "the name")
            let test = diagnostics.valueTest(entry, as: value)
            guard let name, let test else { continue }
            if let twin = conditions.first(where: { identity($0.condition.name) == identity(name.value) }) {
                diagnostics.error(
                    at: name.mark,
                    "'\(name.value)' is the same header as '\(twin.condition.name)' at \(twin.mark.place); keep one of them"
                )
                continue
            }
            conditions.append((.init(name: name.value, test: test), name.mark))
        }
        return conditions.map(\.condition).sorted { $0.name < $1.name }
    }
}

extension Diagnostics {
    /// A value, word for word, or a map of one of the other tests.
    fileprivate mutating func valueTest(_ entry: Node.Entry, as value: Shape<String>) -> ValueTest? {
        let subject = "'\(entry.key.value)'"
        guard case .map(let keys) = entry.value.content else {
            return read(entry.value, as: value, of: subject).map { .exact($0.value) }
        }
        let test = map(entry.value, .valueTest, of: subject) { fields -> ValueTest? in
            let exact = fields.value("exact", value).map(ValueTest.exact)
            let prefix = fields.value("prefix", value.thatIsSomething).map(ValueTest.prefix)
            let present = fields.value("present", .onlyTrue).map { _ in ValueTest.present }
            let pattern = fields.value("regex", .pattern).map(ValueTest.pattern)
            if keys.isEmpty {
                fields.lack("exact", "the condition is empty; write 'exact', 'prefix', 'regex' or 'present: true'")
            }
            if keys.count > 1 {
                fields.diagnostics.error(
                    at: keys[1].key.mark, "a condition is one test, and this is a second; keep one of them")
            }
            return exact ?? prefix ?? present ?? pattern
        }
        return test ?? nil
    }
}

extension Shape<String> {
    fileprivate var thatIsSomething: Shape {
        Shape { node throws(Fault) in
            let text = try read(node)
            if text.isEmpty { throw Fault("is empty; write 'present: true' for any value") }
            return text
        }
    }
}

extension Shape<Bool> {
    fileprivate static var onlyTrue: Shape {
        Shape { node throws(Fault) in
            guard try bool.read(node) else {
                throw Fault("can only be true; a route without the condition goes last anyway")
            }
            return true
        }
    }
}

extension Shape<ValuePattern> {
    fileprivate static var pattern: Shape {
        .rawText("a regular expression") { text throws(Fault) in
            guard !text.unicodeScalars.contains(where: \.isControl) else {
                throw Fault("has control characters, which no honest request has; leave them out")
            }
            return try ValuePattern(parsing: text)
        }
    }
}

extension String {
    /// Header names are compared without case (RFC 9110, 5.1).
    var headerName: String { lowercased() }
}

extension Shape<RouteMethod?> {
    /// A method, or none for ANY.
    fileprivate static var method: Shape {
        .fixedText("a method such as GET") { text throws(Fault) in
            if text == "ANY" { return nil }
            if let method = RouteMethod(rawValue: text) { return method }
            let allowed = RouteMethod.allCases.map(\.rawValue) + ["ANY"]
            guard text != "TRACE", text != "CONNECT" else {
                throw Fault("is '\(text)', which no route can take; allowed: \(allowed.joined(separator: ", "))")
            }
            let upper = text.uppercased()
            guard !allowed.contains(upper) else {
                throw Fault("is '\(text)'; methods are written in capitals: '\(upper)'")
            }
            throw .notAllowed(text, allowed: allowed)
        }
    }
}

extension Shape<String> {
    static var queryName: Shape { text.withoutControls }

    static var queryValue: Shape { fixedText("text") { text throws(Fault) in text }.withoutControls }

    /// A line of `access.txt` has what it says, and no other line comes of it.
    private var withoutControls: Shape {
        Shape { node throws(Fault) in
            let text = try read(node)
            guard !text.unicodeScalars.contains(where: \.isControl) else {
                throw Fault("is '\(text.visible)', which no honest request has; write it without control characters")
            }
            return text
        }
    }
}
