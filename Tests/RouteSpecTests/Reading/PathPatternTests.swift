import Testing

@testable import RouteSpec

@Suite struct PathPatternTests {
    /// `/a/{x}` for literals and names; a wildcard's name stands behind a colon.
    private func shown(_ pattern: PathPattern) -> String {
        let segments = pattern.segments.map { segment in
            switch segment {
            case .literal(let text): "/'\(text)'"
            case .parameter(let name): "/{\(name)}"
            }
        }.joined()
        switch pattern.ending {
        case .exact: return segments
        case .below(let name): return segments + "/*" + (name.map { ":\($0)" } ?? "")
        case .atAndBelow: return segments + "*"
        }
    }

    @Test(arguments: [
        ("/", "/''"), ("/a", "/'a'"), ("/a/", "/'a'/''"), ("/{id}", "/{id}"), ("/{a}/b/{c-1}/", "/{a}/'b'/{c-1}/''"),
        ("/*", "/*"), ("/a/*", "/'a'/*"), ("/a/*rest", "/'a'/*:rest"), ("/{a}/*b", "/{a}/*:b"), ("/a*", "/'a'*"),
        ("/{x}/a*", "/{x}/'a'*"), ("/%61dmin", "/'admin'"), ("/a%2db%2E%7e", "/'a-b.~'"),
        ("/a%20b%c3%a9", "/'a%20b%C3%A9'"),
        ("/café", "/'caf%C3%A9'"), ("/日*", "/'%E6%97%A5'*"), ("/a:b@c!$&'()+,;=", "/'a:b@c!$&'()+,;='"),
        ("/$HOME/$$", "/'$HOME'/'$$'"),
        ("/%7Bid%7D", "/'%7Bid%7D'"), ("/a%2Ab", "/'a%2Ab'"), ("/...", "/'...'"), ("/.well-known", "/'.well-known'"),
    ])
    func `paths are cut at their slashes and normalised`(_ text: String, _ pattern: String) throws {
        let parsed = try PathPattern(parsing: text)
        #expect(shown(parsed) == pattern)
        #expect(parsed.text == text)
    }

    @Test func `a prefix is all that lies below it`() throws {
        let pattern = try PathPattern(parsingPrefix: "/api/users/")
        #expect(shown(pattern) == "/'api'/'users'/*")
        #expect(pattern.text == "/api/users/*")
        #expect(shown(try PathPattern(parsingPrefix: "/")) == "/*")
    }

    @Test func `sixteen names are allowed`() throws {
        let names = (1...16).map { "/{a\($0)}" }.joined()
        #expect(try PathPattern(parsing: names).parameters.count == 16)
        #expect(throws: Fault.self) { try PathPattern(parsing: names + "/*") }
    }

    @Test(
        arguments: [
            ("/x", "/a/{id}", [.literal("/x")]),
            ("/x/{id}/y", "/a/{id}", [.literal("/x/"), .parameter("id"), .literal("/y")]),
            ("/{b}/{a}", "/{a}/{b}", [.literal("/"), .parameter("b"), .literal("/"), .parameter("a")]),
            ("/x/*", "/a/*", [.literal("/x/"), .wildcard]), ("/*", "/a/*", [.literal("/"), .wildcard]),
            ("/x*", "/a*", [.literal("/x"), .wildcard]),
            ("/x", "/a/*", [.literal("/x")]), ("/é/", "/a", [.literal("/%C3%A9/")]), ("/", "/a*", [.literal("/")]),
        ] as [(String, String, [RewriteTemplate.Part])])
    func `rewrites`(_ text: String, _ path: String, _ parts: [RewriteTemplate.Part]) throws {
        let rewrite = try RewriteTemplate(parsing: text)
        #expect(rewrite.parts == parts)
        #expect(rewrite.fault(on: try PathPattern(parsing: path)) == nil)
    }

    @Test(arguments: [
        ("api.example.com", HostPattern.exact("api.example.com")), ("API.Example.com", .exact("api.example.com")),
        ("*.Example.com", .below("example.com")), ("localhost", .exact("localhost")), ("10.0.0.1", .exact("10.0.0.1")),
        ("[::1]", .exact("[::1]")), ("a_b.internal", .exact("a_b.internal")),
    ])
    func `hosts`(_ text: String, _ host: HostPattern) throws { #expect(try HostPattern(parsing: text) == host) }
}
