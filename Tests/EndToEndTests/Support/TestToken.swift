import Mocks

/// Tokens as 002's issuer makes them, and bad ones.
enum TestToken {
    static let secret = "a-secret-of-more-than-thirty-two-bytes!"

    static let claims: [String: ClaimValue] = [
        "org_id": "org-1", "user_id": "user-1", "email": "user@example.com", "role": "user", "scopes": ["read"],
        "product": "eloquent", "iss": "eloquent-gateway", "aud": "eloquent-api",
    ]

    /// A token of 002's, with some claims changed.
    static func make(
        _ changes: [String: ClaimValue] = [:], expiresIn seconds: Int = 3600, secret: String = secret
    ) async throws -> String {
        try await TokenMint(secret: secret).token(claims.merging(changes) { _, new in new }, expiresIn: seconds)
    }

    /// The header field with a token that may use every route of 002.
    static func writer() async throws -> String {
        "Authorization: Bearer \(try await make(["scopes": ["read", "write", "write:agents"]]))"
    }

    /// The header field with a token that may read.
    static func reader() async throws -> String { "Authorization: Bearer \(try await make())" }
}
