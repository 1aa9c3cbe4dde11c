/// What a request shows in its `Authorization` field (RFC 6750, 2.1). Nothing else is looked at: a token in a query
/// would stand in logs and histories.
enum BearerToken {
    case none
    case token(ByteView)
    /// Several fields, another scheme, or a token that is no token.
    case malformed

    /// Longer tokens are refused unread.
    static let longest = 8 * 1024

    init(of fields: HeaderFields) {
        self = .none
        for index in 0..<fields.count where fields.name(at: index).equalsIgnoringCase("authorization") {
            // Which of two counts would be for each hop to guess: neither does.
            guard case .none = self else {
                self = .malformed
                return
            }
            self = BearerToken(credentials: fields.value(at: index))
        }
    }

    /// credentials = "Bearer" 1*SP b64token; the scheme's case does not count (RFC 9110, 11.1).
    init(credentials: ByteView) {
        var start = 6
        guard credentials.count > start, credentials.prefix(start).equalsIgnoringCase("bearer"),
            credentials.start[start] == 0x20
        else {
            self = .malformed
            return
        }
        while start < credentials.count, credentials.start[start] == 0x20 { start += 1 }
        let token = credentials.suffix(from: start)
        guard !token.isEmpty, token.count <= Self.longest, token.firstIndex(of: 0x20) == nil else {
            self = .malformed
            return
        }
        self = .token(token)
    }
}
