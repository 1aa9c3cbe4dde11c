extension Checker {
    /// A route that can change something and lets in whoever has a token.
    mutating func checkWriteScopes() {
        guard !spec.gaps.contains(.routes) else { return }
        let writing: [RouteMethod] = [.post, .put, .patch, .delete]
        for route in spec.routes where route.needsToken && route.scopes.isEmpty {
            let methods = route.methods.map(\.value).filter(writing.contains)
            guard !methods.isEmpty || route.methods.isEmpty else { continue }
            let names = route.methods.isEmpty ? "any method" : methods.map(\.rawValue).joined(separator: ", ")
            report(
                .writeRequiresScope, at: route.paths.first?.mark ?? route.mark,
                "the route takes \(names) and demands no scope; write 'scopes: […]'")
        }
    }
}
