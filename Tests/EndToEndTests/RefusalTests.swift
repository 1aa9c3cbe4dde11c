import Foundation
import Mocks
import Testing

/// The table of 002, "Common Error Codes", and what else the gateway of `spec/` refuses.
@Suite("The gateway refuses") struct RefusalTests {
    /// What a client brings along.
    enum Credentials: Sendable {
        case none
        case field(String)
        case token([String: ClaimValue] = [:], expiresIn: Int = 3600, secret: String = TestToken.secret)

        func fields() async throws -> [String] {
            switch self {
            case .none: []
            case .field(let field): [field]
            case .token(let changes, let seconds, let secret):
                ["Authorization: Bearer \(try await TestToken.make(changes, expiresIn: seconds, secret: secret))"]
            }
        }
    }

    struct Row: Sendable, CustomTestStringConvertible {
        let testDescription: String
        let method: String
        let path: String
        let credentials: Credentials
        let status: Int
        let code: String

        init(
            _ what: String, _ method: String, _ path: String, _ credentials: Credentials, _ status: Int, _ code: String
        ) {
            testDescription = what
            self.method = method
            self.path = path
            self.credentials = credentials
            self.status = status
            self.code = code
        }
    }

    private static let unsigned = "eyJhbGciOiJub25lIn0.eyJleHAiOjk5OTk5OTk5OTl9."

    static let rows = [
        Row("no token", "GET", "/api/v1/agents", .none, 401, "UNAUTHORIZED"),
        Row("garbage", "GET", "/api/v1/agents", .field("Authorization: Bearer a.b.c"), 401, "UNAUTHORIZED"),
        Row("another scheme", "GET", "/api/v1/agents", .field("Authorization: Basic dTpw"), 401, "UNAUTHORIZED"),
        Row("a token in a cookie", "GET", "/api/v1/agents", .field("Cookie: token=a.b.c"), 401, "UNAUTHORIZED"),
        Row(
            "an unsigned token", "GET", "/api/v1/agents", .field("Authorization: Bearer \(unsigned)"), 401,
            "UNAUTHORIZED"),
        Row("an expired token", "GET", "/api/v1/agents", .token(expiresIn: -60), 401, "EXPIRED_TOKEN"),
        Row("an expired token, for writing", "POST", "/api/v1/agents", .token(expiresIn: -60), 401, "EXPIRED_TOKEN"),
        Row("a token of later", "GET", "/api/v1/agents", .token(["nbf": .integer(4_000_000_000)]), 401, "UNAUTHORIZED"),
        Row("another issuer", "GET", "/api/v1/agents", .token(["iss": "somebody-else"]), 401, "UNAUTHORIZED"),
        Row("another audience", "GET", "/api/v1/agents", .token(["aud": "another-api"]), 401, "UNAUTHORIZED"),
        Row("another secret", "GET", "/api/v1/agents", .token(secret: "another-secret"), 401, "UNAUTHORIZED"),
        Row("no scope, POST", "POST", "/api/v1/agents", .token(), 403, "INSUFFICIENT_SCOPE"),
        Row("no scope, PUT", "PUT", "/api/v1/agents/7", .token(), 403, "INSUFFICIENT_SCOPE"),
        Row("part of the scope", "POST", "/api/v1/agents", .token(["scopes": ["write"]]), 403, "INSUFFICIENT_SCOPE"),
        Row("no such path", "GET", "/api/v1/nothing", .token(), 404, "NOT_FOUND"),
        Row("a path below", "GET", "/api/v1/agents/7/x", .token(), 404, "NOT_FOUND"),
        Row("a slash behind", "GET", "/api/v1/agents/", .token(), 404, "NOT_FOUND"),
        Row("a method that is not there", "DELETE", "/api/v1/agents", .token(), 405, "METHOD_NOT_ALLOWED"),
        Row("TRACE", "TRACE", "/api/v1/agents", .token(), 405, "METHOD_NOT_ALLOWED"),
        Row("a dot segment", "GET", "/api/v1/agents/../agents", .token(), 400, "BAD_REQUEST"),
        Row("a dot segment with parameters", "GET", "/api/v1/agents/..;x=1/agents", .token(), 400, "BAD_REQUEST"),
        Row("an encoded slash", "PUT", "/api/v1/agents/a%2fb", .token(), 400, "BAD_REQUEST"),
        Row("an empty segment", "GET", "/api//v1/agents", .token(), 400, "BAD_REQUEST"),
        Row("a dead upstream", "GET", "/api/v1/agents", .token(), 503, "SERVICE_UNAVAILABLE"),
    ]

    @Test("with 002's envelope, word for word", arguments: rows)
    func refusal(row: Row) async throws {
        let dead = try DeadPort()
        let fields = try await row.credentials.fields()
        let response = try await GatewayProcess.run(upstream: dead.port) { gateway in
            try gateway.answer(row.method, row.path, fields)
        }
        #expect(response.status == row.status)
        #expect(response["Content-Type"] == "application/json")
        let envelope =
            #/
            \{"error":\{"code":"([A-Z_]+)","message":"([^"]+)","request_id":"([^"]+)"\},
            "metadata":\{"success":false,"timestamp":"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ"\}\}
            /#
        let error = try #require(response.body.wholeMatch(of: envelope), "\(response.body)")
        #expect(error.1 == row.code)
        #expect(error.3 == response["X-Request-ID"] ?? "")
    }

    @Test("a token that does not hold in 002's own words")
    func message() async throws {
        let dead = try DeadPort()
        let response = try await GatewayProcess.run(upstream: dead.port) { gateway in
            try gateway.answer("GET", "/api/v1/agents", ["Authorization: Bearer a.b.c", "X-Request-ID: req-abc123"])
        }
        #expect(
            response.body.hasPrefix(
                #"{"error":{"code":"UNAUTHORIZED","message":"Invalid or expired token","request_id":"req-abc123"},"#
                    + #""metadata":{"success":false,"timestamp":""#))
    }

    @Test(
        "other methods with those that there are",
        arguments: [
            ("/api/v1/agents", "GET, HEAD, POST, OPTIONS"), ("/api/v1/agents/7", "PUT, OPTIONS"),
            ("/health", "GET, HEAD, OPTIONS"),
        ])
    func allow(path: String, methods: String) async throws {
        let dead = try DeadPort()
        let (delete, options) = try await GatewayProcess.run(upstream: dead.port) { gateway in
            (try gateway.answer("DELETE", path), try gateway.answer("OPTIONS", path))
        }
        #expect(delete.status == 405)
        #expect(delete["Allow"].map(Self.names) == Self.names(methods))
        #expect(options.status == 204)
        #expect(options["Allow"].map(Self.names) == Self.names(methods))
        #expect(options["Content-Length"] == nil)
    }

    private static func names(_ list: String) -> Set<String> { Set(list.components(separatedBy: ", ")) }

    @Test(
        "what is malformed, and goes on serving others",
        arguments: ["GET / HTTP/1.1\r\n\r\n", "GET\r\n\r\n", "\u{0}\u{1}\r\n\r\n"])
    func malformed(request: String) async throws {
        let dead = try DeadPort()
        let (response, health) = try await GatewayProcess.run(upstream: dead.port) { gateway in
            let socket = try gateway.connect()
            try socket.send(request)
            return (try socket.readResponse(), try gateway.answer("GET", "/health"))
        }
        #expect(response.status == 400)
        #expect(response["Connection"] == "close")
        #expect(health.status == 200)
    }

    @Test("a body over the limit, told by its length, before the upstream hears of it")
    func tooLong() async throws {
        let upstream = try Upstream.echo()
        let writer = try await TestToken.writer()
        let response = try await GatewayProcess.run(upstream: upstream.port) { gateway in
            try gateway.answer("POST", "/api/v1/agents", [writer, "Content-Length: 10485761"])
        }
        #expect(response.status == 413)
        #expect(response.body.contains("REQUEST_TOO_LARGE"))
    }

    @Test(
        "what is too large, with the limit for programs",
        arguments: [
            (
                "GET /slow HTTP/1.1\r\nHost: a\r\nContent-Length: 20000000\r\n\r\n", "request_too_large", "max_bytes",
                10_485_760
            ),
            (
                "GET /\(String(repeating: "a", count: 9000)) HTTP/1.1\r\nHost: a\r\n\r\n", "uri_too_long", "max_bytes",
                8192
            ),
            (
                "GET /slow HTTP/1.1\r\nHost: a\r\nX: \(String(repeating: "a", count: 70_000))\r\n\r\n",
                "headers_too_large",
                "max_bytes", 65_536
            ),
            (
                "GET /slow HTTP/1.1\r\nHost: a\r\n\(String(repeating: "X: a\r\n", count: 100))\r\n",
                "headers_too_large",
                "max_fields", 100
            ),
        ])
    func flatLimits(request: String, code: String, member: String, limit: Int) async throws {
        let dead = try DeadPort()
        let body = try await GatewayProcess.run(.limits, upstream: dead.port) { gateway in
            let socket = try gateway.connect()
            try socket.send(request)
            return try socket.readResponse().body
        }
        #expect(body.hasPrefix("{\"error\":\"\(code)\","), "\(body)")
        #expect(body.contains(",\"\(member)\":\(limit)"), "\(body)")
    }

    @Test("a chunked body over the limit, as soon as it is over")
    func tooManyChunks() async throws {
        let upstream = try Upstream.echo()
        let writer = try await TestToken.writer()
        let response = try await GatewayProcess.run(upstream: upstream.port) { gateway in
            let socket = try gateway.connect()
            try socket.send(GatewayProcess.request("POST", "/api/v1/agents", [writer, "Transfer-Encoding: chunked"]))
            let chunk = "100000\r\n" + String(repeating: "x", count: 1 << 20) + "\r\n"
            // The eleventh MiB is one too many; it is the last thing that is sent.
            for _ in 0..<11 { try socket.send(chunk) }
            return try socket.readResponse(to: "POST")
        }
        #expect(response.status == 413)
        #expect(response.body.contains("REQUEST_TOO_LARGE"))
    }
}
