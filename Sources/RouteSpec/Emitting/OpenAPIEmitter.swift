/// Writes `OpenAPI.swift`: the document of `openapi.json`, as bytes that cost nothing at start.
func emitOpenAPISource(_ document: String) -> String {
    // More hashes than the text has behind any quote, so that nothing in it ends the literal or is an escape.
    let hashes = String(repeating: "#", count: document.longestRun(of: UInt8(ascii: "#")) + 1)
    return """
        // Compiled from the route spec by switchyard. Edit the spec, not this file.

        /// The OpenAPI document of the gateway, as JSON: `openapi.json` beside the docs page.
        let openAPI: StaticString = \(hashes)\"\"\"
        \(document)\"\"\"\(hashes)

        """
}

extension String {
    fileprivate func longestRun(of byte: UInt8) -> Int {
        // Hardly any document has one, and a look at each byte takes a debug build long.
        guard utf8.contains(byte) else { return 0 }
        var longest = 0
        var run = 0
        for found in utf8 {
            run = found == byte ? run + 1 : 0
            longest = max(longest, run)
        }
        return longest
    }
}

/// The OpenAPI 3.1 document of a gateway: what a client sees, with the refusals that each route's policies can make.
func emitOpenAPI(_ plan: RoutePlan) -> String {
    OpenAPIDocument(plan: plan).value.prettyText
}

private struct OpenAPIDocument {
    let plan: RoutePlan

    var value: JSONValue {
        var info: [JSONValue.Member] = [
            .init("title", .string(plan.spec.title)), .init("version", .string(plan.spec.version)),
        ]
        if let description = plan.spec.description { info.append(.init("description", .string(description))) }
        return .object([
            .init("openapi", .string("3.1.0")), .init("info", .object(info)), .init("paths", paths),
            .init("components", components),
        ])
    }

    /// Paths that differ only in the names of their parameters are one path to OpenAPI: the first name holds for all.
    private var paths: JSONValue {
        var items: [String: (template: String, names: [String], operations: [(method: String, operation: JSONValue)])] =
            [:]
        // What only an administrator may see is no part of the API.
        for route in plan.routes where !route.target.needsKey {
            for (template, names) in route.paths.flatMap(\.pattern.templates) {
                var item = items[template.shape] ?? (template, names, [])
                for method in route.documentedMethods {
                    // A route that differs in its host, headers or query only cannot be told apart here.
                    if item.operations.contains(where: { $0.method == method }) { continue }
                    item.operations.append((method, operation(route, method: method, at: item.template, item.names)))
                }
                items[template.shape] = item
            }
        }
        return .object(
            items.values.sorted { $0.template < $1.template }.map { item in
                let order = ["get", "head", "post", "put", "patch", "delete", "options"]
                let operations = item.operations.sorted {
                    (order.firstIndex(of: $0.method) ?? 0) < (order.firstIndex(of: $1.method) ?? 0)
                }
                return .init(item.template, .object(operations.map { .init($0.method, $0.operation) }))
            })
    }

    private func operation(_ route: PlannedRoute, method: String, at template: String, _ names: [String]) -> JSONValue {
        var members: [JSONValue.Member] = []
        let isOnly = route.documentedMethods.count == 1 && route.paths.flatMap(\.pattern.templates).count == 1
        members.append(.init("operationId", .string(isOnly ? route.name : "\(route.name) \(method) \(template)")))
        if let description = route.description { members.append(.init("summary", .string(description))) }
        if !route.tags.isEmpty { members.append(.init("tags", .array(route.tags.map(JSONValue.string)))) }
        if route.isDeprecated { members.append(.init("deprecated", .bool(true))) }
        let parameters = parameters(of: route, names: names)
        if !parameters.isEmpty { members.append(.init("parameters", .array(parameters))) }
        members.append(.init("responses", responses(of: route)))
        members += security(of: route)
        if !route.conditions.isEmpty { members.append(.init("x-match", .string(route.conditions.summary))) }
        return .object(members)
    }

    private func parameters(of route: PlannedRoute, names: [String]) -> [JSONValue] {
        let inPath = names.map { name in
            parameter(
                route.parameters.first { $0.location == .path && $0.name.value == name }, name: name, location: "path",
                isRequired: true)
        }
        let inQuery = route.parameters.filter { $0.location == .query }.map {
            parameter($0, name: $0.name.value, location: "query", isRequired: $0.isRequired)
        }
        return inPath + inQuery
    }

    private func parameter(
        _ declaration: ParameterDeclaration?, name: String, location: String, isRequired: Bool
    ) -> JSONValue {
        var members: [JSONValue.Member] = [.init("name", .string(name)), .init("in", .string(location))]
        if let description = declaration?.description { members.append(.init("description", .string(description))) }
        if isRequired { members.append(.init("required", .bool(true))) }
        let type = declaration?.type ?? .string
        members.append(.init("schema", .object([.init("type", .string(type.rawValue))])))
        return .object(members)
    }

    private func security(of route: PlannedRoute) -> [JSONValue.Member] {
        guard case .token(let scopes, let roles) = route.access else { return [.init("security", .array([]))] }
        var members: [JSONValue.Member] = [
            .init("security", SecuritySchemes(plan).alternatives(for: route, scopes: scopes))
        ]
        if !roles.isEmpty { members.append(.init("x-roles", .array(roles.map(JSONValue.string)))) }
        return members
    }

    /// What the spec declares, then each refusal that the route's own policies can make.
    private func responses(of route: PlannedRoute) -> JSONValue {
        var members = route.responses.map { response in
            let content = response.body.map { schema in
                [
                    JSONValue.Member(
                        "content", .object([.init("application/json", .object([.init("schema", schema.rebased)]))]))
                ]
            }
            return JSONValue.Member(
                response.status.value,
                .object([.init("description", .string(response.description ?? ""))] + (content ?? [])))
        }
        if members.isEmpty {
            switch route.target {
            case .upstream: members.append(.init("default", describe("What the upstream answers")))
            case .builtin(let builtin):
                members.append(.init("200", describe("OK")))
                if case .health(.dependencies) = builtin {
                    members.append(.init("503", describe("Something that the gateway needs is down")))
                }
            case .redirect(let redirect): members.append(.init("\(redirect.status)", describe("Somewhere else")))
            case .mock(let mock): members.append(.init("\(mock.status)", describe("A mock")))
            }
        }
        for (status, text) in refusals(of: route) where !members.contains(where: { $0.name == status }) {
            members.append(.init(status, .object([.init("$ref", .string("#/components/responses/\(text)"))])))
        }
        return .object(members.sorted { $0.name < $1.name })
    }

    private func refusals(of route: PlannedRoute) -> [(status: String, name: String)] {
        var refusals: [(String, String)] = []
        if !route.parameters.isEmpty || route.traffic.requestTransform?.policy != nil {
            refusals.append(("400", "BadRequest"))
        }
        if route.traffic.requestTransform?.policy != nil { refusals.append(("415", "UnsupportedMediaType")) }
        if case .token(let scopes, let roles) = route.access {
            refusals.append(("401", "Unauthorized"))
            if !scopes.isEmpty || !roles.isEmpty { refusals.append(("403", "Forbidden")) }
        }
        if let limits = route.traffic.rateLimits, !limits.limits.isEmpty { refusals.append(("429", "RateLimited")) }
        if route.traffic.concurrency != nil, plan.spec.errors.upstreamUnavailable != 503 {
            refusals.append(("503", "TooBusy"))
        }
        if route.target.upstream != nil {
            refusals.append(("413", "RequestTooLarge"))
            refusals.append((String(plan.spec.errors.upstreamUnavailable), "UpstreamUnavailable"))
            if plan.mayRefuse(route) { refusals.append(("503", "ServiceUnavailable")) }
            refusals.append(("504", "GatewayTimeout"))
            if route.upgrade != nil { refusals.append(("426", "UpgradeRequired")) }
        }
        return refusals
    }

    private func describe(_ text: String) -> JSONValue { .object([.init("description", .string(text))]) }

    private var components: JSONValue {
        var members: [JSONValue.Member] = []
        if plan.routes.contains(where: { $0.access != .open }) {
            members.append(.init("securitySchemes", .object(SecuritySchemes(plan).members)))
        }
        members.append(.init("responses", refusalResponses))
        let schemas = plan.spec.schemas.map { JSONValue.Member($0.name.value, $0.schema.rebased) }
        members.append(
            .init("schemas", .object(schemas.sorted { $0.name < $1.name } + [.init("GatewayError", errorSchema)])))
        return .object(members)
    }

    private var refusalResponses: JSONValue {
        let texts = [
            ("BadRequest", "A parameter is missing or of the wrong type, or a body is not JSON"),
            ("Forbidden", "The token lacks a scope or a role"),
            ("GatewayTimeout", "The upstream took too long"),
            ("RateLimited", "Too many requests; Retry-After says when the next one may be made"),
            ("RequestTooLarge", "The request's body is over the route's limit"),
            ("TooBusy", "As many requests are under way as may be at a time"),
            ("ServiceUnavailable", "The route or its upstream is given a pause, or no target of it is healthy"),
            ("Unauthorized", "No valid token"),
            ("UnsupportedMediaType", "A body of JSON has a content coding"),
            ("UpgradeRequired", "The WebSocket handshake is of a version that is not 13"),
            ("UpstreamUnavailable", "The upstream refuses, cannot be reached or broke off"),
        ]
        let used = Set(plan.routes.flatMap { refusals(of: $0).map(\.name) })
        let schema = JSONValue.object([.init("$ref", .string("#/components/schemas/GatewayError"))])
        let type = plan.spec.errors.format == .problem ? "application/problem+json" : "application/json"
        let content = JSONValue.object([.init(type, .object([.init("schema", schema)]))])
        return .object(
            texts.filter { used.contains($0.0) }.map { name, text in
                .init(name, .object([.init("description", .string(text)), .init("content", content)]))
            })
    }

    /// The body of a refusal, as `errors.format` has it.
    private var errorSchema: JSONValue {
        switch plan.spec.errors.format {
        case .envelope:
            let error = Self.object([Self.text("code"), Self.text("message"), Self.text("request_id")])
            let metadata = Self.object([
                .init("success", .object([.init("const", .bool(false))])), Self.text("timestamp", format: "date-time"),
            ])
            return Self.object([.init("error", error), .init("metadata", metadata)])
        case .flat: return Self.object([Self.text("error"), Self.text("message"), Self.text("request_id")])
        case .problem:
            return Self.object([
                Self.text("type", format: "uri-reference"), Self.text("title"),
                .init("status", .object([.init("type", .string("integer"))])), Self.text("code"),
                Self.text("request_id"),
            ])
        }
    }

    /// An object that has all of these members.
    private static func object(_ properties: [JSONValue.Member]) -> JSONValue {
        .object([
            .init("type", .string("object")),
            .init("required", .array(properties.map { .string($0.name) })), .init("properties", .object(properties)),
        ])
    }

    private static func text(_ name: String, format: String? = nil) -> JSONValue.Member {
        .init(
            name, .object([.init("type", .string("string"))] + (format.map { [.init("format", .string($0))] } ?? [])))
    }
}

extension PlannedRoute {
    /// The methods under which OpenAPI shows the route: the usual ones where it takes any.
    fileprivate var documentedMethods: [String] {
        methods.isEmpty ? ["get", "post", "put", "patch", "delete"] : methods.map { $0.rawValue.lowercased() }
    }
}

extension PathPattern {
    /// What an unnamed wildcard is called where it needs a name: no other parameter's.
    func restName(besides others: [String] = []) -> String {
        var name = "rest"
        while parameters.contains(name) || others.contains(name) { name = "_" + name }
        return name
    }

    /// The path as OpenAPI writes it, with its parameters' names; a glued wildcard is two paths.
    fileprivate var templates: [(template: String, names: [String])] {
        let base = segments.map { segment in
            switch segment {
            case .literal(let text): "/\(text)"
            case .parameter(let name): "/{\(name)}"
            }
        }.joined()
        switch ending {
        case .exact: return [(base, parameters)]
        case .below(let name):
            let rest = name ?? restName()
            return [("\(base)/{\(rest)}", parameters + [rest])]
        case .atAndBelow: return [(base, parameters), ("\(base)/{\(restName())}", parameters + [restName()])]
        }
    }
}

extension String {
    /// The template with its parameters' names taken out.
    fileprivate var shape: String {
        split(separator: "/", omittingEmptySubsequences: false).map { $0.hasPrefix("{") ? "{}" : String($0) }
            .joined(separator: "/")
    }
}

extension JSONValue {
    /// The schema with `#/schemas/X` pointing to where OpenAPI keeps schemas.
    fileprivate var rebased: JSONValue {
        switch self {
        case .array(let elements): .array(elements.map(\.rebased))
        case .object(let members):
            .object(
                members.map { member in
                    if member.name == "$ref", case .string(let text) = member.value, text.hasPrefix("#/schemas/") {
                        return .init("$ref", .string("#/components" + text.dropFirst(1)))
                    }
                    return .init(member.name, member.value.rebased)
                })
        default: self
        }
    }
}
