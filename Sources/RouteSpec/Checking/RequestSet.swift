/// The requests that one path of a route, or a builtin, is for.
struct RequestSet {
    enum Owner: Equatable {
        /// An index into the spec's routes.
        case route(Int)
        case builtin(BuiltinEndpoint.Kind)
    }

    var owner: Owner
    var pattern: PathPattern
    var mark: Mark
    /// Empty for any.
    var methods: [RouteMethod]
    /// Header names in small letters.
    var conditions: MatchConditions

    /// One for each method that is named, or one for any.
    var endpoints: [RouteMethod?] { methods.isEmpty ? [nil] : methods }

    var isBuiltin: Bool { if case .builtin = owner { true } else { false } }

    /// `GET, POST`, or `ANY`.
    var methodText: String { methods.isEmpty ? "ANY" : methods.map(\.rawValue).joined(separator: ", ") }

    func takes(_ method: RouteMethod?) -> Bool {
        guard let method else { return methods.isEmpty }
        return methods.isEmpty || methods.contains(method) || (method == .head && methods.contains(.get))
    }

    /// Whether this takes a method even where another route names it: a route for HEAD is tried before those that take it for
    /// having GET.
    func takesBefore(_ method: RouteMethod?) -> Bool {
        guard let method else { return methods.isEmpty }
        return methods.isEmpty || methods.contains(method)
    }

    /// Whether a request with a method of both can be for both, as far as the path does not tell.
    func overlaps(_ other: RequestSet) -> Bool {
        let haveMethod = methods.isEmpty || other.methods.isEmpty || methods.contains { other.methods.contains($0) }
        return haveMethod && conditions.overlaps(other.conditions)
    }
}

extension MatchConditions {
    init(of route: RouteDeclaration) {
        self.init(
            host: route.host?.value,
            headers: route.headers.map { .init(name: $0.name.headerName, test: $0.test) }.sorted {
                $0.name < $1.name
            },
            query: route.query)
    }

    /// Whether one request can meet both.
    func overlaps(_ other: MatchConditions) -> Bool {
        if let host, let otherHost = other.host, !host.overlaps(otherHost) { return false }
        return Self.agree(headers, other.headers) && Self.agree(query, other.query)
    }

    /// Whether every request that meets these meets the other too.
    func isInside(_ other: MatchConditions) -> Bool {
        if let otherHost = other.host {
            guard let host, host.isInside(otherHost) else { return false }
        }
        return Self.imply(headers, other.headers) && Self.imply(query, other.query)
    }

    private static func agree(_ one: [RouteDeclaration.Condition], _ other: [RouteDeclaration.Condition]) -> Bool {
        one.allSatisfy { condition in
            other.allSatisfy { $0.name != condition.name || $0.test.overlaps(condition.test) }
        }
    }

    private static func imply(_ one: [RouteDeclaration.Condition], _ other: [RouteDeclaration.Condition]) -> Bool {
        other.allSatisfy { outer in one.contains { $0.name == outer.name && $0.test.isInside(outer.test) } }
    }
}

extension HostPattern {
    fileprivate func isInside(_ other: HostPattern) -> Bool {
        switch (self, other) {
        case (_, .exact): self == other
        case (.exact(let host), .below(let domain)), (.below(let host), .below(let domain)):
            self == other || host.hasSuffix("." + domain)
        }
    }

    fileprivate func overlaps(_ other: HostPattern) -> Bool { isInside(other) || other.isInside(self) }
}

extension PathPattern {
    /// The path without its names: patterns with the same shape match the same paths. No literal has a brace or an asterisk.
    var shape: String {
        var shape = ""
        for segment in segments {
            switch segment {
            case .literal(let text): shape += "/" + text
            case .parameter: shape += "/{}"
            }
        }
        switch ending {
        case .exact: return shape
        case .below: return shape + "/*"
        case .atAndBelow: return shape + "*"
        }
    }

    func ending(_ ending: Ending) -> PathPattern { PathPattern(segments: segments, ending: ending, text: text) }

    func appending(_ segment: Segment, ending: Ending) -> PathPattern {
        PathPattern(segments: segments + [segment], ending: ending, text: text)
    }
}
