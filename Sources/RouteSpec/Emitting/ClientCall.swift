/// A method of a typed client: a route, or one path of a route with several.
struct ClientCall {
    let route: PlannedRoute
    let path: Int

    private var forward: ForwardTemplate { route.paths[path].forward }

    /// ```swift
    /// /// PUT /agents/{id}
    /// nonisolated(nonsending) public func putApiV1AgentsId(
    ///     id: String, body: [UInt8]
    /// ) async throws -> UpstreamResponse {
    ///     try await upstream.send(.put, "/agents/\(id)", body: body)
    /// }
    /// ```
    ///
    /// `nonisolated(nonsending)`, since a method that hops to another executor and back is compiled to four functions
    /// instead of two: a third of the time that the clients of 1,220 routes take.
    func emit(into writer: inout CodeWriter) {
        writer.line("/// \(route.methodText) \(forward.shown)")
        for line in commentLines(route.description ?? "") { writer.line("/// \(line)") }
        if route.isDeprecated { writer.line("@available(*, deprecated)") }
        writer.function("nonisolated(nonsending) public func \(name)", arguments, "async throws -> UpstreamResponse") {
            writer in
            let body = takesBody ? ["body: body"] : []
            writer.call("try await upstream.send", [methodUse, "\"\(target)\""] + body)
        }
    }

    /// GET, HEAD, DELETE and OPTIONS have no body that means anything (RFC 9110, 9.3).
    private var takesBody: Bool {
        route.methods.isEmpty || route.methods.contains { [.post, .put, .patch].contains($0) }
    }

    /// The target as an interpolated literal.
    private var target: String {
        let path: [String] = forward.parts.map { part in
            switch part {
            case .literal(let text): String(literal(text).dropFirst().dropLast())
            case .parameter(let name): "\\(\(label(name).use))"
            case .wildcard: "\\(rest: \(restName))"
            }
        }
        let parameters = query.map { "\\(query: \(nestedLiteral($0.name.value)), \(queryLabel($0.name.value).use))" }
        return (path + parameters).joined()
    }

    private var name: String {
        // A client has a property already.
        guard route.paths.count > 1 || route.name == "upstream" else { return route.identifier.spelling }
        return SwiftIdentifier(spelling: "\(route.name) at \(route.paths[path].pattern.text)").spelling
    }

    /// A literal inside an interpolation, where an escaped quote would end the outer one.
    private func nestedLiteral(_ text: String) -> String {
        "\"\(text.unicodeScalars.map { $0 == "\"" || $0 == "\\" ? "\\u{\(String($0.value, radix: 16))}" : String($0) }.joined())\""
    }

    /// What the wildcard's argument is called: as no other argument is.
    private var restName: String {
        route.paths[path].pattern.restName(besides: route.parameters.map(\.name.value))
    }

    private var query: [ParameterDeclaration] { route.parameters.filter { $0.location == .query } }

    /// The one method of the route, or the one that the caller chooses.
    private var methodUse: String {
        route.methods.count == 1 ? ".\(route.methods[0].rawValue.lowercased())" : "method"
    }

    private var arguments: [String] {
        var arguments: [String] = route.methods.count == 1 ? [] : ["method: Method"]
        var seen: Set<String> = []
        for case .parameter(let name) in forward.parts where seen.insert(name).inserted {
            let type = route.parameters.first { $0.location == .path && $0.name.value == name }?.type ?? .string
            arguments.append("\(label(name).declaration): \(type.swift)")
        }
        if forward.parts.contains(.wildcard) { arguments.append("\(restName): String") }
        for parameter in query {
            let type = parameter.isRequired ? parameter.type.swift : "\(parameter.type.swift)? = nil"
            arguments.append("\(queryLabel(parameter.name.value).declaration): \(type)")
        }
        return takesBody ? arguments + ["body: [UInt8]"] : arguments
    }

    /// As ``label(_:)``, where a `{name}` of the path may have the name already.
    private func queryLabel(_ name: String) -> (declaration: String, use: String) {
        route.paths[path].pattern.parameters.contains(name) ? label("\(name) query") : label(name)
    }

    /// An argument's label and the name inside the method, which must not meet the method's own names.
    private func label(_ name: String) -> (declaration: String, use: String) {
        let own: Set<String> = ["upstream", "body", "method"]
        let identifier = SwiftIdentifier(spelling: name).spelling
        let inside = SwiftIdentifier(spelling: "\(name) value").spelling
        return own.contains(name) ? ("\(identifier) \(inside)", inside) : (identifier, identifier)
    }
}

extension ParameterDeclaration.ValueType {
    fileprivate var swift: String {
        switch self {
        case .string: "String"
        case .integer: "Int"
        case .number: "Double"
        case .boolean: "Bool"
        }
    }
}
