import Testing

@testable import RouteSpec

@Suite struct DefaultsTests {
    private func routes(_ defaults: String, _ routes: String...) throws -> [RouteDeclaration] {
        let head =
            "version: \"1.0\"\nauth: { jwt: { secret: $S } }\nupstreams: { a: { url: $A }, b: { url: $B } }\nlint: { unused_upstream: off }\n"
        return try readClean(head + "defaults: \(defaults)\nroutes:\n" + routes.map { "  - \($0)\n" }.joined()).routes
    }

    @Test func `a default holds where the route is silent`() throws {
        let found = try routes(
            "{ upstream: a, timeout: 1s, limits: { body: 1KiB }, scopes: [x], roles: [r], description: D, tags: [t], deprecated: true }",
            "{ path: /one }",
            "{ path: /two, proxy_upstream: b, timeout: 2s, limits: { body: 2KiB }, scopes: [], roles: [q], description: E, tags: [], deprecated: false }"
        )
        #expect(found.map { $0.upstream?.value } == [.named("a"), .named("b")])
        #expect(found.map(\.timeout) == [.seconds(1), .seconds(2)])
        #expect(found.map(\.bodyLimit) == [1_024, 2_048])
        #expect(found.map { $0.scopes.map(\.value) } == [["x"], []])
        #expect(found.map { $0.roles.map(\.value) } == [["r"], ["q"]])
        #expect(found.map(\.description) == ["D", "E"])
        #expect(found.map(\.tags) == [["t"], []])
        #expect(found.map(\.isDeprecated) == [true, false])
    }

    @Test func `a route's own auth_required is told from a default`() throws {
        let found = try routes(
            "{ upstream: a, auth_required: false }", "{ path: /one }", "{ path: /two, auth_required: true }",
            "{ path: /three, auth_required: false }")
        #expect(found.map(\.needsToken) == [false, true, false])
        #expect(found.map { $0.authRequiredMark?.line } == [nil, 8, 9])
    }

    @Test func `default scopes are for those who have a token`() throws {
        let found = try routes(
            "{ upstream: a, scopes: [x], roles: [r] }", "{ path: /one, auth_required: false }", "{ path: /two }")
        #expect(found.map { $0.scopes.map(\.value) } == [[], ["x"]])
        #expect(found.map { $0.roles.map(\.value) } == [[], ["r"]])
    }

    @Test func `a rewrite wins over a strip_prefix, and a slash strips nothing`() throws {
        let found = try routes(
            "{ upstream: a, strip_prefix: /api }", "{ path: /api/x }", "{ path: /other, rewrite: /y }",
            "{ path: /third, strip_prefix: / }",
            "{ path: '/api/{id}/z', strip_prefix: '/api/{id}/' }")
        #expect(found.map { $0.stripPrefix?.value } == ["/api", nil, "/", "/api/{id}/"])
        #expect(found.map { $0.rewrite?.value.text } == [nil, "/y", nil, nil])
    }

    @Test func `a strip_prefix of a route goes before a rewrite of the defaults`() throws {
        let found = try routes(
            "{ upstream: a, rewrite: /fixed }", "{ path: /a/x, strip_prefix: /a }", "{ path: /b }",
            "{ path: /c/x, strip_prefix: /c, rewrite: /y }")
        #expect(found.map { $0.stripPrefix?.value } == ["/a", nil, nil])
        #expect(found.map { $0.rewrite?.value.text } == [nil, "/fixed", "/y"])
    }

    @Test func `a mock of the defaults answers for upstreams, and for no redirect`() throws {
        let found = try routes(
            "{ mock: { status: 204 } }", "{ path: /one, upstream: a }", "{ path: /two, redirect: { host: b } }",
            "{ path: /three, mock: { status: 200 } }")
        #expect(found.map { $0.mock?.value.status } == [204, nil, 200])
    }

    @Test func `parameters of a default hold where the path has them`() throws {
        let found = try routes(
            "{ upstream: a, request: { params: { id: { type: integer } }, query: { page: { type: integer } } } }",
            "{ path: '/x/{id}' }", "{ path: /y }",
            "{ path: '/z/{id}', request: { query: { q: {} } } }")
        #expect(found.map { $0.parameters.map(\.name.value) } == [["id", "page"], ["page"], ["q"]])
    }
}
