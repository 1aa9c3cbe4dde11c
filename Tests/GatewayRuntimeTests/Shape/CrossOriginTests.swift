import Testing

@testable import GatewayRuntime

@Suite("CORS") struct CrossOriginTests {
    private static let listed = CrossOriginDefinition(
        origins: ["https://app.example.com", "${MORE_ORIGINS:-}"], exposedHeaders: "X-Request-ID",
        allowsCredentials: true, maxAge: 600)

    private static func options(_ cors: CrossOriginDefinition, _ environment: [String: String] = [:])
        -> TestGateway.Options
    {
        var options = TestGateway.Options()
        options.cors = cors
        options.environment = environment
        return options
    }

    private static func fields(of response: Response) -> [String] {
        response.lines.filter { $0.lowercased().hasPrefix("access-control-") || $0.lowercased().hasPrefix("vary") }
    }

    private static func request(_ method: String, _ target: String, _ fields: String...) -> String {
        "\(method) \(target) HTTP/1.1\r\nHost: a\r\n" + fields.map { $0 + "\r\n" }.joined() + "\r\n"
    }

    private static let allowed = [
        "Vary: Origin", "Access-Control-Allow-Origin: https://app.example.com",
        "Access-Control-Expose-Headers: X-Request-ID", "Access-Control-Allow-Credentials: true",
        "Access-Control-Max-Age: 600",
    ]

    @Test("of listed origins each gets its own name and credentials, others and none at all get nothing but Vary")
    func listedOrigins() async throws {
        let upstream = try Upstream { _, socket in
            while true {
                _ = try socket.readRequest()
                try socket.respond("hello", fields: "Access-Control-Allow-Origin: *\r\nVary: Accept\r\n")
            }
        }
        let environment = ["MORE_ORIGINS": "HTTPS://Other.example:443 , http://localhost:3000,"]
        try await TestGateway.run(upstreamPort: upstream.port, Self.options(Self.listed, environment)) { gateway in
            for (target, status) in [("/items", 200), ("/nowhere", 404), ("/health", 200)] {
                let relayed = status == 200 && target == "/items" ? ["Vary: Accept"] : []
                let response = try gateway.answer(Self.request("GET", target, "Origin: https://app.example.com"))
                #expect(response.status == status)
                #expect(Self.fields(of: response) == relayed + Self.allowed)
                for origin in ["https://evil.example", "https://app.example.com.evil.example", "null", "*", ""] {
                    let response = try gateway.answer(Self.request("GET", target, "Origin: \(origin)"))
                    #expect(Self.fields(of: response) == relayed + ["Vary: Origin"], "\(origin)")
                }
                #expect(Self.fields(of: try gateway.answer(Self.request("GET", target))) == relayed + ["Vary: Origin"])
            }
            for origin in ["https://other.example", "http://localhost:3000"] {
                let response = try gateway.answer(Self.request("GET", "/health", "Origin: \(origin)"))
                #expect(response["Access-Control-Allow-Origin"] == origin)
            }
        }
    }

    @Test("a preflight's answer names the methods that the path has, and only to an origin that is allowed")
    func preflight() async throws {
        let upstream = try Upstream { _, _ in }
        try await TestGateway.run(upstreamPort: upstream.port, Self.options(Self.listed)) { gateway in
            let ask = "Access-Control-Request-Method: DELETE"
            let own = [
                "Access-Control-Allow-Methods: GET, HEAD, PUT, DELETE, OPTIONS",
                "Access-Control-Allow-Headers: Authorization, Content-Type",
            ]
            let response = try gateway.answer(
                Self.request("OPTIONS", "/items/7", "Origin: https://app.example.com", ask))
            #expect(response.status == 204 && response["Content-Length"] == nil)
            #expect(Self.fields(of: response) == own + Self.allowed)
            let refused = try gateway.answer(Self.request("OPTIONS", "/items/7", "Origin: https://evil.example", ask))
            #expect(refused.status == 204)
            #expect(Self.fields(of: refused) == ["Vary: Origin"])
            let unknown = try gateway.answer(Self.request("OPTIONS", "/x", "Origin: https://app.example.com", ask))
            #expect(unknown.status == 404)
            // Without the name of a method it is no preflight.
            let other = try gateway.answer(Self.request("OPTIONS", "/items/7", "Origin: https://app.example.com"))
            #expect(other.status == 204 && other["Allow"] == "GET, HEAD, PUT, DELETE, OPTIONS")
        }
    }

    @Test("an upstream that may speak for itself is not contradicted")
    func upstreamSpeaks() async throws {
        let upstream = try Upstream { _, socket in
            try socket.respond("a", fields: "Access-Control-Allow-Origin: https://one.example\r\n")
            try socket.respond("b")
        }
        let cors = CrossOriginDefinition(origins: ["*"], stripsUpstream: false)
        try await TestGateway.run(upstreamPort: upstream.port, Self.options(cors)) { gateway in
            let own = try gateway.answer(Self.request("GET", "/items"))
            #expect(Self.fields(of: own) == ["Access-Control-Allow-Origin: https://one.example"])
            // The answer to the request before says nothing about this one.
            #expect(try gateway.answer(Self.request("GET", "/health"))["Access-Control-Allow-Origin"] == "*")
        }
    }

    @Test("every origin and credentials do not go together, and the start says so")
    func wildcard() async throws {
        let upstream = try Upstream { _, _ in }
        let cors = CrossOriginDefinition(origins: ["${ORIGINS:-*}"], allowsCredentials: true)
        try await TestGateway.run(upstreamPort: upstream.port, Self.options(cors)) { gateway in
            let response = try gateway.answer(Self.request("GET", "/health", "Origin: https://a.example"))
            #expect(Self.fields(of: response) == ["Access-Control-Allow-Origin: *"])
        }
        let settings = try GatewaySettings.resolve(
            TestGateway.definition(Self.options(cors)), environment: ["UPSTREAM_PORT": "1"])
        #expect(settings.warnings.contains { $0.contains("cors") })
    }

    static let lists: [(String, [String]?)] = [
        ("", []), (" , ,", []), ("*", ["*"]), ("https://a.example", ["https://a.example"]),
        ("https://A.Example:443,http://b.example:80", ["https://a.example", "http://b.example"]),
        ("https://a.example:80", ["https://a.example:80"]), ("http://[::1]:3000", ["http://[::1]:3000"]),
        ("capacitor://localhost", ["capacitor://localhost"]), ("a.example", nil), ("null", nil),
        ("https://a.example/", nil), ("https://a.example/path", nil), ("https://", nil), ("://a", nil),
        ("https://a b", nil), ("https://a\r\nX: y", nil), ("https://a:99999", nil),
        ("https://*.example.com", nil), ("ht tp://a", nil), ("1http://a", nil), ("https://u@a", nil),
    ]

    @Test("lists of origins", arguments: lists) func list(_ text: String, _ origins: [String]?) {
        #expect((try? AllowedOrigins.list(text)) == origins)
    }

    @Test("any text is a list of origins that browsers would write so, or is refused") func fuzz() {
        let alphabet = Array("https:/.,*[]@ aA019-é%\u{1}")
        for _ in 0..<20_000 {
            let text = "http" + String((0..<Int.random(in: 0...14)).map { _ in alphabet.randomElement() ?? "a" })
            for origin in (try? AllowedOrigins.list(text)) ?? [] where origin != "*" {
                #expect(origin.utf8.allSatisfy { $0 > 0x20 && $0 < 0x7F } && origin == origin.lowercased(), "\(text)")
                #expect((try? AllowedOrigins.list(origin)) == [origin], "\(text)")
            }
        }
    }

    @Test("a list that is not one stops the start") func badList() {
        let definition = TestGateway.definition(Self.options(Self.listed))
        #expect(throws: SettingsFailure.self) {
            try GatewaySettings.resolve(definition, environment: ["UPSTREAM_PORT": "1", "MORE_ORIGINS": "a.example"])
        }
    }
}
