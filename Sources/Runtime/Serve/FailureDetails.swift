/// What a policy's refusal says to programs beside its message: in flat bodies and problems, and in `Retry-After`.
struct FailureDetails: Sendable, Equatable {
    let route: String
    /// Of a rate limit: `user` or `ip`.
    var scope: LimitScope?
    /// In seconds: when another try may succeed.
    var retryAfter: Int?
    /// Of a route that has as many requests as it may have.
    var maxInFlight: Int?
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
        put(",\"route\":")
        put(json: details.route)
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
    }
}
