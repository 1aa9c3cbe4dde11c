/// Where a route sends its clients (`redirect`); what is absent stays as the request has it, and so does the query. The path
/// is that of ``RouteDefinition/Path/forward``.
public struct RedirectDefinition: Sendable {
    public let scheme: StaticString?
    public let host: StaticString?
    public let port: Int?
    /// 301, 302, 303, 307 or 308 (RFC 9110, 15.4).
    public let status: Int
}

/// What a route answers in place of an upstream (`mock`).
public struct MockDefinition: Sendable {
    public let status: Int
    /// Whole field lines.
    public let fields: StaticString
    public let body: StaticString
}

extension RouteTable {
    /// Adds a route that sends its clients elsewhere.
    /// - Parameter forward: the template of the path that they are sent to; none where it is the path itself.
    @inline(never)
    public mutating func redirect(
        _ route: some Ordinal, methods: StaticString, path: StaticString, forward: StaticString? = nil,
        scheme: StaticString? = nil, host: StaticString? = nil, port: Int? = nil, status: Int
    ) {
        let redirect = RedirectDefinition(scheme: scheme, host: host, port: port, status: status)
        append(
            RouteDefinition(
                name: "\(route)", methods: methods, paths: [.init(template: path, forward: forward)],
                target: .redirect(redirect), timeout: nil, bodyLimit: 0), as: route.index)
    }

    /// Adds a route with an answer of its own.
    /// - Parameter fields: whole field lines, each with its CRLF.
    @inline(never)
    public mutating func mock(
        _ route: some Ordinal, methods: StaticString, path: StaticString, status: Int, fields: StaticString,
        body: StaticString
    ) {
        let mock = MockDefinition(status: status, fields: fields, body: body)
        append(
            RouteDefinition(
                name: "\(route)", methods: methods, paths: [.init(template: path, forward: nil)],
                target: .mock(mock), timeout: nil, bodyLimit: 0), as: route.index)
    }
}
