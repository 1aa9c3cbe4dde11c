#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif

/// The auth service of 004 as far as its gateway's document tells of it: one user with a password that everybody knows, and a
/// token for them, as JSON and as the cookie for clients that cannot set headers.
///
/// It answers `POST /auth/token`, which is what 004's gateway makes of `/api/v1/auth/token`, and that path too.
public struct DevelopmentLogin: Mock {
    public static let email = "admin@aegis.local"
    public static let password = "aegis-dev-admin"
    public static let roles = ["admin", "operator", "reviewer"]
    public static let issuer = "aegis-gateway"
    public static let cookie = "aegis_token"
    /// What 004 signs with where nothing is set: known to everybody.
    public static let defaultSecret = "aegis-local-dev-secret-change-in-production"
    /// How long tokens hold, in seconds.
    public static let lifetime = 24 * 3600

    private let mint: TokenMint

    /// - Parameter mint: signs with the secret that the gateway has.
    public init(_ mint: TokenMint) { self.mint = mint }

    private struct Session: Encodable {
        let accessToken: String
        let tokenType = "Bearer"
        let expiresIn = DevelopmentLogin.lifetime

        enum CodingKeys: String, CodingKey {
            case accessToken = "access_token"
            case tokenType = "token_type"
            case expiresIn = "expires_in"
        }
    }

    public func answer(_ request: MockRequest) throws -> MockAnswer {
        guard ["/auth/token", "/api/v1/auth/token"].contains(request.path) else {
            return Self.refusal(404, "not_found", "there is POST /auth/token")
        }
        guard request.method == "POST" else { return Self.refusal(405, "method_not_allowed", "log in with POST") }
        guard let (email, password) = Self.credentials(in: request) else {
            return Self.refusal(400, "bad_request", "expected email and password, as JSON or as a form")
        }
        guard email == Self.email, password == Self.password else {
            return Self.refusal(401, "unauthorized", "the email or the password is wrong")
        }
        let claims: [String: ClaimValue] = [
            "user_id": "dev-admin", "sub": "dev-admin", "roles": .list(Self.roles.map(ClaimValue.string)),
            "iss": .string(Self.issuer),
        ]
        let token = try mint.token(claims, expiresIn: Self.lifetime)
        let cookie = "\(Self.cookie)=\(token); Path=/; Max-Age=\(Self.lifetime); HttpOnly; SameSite=Lax"
        return Self.json(200, try JSONEncoder().encode(Session(accessToken: token)), [("Set-Cookie", cookie)])
    }

    /// `email` and `password`; a form may call the first `username` (RFC 6749, 4.3.2).
    private static func credentials(in request: MockRequest) -> (email: String, password: String)? {
        let text = String(decoding: request.body, as: UTF8.self)
        var fields: [String: String] = [:]
        if request["Content-Type"]?.hasPrefix("application/x-www-form-urlencoded") ?? false {
            let query = URLComponents(string: "?" + text)?.queryItems ?? []
            fields = Dictionary(query.map { ($0.name, $0.value ?? "") }) { first, _ in first }
        } else if case .object(let members)? = ClaimValue(json: text) {
            fields = members.compactMapValues { if case .string(let text) = $0 { text } else { nil } }
        }
        guard let email = fields["email"] ?? fields["username"], let password = fields["password"] else { return nil }
        return (email, password)
    }

    private static func refusal(_ status: Int, _ code: String, _ message: String) -> MockAnswer {
        let body = (try? JSONEncoder().encode(["error": code, "message": message])) ?? Data()
        return json(status, body, [])
    }

    private static func json(_ status: Int, _ body: Data, _ more: [(name: String, value: String)]) -> MockAnswer {
        let headers = [(name: "Content-Type", value: "application/json"), (name: "Cache-Control", value: "no-store")]
        return MockAnswer(status: status, headers: headers + more, body: body + [0x0A])
    }
}
