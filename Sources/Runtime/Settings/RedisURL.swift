/// `redis[s]://[[user]:password@]host[:port][/database]`, read strictly: what cannot be honoured is refused.
struct RedisURL: Sendable, Equatable {
    /// Whether it is `rediss`: over TLS.
    let isSecure: Bool
    let host: String
    let port: Int
    /// None for the server's default user.
    let user: String?
    let password: Secret?
    let database: Int

    static let defaultPort = 6379

    init(parsing text: String) throws(SettingFault) {
        if text.isEmpty { throw SettingFault(what: "is empty") }
        guard let schemeEnd = text.firstRange(of: "://") else { throw SettingFault(what: "has no redis://") }
        switch text[..<schemeEnd.lowerBound].lowercased() {
        case "redis": isSecure = false
        case "rediss": isSecure = true
        default: throw SettingFault(what: "has a scheme other than redis and rediss")
        }
        let rest = text[schemeEnd.upperBound...]
        let authority = rest.prefix { $0 != "/" && $0 != "?" && $0 != "#" }
        let credentials = authority.lastIndex(of: "@").map { authority[..<$0] }
        let server = credentials.map { authority[$0.endIndex...].dropFirst() } ?? authority
        (user, password) = try Self.credentials(credentials)
        (host, port) = try UpstreamURL.hostAndPort(server, defaultPort: Self.defaultPort)
        database = try Self.database(rest[authority.endIndex...])
    }

    private static func credentials(_ text: Substring?) throws(SettingFault) -> (String?, Secret?) {
        guard let text else { return (nil, nil) }
        guard let colon = text.firstIndex(of: ":") else { throw SettingFault(what: "has a user without a password") }
        guard let user = decoded(text[..<colon]), let password = decoded(text[text.index(after: colon)...]) else {
            throw SettingFault(what: "has a user or a password with a bad percent escape")
        }
        guard !password.isEmpty else { throw SettingFault(what: "has an empty password") }
        return (user.isEmpty ? nil : String(decoding: user, as: UTF8.self), Secret(bytes: password))
    }

    /// Percent escapes read (RFC 3986, 2.1).
    private static func decoded(_ text: Substring) -> [UInt8]? {
        var bytes: [UInt8] = []
        var rest = text.utf8[...]
        while let byte = rest.popFirst() {
            guard byte == UInt8(ascii: "%") else {
                bytes.append(byte)
                continue
            }
            guard let high = rest.popFirst()?.hexValue, let low = rest.popFirst()?.hexValue else { return nil }
            bytes.append(high << 4 | low)
        }
        return bytes
    }

    private static func database(_ path: Substring) throws(SettingFault) -> Int {
        let text = path.dropFirst()
        guard path.isEmpty || path.hasPrefix("/"), text.allSatisfy({ $0.isASCII && $0.isNumber }) else {
            throw SettingFault(what: "has something other than the number of a database behind the host")
        }
        if text.isEmpty { return 0 }
        guard let number = Int(text), number <= 65_535 else {
            throw SettingFault(what: "has a database beyond 65535")
        }
        return number
    }

    /// Whether the host is an address rather than a name.
    var isHostAddress: Bool { IPAddress(text: host) != nil }

    /// What a connection begins with: who is there, which database is meant, and whether the server answers.
    var introduction: [RedisCommand] {
        var commands: [RedisCommand] = []
        if let password {
            if let user {
                commands.append(RedisCommand("AUTH", Array(user.utf8), password.bytes))
            } else {
                commands.append(RedisCommand("AUTH", password.bytes))
            }
        }
        if database != 0 { commands.append(RedisCommand("SELECT", Array("\(database)".utf8))) }
        return commands + [RedisCommand("PING")]
    }
}
