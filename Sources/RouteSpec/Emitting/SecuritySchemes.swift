/// Where requests may show tokens, as OpenAPI calls it: `token`, and `token_2` and so on for further places.
struct SecuritySchemes {
    private let sources: [TokenSource]
    private let providers: [TokenProvider]

    init(_ plan: RoutePlan) {
        providers = plan.spec.auth?.providers ?? []
        var sources: [TokenSource] = []
        for source in providers.flatMap(\.documentedSources) where !sources.contains(source) { sources.append(source) }
        self.sources = sources
    }

    var members: [JSONValue.Member] {
        sources.indices.map { .init(name(at: $0), .object(Self.scheme(sources[$0]))) }
    }

    /// What a route's `security` says: any of the places where its providers take tokens.
    func alternatives(for route: PlannedRoute, scopes: [String]) -> JSONValue {
        let own = providers.filter { route.provider == nil || $0.name.value == route.provider }
        let taken = own.flatMap(\.documentedSources)
        return .array(
            sources.indices.filter { taken.contains(sources[$0]) }.map { index in
                .object([.init(name(at: index), .array(scopes.map(JSONValue.string)))])
            })
    }

    private func name(at index: Int) -> String { index == 0 ? "token" : "token_\(index + 1)" }

    private static func scheme(_ source: TokenSource) -> [JSONValue.Member] {
        func text(_ name: String, _ value: String) -> JSONValue.Member { .init(name, .string(value)) }
        switch source {
        case .header(let name, let scheme?) where name.lowercased() == "authorization":
            return [text("type", "http"), text("scheme", scheme.lowercased()), text("bearerFormat", "JWT")]
        case .header(let name, _): return [text("type", "apiKey"), text("in", "header"), text("name", name)]
        case .cookie(let name): return [text("type", "apiKey"), text("in", "cookie"), text("name", name)]
        }
    }
}

extension TokenProvider {
    /// With the default where the spec is silent.
    fileprivate var documentedSources: [TokenSource] { sources.isEmpty ? [.bearer] : sources.map(\.value) }
}
