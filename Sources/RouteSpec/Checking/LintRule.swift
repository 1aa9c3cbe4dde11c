/// A rule that a spec can turn off, or make an error (`lint`).
public enum LintRule: String, CaseIterable, Sendable {
    case wildcardCORSWithCredentials = "wildcard_cors_with_credentials"
    case sharedCacheOnAuthenticatedRoute = "shared_cache_on_authenticated_route"
    case ambiguousOverlap = "ambiguous_overlap"
    case unusedUpstream = "unused_upstream"
    case unusedScope = "unused_scope"
    case unusedRole = "unused_role"
    case unusedSchema = "unused_schema"
    case defaultSecret = "default_secret"
    case cookieTokenOnWrite = "cookie_token_on_write"
    case roleGap = "role_gap"
    case writeRequiresScope = "write_requires_scope"
    case publicRouteWithoutRateLimit = "public_route_without_rate_limit"

    /// What holds where the spec is silent.
    var defaultLevel: LintLevel {
        switch self {
        case .wildcardCORSWithCredentials, .sharedCacheOnAuthenticatedRoute: .error
        case .writeRequiresScope, .publicRouteWithoutRateLimit: .off
        default: .warn
        }
    }
}
