import Testing

/// Row 42 of the reference gateways: 004's `cors`, over the real program.
@Suite("CORS as 004 has it") struct CrossOriginTests {
    private static let preflight = ["Origin: https://app.example.com", "Access-Control-Request-Method: PUT"]

    /// The fields of every response, in the order in which they stand there.
    private static let fields = [
        "Access-Control-Allow-Origin: *", "Access-Control-Allow-Methods: GET, POST, PUT, PATCH, DELETE, OPTIONS",
        "Access-Control-Allow-Headers: Content-Type, Authorization", "Access-Control-Max-Age: 86400",
    ]

    private static func crossOriginFields(_ response: Response) -> [String] {
        response.lines.filter { $0.lowercased().hasPrefix("access-control-") || $0.hasPrefix("Vary") }
    }

    @Test("every response has the fields once, whatever it is and whoever asks, and upstreams write none")
    func everyResponse() async throws {
        let upstream = try Upstream { _, socket in
            while true {
                _ = try socket.readRequest()
                try socket.respond(
                    "hello",
                    fields:
                        "access-control-allow-origin: https://evil.example\r\nAccess-Control-Allow-Credentials: true\r\n"
                )
            }
        }
        let requests: [(String, String, Int)] = [
            ("GET", "/api/v1/open/x", 200), ("GET", "/api/v1/agents/7", 401), ("GET", "/nowhere", 404),
            ("DELETE", "/api/v1/agents/7", 405), ("GET", "/api/v1/open/%zz", 400), ("GET", "/api/v1/dead", 502),
            ("GET", "/health", 200), ("GET", "/metrics", 200), ("OPTIONS", "/api/v1/options", 200),
            ("OPTIONS", "*", 204),
        ]
        try await GatewayProcess.run(.crossOrigin, upstream: upstream.port) { gateway in
            for (method, target, status) in requests {
                for origin in [[], ["Origin: https://app.example.com"]] {
                    let response = try gateway.answer(method, target, origin)
                    #expect(response.status == status, "\(method) \(target)")
                    #expect(Self.crossOriginFields(response) == Self.fields, "\(method) \(target)")
                }
            }
            let socket = try gateway.connect()
            try socket.send("nonsense\r\n\r\n")
            let malformed = try socket.readResponse(to: "GET")
            #expect(malformed.status == 400)
            #expect(Self.crossOriginFields(malformed) == Self.fields)
        }
    }

    @Test("a connection for which there is no room is told so to the page too")
    func noRoom() async throws {
        let upstream = try Upstream.echo()
        try await GatewayProcess.run(.crossOrigin, upstream: upstream.port) { gateway in
            let taken = try (0..<4).map { _ in try gateway.connect() }
            for socket in taken {
                try socket.send(GatewayProcess.request("GET", "/health"))
                #expect(try socket.readResponse(to: "GET").status == 200)
            }
            let refused = try gateway.connect().readResponse(to: "GET")
            #expect(refused.status == 503)
            #expect(Self.crossOriginFields(refused) == Self.fields)
        }
    }

    @Test("a preflight is answered before anybody asks for a token, on every path of the table and no other")
    func preflights() async throws {
        let reached = Counter()
        let upstream = try Upstream { _, _ in reached.add() }
        let targets: [(String, Int)] = [
            ("/api/v1/agents/7", 200), ("/api/v1/open/x", 200), ("/api/v1/beta", 200), ("/health", 200),
            ("/api/v1/options", 200), ("/nowhere", 404), ("/api/v1/agents/", 404), ("/api/v1/../x", 400),
        ]
        try await GatewayProcess.run(.crossOrigin, upstream: upstream.port) { gateway in
            for (target, status) in targets {
                let response = try gateway.answer("OPTIONS", target, Self.preflight)
                #expect(response.status == status, "\(target)")
                #expect(Self.crossOriginFields(response) == Self.fields, "\(target)")
                if status == 200 { #expect(response.body.isEmpty && response["Content-Length"] == "0", "\(target)") }
            }
        }
        #expect(reached.value == 0)
    }

    @Test("other OPTIONS are answered with the path's methods, but for a route that names OPTIONS")
    func otherOptions() async throws {
        let upstream = try Upstream.echo()
        try await GatewayProcess.run(.crossOrigin, upstream: upstream.port) { gateway in
            let agents = try gateway.answer("OPTIONS", "/api/v1/agents/7")
            #expect(agents.status == 200 && agents["Allow"] == "GET, HEAD, PUT, OPTIONS")
            let open = try gateway.answer("OPTIONS", "/api/v1/open/x", ["Origin: https://app.example.com"])
            #expect(open.status == 200 && open["Allow"] == "GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS")
            #expect(try gateway.answer("OPTIONS", "/api/v1/options").body.hasPrefix("OPTIONS /api/v1/options "))
            #expect(try gateway.answer("OPTIONS", "/nowhere").status == 404)
        }
    }
}
