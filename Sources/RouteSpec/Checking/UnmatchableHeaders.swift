extension Checker {
    /// A condition on a header that every request loses before it is matched, or that any client can write.
    mutating func checkUnmatchableHeaders() {
        let identity = Set((spec.auth?.claimHeaders ?? []).map(\.header.value.headerKey))
        for route in spec.routes {
            for header in route.headers {
                let key = header.name.headerKey
                if Self.isForwarding(key) {
                    diagnostics.error(
                        at: route.paths.first?.mark ?? route.mark,
                        "the route asks for the header '\(header.name)', by which any client could say that it came by a proxy; "
                            + "match on another header")
                    continue
                }
                guard identity.contains(key) || Self.hopByHop.contains(key) else { continue }
                let reason = identity.contains(key) ? "'claim_to_headers' names it" : "it ends at the gateway"
                diagnostics.error(
                    at: route.paths.first?.mark ?? route.mark,
                    "the route can never match: it asks for the header '\(header.name)', which every request loses, since \(reason); "
                        + "match on another header")
            }
        }
    }

    /// What proxies say about a client (`server.trusted_proxies`).
    private static func isForwarding(_ key: String) -> Bool {
        key == "forwarded" || key == "x-real-ip" || key.hasPrefix("x-forwarded-")
    }

    /// RFC 9110, 7.6.1.
    private static let hopByHop: Set<String> = [
        "connection", "keep-alive", "proxy-authenticate", "proxy-authorization", "proxy-connection", "te", "trailer",
        "transfer-encoding", "upgrade",
    ]
}
