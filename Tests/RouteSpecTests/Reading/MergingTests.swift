import Testing

@testable import RouteSpec

@Suite struct MergingTests {
    private static let routes = SpecFile(
        path: "b.yaml", text: "version: \"1.0\"\nroutes:\n  - { path: /b, upstream: agents, auth_required: false }\n")

    @Test func `maps merge to any depth, lists of routes add up, in the order of the files`() throws {
        let files = [
            SpecFile(
                path: "a.yaml",
                text: """
                    server: { limits: { body: 2MiB }, timeouts: { read: 1s } }
                    upstreams: { agents: { url: http://agents } }
                    defaults: { timeout: 9s }
                    public_paths: [/health]
                    expect: [{ GET: /b, status: 404 }]
                    routes: [{ path: /a, upstream: tools, auth_required: false }]
                    """),
            Self.routes,
            SpecFile(
                path: "c.yaml",
                text: """
                    version: "1.0"
                    server: { limits: { header: 32KiB }, timeouts: { write: 2s } }
                    upstreams: { tools: { url: http://tools } }
                    defaults: { limits: { body: 1KiB } }
                    public_paths: [/ready]
                    expect: [{ GET: /a, status: 404 }]
                    """),
        ]
        var diagnostics = Diagnostics()
        let spec = try #require(readSpec(files: files, into: &diagnostics))
        #expect(diagnostics.all == [])
        #expect(spec.routes.map(\.paths[0].value.text) == ["/a", "/b"])
        #expect(spec.routes.map(\.paths[0].mark.path) == ["a.yaml", "b.yaml"])
        #expect(spec.routes.allSatisfy { $0.timeout == .seconds(9) && $0.bodyLimit == 1_024 })
        #expect(spec.server.bodyLimit == 2 << 20 && spec.server.headerLimit == 32 << 10)
        #expect(spec.server.readTimeout == .seconds(1) && spec.server.writeTimeout == .seconds(2))
        #expect(spec.upstreams.map(\.name.value) == ["agents", "tools"])
        #expect(spec.publicPaths.map(\.value) == ["/health", "/ready"])
        #expect(spec.expectations.map(\.path.value) == ["/b", "/a"])
    }

    @Test(
        arguments: [
            (
                "version: \"1.1\"\n", "a.yaml:1:1: error: 'routes' is missing in the spec; write one route at least",
                false
            ),
            (
                "version: \"1.1\"\n",
                "b.yaml:1:10: error: 'version' is \"1.0\" here and \"1.1\" at a.yaml:1:10; write the same in every file",
                true
            ),
            ("errors: { format: envelope }\n", nil, true),
            ("x-a: 1\n", nil, true),
        ] as [(String, String?, Bool)])
    func `versions agree`(_ text: String, _ finding: String?, _ isWithRoutes: Bool) {
        let files = [SpecFile(path: "a.yaml", text: text)] + (isWithRoutes ? [Self.routes] : [])
        let found = findings(
            files + [SpecFile(path: "c.yaml", text: "upstreams: { agents: { url: http://agents } }\nx-a: 2\n")])
        if let finding { #expect(found.contains(finding), "\(found)") } else { #expect(found == []) }
    }

    @Test(arguments: [
        (
            "errors: { format: envelope }", "errors: { format: envelope }",
            "b.yaml:1:11: error: 'format' is set already at a.yaml:1:11; set it in one file"
        ),
        (
            "errors: { format: envelope }", "errors: envelope",
            "b.yaml:1:1: error: 'errors' is set already at a.yaml:1:1; set it in one file"
        ),
        (
            "auth: { scopes: [a] }", "auth: { scopes: [b] }",
            "b.yaml:1:9: error: 'scopes' is set already at a.yaml:1:9; set it in one file"
        ),
        (
            "routes: [a]", "routes: { a: b }",
            "b.yaml:1:1: error: 'routes' is set already at a.yaml:1:1; set it in one file"
        ),
        (
            "info: { title: A }", "info: { title: A }",
            "b.yaml:1:9: error: 'title' is set already at a.yaml:1:9; set it in one file"
        ),
        (
            "upstreams: { a: { url: $A } }", "upstreams: { a: { url: $A } }",
            "b.yaml:1:19: error: 'url' is set already at a.yaml:1:19; set it in one file"
        ),
    ])
    func `any other value set twice is an error that names both places`(
        _ one: String, _ other: String, _ finding: String
    ) {
        let found = findings([SpecFile(path: "a.yaml", text: one), SpecFile(path: "b.yaml", text: other)])
        #expect(found.contains(finding), "\(found)")
    }

    @Test func `a file that is no YAML leaves nothing missing in the others`() {
        let broken = SpecFile(path: "a.yaml", text: "upstreams: { agents: { url: http://agents }\n")
        let routes = SpecFile(
            path: "b.yaml", text: "routes:\n  - { path: /b, upstream: agents, timeout: 5, public: true }\n")
        let found = findings([broken, routes])
        #expect(
            found.map { $0.prefix(20) } == ["a.yaml:2:1: error: n", "b.yaml:2:44: error: ", "b.yaml:2:47: error: "])
    }

    @Test func `nothing comes of files without a map`() {
        var diagnostics = Diagnostics()
        #expect(readSpec(files: [SpecFile(path: "a.yaml", text: "")], into: &diagnostics) == nil)
        #expect(diagnostics.errorCount == 1)
    }
}
