/// What a refusal says to programs beside its message: in flat bodies and problems, and in `Retry-After`.
struct FailureDetails: Sendable, Equatable {
    /// Of a policy.
    var route: String?
    /// Of a rate limit: `user` or `ip`.
    var scope: LimitScope?
    /// In seconds: when another try may succeed.
    var retryAfter: Int?
    /// Of a route that has as many requests as it may have.
    var maxInFlight: Int?
    /// Of a body, a target or a head that is too large.
    var maxBytes: Int?
    /// Of a head that has too many.
    var maxFields: Int?
}

/// Whose bucket a rate limit goes by.
enum LimitScope: String, Sendable {
    case user
    case address = "ip"

    /// The same, for the way of a request.
    var text: StaticString { self == .user ? "user" : "ip" }
}

extension ByteWriter {
    /// Writes the details as members that follow others of an object.
    func put(_ details: FailureDetails) {
        if let route = details.route {
            put(",\"route\":")
            put(json: route)
        }
        if let scope = details.scope {
            put(",\"scope\":")
            put(json: scope.rawValue)
        }
        if let seconds = details.retryAfter {
            put(",\"retry_after_seconds\":")
            put(decimal: seconds)
        }
        if let most = details.maxInFlight {
            put(",\"max_in_flight\":")
            put(decimal: most)
        }
        if let most = details.maxBytes {
            put(",\"max_bytes\":")
            put(decimal: most)
        }
        if let most = details.maxFields {
            put(",\"max_fields\":")
            put(decimal: most)
        }
    }
}
