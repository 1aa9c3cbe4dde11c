/// The claims of a verified token (RFC 7519, 4), read one by one as the settings ask for them.
struct TokenClaims {
    let members: JSONObject

    init(_ payload: [UInt8]) throws(AuthFailure) {
        guard let object = JSON(parsing: payload)?.object else { throw .malformed }
        members = object
    }

    /// A claim; one that is `null` is not there.
    subscript(name: String) -> JSON? {
        let value = members[name]
        return value == .null ? nil : value
    }

    /// Checks `exp`, `nbf`, `iat`, `iss`, `aud` and what else the provider demands, at a time in seconds since 1970.
    /// - Returns: when the token is no longer taken.
    func validate(_ settings: ProviderSettings, now: Int64) throws(AuthFailure) -> Int64 {
        let leeway = min(settings.leewaySeconds, Self.farthest)
        guard let expiry = self["exp"] else { throw .endless }
        var end = try date(expiry, rounding: .down) + leeway
        let issued = try self["iat"].map { value throws(AuthFailure) in try date(value, rounding: .down) }
        if let maxAge = settings.maxAgeSeconds {
            guard let issued else { throw .incomplete }
            end = min(end, issued + maxAge + leeway)
        }
        guard now < end else { throw .expired }
        if let start = self["nbf"] {
            guard try date(start, rounding: .up) - leeway <= now else { throw .notYetValid }
        }
        if let issued, issued - leeway > now { throw .notYetValid }
        if !settings.issuers.isEmpty {
            guard let issuer = self["iss"]?.string, settings.issuers.contains(issuer) else { throw .issuer }
        }
        if !settings.audiences.isEmpty {
            let audiences = self["aud"].map { $0.array ?? [$0] } ?? []
            guard audiences.contains(where: { $0.string.map(settings.audiences.contains) ?? false }) else {
                throw .audience
            }
        }
        guard settings.requiredClaims.allSatisfy({ self[$0] != nil }) else { throw .incomplete }
        return end
    }

    /// A date beyond this many seconds (285 million years) is none, so that sums of two stay far from overflow, and no token
    /// is for ever.
    private static let farthest: Int64 = 1 << 53

    /// A NumericDate in whole seconds, rounded so that the token is valid for less rather than more.
    private func date(_ value: JSON, rounding rule: FloatingPointRoundingRule) throws(AuthFailure) -> Int64 {
        guard case .number(let text) = value, let seconds = Double(text), abs(seconds) <= Double(Self.farthest) else {
            throw .malformed
        }
        return Int64(seconds.rounded(rule))
    }

    /// The scopes in the first of the claims that is there: a list, or a text with spaces between (RFC 8693, 4.2).
    /// Anything else grants nothing.
    func scopes(in claims: [String]) -> [String] {
        switch first(of: claims) {
        case .array(let values): values.compactMap(\.string)
        case .string(let text): text.split(separator: " ").map(String.init)
        default: []
        }
    }

    /// The roles in the first of the claims that is there: a list, or a text that is one role. Anything else grants nothing.
    func roles(in claims: [String]) -> [String] {
        switch first(of: claims) {
        case .array(let values): values.compactMap(\.string)
        case .string(let text): [text]
        default: []
        }
    }

    private func first(of claims: [String]) -> JSON? { claims.lazy.compactMap { self[$0] }.first }

    /// `sub`, else `user_id`.
    var subject: [UInt8] {
        switch self["sub"] ?? self["user_id"] {
        case .string(let text), .number(let text): Array(text.utf8)
        default: []
        }
    }
}
