import GatewayRuntime

/// The routes of a gateway as a table of text.
struct RouteListing {
    let text: String

    init(_ definition: GatewayDefinition) {
        var rows = [["METHODS", "PATH", "ACCESS", "LEADS TO"]]
        for (index, route) in definition.routes.routes.enumerated() {
            var access = Self.access(definition.access.rule(of: index))
            if case .builtin(.admin) = route.target { access = "administrator's key" }
            for path in route.paths {
                rows.append([
                    "\(route.methods)", "\(path.template)", access, Self.target(of: route, at: path, in: definition),
                ])
            }
        }
        let widths = rows[0].indices.map { column in rows.map { $0[column].count }.max() ?? 0 }
        text = rows.map { row in
            let cells = zip(row, widths).map { cell, width in
                cell + String(repeating: " ", count: width - cell.count)
            }
            return cells.joined(separator: "  ").trimmingSuffix { $0 == " " } + "\n"
        }.joined()
    }

    private static func access(_ rule: AccessRule) -> String {
        guard rule.needsToken else { return "public" }
        let scopes = rule.scopes.isEmpty ? "" : ", scopes \(rule.scopes.joined(separator: " + "))"
        let roles = rule.roles.isEmpty ? "" : ", role \(rule.roles.joined(separator: " or "))"
        return "token\(scopes)\(roles)"
    }

    private static func target(
        of route: RouteDefinition, at path: RoutePath, in definition: GatewayDefinition
    ) -> String {
        switch route.target {
        case .redirect(let redirect):
            let host = redirect.host.map { "\($0)" } ?? "<host>"
            let port = redirect.port.map { ":\($0)" } ?? ""
            let scheme = redirect.scheme.map { "\($0):" } ?? ""
            let isAbsolute = redirect.scheme != nil || redirect.host != nil || redirect.port != nil
            let path = "\(path.forward ?? path.template)"
            return "redirect \(redirect.status): \(isAbsolute ? "\(scheme)//\(host)\(port)" : "")\(path)"
        case .mock(let mock):
            return "a mock: \(mock.status)"
        case .builtin(let builtin):
            return "the gateway: \(builtin.summary)"
        case .upstream(let index):
            let shares = route.split?.shares ?? [(upstream: index, weight: 1)]
            let upstreams = shares.map { share in
                let upstream = definition.upstreams[share.upstream]
                let urls = upstream.targets.map { "\($0.url.template)" }.joined(separator: ", ")
                return "\(upstream.name)\(shares.count > 1 ? ":\(share.weight)" : "") (\(urls))"
            }
            return upstreams.joined(separator: ", ") + (path.forward.map { " as \($0)" } ?? "")
        }
    }
}

extension Builtin {
    fileprivate var summary: String {
        switch self {
        case .health: "health"
        case .ready: "readiness"
        case .metrics: "metrics"
        case .docs: "documentation"
        case .openAPI: "OpenAPI document"
        case .admin: "administration"
        }
    }
}

extension String {
    fileprivate func trimmingSuffix(while isTrimmed: (Character) -> Bool) -> Substring {
        var rest = self[...]
        while let last = rest.last, isTrimmed(last) { rest.removeLast() }
        return rest
    }
}
