extension Checker {
    /// Upstreams that routes name and nobody declares, and the other way round.
    mutating func checkUpstreamNames() {
        let declared = spec.upstreams.map(\.name.value)
        let known = Set(declared)
        var used = Set(spec.builtins.flatMap(\.dependencies).map(\.part.value)).intersection(known)
        let named =
            spec.routes.flatMap { $0.traffic.namedUpstreams(or: $0.upstream) }
            + spec.defaults.traffic.namedUpstreams(or: spec.defaults.upstream)
        for reference in named {
            let name = reference.value
            used.insert(name)
            guard !known.contains(name), !spec.gaps.contains(.upstreams) else { continue }
            diagnostics.error(
                at: reference.mark,
                "there is no upstream '\(name)'; \(remedy(for: name, among: declared, where: "'upstreams'"))")
        }
        // A name that is only misspelt leaves its upstream unused.
        guard !spec.gaps.contains(.routes), used.isSubset(of: known) else { return }
        for upstream in spec.upstreams where !used.contains(upstream.name.value) {
            report(
                .unusedUpstream, at: upstream.name.mark,
                "no route uses the upstream '\(upstream.name.value)'; remove it")
        }
    }
}

extension RouteDeclaration {
    /// Where its requests may go.
    var destinations: [UpstreamReference] {
        if let split = traffic.split { return split.filter { $0.weight > 0 }.map { .named($0.name.value) } }
        return upstream.map { [$0.value] } ?? []
    }
}

extension TrafficPolicy {
    /// The upstreams that a route, or `defaults`, names: those of its list, or the one, and that of its mirror.
    fileprivate func namedUpstreams(or upstream: Marked<UpstreamReference>?) -> [Marked<String>] {
        var names = split?.map(\.name) ?? []
        if names.isEmpty, let upstream, case .named(let name) = upstream.value { names = [upstream.map { _ in name }] }
        return names + (mirror?.policy.map { [$0.upstream] } ?? [])
    }
}
