/// `mock`: an answer that stands in for an upstream.
public struct MockAnswer: Sendable {
    public var status: Int
    /// `Content-Type` too, where there is a body.
    public var headers: [ValueChanges.Value]
    public var body: String
}

extension Fields {
    mutating func mock(_ key: String) -> Marked<MockAnswer>? {
        guard let entry = entry(key) else { return nil }
        return diagnostics.map(entry.value, .mock, of: "'\(key)'") { fields in
            var mock = MockAnswer(status: 200, headers: [], body: "")
            fields.read("status", as: .int(in: 200...599), into: &mock.status)
            mock.readHeaders(&fields)
            mock.readBody(&fields)
            return Marked(mock, at: entry.key.mark)
        }
    }
}

extension MockAnswer {
    /// The most bytes of a body: what is larger is a file, and no line of a spec.
    private static let longestBody = 64 << 10

    fileprivate mutating func readHeaders(_ fields: inout Fields) {
        for entry in fields.entries("headers") ?? [] {
            let name = fields.diagnostics.read(key: entry.key, as: .changeableHeader, of: "the header")
            let value = fields.diagnostics.read(entry.value, as: .headerValue, of: "'\(entry.key.value)'")
            guard let name, let value, fields.diagnostics.takesUp(name, .header, among: headers.map(\.name)) else {
                continue
            }
            headers.append(.init(name: name, value: value.value))
        }
    }

    /// Text as it stands, or anything else as JSON.
    fileprivate mutating func readBody(_ fields: inout Fields) {
        guard let entry = fields.entry("body") else { return }
        var type = "application/json"
        if case .scalar(let scalar) = entry.value.content, scalar.isText {
            let text = fields.diagnostics.read(entry.value, as: .anyText, of: "'body'")
            (type, body) = ("text/plain; charset=utf-8", text?.value ?? "")
        } else {
            var reading = SchemaReading()
            body = reading.json(entry.value)?.text ?? ""
            fields.diagnostics.append(reading.diagnostics)
        }
        if status == 204 || status == 304 {
            fields.diagnostics.error(at: entry.key.mark, "a response with status \(status) has no body; remove it")
        }
        if body.utf8.count > Self.longestBody {
            fields.diagnostics.error(
                at: entry.value.mark, "'body' has more than 64KiB; shorten it, or have `devkit upstream` answer")
        }
        if !body.isEmpty, !headers.contains(where: { $0.name.value.headerKey == "content-type" }) {
            headers.insert(.init(name: Marked("Content-Type", at: entry.key.mark), value: type), at: 0)
        }
    }
}
