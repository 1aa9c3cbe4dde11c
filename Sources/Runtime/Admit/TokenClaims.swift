/// The claims of a verified token (RFC 7519, 4), read one by one as the settings ask for them.
struct TokenClaims {
    let members: JSONObject

    init(_ payload: [UInt8]) throws(AuthFailure) {
        guard let object = JSON(parsing: payload)?.object else { throw .malformed }
        members = object
    }

    /// A claim; one that is `null` is not there.
    subscript(name: String) -> JSON? { members[name].flatMap { $0.isNull ? nil : $0 } }

    /// Checks `exp`, `nbf`, `iat`, `iss`, `aud` and what else the provider demands, at a time in seconds since 1970.
    /// - Returns: when the token is no longer taken.
    func validate(_ settings: borrowing ProviderSettings, now: Int64) throws(AuthFailure) -> Int64 {
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
            guard let issuer = self["iss"], issuer.isString(among: settings.issuers) else { throw .issuer }
        }
        if !settings.audiences.isEmpty {
            guard let audience = self["aud"] else { throw .audience }
            if let names = audience.array {
                var isOurs = false
                for name in names where name.isString(among: settings.audiences) { isOurs = true }
                guard isOurs else { throw .audience }
            } else {
                guard audience.isString(among: settings.audiences) else { throw .audience }
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
        if let seconds = value.smallInteger { return seconds }
        guard let seconds = value.number.flatMap(Double.init), abs(seconds) <= Double(Self.farthest) else {
            throw .malformed
        }
        return Int64(seconds.rounded(rule))
    }

    /// The scopes in the first of the claims that is there: a list, or a text with spaces between (RFC 8693, 4.2).
    /// Anything else grants nothing.
    func forEachScope(in claims: [String], _ body: (String) -> Void) {
        guard let claim = first(of: claims) else { return }
        if let names = claim.array {
            for name in names { name.string.map(body) }
        } else if let names = claim.string {
            for name in names.split(separator: " ") { body(String(name)) }
        }
    }

    /// The roles in the first of the claims that is there: a list, or a text that is one role. Anything else grants nothing.
    func forEachRole(in claims: [String], _ body: (String) -> Void) {
        guard let claim = first(of: claims) else { return }
        if let names = claim.array {
            for name in names { name.string.map(body) }
        } else {
            claim.string.map(body)
        }
    }

    private func first(of claims: [String]) -> JSON? {
        for name in claims { if let claim = self[name] { return claim } }
        return nil
    }

    /// `sub`, else `user_id`.
    var subject: [UInt8] { (self["sub"] ?? self["user_id"])?.withText { Array($0) } ?? [] }
}
