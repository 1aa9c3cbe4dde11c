/// The claims of a verified token (RFC 7519, 4), read one by one as the settings ask for them.
struct TokenClaims {
    private let members: JSONViews

    /// - Parameter payload: valid for as long as the claims are read.
    init(_ payload: JSONView?) throws(AuthFailure) {
        guard let object = payload?.object else { throw .malformed }
        members = object
    }

    /// A claim; one that is `null` is not there.
    subscript(name: ByteView) -> JSONView? { members.member(name).flatMap { $0.isNull ? nil : $0 } }

    subscript(name: StaticString) -> JSONView? { self[ByteView(name)] }

    /// The first of these claims that is there.
    subscript(firstOf names: TextList) -> JSONView? {
        for name in names.texts { if let claim = self[name] { return claim } }
        return nil
    }

    /// Checks `exp`, `nbf`, `iat`, `iss`, `aud` and what else the provider demands, at a time in seconds since 1970.
    /// - Returns: when the token is no longer taken.
    func validate(_ rules: ClaimRules, now: Int64) throws(AuthFailure) -> Int64 {
        let leeway = min(rules.leeway, Self.farthest)
        guard let expiry = self["exp"] else { throw .endless }
        var end = try date(expiry, rounding: .down) + leeway
        let issued = try self["iat"].map { value throws(AuthFailure) in try date(value, rounding: .down) }
        if let maxAge = rules.maxAge {
            guard let issued else { throw .incomplete }
            end = min(end, issued + maxAge + leeway)
        }
        guard now < end else { throw .expired }
        if let start = self["nbf"] {
            guard try date(start, rounding: .up) - leeway <= now else { throw .notYetValid }
        }
        if let issued, issued - leeway > now { throw .notYetValid }
        if !rules.issuers.isEmpty {
            guard let issuer = self["iss"], rules.issuers.contains(issuer) else { throw .issuer }
        }
        if !rules.audiences.isEmpty {
            guard let audience = self["aud"] else { throw .audience }
            guard audience.array?.contains(where: rules.audiences.contains) ?? rules.audiences.contains(audience) else {
                throw .audience
            }
        }
        for name in rules.required.texts where self[name] == nil { throw .incomplete }
        return end
    }

    /// A date beyond this many seconds (285 million years) is none, so that sums of two stay far from overflow, and no token
    /// is for ever.
    private static let farthest: Int64 = 1 << 53

    /// A NumericDate in whole seconds, rounded so that the token is valid for less rather than more.
    private func date(_ value: JSONView, rounding rule: FloatingPointRoundingRule) throws(AuthFailure) -> Int64 {
        if let seconds = value.smallInteger { return seconds }
        guard let seconds = value.number.flatMap(Double.init), abs(seconds) <= Double(Self.farthest) else {
            throw .malformed
        }
        return Int64(seconds.rounded(rule))
    }

    /// The scopes in the first of the claims that is there: a list, or a text with spaces between (RFC 8693, 4.2).
    /// Anything else grants nothing.
    func forEachScope(in claims: TextList, _ body: (ByteView) -> Void) {
        guard let claim = self[firstOf: claims] else { return }
        if let names = claim.array {
            for name in names { name.stringBytes.map(body) }
        } else if var rest = claim.stringBytes {
            while let space = rest.firstIndex(of: 0x20) {
                if space > 0 { body(rest.prefix(space)) }
                rest = rest.suffix(from: space + 1)
            }
            if !rest.isEmpty { body(rest) }
        }
    }

    /// The roles in the first of the claims that is there: a list, or a text that is one role. Anything else grants nothing.
    func forEachRole(in claims: TextList, _ body: (ByteView) -> Void) {
        guard let claim = self[firstOf: claims] else { return }
        if let names = claim.array {
            for name in names { name.stringBytes.map(body) }
        } else {
            claim.stringBytes.map(body)
        }
    }

    /// `sub`, else `user_id`; empty where the token has neither.
    var subject: ByteView { (self["sub"] ?? self["user_id"])?.scalarBytes ?? ByteView("") }
}
