extension Expectation {
    static func readList(_ fields: inout Fields) -> [Expectation] {
        guard let entry = fields.entry("expect"), let nodes = fields.diagnostics.list(entry.value, "expect") else {
            return []
        }
        return nodes.compactMap { node in
            let read = fields.diagnostics.map(node, .expectation, of: "an entry of 'expect'") {
                Expectation(reading: &$0)
            }
            return read ?? nil
        }
    }

    /// `{ GET: /api/v1/ingest/csv, route: ingestCsv, upstream_path: /ingest/operator/csv }`, or a `status`.
    private init?(reading fields: inout Fields) {
        route = fields.marked("route", .name)
        upstreamPath = fields.marked("upstream_path", .requestTarget)
        status = fields.marked("status", .int(in: 100...599))
        mark = fields.firstKey
        let requests = RouteMethod.allCases.compactMap { method in
            fields.marked(method.rawValue, .requestTarget).map { (method: method.rawValue, path: $0) }
        }
        let methods = fields.entries.filter { RouteMethod(rawValue: $0.key.value) != nil }
        if methods.isEmpty {
            fields.lack("GET", "the entry has no request; write a method and a path, such as 'GET: /health'")
        }
        if methods.count > 1 {
            fields.diagnostics.error(
                at: methods[1].key.mark,
                "the entry has a second request, after '\(methods[0].key.value)'; make two entries of it")
        }
        let hasOutcome = fields.entries.contains { ["route", "upstream_path", "status"].contains($0.key.value) }
        if !hasOutcome { fields.lack("route", "the entry expects nothing; write 'route', 'upstream_path' or 'status'") }
        if let status, let route {
            fields.diagnostics.error(
                at: status.mark,
                "'status' is what the gateway itself answers, and 'route' stands at \(route.mark.place); keep one of them"
            )
        }
        guard let request = requests.first else { return nil }
        (method, path) = (request.method, request.path)
    }
}

extension Shape<String> {
    /// A path as a request has it, with or without a query.
    fileprivate static var requestTarget: Shape {
        rawText("a path such as /agents/7") { text throws(Fault) in
            guard text.hasPrefix("/") else {
                throw Fault("must begin with '/', and is '\(text.visible)'; write '/\(text.visible)'")
            }
            return text
        }
    }
}
