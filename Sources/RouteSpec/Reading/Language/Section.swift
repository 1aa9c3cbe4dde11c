/// A map of the language whose keys the language gives; the value is what messages call it.
enum Section: String, CaseIterable {
    case spec = "the spec"
    case info
    case server
    case timeouts = "server.timeouts"
    case serverLimits = "server.limits"
    case builtin
    case health = "builtin.health"
    case ready = "builtin.ready"
    case metrics = "builtin.metrics"
    case docs = "builtin.docs"
    case admin = "builtin.admin"
    case errors
    case auth
    case cors
    case jwt = "auth.jwt"
    case provider = "a provider"
    case keySet = "jwks"
    case tokenSource = "an entry of token_from"
    case revocation
    case claimHeader = "a header of claim_to_headers"
    case role = "a role"
    case upstream = "an upstream"
    case connect = "an upstream's connect"
    case target = "a target"
    case healthCheck = "health_check"
    case outlierDetection = "outlier_detection"
    case circuitBreaker = "circuit_breaker"
    case retry
    case weightedUpstream = "an entry of upstream"
    case mirror
    case expectation = "an entry of expect"
    case defaults
    case route = "a route"
    case match
    case valueTest = "a condition of match"
    case limits
    case rateLimit = "rate_limit"
    case tier = "a tier"
    case limiter = "the spec's rate_limit"
    case limiterMemory = "rate_limit.memory"
    case concurrency
    case queue = "concurrency.queue"
    case cache
    case request
    case transform
    case requestHeaders = "request.headers"
    case responseHeaders = "response.headers"
    case queryChanges = "rewrite_query"
    case redirect
    case mock
    case parameter = "a parameter"
    case response = "a response"
}
