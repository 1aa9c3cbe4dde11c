extension Checker {
    /// A condition on a header that every request loses before it is matched.
    mutating func checkUnmatchableHeaders() {
        let identity = Set((spec.auth?.claimHeaders ?? []).map(\.header.value.headerKey))
        for route in spec.routes {
            for header in route.headers {
                let key = header.name.headerKey
                guard identity.contains(key) || Self.hopByHop.contains(key) else { continue }
                let reason = identity.contains(key) ? "'claim_to_headers' names it" : "it ends at the gateway"
                diagnostics.error(
                    at: route.paths.first?.mark ?? route.mark,
                    "the route can never match: it asks for the header '\(header.name)', which every request loses, since \(reason); "
                        + "match on another header")
            }
        }
    }

    /// RFC 9110, 7.6.1.
    private static let hopByHop: Set<String> = [
        "connection", "keep-alive", "proxy-authenticate", "proxy-authorization", "proxy-connection", "te", "trailer",
        "transfer-encoding", "upgrade",
    ]
}
