/// A node of the tree of paths: what may follow a prefix, in the order in which it is tried.
public struct PathNode: Sendable {
    /// The prefix, as the generated function is called: `/api/v1/agents/{id}`, empty for the root. A `{name}` on which the
    /// routes below do not agree is `{}`.
    public var label: String
    /// How many `{name}`s the prefix has.
    public var depth: Int
    /// Sorted by literal.
    public var literals: [(literal: String, node: PathNode)] = []
    /// At most one; an array since a struct cannot hold itself.
    public var parameter: [PathNode] = []
    /// The parameter's names, as the routes below it call it.
    public var parameterNames: [String] = []
    /// Routes whose path ends here, most specific first; so are the others.
    public var exact: [Endpoint] = []
    public var below: [Endpoint] = []
    public var atAndBelow: [Endpoint] = []

    /// The tree of these endpoints.
    public init(_ endpoints: [Endpoint]) {
        self.init(endpoints[...], at: 0, label: "", depth: 0)
    }

    private init(_ endpoints: ArraySlice<Endpoint>, at index: Int, label: String, depth: Int) {
        self.label = label
        self.depth = depth
        var byLiteral: [String: [Endpoint]] = [:]
        var parameters: [Endpoint] = []
        for endpoint in endpoints {
            guard index < endpoint.pattern.segments.count else {
                switch endpoint.pattern.ending {
                case .exact: exact.append(endpoint)
                case .below: below.append(endpoint)
                case .atAndBelow: atAndBelow.append(endpoint)
                }
                continue
            }
            switch endpoint.pattern.segments[index] {
            case .literal(let text): byLiteral[text, default: []].append(endpoint)
            case .parameter: parameters.append(endpoint)
            }
        }
        exact.sort(by: Endpoint.isTriedBefore)
        below.sort(by: Endpoint.isTriedBefore)
        atAndBelow.sort(by: Endpoint.isTriedBefore)
        literals = byLiteral.sorted { $0.key < $1.key }.map { literal, endpoints in
            (literal, PathNode(endpoints[...], at: index + 1, label: "\(label)/\(literal)", depth: depth))
        }
        if !parameters.isEmpty {
            let names = Set(parameters.compactMap { Self.parameterName(of: $0, at: index) })
            parameterNames = names.sorted()
            let shown = names.count == 1 ? parameterNames[0] : ""
            parameter = [PathNode(parameters[...], at: index + 1, label: "\(label)/{\(shown)}", depth: depth + 1)]
        }
    }

    private static func parameterName(of endpoint: Endpoint, at index: Int) -> String? {
        if case .parameter(let name) = endpoint.pattern.segments[index] { name } else { nil }
    }
}

/// One path and one method of a route: what a request can be matched with.
public struct Endpoint: Hashable, Sendable {
    /// An index into ``RoutePlan/routes``.
    public var route: Int
    /// Which of the route's paths.
    public var path: Int
    /// How many paths the route has.
    public var pathCount: Int
    public var pattern: PathPattern
    /// None for any method.
    public var method: RouteMethod?
    public var conditions: MatchConditions

    /// The order of trial among endpoints of one path: host, method, headers, query; HEAD before GET, since GET takes HEAD too.
    static func isTriedBefore(_ one: Endpoint, _ other: Endpoint) -> Bool {
        one.rank.lexicographicallyPrecedes(other.rank)
    }

    /// Smaller is tried first. The last two only make the order total.
    private var rank: [Int] {
        let host =
            switch conditions.host {
            case .exact: 0
            case .below(let domain): 1_000 - domain.utf8.count
            case nil: 2_000
            }
        let method =
            switch method {
            case .head: 0
            case .some(let named): 1 + named.order
            case nil: 100
            }
        return [host, method == 100 ? 2 : method == 0 ? 0 : 1] + conditions.rank + [method, route, path]
    }
}
