import GatewayRuntime
import Testing

@Suite("devkit login") struct LoginCommandTests {
    private static let credentials = #"{"email":"admin@aegis.local","password":"aegis-dev-admin"}"#

    @Test("logs in through the gateway; its token is taken from the header and from the cookie, with 004's roles")
    func login() async throws {
        let upstream = try Upstream.echo()
        let partner = try PartnerKeys([.edDSA])
        let login = try await onThread {
            let login = try DevKitServer("login", environment: ["JWT_SECRET": TestToken.secret])
            _ = try login.process.errors.first { $0.contains("FOR DEVELOPMENT ONLY") }
            return login
        }
        try await GatewayProcess.run(
            .identity, upstream: upstream.port,
            environment: partner.environment.merging(["AUTH_URL": "http://127.0.0.1:\(login.port)"]) { $1 }
        ) { gateway in
            let session = try gateway.answer("POST", "/api/v1/auth/token", body: Self.credentials)
            #expect(session.status == 200, "\(session.body)")
            #expect(session["Cache-Control"] == "no-store")
            let token = try #require(session.body.firstMatch(of: /"access_token":"([^"]+)"/)).1
            #expect(session.body.contains(#""token_type":"Bearer""#) && session.body.contains(#""expires_in":86400"#))
            let cookie = try #require(session["Set-Cookie"])
            #expect(cookie == "aegis_token=\(token); Path=/; Max-Age=86400; HttpOnly; SameSite=Lax")

            let byCookie = try gateway.answer("GET", "/things/admin/x", ["Cookie: aegis_token=\(token)"])
            #expect(byCookie.status == 200)
            #expect(byCookie.body.contains("X-Roles: admin,operator,reviewer\r\n"))
            #expect(byCookie.body.contains("X-User-ID: dev-admin\r\n"))
            #expect(try gateway.answer("GET", "/things", ["Authorization: Bearer \(token)"]).status == 200)
            #expect(try gateway.answer("GET", "/things", ["X-API-Key: \(token)"]).status == 401)
            #expect(try gateway.answer("GET", "/things").status == 401)
        }
        #expect(!login.process.errors.text.contains("default"))
    }

    @Test("works without any setting, with the secret that 004's gateway has by default, and says so")
    func defaults() async throws {
        let upstream = try Upstream.echo()
        let partner = try PartnerKeys([.edDSA])
        let login = try await onThread {
            let login = try DevKitServer("login")
            _ = try login.process.errors.first { $0.contains("JWT_SECRET is not set") }
            return login
        }
        try await GatewayProcess.run(
            .identity, upstream: upstream.port, environment: partner.environment.merging(["JWT_SECRET": ""]) { $1 }
        ) { gateway in
            let form = "username=admin%40aegis.local&password=aegis-dev-admin"
            let session = try login.answer(
                "POST", "/api/v1/auth/token", ["Content-Type: application/x-www-form-urlencoded"], body: form)
            let token = try #require(session.body.firstMatch(of: /"access_token":"([^"]+)"/)).1
            #expect(try gateway.answer("GET", "/things", ["Authorization: Bearer \(token)"]).status == 200)
        }
    }

    @Test(
        "lets nobody else in",
        arguments: [
            ("POST", "/auth/token", #"{"email":"admin@aegis.local","password":"aegis"}"#, 401),
            ("POST", "/auth/token", #"{"email":"root@aegis.local","password":"aegis-dev-admin"}"#, 401),
            ("POST", "/auth/token", #"{"email":"admin@aegis.local"}"#, 400), ("POST", "/auth/token", "", 400),
            ("POST", "/auth/token", #"{"email":["admin@aegis.local"],"password":"aegis-dev-admin"}"#, 400),
            ("GET", "/auth/token", nil, 405), ("POST", "/auth/other", credentials, 404),
        ] as [(String, String, String?, Int)])
    func refused(method: String, path: String, body: String?, status: Int) async throws {
        let answer = try await onThread { try DevKitServer("login").answer(method, path, body: body) }
        #expect(answer.status == status)
        #expect(answer["Set-Cookie"] == nil && !answer.body.contains("access_token"))
    }
}
