import GatewayRuntime

/// A route to an upstream with a method and a path that reach it.
struct DemoRoute {
    let method: Method
    /// With the query, where parameters of it are required.
    let target: String
    let rule: AccessRule

    var isRead: Bool { method == .get && rule.needsToken }
    var isPlainRead: Bool { isRead && rule.scopes.isEmpty && rule.roles.isEmpty }

    /// Those routes that a request without special headers reaches, in the order of the table.
    static func all(of definition: GatewayDefinition) -> [DemoRoute] {
        definition.routes.routes.indices.compactMap { index in
            let route = definition.routes.routes[index]
            guard case .upstream = route.target, let template = route.paths.first?.template else { return nil }
            let path = path("\(template)", of: route)
            let method = Self.method(of: route)
            guard reaches(index, definition.routes.router, method, path) else { return nil }
            return DemoRoute(
                method: method, target: path + query(of: route), rule: definition.access.rule(of: index))
        }
    }

    /// The request as a line for a shell.
    func command(_ address: String, token: String?) -> String {
        let hasBody = method == .post || method == .put || method == .patch
        let flags = [
            method == .get ? nil : "-X \(method.name)",
            token.map { "-H 'Authorization: Bearer \($0)'" },
            hasBody ? "-H 'Content-Type: application/json' -d '{}'" : nil,
        ]
        return "curl -i \(flags.compactMap { $0.map { "\($0) " } }.joined())'\(address)\(target)'"
    }

    private static func method(of route: RouteDefinition) -> Method {
        let names = "\(route.methods)".split(separator: ",")
        return Method.named.first { method in names.contains("\(method.name)") } ?? .get
    }

    private static func path(_ template: String, of route: RouteDefinition) -> String {
        template.split(separator: "/", omittingEmptySubsequences: false).map { segment -> String in
            if segment.hasPrefix("*") { return "demo" }
            if segment.hasPrefix("{") { return sample(segment.dropFirst().dropLast(), .path, of: route) }
            return segment.hasSuffix("*") ? String(segment.dropLast()) : String(segment)
        }.joined(separator: "/")
    }

    private static func query(of route: RouteDefinition) -> String {
        let required = route.parameters.filter { $0.location == .query && $0.isRequired }.map(\.name)
        let pairs = required.map { "\($0)=\(sample("\($0)", .query, of: route))" }
        return pairs.isEmpty ? "" : "?\(pairs.joined(separator: "&"))"
    }

    private static func sample(
        _ name: some StringProtocol, _ location: ParameterLocation, of route: RouteDefinition
    ) -> String {
        switch route.parameters.first(where: { $0.location == location && "\($0.name)" == name })?.type {
        case .boolean: "true"
        case .integer, .number: "42"
        case .string, nil: "demo"
        }
    }

    /// Whether the router finds the route for this request.
    private static func reaches(_ index: Int, _ router: RouteTable.Router, _ method: Method, _ path: String) -> Bool {
        let bytes = Array(path.utf8)
        // A router may read a little past the path.
        return (bytes + Array(repeating: 0, count: PathView.padding)).withUnsafeBufferPointer { buffer in
            guard let start = buffer.baseAddress else { return false }
            let nothing = ByteView(start, count: 0)
            let fields = HeaderFields(base: start, fields: UnsafeBufferPointer(start: nil, count: 0))
            let request = MatchRequest(method: method, host: nothing, query: nothing, fields: fields)
            var captures = Captures()
            return router(PathView(start, count: bytes.count), request, &captures) == RouteMatch(index: UInt16(index))
        }
    }
}
