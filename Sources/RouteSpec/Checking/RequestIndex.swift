/// The request sets of a spec, builtins first, found by the shape of their path and by a tree.
struct RequestIndex {
    let sets: [RequestSet]
    let tree: PatternTree
    /// Groups of sets that match the same paths.
    let groups: [[Int]]
    private let byShape: [String: Int]

    init(_ spec: GatewaySpec) {
        var sets: [RequestSet] = []
        for builtin in spec.builtins {
            let pattern = builtin.path.value
            let patterns =
                switch builtin.kind {
                case .docs: [pattern, pattern.appending("openapi.json")]
                case .admin: BuiltinEndpoint.adminDocuments.map { pattern.appending($0) }
                case .health, .ready, .metrics: [pattern]
                }
            sets += patterns.map {
                RequestSet(
                    owner: .builtin(builtin.kind), pattern: $0, mark: builtin.path.mark, methods: [.get],
                    conditions: .init())
            }
        }
        for (index, route) in spec.routes.enumerated() where route.takesKnownRequests {
            let conditions = MatchConditions(of: route)
            let methods = route.methods.map(\.value)
            sets += route.paths.map {
                RequestSet(
                    owner: .route(index), pattern: $0.value, mark: $0.mark, methods: methods, conditions: conditions)
            }
        }
        var tree = PatternTree()
        for (index, set) in sets.enumerated() { tree.insert(set.pattern, index) }
        self.sets = sets
        self.tree = tree
        groups = sets.indices.grouped { sets[$0].pattern.shape }
        byShape = Dictionary(
            groups.enumerated().map { (sets[$1[0]].pattern.shape, $0) }, uniquingKeysWith: { first, _ in first })
    }

    func sets(like pattern: PathPattern) -> [RequestSet] {
        byShape[pattern.shape].map { groups[$0].map { sets[$0] } } ?? []
    }

    /// The set that a request goes to (SPEC, "Precedence"); the request has what the conditions ask for and no more.
    func winner(for path: [String], _ method: RouteMethod?, _ conditions: MatchConditions) -> Int? {
        tree.firstMatch(of: path) { candidates in
            candidates
                .filter { sets[$0].takes(method) && conditions.isInside(sets[$0].conditions) }
                .min { rank($0).lexicographicallyPrecedes(rank($1)) }
        }
    }

    /// Smaller wins.
    func rank(_ index: Int) -> [Int] {
        let conditions = sets[index].conditions
        let host =
            switch conditions.host {
            case .exact: 0
            case .below(let domain): 1_000 - domain.utf8.count
            case nil: 2_000
            }
        return [host, sets[index].methods.isEmpty ? 1 : 0] + conditions.rank + [index]
    }
}
