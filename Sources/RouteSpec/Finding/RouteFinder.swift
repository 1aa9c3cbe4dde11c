/// A request as far as routes look at it.
public struct RouteRequest: Sendable {
    /// Any token; the methods that routes can name are ``RouteMethod``.
    public var method: String
    public var path: RequestPath
    /// Without its port.
    public var host: String?
    public var headers: [Field] = []
    public var query: [Field] = []
    /// The query as it was written, where there was one.
    var queryText: String?

    /// A header field, or a parameter of the query.
    public struct Field: Hashable, Sendable {
        public var name: String
        public var value: String

        public init(name: String, value: String) {
            self.name = name
            self.value = value
        }
    }

    public init(method: String, path: RequestPath) {
        self.method = method
        self.path = path
    }
}

/// What one path and method of a route says to a request.
public struct Candidate: Sendable {
    public enum Outcome: Hashable, Sendable {
        case matches
        /// Everything fits but the method.
        case otherMethod
        case otherHost, otherHeader(String), otherQuery(String)
    }

    public var endpoint: Endpoint
    public var outcome: Outcome
    /// What its `{name}`s stand for.
    public var captures: [String: String]
    /// What its `*` stands for, as it goes into a template.
    public var wildcard: String
}

/// What the table answers.
public enum RouteDecision: Sendable {
    case route(Candidate)
    /// 405 with these methods.
    case methodNotAllowed([String])
    /// The gateway's own answer to OPTIONS.
    case options(OptionsAnswer)
    case notFound
}

/// What the gateway says to OPTIONS where no route takes it, or where it is CORS's.
public struct OptionsAnswer: Sendable {
    public var status: Int
    public var methods: [String]
    /// Whether a browser asks for a page of another site (Fetch, 3.2.2).
    public var isPreflight: Bool
}

/// Finds the route of a request the slow way: every endpoint is asked, and the most specific of those that match wins.
///
/// It is the definition of precedence that `explain` and `expect` go by, and that generated routers are tested against;
/// it shares nothing with the path tree.
public struct RouteFinder: Sendable {
    public let endpoints: [Endpoint]
    private let cors: CrossOriginSettings?

    public init(_ plan: RoutePlan) {
        cors = plan.spec.cors
        endpoints = plan.routes.indices.flatMap { plan.routes[$0].endpoints(at: $0) }
    }

    /// Those whose path matches, the most specific first.
    public func candidates(for request: RouteRequest) -> [Candidate] {
        endpoints.compactMap { candidate($0, for: request) }
            .sorted {
                Specificity($0.endpoint, request).values.lexicographicallyPrecedes(
                    Specificity($1.endpoint, request).values)
            }
    }

    public func decision(for request: RouteRequest) -> RouteDecision {
        decision(among: candidates(for: request), for: request)
    }

    /// The first that matches; else what the methods of the others come to. With `cors`, OPTIONS is for a route only that
    /// names it, and no preflight is.
    public func decision(among candidates: [Candidate], for request: RouteRequest) -> RouteDecision {
        let isCrossOrigin = cors != nil && request.method == "OPTIONS"
        if let found = candidates.first(where: { $0.outcome == .matches }),
            !isCrossOrigin || (found.endpoint.method == .options && !isPreflight(request))
        {
            return .route(found)
        }
        var allowed: Set<RouteMethod> = []
        for candidate in candidates where candidate.outcome == .otherMethod || candidate.outcome == .matches {
            if let method = candidate.endpoint.method {
                allowed.insert(method)
            } else {
                allowed.formUnion(RouteMethod.allCases)
            }
        }
        if allowed.isEmpty { return .notFound }
        if allowed.contains(.get) { allowed.insert(.head) }
        allowed.insert(.options)
        let methods = allowed.sorted().map(\.rawValue)
        guard request.method == "OPTIONS" else { return .methodNotAllowed(methods) }
        return .options(
            OptionsAnswer(status: cors?.preflightStatus ?? 204, methods: methods, isPreflight: isPreflight(request)))
    }

    /// Whether the request asks what another may be; that one's headers stand nowhere in it but in a list of names.
    private func isPreflight(_ request: RouteRequest) -> Bool {
        let names = request.headers.map { $0.name.lowercased() }
        return cors != nil && request.method == "OPTIONS" && names.contains("origin")
            && names.contains("access-control-request-method")
    }

    private func candidate(_ endpoint: Endpoint, for request: RouteRequest) -> Candidate? {
        let segments = request.path.segments
        let pattern = endpoint.pattern
        guard segments.count >= pattern.segments.count else { return nil }
        var captures: [String: String] = [:]
        for (index, (expected, found)) in zip(pattern.segments, segments).enumerated() {
            switch expected {
            case .literal(let text): guard text == found else { return nil }
            case .parameter(let name):
                guard !found.isEmpty else { return nil }
                captures[name] = request.path.forwarded[index]
            }
        }
        let rest = request.path.forwarded.dropFirst(pattern.segments.count)
        var wildcard = ""
        switch pattern.ending {
        case .exact: guard rest.isEmpty else { return nil }
        case .below(let name):
            guard !rest.isEmpty else { return nil }
            wildcard = rest.joined(separator: "/")
            if let name { captures[name] = wildcard }
        case .atAndBelow: wildcard = rest.map { "/" + $0 }.joined()
        }
        return Candidate(
            endpoint: endpoint, outcome: outcome(endpoint, request), captures: captures, wildcard: wildcard)
    }

    private func outcome(_ endpoint: Endpoint, _ request: RouteRequest) -> Candidate.Outcome {
        let conditions = endpoint.conditions
        switch conditions.host {
        case .exact(let host): guard request.host?.lowercased() == host else { return .otherHost }
        case .below(let domain):
            guard request.host?.lowercased().hasSuffix("." + domain) ?? false else { return .otherHost }
        case nil: break
        }
        for header in isPreflight(request) ? [] : conditions.headers {
            let fits = request.headers.contains {
                $0.name.lowercased() == header.name.lowercased() && header.test.isMet(by: $0.value)
            }
            guard fits else { return .otherHeader(header.name) }
        }
        for parameter in conditions.query {
            let sent = request.query.first { $0.name == parameter.name }
            guard let sent, parameter.test.isMet(by: sent.value) else { return .otherQuery(parameter.name) }
        }
        return endpoint.takes(request.method) ? .matches : .otherMethod
    }
}

extension Endpoint {
    /// Whether the endpoint is for a method: GET takes HEAD too, and any is any but CONNECT and TRACE.
    func takes(_ method: String) -> Bool {
        guard let own = self.method else { return method != "CONNECT" && method != "TRACE" }
        return own.rawValue == method || (own == .get && method == "HEAD")
    }
}

/// How specific an endpoint is for a request: smaller values come first (SPEC, "Precedence").
private struct Specificity {
    let values: [Int]

    init(_ endpoint: Endpoint, _ request: RouteRequest) {
        var values = endpoint.pattern.segments.map { if case .literal = $0 { 0 } else { 1 } }
        switch endpoint.pattern.ending {
        case .exact: values.append(2)
        case .below: values.append(3)
        case .atAndBelow: values.append(4)
        }
        switch endpoint.conditions.host {
        case .exact: values.append(0)
        case .below(let domain): values.append(1_000 - domain.utf8.count)
        case nil: values.append(2_000)
        }
        switch endpoint.method {
        case .head: values.append(0)
        case .some: values.append(1)
        case nil: values.append(2)
        }
        values += endpoint.conditions.rank + [endpoint.route, endpoint.path]
        self.values = values
    }
}
