/// `http://host[:port][/base]`, read strictly: what cannot be honoured is refused.
public struct UpstreamURL: Sendable, Equatable {
    public let host: String
    public let port: Int
    /// Empty, or a `/` and what follows it, without a slash at its end.
    public let basePath: String

    init(parsing text: String) throws(SettingFault) {
        if text.isEmpty { throw SettingFault(what: "is empty") }
        guard let schemeEnd = text.firstRange(of: "://") else { throw SettingFault(what: "has no http://") }
        switch text[..<schemeEnd.lowerBound].lowercased() {
        case "http": break
        case "https": throw SettingFault(what: "is https, which is not supported yet")
        default: throw SettingFault(what: "has a scheme other than http")
        }
        let rest = text[schemeEnd.upperBound...]
        let authority = rest.prefix { $0 != "/" && $0 != "?" && $0 != "#" }
        if authority.contains("@") { throw SettingFault(what: "holds credentials, which are not supported") }
        (host, port) = try Self.hostAndPort(authority)
        basePath = try Self.basePath(rest[authority.endIndex...])
    }

    /// A server of this machine.
    package init(loopbackPort port: Int) {
        host = "127.0.0.1"
        self.port = port
        basePath = ""
    }

    static func hostAndPort(
        _ authority: Substring, defaultPort: Int = 80
    ) throws(SettingFault) -> (String, Int) {
        let hostEnd: Substring.Index
        let host: Substring
        if authority.hasPrefix("[") {
            guard let close = authority.firstIndex(of: "]") else { throw SettingFault(what: "has a [ without a ]") }
            host = authority[..<close].dropFirst()
            hostEnd = authority.index(after: close)
            guard !host.isEmpty, host.allSatisfy({ $0.isHexDigit || $0 == ":" || $0 == "." }) else {
                throw SettingFault(what: "has a bad IPv6 address")
            }
        } else {
            hostEnd = authority.firstIndex(of: ":") ?? authority.endIndex
            host = authority[..<hostEnd]
            if host.isEmpty { throw SettingFault(what: "has no host") }
            let isName = host.allSatisfy { $0.isASCII && ($0.isLetter || $0.isNumber || "-._".contains($0)) }
            guard isName else { throw SettingFault(what: "has a bad host") }
        }
        let tail = authority[hostEnd...]
        if tail.isEmpty { return (String(host), defaultPort) }
        guard tail.hasPrefix(":") else { throw SettingFault(what: "has a bad host") }
        return (String(host), try ListenAddress.port(tail.dropFirst(), in: 1...65535))
    }

    private static func basePath(_ text: Substring) throws(SettingFault) -> String {
        if text.contains("?") { throw SettingFault(what: "has a query") }
        if text.contains("#") { throw SettingFault(what: "has a fragment") }
        guard text.utf8.allSatisfy({ $0 > 0x20 && $0 < 0x7F && $0 != UInt8(ascii: "\\") }) else {
            throw SettingFault(what: "has a path with characters that must be percent-encoded")
        }
        let path = text.hasSuffix("/") ? text.dropLast() : text
        let segments = path.split(separator: "/", omittingEmptySubsequences: false).dropFirst()
        guard !segments.contains(where: { $0.isEmpty || $0 == "." || $0 == ".." }) else {
            throw SettingFault(what: "has a path with an empty, `.` or `..` segment")
        }
        return String(path)
    }

    /// The value of `Host` (RFC 9112, 3.2): the port stands there where it is not 80.
    public var hostHeader: String {
        let name = host.contains(":") ? "[\(host)]" : host
        return port == 80 ? name : "\(name):\(port)"
    }
}

extension UpstreamURL: CustomStringConvertible {
    public var description: String { "http://\(hostHeader)\(basePath)" }
}
