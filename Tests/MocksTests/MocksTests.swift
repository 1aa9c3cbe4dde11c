import Foundation
import Mocks
import Testing

@testable import GatewayRuntime

#if canImport(FoundationNetworking)
    import FoundationNetworking
#endif

@Suite("Mocks")
struct MocksTests {
    @Test(
        "mint tokens that the gateway takes, with a short secret too",
        arguments: ["short", "a-secret-of-at-least-32-bytes-here!!"])
    func token(secret: String) async throws {
        let token = try await TokenMint(secret: secret).token(
            ["sub": .string("alice"), "org": .list([.integer(1), .bool(true), .number(1.5)])], expiresIn: 60)
        let settings = AuthSettings(
            providers: [ProviderSettings(name: "jwt", algorithms: [.hs256], secrets: [Secret(secret)])],
            scopeClaims: [], roleClaims: [],
            claimHeaders: [.init(name: "X-Org", claim: "org", defaultValue: nil)])
        let verifier = try await TokenVerifier(settings, access: AccessPlan(AccessTable { _ in }, routeCount: 0))
        let now = Int64(Date().timeIntervalSince1970)
        let parts = try SignedToken(Array(token.utf8))
        let grant = try verifier.verify(parts, for: TokenDemand(), now: now)
        #expect(String(decoding: grant.subject, as: UTF8.self) == "alice")
        #expect(String(decoding: grant.identityHeaders, as: UTF8.self) == "X-Org: 1,true,1.5\r\n")
        #expect(throws: AuthFailure.expired) { try verifier.verify(parts, for: TokenDemand(), now: now + 120) }
    }

    @Test("mint tokens that have expired, however long ago", arguments: [-1, -3600, Int.min])
    func expired(seconds: Int) async throws {
        let token = try await TokenMint(secret: "s").token([:], expiresIn: seconds)
        let payload = try #require(Base64URL.decode(token.utf8.split(separator: UInt8(ascii: "."))[1]))
        let expiry = try #require(JSON(parsing: payload)?.object?["exp"])
        let text = try #require(expiry.number)
        #expect((Double(text) ?? .infinity) < Date().timeIntervalSince1970 + (seconds == .min ? .infinity : 0))
    }

    @Test(
        "read a claim's value from JSON, and from nothing else",
        arguments: [
            ("alice", nil), ("\"7\"", .string("7")), ("7", .integer(7)), ("-1.5", .number(-1.5)),
            ("true", .bool(true)), ("[\"a\",1]", .list([.string("a"), .integer(1)])), ("", nil), ("null", .null),
            ("{\"a\":{}}", .object(["a": .object([:])])), ("{a}", nil),
        ] as [(String, ClaimValue?)])
    func claim(text: String, value: ClaimValue?) {
        #expect(ClaimValue(json: text) == value)
    }

    @Test("meet what a route asks for, and say what they made up")
    func claims() {
        var demand = RouteClaims()
        demand.names = ["sub", "nbf", "iss", "rights"]
        demand.issuer = "us"
        (demand.scopes, demand.roles) = (["read", "write"], ["admin"])
        (demand.scopeClaim, demand.roleClaim) = ("rights", "rights")
        #expect(demand.madeUp == ["sub", "nbf"])
        let claims = demand.claims()
        #expect(Set(claims.keys) == ["sub", "nbf", "iss", "rights"])
        #expect(
            claims["rights"] == ["read", "write", "admin"] && claims["iss"] == "us" && claims["sub"] == "demo-user")
        guard case .integer? = claims["nbf"] else {
            Issue.record("a date is a number")
            return
        }
        demand.scopes = []
        demand.roles = []
        #expect(demand.claims()["rights"] == "demo", "grants nothing")
    }

    @Test("read every private key that they write, and sign with it by its algorithms only")
    func keys() async throws {
        for algorithm in TokenAlgorithm.allCases where !algorithm.isSymmetric {
            // RSA keys take a while; one kind does for all.
            guard ![.rs384, .rs512, .ps256, .ps384, .ps512].contains(algorithm) else { continue }
            let made = try #require(try PrivateKey(for: algorithm))
            let key = try #require(PrivateKey(pem: made.pem))
            #expect(key.publicPEM == made.publicPEM)
            for other in TokenAlgorithm.allCases {
                if key.algorithms.contains(other) {
                    #expect(try await TokenMint(key: key, algorithm: other).token([:]).utf8.count > 80)
                } else {
                    await #expect(throws: TokenMint.UnfitKey.self) { try await TokenMint(key: key, algorithm: other) }
                }
            }
        }
        let none = try PrivateKey(for: .hs256)
        #expect(none == nil)
        await #expect(throws: TokenMint.UnfitKey.self) { try await TokenMint(secret: "s", algorithm: .edDSA) }
    }

    @Test("echo what a request holds")
    func echo() async throws {
        struct Report: Decodable {
            let upstream: String
            let method: String
            let path: String
            let headers: [String: String]
        }
        let server = try await MockServer.start(Echo(name: "agents"))
        var request = URLRequest(url: try #require(URL(string: "http://127.0.0.1:\(server.port)/a/b?c=1")))
        request.httpMethod = "PUT"
        request.httpBody = Data("hello".utf8)
        request.setValue("1", forHTTPHeaderField: "X-Test")
        let (body, _) = try await URLSession.shared.data(for: request)
        let report = try JSONDecoder().decode(Report.self, from: body)
        #expect(report.upstream == "agents" && report.method == "PUT" && report.path == "/a/b?c=1")
        #expect(report.headers["X-Test"] == "1")
        try await server.stop()
    }
}
