/// ```swift
/// routes.redirect(Route.old, methods: "ANY", path: "/old/*", forward: "/new/*", scheme: "https", host: "example.org", status: 301)
/// ```
func emit(_ redirect: Redirect, _ route: PlannedRoute, into writer: inout CodeWriter) {
    var arguments = ["Route.\(route.identifier.spelling)", "methods: \(literal(route.methodText))"]
    arguments += route.paths[0].arguments
    if let scheme = redirect.scheme { arguments.append("scheme: \(literal(scheme.rawValue))") }
    if let host = redirect.host { arguments.append("host: \(literal(host))") }
    if let port = redirect.port { arguments.append("port: \(port.grouped)") }
    writer.call("routes.redirect", arguments + ["status: \(redirect.status)"])
}

/// ```swift
/// routes.mock(Route.getMe, methods: "GET", path: "/me", status: 200, fields: "Content-Type: application/json\r\n", body: "{}")
/// ```
func emit(_ mock: MockAnswer, _ route: PlannedRoute, into writer: inout CodeWriter) {
    let name = "Route.\(route.identifier.spelling)"
    let fields = mock.headers.map { "\($0.name.value): \($0.value)\r\n" }.joined()
    var arguments = [name, "methods: \(literal(route.methodText))", "path: \(literal(route.paths[0].pattern.text))"]
    arguments += ["status: \(mock.status)", "fields: \(literal(fields))", "body: \(literal(mock.body))"]
    writer.call("routes.mock", arguments)
}
