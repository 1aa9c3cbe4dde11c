extension Checker {
    /// A browser sends cookies along with whatever another site has it send. A header that such a site cannot set without
    /// asking (CORS), demanded by the route, is what keeps its writes out.
    mutating func checkCookieTokens() {
        guard !spec.gaps.contains(.routes) else { return }
        let writing: [RouteMethod] = [.post, .put, .patch, .delete]
        for route in spec.routes where route.needsToken && !route.demandsOwnHeader {
            // Whoever opens a WebSocket can write, and no browser asks whether he may.
            let methods = route.methods.map(\.value).filter { writing.contains($0) || route.upgrade != nil }
            guard !methods.isEmpty || route.methods.isEmpty else { continue }
            let providers = (spec.auth?.providers ?? []).filter {
                route.provider == nil || $0.name.value == route.provider?.value
            }
            for case .cookie(let name) in providers.flatMap(\.sources).map(\.value) {
                let names = route.methods.isEmpty ? "any method" : methods.map(\.rawValue).joined(separator: ", ")
                report(
                    .cookieTokenOnWrite, at: route.paths.first?.mark ?? route.mark,
                    "the route takes \(names), and a token from the cookie '\(name)', which browsers send along for other sites; "
                        + "demand a header, such as 'match: { headers: { X-Requested-With: fetch } }'")
                break
            }
        }
    }
}

extension RouteDeclaration {
    /// Whether the route demands a header that no page of another site has a browser send without asking.
    fileprivate var demandsOwnHeader: Bool { headers.contains { !Self.sentUnasked.contains($0.name.headerName) } }

    /// What a browser sends by itself, or lets any page set (Fetch, 2.2.2).
    private static let sentUnasked: Set<String> = [
        "accept", "accept-encoding", "accept-language", "cache-control", "connection", "content-language",
        "content-length", "content-type", "cookie", "dnt", "host", "pragma", "range", "referer", "te", "upgrade",
        "upgrade-insecure-requests", "user-agent", "via",
    ]
}
