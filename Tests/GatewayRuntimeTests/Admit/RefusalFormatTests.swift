import Foundation
import Testing

@testable import GatewayRuntime

/// A refusal of the gateway's for a token, in each of `errors.format`.
@Suite("A refusal for a token")
struct RefusalFormatTests {
    private enum Scope: String { case write = "write:items" }
    private enum Role: String { case admin }

    /// What is wrong, what is answered, and what `WWW-Authenticate` says of it.
    struct Row: Sendable, CustomTestStringConvertible {
        let testDescription: String
        let path: String
        let payload: String?
        let status: Int
        let code: String
        let challenge: String?
    }

    private static let later = Int64(Date().timeIntervalSince1970) + 3600

    static let rows = [
        Row(
            testDescription: "no token", path: "/any/x", payload: nil, status: 401, code: "UNAUTHORIZED",
            challenge: "Bearer"),
        Row(
            testDescription: "a bad token", path: "/any/x", payload: "{}", status: 401, code: "UNAUTHORIZED",
            challenge: "Bearer error=\"invalid_token\""),
        Row(
            testDescription: "an expired token", path: "/any/x", payload: "{\"exp\":1}", status: 401,
            code: "EXPIRED_TOKEN", challenge: "Bearer error=\"invalid_token\""),
        Row(
            testDescription: "a token without a scope", path: "/items/7", payload: "{\"exp\":\(later)}", status: 403,
            code: "INSUFFICIENT_SCOPE", challenge: "Bearer error=\"insufficient_scope\", scope=\"write:items\""),
        Row(
            testDescription: "a token without a role", path: "/files/x",
            payload: "{\"exp\":\(later),\"role\":\"guest\"}", status: 403, code: "FORBIDDEN", challenge: nil),
    ]

    private func answer(_ row: Row, _ format: ErrorDefinition.Format) async throws -> Response {
        var options = TestGateway.Options()
        options.auth = AuthDefinition(
            providers: [ProviderDefinition("jwt", algorithms: [.hs256], secrets: ["$S"])], scopeClaims: ["scope"],
            roleClaims: ["role"], claimHeaders: [])
        options.access = AccessTable { access in
            access.require(PathRoute.item, scopes: [Scope.write])
            access.require(PathRoute.files, anyRole: [Role.admin])
        }
        options.environment = ["S": TestToken.secret]
        options.errors = format
        let upstream = try DeadPort()
        let field = row.payload.map { "Authorization: Bearer \(TestToken.signed(payload: $0))\r\n" } ?? ""
        return try await TestGateway.run(upstreamPort: upstream.port, options) { gateway in
            try gateway.answer("GET \(row.path) HTTP/1.1\r\nHost: a\r\nX-Request-ID: r\r\n\(field)\r\n")
        }
    }

    @Test("is an envelope", arguments: rows)
    func envelope(_ row: Row) async throws {
        let answer = try await answer(row, .envelope)
        #expect(answer.status == row.status && answer["WWW-Authenticate"] == row.challenge)
        #expect(answer["Content-Type"] == "application/json")
        #expect(answer.body.hasPrefix("{\"error\":{\"code\":\"\(row.code)\",\"message\":\""))
        #expect(answer.body.contains("\"request_id\":\"r\"},\"metadata\":{\"success\":false,"))
    }

    @Test("is flat", arguments: rows)
    func flat(_ row: Row) async throws {
        let answer = try await answer(row, .flat)
        #expect(answer.status == row.status && answer["WWW-Authenticate"] == row.challenge)
        #expect(answer["Content-Type"] == "application/json")
        #expect(answer.body.hasPrefix("{\"error\":\"\(row.code.lowercased())\",\"message\":\""))
        #expect(answer.body.hasSuffix("\",\"request_id\":\"r\"}"))
    }

    @Test("is a problem (RFC 9457)", arguments: rows)
    func problem(_ row: Row) async throws {
        let answer = try await answer(row, .problem)
        #expect(answer.status == row.status && answer["WWW-Authenticate"] == row.challenge)
        #expect(answer["Content-Type"] == "application/problem+json")
        #expect(answer.body.hasPrefix("{\"type\":\"about:blank\",\"title\":\""))
        #expect(answer.body.hasSuffix(",\"status\":\(row.status),\"code\":\"\(row.code)\",\"request_id\":\"r\"}"))
    }
}
