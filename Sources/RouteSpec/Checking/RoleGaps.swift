extension Checker {
    /// A way around a route's scopes or roles: another route that leads to the same path of the same upstream and demands
    /// less. It counts only where the gateway would really take that way for a request.
    mutating func checkRoleGaps() {
        guard level(of: .roleGap) != .off, !spec.gaps.contains(.routes) else { return }
        let destinations = requests.sets.indices.flatMap { index in
            guard case .route(let route) = requests.sets[index].owner else { return [Destination]() }
            return spec.routes[route].destinations.compactMap { Destination(index, requests.sets[index], $0, spec) }
        }
        for group in destinations.grouped(by: \.upstream) {
            // Demands are few, however many routes there are; most specs have none that is less than another.
            let byDemand = group.grouped(by: \.demand)
            for guarded in byDemand {
                let strict = guarded[0].demand
                guard strict.isMoreThanToken else { continue }
                let others = byDemand.filter { $0[0].demand.isLess(than: strict) }.joined().sorted { $0.set < $1.set }
                if !others.isEmpty { checkWaysAround(guarded, others) }
            }
        }
    }

    /// Reports one way around for each that is guarded.
    private mutating func checkWaysAround(_ guarded: [Destination], _ others: [Destination]) {
        var tree = PatternTree()
        for (number, destination) in others.enumerated() { tree.insert(destination.reached, number) }
        for strict in guarded {
            for number in tree.overlapping(strict.reached) where others[number].route != strict.route {
                guard let way = way(through: others[number], to: strict) else { continue }
                let (here, there) = (requests.sets[strict.set], requests.sets[others[number].set])
                report(
                    .roleGap, at: here.mark,
                    "\(way.method) \(way.path) reaches '\(way.upstreamPath)' of the same upstream through '\(there.pattern.text)' at "
                        + "\(there.mark.place), which demands fewer scopes or roles than '\(here.pattern.text)'; let both demand the same"
                )
                break
            }
        }
    }

    /// A request that goes through the one and reaches what the other is for.
    private func way(through lax: Destination, to strict: Destination) -> (
        method: String, path: String, upstreamPath: String
    )? {
        guard let target = lax.reached.commonPath(with: strict.reached), let path = lax.path(reaching: target) else {
            return nil
        }
        let (laxSet, strictSet) = (requests.sets[lax.set], requests.sets[strict.set])
        for method in laxSet.endpoints + strictSet.endpoints where laxSet.takes(method) && strictSet.takes(method) {
            guard let winner = requests.winner(for: path, method, laxSet.conditions),
                requests.sets[winner].owner == laxSet.owner
            else { continue }
            return (method?.rawValue ?? "ANY", "/" + path.joined(separator: "/"), "/" + target.joined(separator: "/"))
        }
        return nil
    }
}

/// Where one path of a route leads.
private struct Destination {
    let set: Int
    let route: Int
    let upstream: UpstreamReference
    let pattern: PathPattern
    /// What the upstream sees, as a pattern.
    let reached: PathPattern
    let demand: Demand

    init?(_ index: Int, _ set: RequestSet, _ upstream: UpstreamReference, _ spec: GatewaySpec) {
        // A mock reaches nothing.
        guard case .route(let route) = set.owner, spec.routes[route].mock == nil else { return nil }
        let declaration = spec.routes[route]
        let forward = ForwardTemplate(
            pattern: set.pattern, stripPrefix: declaration.stripPrefix?.value, rewrite: declaration.rewrite?.value)
        if forward.isPath {
            reached = set.pattern
        } else {
            guard let pattern = try? PathPattern(parsing: forward.shown) else { return nil }
            reached = pattern
        }
        self.set = index
        self.route = route
        self.upstream = upstream
        pattern = set.pattern
        demand = Demand(of: declaration, roles: spec.auth?.roles ?? [])
    }

    /// A path of the route that leads to a path of the upstream.
    func path(reaching target: [String]) -> [String]? {
        var values: [String: String] = [:]
        for case (.parameter(let name), let value) in zip(reached.segments, target) { values[name] = value }
        var path = pattern.segments.map { segment in
            switch segment {
            case .literal(let text): text
            case .parameter(let name): values[name] ?? anySegment
            }
        }
        let rest = Array(target.dropFirst(reached.segments.count))
        switch pattern.ending {
        case .exact: break
        case .below: path += reached.ending == .exact || rest.isEmpty ? [anySegment] : rest
        case .atAndBelow: path += reached.ending == .exact ? [] : rest
        }
        return path
    }
}

/// What a route asks of who calls it.
private struct Demand: Hashable {
    let needsToken: Bool
    let scopes: Set<String>
    /// With those that include one of them; empty for any.
    let roles: Set<String>

    init(of route: RouteDeclaration, roles declared: [(name: Marked<String>, includes: [Marked<String>])]) {
        needsToken = route.needsToken
        scopes = Set(route.scopes.map(\.value))
        var roles = Set(route.roles.map(\.value))
        var grew = true
        while grew {
            grew = false
            for role in declared where role.includes.contains(where: { roles.contains($0.value) }) {
                if roles.insert(role.name.value).inserted { grew = true }
            }
        }
        self.roles = roles
    }

    var isMoreThanToken: Bool { !scopes.isEmpty || !roles.isEmpty }

    /// Whether it lets in all whom the other does, and more.
    func isLess(than other: Demand) -> Bool { admitsAll(of: other) && !other.admitsAll(of: self) }

    private func admitsAll(of other: Demand) -> Bool {
        if !needsToken { return true }
        let rolesFit = roles.isEmpty || (!other.roles.isEmpty && other.roles.isSubset(of: roles))
        return other.needsToken && scopes.isSubset(of: other.scopes) && rolesFit
    }
}
