/// A JSON Schema of the spec, passed on as it stands, and what it refers to.
struct SchemaReading {
    private(set) var references: [Marked<String>] = []
    var diagnostics = Diagnostics()

    /// Reads a schema: a map of keywords, or `true` or `false` for all or nothing.
    mutating func schema(_ node: Node, of subject: String) -> JSONValue? {
        if case .scalar(let scalar) = node.content, let bool = scalar.bool { return .bool(bool) }
        guard let entries = diagnostics.entries(node, of: subject) else { return nil }
        return .object(
            entries.compactMap { entry in
                value(of: entry).map { JSONValue.Member(entry.key.value, $0) }
            })
    }

    private mutating func value(of entry: Node.Entry) -> JSONValue? {
        let (key, node) = (entry.key.value, entry.value)
        guard let kind = SchemaKeyword.kinds[key] else {
            if key.hasPrefix("x-") { return json(node) }
            let near =
                suggestion(for: key, among: SchemaKeyword.kinds.keys.sorted())
                ?? "name it 'x-\(key.visible)' if it is your own"
            diagnostics.error(
                at: entry.key.mark, "'\(key.visible)' is no keyword of JSON Schema that a spec can use; \(near)")
            return nil
        }
        switch kind {
        case .schema: return schema(node, of: "'\(key)'")
        case .schemas:
            guard let nodes = diagnostics.list(node, key) else { return nil }
            return .array(nodes.compactMap { schema($0, of: "an entry of '\(key)'") })
        case .namedSchemas:
            guard let entries = diagnostics.entries(node, of: "'\(key)'") else { return nil }
            return .object(
                entries.compactMap { entry in
                    schema(entry.value, of: "'\(entry.key.value)'").map { JSONValue.Member(entry.key.value, $0) }
                })
        case .reference:
            guard let name = diagnostics.read(node, as: .schemaReference, of: "'$ref'") else { return nil }
            references.append(name)
            return .string("#/schemas/\(name.value)")
        case .type: return type(node)
        case .names:
            guard let nodes = diagnostics.list(node, key) else { return nil }
            return .array(
                nodes.compactMap {
                    diagnostics.read($0, as: .anyText, of: "an entry of '\(key)'").map { .string($0.value) }
                })
        case .text: return diagnostics.read(node, as: .anyText, of: "'\(key)'").map { .string($0.value) }
        case .bool: return diagnostics.read(node, as: .bool, of: "'\(key)'").map { .bool($0.value) }
        case .count:
            return diagnostics.read(node, as: .int(in: 0...Int(Int32.max)), of: "'\(key)'").map { .integer($0.value) }
        case .number: return diagnostics.read(node, as: .number, of: "'\(key)'").map(\.value)
        case .list: return diagnostics.list(node, key).map { .array($0.compactMap { json($0) }) }
        case .any: return json(node)
        }
    }

    private mutating func type(_ node: Node) -> JSONValue? {
        guard case .list(let nodes) = node.content else {
            return diagnostics.read(node, as: .schemaType, of: "'type'").map { .string($0.value) }
        }
        return .array(
            nodes.compactMap {
                diagnostics.read($0, as: .schemaType, of: "an entry of 'type'").map { .string($0.value) }
            })
    }

    /// Any value.
    mutating func json(_ node: Node) -> JSONValue? {
        switch node.content {
        case .broken: return nil
        case .list(let nodes): return .array(nodes.compactMap { json($0) })
        case .map(let entries):
            return .object(
                entries.compactMap { entry in json(entry.value).map { JSONValue.Member(entry.key.value, $0) } })
        case .scalar(let scalar):
            if let bool = scalar.bool { return .bool(bool) }
            if scalar.isText { return .string(scalar.text) }
            return diagnostics.read(node, as: .number, of: "the value").map(\.value)
        }
    }
}

/// What stands behind a keyword of JSON Schema 2020-12. Those that are not here (`$dynamicRef`, `$anchor` and the like)
/// would need more of a resolver than specs need of schemas.
private enum SchemaKeyword {
    case schema, schemas, namedSchemas, reference, type, names, text, bool, count, number, list, any

    static let kinds: [String: SchemaKeyword] = [
        "$ref": .reference, "type": .type, "enum": .list, "const": .any, "default": .any, "examples": .list,
        "title": .text,
        "description": .text, "format": .text, "$comment": .text, "deprecated": .bool, "readOnly": .bool,
        "writeOnly": .bool,
        "minLength": .count, "maxLength": .count, "pattern": .text, "contentEncoding": .text, "contentMediaType": .text,
        "minimum": .number, "maximum": .number, "exclusiveMinimum": .number, "exclusiveMaximum": .number,
        "multipleOf": .number,
        "items": .schema, "prefixItems": .schemas, "contains": .schema, "minItems": .count, "maxItems": .count,
        "minContains": .count, "maxContains": .count, "uniqueItems": .bool, "properties": .namedSchemas,
        "patternProperties": .namedSchemas, "additionalProperties": .schema, "propertyNames": .schema,
        "required": .names,
        "minProperties": .count, "maxProperties": .count, "dependentSchemas": .namedSchemas, "allOf": .schemas,
        "anyOf": .schemas, "oneOf": .schemas, "not": .schema, "if": .schema, "then": .schema, "else": .schema,
    ]
}

extension Shape<String> {
    /// Text in which a dollar sign is itself.
    static var anyText: Shape { rawText("text") { text throws(Fault) in text } }

    fileprivate static var schemaReference: Shape {
        rawText("a reference such as \"#/schemas/Widget\"") { text throws(Fault) in
            guard text.hasPrefix("#/schemas/"), String(text.dropFirst(10)).isName else {
                throw Fault("is '\(text.visible)'; write \"#/schemas/\" and the name of a schema of the spec")
            }
            return String(text.dropFirst(10))
        }
    }

    fileprivate static var schemaType: Shape {
        let types = ["string", "integer", "number", "boolean", "object", "array", "null"]
        return rawText("one of \(types.joined(separator: ", "))") { text throws(Fault) in
            guard types.contains(text) else { throw .notAllowed(text, allowed: types) }
            return text
        }
    }
}

extension Shape<JSONValue> {
    /// A number as JSON writes it (RFC 8259, 6), which YAML is freer in.
    fileprivate static var number: Shape {
        scalar("a number") { scalar throws(Fault) in
            if let int = scalar.int { return .integer(int) }
            guard scalar.isInt || scalar.isFloat, let number = jsonNumber(scalar.text) else {
                throw Fault("must be a number, not \(scalar.quoted)")
            }
            return .number(number)
        }
    }
}

/// `+.5e3` is `0.5e3`; infinities and what is no number have no JSON.
private func jsonNumber(_ text: String) -> String? {
    var rest = text.utf8[...]
    var number = rest.first == UInt8(ascii: "-") ? "-" : ""
    if rest.first == UInt8(ascii: "-") || rest.first == UInt8(ascii: "+") { rest.removeFirst() }
    let whole = rest.prefix(while: \.isDigit)
    let digits = String(Substring(whole.drop { $0 == UInt8(ascii: "0") }))
    number += digits.isEmpty ? "0" : digits
    rest = rest[whole.endIndex...]
    if rest.first == UInt8(ascii: ".") {
        let fraction = rest.dropFirst().prefix(while: \.isDigit)
        guard !whole.isEmpty || !fraction.isEmpty else { return nil }
        if !fraction.isEmpty { number += "." + String(Substring(fraction)) }
        rest = rest[fraction.endIndex...]
    }
    guard rest.first.map({ $0 == UInt8(ascii: "e") || $0 == UInt8(ascii: "E") }) ?? true else { return nil }
    return number + String(Substring(rest))
}
