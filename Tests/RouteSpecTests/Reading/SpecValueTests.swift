import Testing

@testable import RouteSpec

/// What a spec says is what the model holds.
@Suite struct SpecValueTests {
    private static let least = "version: \"1.0\"\nroutes: [{ path: /a, upstream: $A, auth_required: false }]\n"

    @Test func `silence is the standard`() throws {
        let spec = try readClean(Self.least)
        #expect(spec.server.listen.text == ":${PORT:-8080}")
        #expect(spec.server.headerTimeout == .seconds(5) && spec.server.readTimeout == .seconds(15))
        #expect(spec.server.writeTimeout == .seconds(60) && spec.server.idleTimeout == .seconds(60))
        #expect(spec.server.drainTimeout == .seconds(30) && spec.server.headerLimit == 65_536)
        #expect(
            spec.server.fieldLimit == 100 && spec.server.targetLimit == 8_192 && spec.server.bodyLimit == 10_485_760)
        #expect(spec.errors.format == .envelope && spec.errors.upstreamUnavailable == 502)
        #expect(spec.auth == nil && spec.builtins.isEmpty && spec.lint.isEmpty)
        let route = try #require(spec.routes.first)
        #expect(route.methods.isEmpty && route.host == nil && route.headers.isEmpty && route.query.isEmpty)
        #expect(route.timeout == nil && route.bodyLimit == 10_485_760 && !route.isDeprecated && route.tags.isEmpty)
        #expect(route.upstream?.value == .url(Template(text: "$A")))
    }

    @Test(arguments: [
        ("300ms", Duration.milliseconds(300)), ("60s", .seconds(60)), ("5m", .seconds(300)), ("2h", .seconds(7_200)),
        ("1d", .seconds(86_400)), ("\"60s\"", .seconds(60)),
    ])
    func `durations`(_ text: String, _ duration: Duration) throws {
        let spec = try readClean(
            "version: \"1.0\"\nroutes: [{ path: /a, upstream: $A, auth_required: false, timeout: \(text) }]\n")
        #expect(spec.routes[0].timeout == duration)
    }

    @Test(arguments: [
        ("0B", 0), ("100B", 100), ("64KiB", 65_536), ("1MiB", 1_048_576), ("3GiB", 3_221_225_472), ("1TiB", 1 << 40),
    ])
    func `sizes`(_ text: String, _ size: Int) throws {
        let spec = try readClean(
            "version: \"1.0\"\nroutes: [{ path: /a, upstream: $A, auth_required: false, limits: { body: \(text) } }]\n")
        #expect(spec.routes[0].bodyLimit == size)
    }

    @Test func `everything that a gateway can say`() throws {
        let spec = try readClean(
            """
            version: "1.0"
            info: { title: "Costs $$5", version: 1.2.3, description: All of it }
            server:
              listen: "127.0.0.1:${PORT:-9000}"
              timeouts: { header: 1s, read: 2s, write: 3s, idle: 4s, drain: 0s }
              limits: { header: 16KiB, headers: 50, target: 4KiB, body: 1MiB }
            builtin: { health: { path: /healthz, format: text }, ready: /up, metrics: {}, docs: { path: /docs } }
            errors: { format: envelope, upstream_unavailable: 503 }
            auth:
              jwt: { algorithms: [HS256], secret: [$A, "${B:-}"], issuers: [me, $ISSUER], audiences: [you], leeway: 30s }
              claim_to_headers: { X-User: sub, X-Tier: { claim: tier, default: free } }
              scope_claim: scp
              role_claim: groups
              roles: { admin: { includes: [editor] }, editor: {} }
              scopes: { "write:agents": Change agents }
            upstreams:
              agents: { url: "http://agents:80/base", connect: { timeout: 1s, response_header_timeout: 2s, idle_timeout: 3s, max_idle: 4 } }
            lint: { role_gap: error, unused_role: off }
            routes:
              - path: /a
                upstream: agents
                scopes: ["write:agents"]
                roles: [editor]
            """)
        #expect(spec.title == "Costs $5" && spec.version == "1.2.3" && spec.description == "All of it")
        #expect(spec.server.listen.text == "127.0.0.1:${PORT:-9000}" && spec.server.drainTimeout == .zero)
        #expect(spec.server.headerLimit == 16_384 && spec.server.fieldLimit == 50 && spec.server.targetLimit == 4_096)
        #expect(spec.builtins.map(\.kind) == [.health, .ready, .metrics, .docs])
        #expect(spec.builtins.map(\.path.value.text) == ["/healthz", "/up", "/metrics", "/docs"])
        #expect(spec.builtins[0].format == .text)
        #expect(spec.errors.upstreamUnavailable == 503)
        let auth = try #require(spec.auth)
        let provider = try #require(auth.providers.first)
        #expect(provider.secrets.map(\.value.text) == ["$A", "${B:-}"])
        #expect(provider.issuers.map(\.value.text) == ["me", "$ISSUER"])
        #expect(provider.audiences.map(\.text) == ["you"] && provider.leeway == .seconds(30))
        #expect(auth.scopeClaims == ["scp"] && auth.roleClaims == ["groups"])
        #expect(
            auth.claimHeaders.map(\.header.value) == ["X-User", "X-Tier"]
                && auth.claimHeaders.map(\.claim) == ["sub", "tier"])
        #expect(auth.claimHeaders.map(\.fallback) == [nil, "free"])
        #expect(
            auth.roles?.map(\.name.value) == ["admin", "editor"] && auth.roles?[0].includes.map(\.value) == ["editor"])
        #expect(auth.scopes?.map(\.name.value) == ["write:agents"] && auth.scopes?[0].text == "Change agents")
        let upstream = try #require(spec.upstreams.first)
        #expect(
            upstream.targets.map(\.url.value.text) == ["http://agents:80/base"]
                && upstream.connectTimeout == .seconds(1))
        #expect(
            upstream.responseHeaderTimeout == .seconds(2) && upstream.idleTimeout == .seconds(3)
                && upstream.maxIdle == 4)
        #expect(spec.lint.mapValues(\.value) == ["role_gap": .error, "unused_role": .off])
    }

    @Test func `everything that a route can say`() throws {
        let spec = try readClean(
            """
            version: "1.0"
            auth: { jwt: { secret: $S } }
            upstreams: { agents: { url: $A } }
            routes:
              - name: changeAgent
                description: Changes an agent
                tags: [agents, writes]
                deprecated: true
                path: ["/v1/agents/{id}", "/v2/agents/{id}"]
                method: [PUT, PATCH]
                match: { host: API.example.com, headers: { X-B: two, X-A: "1" }, query: { v: "2", dry: "" } }
                proxy_upstream: agents
                rewrite: /agents/{id}
                scopes: ["write:agents"]
                roles: [admin]
                timeout: 5s
                limits: { body: 1KiB }
                request: { params: { id: { type: integer, description: Its number } }, query: { dry: { type: boolean, required: true }, q: {} } }
                response: { "200": { description: Done }, 4XX: {}, default: {} }
            """)
        let route = try #require(spec.routes.first)
        #expect(route.mark.line == 5 && route.mark.column == 5)
        #expect(route.name?.value == "changeAgent" && route.description == "Changes an agent")
        #expect(route.tags == ["agents", "writes"] && route.isDeprecated)
        #expect(route.paths.map(\.value.text) == ["/v1/agents/{id}", "/v2/agents/{id}"])
        #expect(route.methods.map(\.value) == [.put, .patch] && route.host?.value == .exact("api.example.com"))
        #expect(route.headers == [.init(name: "X-A", test: .exact("1")), .init(name: "X-B", test: .exact("two"))])
        #expect(route.query == [.init(name: "dry", test: .exact("")), .init(name: "v", test: .exact("2"))])
        #expect(route.upstream?.value == .named("agents") && route.rewrite?.value.text == "/agents/{id}")
        #expect(route.scopes.map(\.value) == ["write:agents"] && route.roles.map(\.value) == ["admin"])
        #expect(route.needsToken && route.authRequiredMark == nil)
        #expect(route.timeout == .seconds(5) && route.bodyLimit == 1_024)
        #expect(route.parameters.map(\.name.value) == ["id", "dry", "q"])
        #expect(route.parameters.map(\.location) == [.path, .query, .query])
        #expect(route.parameters.map(\.type) == [.integer, .boolean, .string])
        #expect(route.parameters.map(\.isRequired) == [true, true, false])
        #expect(route.responses.map(\.status.value) == ["200", "4XX", "default"])
    }

    @Test func `schemas keep their order, and numbers become JSON`() throws {
        let spec = try readClean(
            """
            version: "1.0"
            schemas:
              Widget:
                type: [object, "null"]
                required: [name]
                properties: { name: { type: string, pattern: ^a$ }, part: { $ref: "#/schemas/Part" }, $ref: { type: string } }
                minProperties: 1
                additionalProperties: false
              Part: { type: number, minimum: .5, maximum: +10., exclusiveMaximum: 1E3, multipleOf: 007.50, enum: [1, -0x1, a, true, { b: [c] }] }
            routes:
              - { path: /a, upstream: $A, auth_required: false, response: { 200: { body: { type: array, items: { $ref: "#/schemas/Widget" } } } } }
            """)
        #expect(spec.schemas.map(\.name.value) == ["Widget", "Part"])
        #expect(spec.schemas[0].references.map(\.value) == ["Part"])
        #expect(spec.routes[0].responses[0].references.map(\.value) == ["Widget"])
        #expect(
            spec.schemas[0].schema
                == .object([
                    .init("type", .array([.string("object"), .string("null")])),
                    .init("required", .array([.string("name")])),
                    .init(
                        "properties",
                        .object([
                            .init(
                                "name", .object([.init("type", .string("string")), .init("pattern", .string("^a$"))])),
                            .init("part", .object([.init("$ref", .string("#/schemas/Part"))])),
                            .init("$ref", .object([.init("type", .string("string"))])),
                        ])),
                    .init("minProperties", .integer(1)), .init("additionalProperties", .bool(false)),
                ]))
        #expect(
            spec.schemas[1].schema
                == .object([
                    .init("type", .string("number")), .init("minimum", .number("0.5")), .init("maximum", .number("10")),
                    .init("exclusiveMaximum", .number("1E3")), .init("multipleOf", .number("7.50")),
                    .init(
                        "enum",
                        .array([
                            .integer(1), .string("-0x1"), .string("a"), .bool(true),
                            .object([.init("b", .array([.string("c")]))]),
                        ])),
                ]))
    }

    @Test func `expectations`() throws {
        let spec = try readClean(
            Self.least + "expect: [{ GET: /a?b=c, route: one, upstream_path: /x }, { status: 404, POST: / }]\n")
        #expect(
            spec.expectations.map(\.method) == ["GET", "POST"]
                && spec.expectations.map(\.path.value) == ["/a?b=c", "/"])
        #expect(spec.expectations[0].route?.value == "one" && spec.expectations[0].upstreamPath?.value == "/x")
        #expect(spec.expectations[1].status?.value == 404)
    }
}
