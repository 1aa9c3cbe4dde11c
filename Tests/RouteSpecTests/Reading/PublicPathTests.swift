import Testing

@testable import RouteSpec

@Suite struct PublicPathTests {
    private func spec(_ text: String) throws -> GatewaySpec {
        try readClean("version: \"1.0\"\nauth: { jwt: { secret: $S } }\nupstreams: { a: { url: $A } }\n" + text)
    }

    @Test func `builtins that are merely listed take their usual paths`() throws {
        let spec = try spec(
            "public_paths: [/health, /ready, /metrics, /api/v1/docs]\nroutes: [{ path: /a, upstream: a }]\n")
        #expect(spec.builtins.map(\.kind) == [.health, .ready, .metrics, .docs])
        #expect(spec.builtins.map(\.path.value.text) == ["/health", "/ready", "/metrics", "/api/v1/docs"])
        #expect(spec.builtins.map(\.path.mark.column) == [16, 25, 33, 43])
        #expect(spec.routes[0].needsToken)
    }

    @Test func `a builtin that is given stays where it is`() throws {
        let spec = try spec(
            "builtin: { health: /healthz }\npublic_paths: [/healthz, /ready]\nroutes: [{ path: /a, upstream: a }]\n")
        #expect(spec.builtins.map(\.path.value.text) == ["/healthz", "/ready"])
    }

    @Test func `a route that is listed needs no token, with every method and spelling`() throws {
        let spec = try spec(
            """
            defaults: { auth_required: true, upstream: a }
            public_paths: [/login, /open/, "/x/{id}"]
            routes:
              - { path: /login, method: GET }
              - { path: /login, method: POST }
              - { match: { path_prefix: /open/ } }
              - { path: "/x/{id}" }
              - { path: /login/, method: GET }
            """)
        #expect(spec.routes.map(\.needsToken) == [false, false, false, false, true])
    }

    @Test func `a spec of public routes needs no auth`() throws {
        let spec = try readClean("version: \"1.0\"\npublic_paths: [/a]\nroutes: [{ path: /a, upstream: $A }]\n")
        #expect(spec.auth == nil)
    }

    @Test func `where a route needs a token and the spec has no auth, HS256 stands in`() throws {
        let auth = try #require(try readClean("version: \"1.0\"\nroutes: [{ path: /a, upstream: $A }]\n").auth)
        let provider = try #require(auth.providers.first)
        #expect(provider.algorithms.map(\.value) == [.hs256] && provider.secrets.map(\.value.text) == ["$JWT_SECRET"])
        #expect(provider.secrets[0].value.variables.map(\.name) == ["JWT_SECRET"])
        #expect(auth.scopeClaims == ["scopes", "scope"] && auth.roleClaims == ["roles", "role"])
    }
}
