/// What a redirect or a mock answers never goes upstream: what a route of theirs says itself must have something to act on.
extension RouteDeclaration {
    /// Whether no request goes upstream, nor will once a mock has done its service.
    var isAnsweredHere: Bool { redirect != nil || (mock != nil && upstream == nil) }

    /// - Parameter fields: what the route says itself.
    func checkAnswered(_ fields: Fields, _ diagnostics: inout Diagnostics) {
        let answer = redirect == nil ? "'mock' answers them" : "'redirect' sends them elsewhere"
        let (requests, responses) = (fields.entries(below: "request"), fields.entries(below: "response"))
        let changes = [("request", requests), ("response", responses)].flatMap { name, entries in
            entries.filter { ["headers", "transform"].contains($0.key.value) }.map {
                ("\(name).\($0.key.value)", $0.key.mark)
            }
        }
        let keys = fields.entries.filter { Self.forwardingKeys.contains($0.key.value) }
        for (name, mark) in keys.map({ ($0.key.value, $0.key.mark) }) + changes {
            diagnostics.error(at: mark, "'\(name)' is for requests that go upstream, and \(answer); remove it")
        }
    }

    private static let forwardingKeys: Set<String> = [
        "strip_prefix", "rewrite", "rewrite_host", "rewrite_query", "timeout", "limits", "cache_ttl", "cache",
        "concurrency", "circuit_breaker", "compression", "retry", "idempotency_key", "hash_on", "mirror", "stream",
        "upgrade",
    ]
}

extension Fields {
    /// The entries of a map among the values.
    fileprivate func entries(below key: String) -> [Node.Entry] {
        entries.first { $0.key.value == key }?.value.entries ?? []
    }
}
