extension Checker {
    /// Two routes that take the same requests: nobody could say which of them is meant. One method of a list is enough.
    mutating func checkEqualRoutes() {
        struct Key: Hashable {
            var shape: String
            var method: RouteMethod?
            var conditions: MatchConditions
        }
        var owners: [Key: Int] = [:]
        for (index, set) in requests.sets.enumerated() {
            let shape = set.pattern.shape
            var twins: [(method: RouteMethod?, index: Int)] = []
            for method in set.endpoints {
                let key = Key(shape: shape, method: method, conditions: set.conditions)
                if let first = owners[key] { twins.append((method, first)) } else { owners[key] = index }
            }
            // A route for any method would lose GET to a builtin, which nobody means.
            if set.methods.isEmpty, let first = owners[Key(shape: shape, method: .get, conditions: set.conditions)],
                requests.sets[first].isBuiltin
            {
                twins.append((.get, first))
            }
            guard let twin = twins.first else { continue }
            let methods = twins.filter { $0.index == twin.index }.map { $0.method?.rawValue ?? "ANY" }.joined(
                separator: ", ")
            reportTwin(set, requests.sets[twin.index], methods)
        }
    }

    private mutating func reportTwin(_ set: RequestSet, _ first: RequestSet, _ methods: String) {
        let place = "at \(first.mark.place)"
        switch (first.owner, set.owner) {
        case (.builtin(let kind), .builtin(let other)):
            diagnostics.error(
                at: set.mark,
                "the builtin '\(other.rawValue)' has the path of the builtin '\(kind.rawValue)' \(place); give it another 'path'"
            )
        case (.builtin(let kind), _):
            diagnostics.error(
                at: set.mark,
                "\(methods) '\(set.pattern.text)' is answered by the builtin '\(kind.rawValue)' \(place); "
                    + "give the builtin another 'path', or remove the route")
        case (.route(let one), .route(let other)) where one == other:
            diagnostics.error(
                at: set.mark,
                "'\(set.pattern.text)' is the same as '\(first.pattern.text)' \(place) of the same route; keep one of them"
            )
        default:
            diagnostics.error(
                at: set.mark,
                "\(methods) '\(set.pattern.text)' takes the same requests as '\(first.pattern.text)' \(place); "
                    + "remove one, or tell them apart with 'match'")
        }
    }
}
