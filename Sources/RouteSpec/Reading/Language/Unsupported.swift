/// What the language has and the gateway does not enforce yet. To accept such a key would be to promise what nobody
/// keeps, so it is an error; whoever makes it work takes it out of here.
enum Unsupported {
    static func keys(in section: Section) -> [String] {
        switch section {
        case .spec: ["cors", "rate_limit", "observability", "allow"]
        case .server: ["tls", "http", "proxy_protocol"]
        case .builtin: ["admin"]
        case .health: ["dependencies"]
        case .auth: ["providers"]
        case .jwt: ["keys", "jwks", "required_claims", "max_age", "token_from", "revocation"]
        case .upstream: ["targets", "balance", "health_check", "outlier_detection", "tls", "openapi"]
        case .connect: ["tls_timeout"]
        case .route, .defaults: targets + policies
        case .request: ["body", "headers"]
        case .parameter: parameterSchema
        default: []
        }
    }

    /// Values that a key can have, but not yet.
    static func values(of key: String, in section: Section) -> [String] {
        switch (section, key) {
        case (.errors, "format"): ["flat", "problem"]
        case (.health, "format"): ["dependencies"]
        case (.jwt, "algorithms"):
            [
                "HS384", "HS512", "RS256", "RS384", "RS512", "PS256", "PS384", "PS512", "ES256", "ES384", "ES512",
                "EdDSA",
            ]
        default: []
        }
    }

    /// What answers a route in an upstream's place, or beside it.
    static let targets = ["mirror", "redirect", "mock", "compose"]

    private static let policies = [
        "auth", "rate_limit", "concurrency", "circuit_breaker", "retry", "idempotency_key", "cache",
    ]

    private static let parameterSchema = [
        "enum", "const", "format", "pattern", "minLength", "maxLength", "minimum", "maximum", "exclusiveMinimum",
        "exclusiveMaximum", "multipleOf", "default", "items", "minItems", "maxItems", "$ref",
    ]
}
