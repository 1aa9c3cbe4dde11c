#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#endif

/// The token that a request shows, and where.
enum PresentedToken {
    case none
    /// - Parameter source: its number among the ``TokenSources``.
    case token(ByteView, source: Int)
    /// Two of one kind, another scheme, or a token that is no token.
    case malformed

    /// Longer tokens are refused unread.
    static let longest = 8 * 1024
}

/// The places where requests may show tokens: those of all providers, each once.
final class TokenSources: Sendable {
    /// In the order in which a route looks at them that takes tokens of every provider.
    let all: [TokenSource]
    /// What the head parser takes each one's field for, so that it finds most fields to be others without their names.
    private let kinds: [FieldKind]

    /// More are nobody's honest work: the bits of a word tell which ones count.
    static let most = 32

    init(_ providers: [[TokenSource]]) {
        all = Array(providers.joined().reduce(into: []) { if !$0.contains($1) { $0.append($1) } }.prefix(Self.most))
        kinds = all.map { if case .header(let name, _) = $0 { FieldKind(named: "\(name)") } else { .endToEnd } }
    }

    /// The numbers of some of the sources, in their order.
    func order(of sources: [TokenSource]) -> [Int] { sources.compactMap(all.firstIndex) }

    /// The bits of some of the sources.
    func mask(of sources: [TokenSource]) -> UInt32 {
        all.indices.reduce(0) { mask, index in sources.contains(all[index]) ? mask | 1 << UInt32(index) : mask }
    }

    /// The token of the first source that the request has; what the others hold then does not count. Allocates nothing.
    /// - Parameter order: the sources that count, as they are looked at.
    func token(in fields: HeaderFields, among order: [Int]) -> PresentedToken {
        var found = PresentedToken.none
        for index in order where all.indices.contains(index) {
            switch all[index] {
            case .header(let name, let scheme): found = header(name, scheme, in: fields, source: index)
            case .cookie(let name): found = Self.cookie(name, in: fields, source: index)
            }
            guard case .none = found else { return found }
        }
        return found
    }

    private func header(
        _ name: StaticString, _ scheme: StaticString?, in fields: HeaderFields, source: Int
    ) -> PresentedToken {
        var found = PresentedToken.none
        let kind = kinds[source]
        for index in 0..<fields.count where fields.kind(at: index) == kind {
            guard kind == .authorization || fields.name(at: index).equalsIgnoringCase(name) else { continue }
            // Which of two counts would be for each hop to guess: neither does.
            guard case .none = found else { return .malformed }
            found = Self.token(fields.value(at: index), scheme, source: source)
        }
        return found
    }

    /// credentials = scheme 1*SP b64token; the scheme's case does not count (RFC 9110, 11.1).
    private static func token(_ credentials: ByteView, _ scheme: StaticString?, source: Int) -> PresentedToken {
        var token = credentials
        if let scheme {
            var start = scheme.utf8CodeUnitCount
            guard credentials.count > start, credentials.prefix(start).equalsIgnoringCase(scheme),
                credentials.start[start] == 0x20
            else { return .malformed }
            while start < credentials.count, credentials.start[start] == 0x20 { start += 1 }
            token = credentials.suffix(from: start)
        }
        guard !token.isEmpty, token.count <= PresentedToken.longest, memchr(token.start, 0x20, token.count) == nil
        else {
            return .malformed
        }
        return .token(token, source: source)
    }

    private static func cookie(_ name: StaticString, in fields: HeaderFields, source: Int) -> PresentedToken {
        var found = PresentedToken.none
        fields.eachCookie(name) { value in
            // Whoever sets a cookie for a parent domain could put one beside the right one.
            guard case .none = found else {
                found = .malformed
                return false
            }
            found = token(value, nil, source: source)
            return true
        }
        return found
    }
}
