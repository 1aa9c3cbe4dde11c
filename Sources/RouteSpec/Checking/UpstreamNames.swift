extension Checker {
    /// Upstreams that routes name and nobody declares, and the other way round.
    mutating func checkUpstreamNames() {
        let declared = spec.upstreams.map(\.name.value)
        let known = Set(declared)
        var used: Set<String> = []
        for reference in spec.routes.compactMap(\.upstream) {
            guard case .named(let name) = reference.value else { continue }
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
