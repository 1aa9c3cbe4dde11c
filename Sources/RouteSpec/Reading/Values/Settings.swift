extension Shape<Template> {
    /// A string that may come from the environment. What it comes to by default is held against `check` already now.
    static func setting(_ what: String, _ check: @escaping (String) throws(Fault) -> Void) -> Shape {
        rawText(what) { text throws(Fault) in
            if text.isEmpty { throw Fault("is empty; write \(what)") }
            let template = try Template(parsing: text)
            if let value = template.textByDefault, !value.isEmpty { try check(value) }
            return template
        }
    }

    static var filePath: Shape { setting("the path of a file") { _ throws(Fault) in } }

    /// A claim's value that tokens must have.
    static var claimValue: Shape { setting("text") { _ throws(Fault) in } }

    /// A secret: a variable, since whatever the spec says, its readers know. A fault never quotes it.
    static var secret: Shape {
        scalar("a variable such as $JWT_SECRET") { scalar throws(Fault) in
            let isVariable = scalar.text.hasPrefix("$") && (try? Template(parsing: scalar.text))?.isOneVariable ?? false
            guard isVariable else {
                throw Fault("is a secret that is written out; put it into the environment and write $JWT_SECRET")
            }
            return try Template(parsing: scalar.text)
        }.hiding { _ in true }
    }

    /// `http://host[:port][/base]`.
    static var upstreamURL: Shape {
        rawText("a URL such as http://agents:8080") { text throws(Fault) in
            let template = try Template(parsing: text)
            guard !text.isEmpty else { throw Fault("is empty; write a URL such as http://agents:8080, or a variable") }
            if text.hasPrefix("https://") { throw .https }
            if let value = template.textByDefault, !value.isEmpty { try checkUpstreamURL(value) }
            return template
        }.hiding(where: \.mayHoldPassword)
    }

    /// `http[s]://host[:port]/path[?query]`: where a set of keys is published.
    static var keySetURL: Shape {
        rawText("a URL such as https://issuer/jwks.json") { text throws(Fault) in
            if text.isEmpty { throw Fault("is empty; write a URL such as https://issuer/jwks.json") }
            let template = try Template(parsing: text)
            if let value = template.textByDefault, !value.isEmpty {
                guard let scheme = ["https", "http"].first(where: { value.lowercased().hasPrefix("\($0)://") }) else {
                    throw Fault("begins with neither https:// nor http://; write https://issuer/jwks.json")
                }
                let plain = "http" + value.dropFirst(scheme.count)
                try checkUpstreamURL(String(plain.prefix { $0 != "?" }))
            }
            return template
        }.hiding(where: \.mayHoldPassword)
    }

    /// `redis[s]://[[user]:password@]host[:port][/database]`, the password from the environment.
    static var redisURL: Shape {
        rawText("a URL such as redis://redis:6379") { text throws(Fault) in
            if text.isEmpty { throw Fault("is empty; write a URL such as redis://redis:6379") }
            let template = try Template(parsing: text)
            if let value = template.textByDefault, !value.isEmpty { try checkRedisURL(value) }
            // A host that is not known yet hides no password beside it.
            if let password = password(in: text) {
                let variable = try? Template(parsing: String(password))
                guard let variable, variable.isOneVariable, variable.variables.first?.fallback == nil else {
                    throw .writtenPassword
                }
            }
            return template
        }.hiding(where: \.mayHoldPassword)
    }

    /// `host:port`, or `:port`.
    static var listenAddress: Shape {
        setting("an address such as :8080") { text throws(Fault) in
            if text.contains("://") { throw Fault("has a scheme; write host:port, or :8080 for every address") }
            guard let colon = text.lastIndex(of: ":") else {
                throw Fault("has no port; write host:port, or :8080 for every address")
            }
            guard let port = Int(text[text.index(after: colon)...]), (0...65_535).contains(port) else {
                throw Fault("has no port from 0 to 65535 at its end; write host:port, or :8080 for every address")
            }
            let host = text[..<colon]
            guard !host.contains(":") || (host.hasPrefix("[") && host.hasSuffix("]")) else {
                throw Fault("has an IPv6 address without brackets; write [::1]:8080")
            }
            guard !host.contains(where: { $0 == "/" || $0.isWhitespace }) else {
                throw Fault("has a bad host; write host:port, or :8080 for every address")
            }
        }
    }
}

extension Node {
    fileprivate var mayHoldPassword: Bool {
        if case .scalar(let scalar) = content { scalar.text.contains("@") } else { false }
    }
}

extension Template {
    /// Nothing but `$NAME`, `${NAME}` or `${NAME:-default}`.
    fileprivate var isOneVariable: Bool {
        guard variables.count == 1, let variable = variables.first else { return false }
        let fallback = variable.fallback.map { ":-\($0)" } ?? ""
        return text == "$\(variable.name)" || text == "${\(variable.name)\(fallback)}"
    }
}

extension Fault {
    fileprivate static var writtenPassword: Fault {
        Fault("holds a user or a password that is written out; put the URL into the environment and write $REDIS_URL")
    }

    fileprivate static var https: Fault {
        Fault("is an https URL, which is not supported yet; use http within the cluster")
    }
}

/// What the gateway would refuse at its start, whatever the environment says. The URL is not quoted: it may hold a password.
private func checkUpstreamURL(_ text: String, form: String = "write http://host:port") throws(Fault) {
    guard let scheme = text.firstRange(of: "://") else { throw Fault("has no http:// in front; \(form)") }
    switch text[..<scheme.lowerBound].lowercased() {
    case "http": break
    case "https": throw .https
    default: throw Fault("has another scheme than http; \(form)")
    }
    let authority = text[scheme.upperBound...].prefix { !"/?#".contains($0) }
    let path = text[authority.endIndex...]
    if authority.contains("@") { throw Fault("holds a user or a password, which is not supported; \(form)") }
    if path.contains("?") || path.contains("#") {
        throw Fault("has a query or a fragment; \(form), with a path at most")
    }
    var host = authority
    if authority.hasPrefix("["), let close = authority.firstIndex(of: "]") {
        host = authority[authority.index(after: close)...]
        guard host.isEmpty || host.hasPrefix(":") else { throw Fault("has a bad host; \(form)") }
    } else {
        let name = authority.prefix { $0 != ":" }
        let isName = name.utf8.allSatisfy { $0.isLetterOrUnderscore || $0.isDigit || "-.".utf8.contains($0) }
        guard !name.isEmpty, isName else { throw Fault("has no host, or a bad one; \(form)") }
    }
    if let colon = host.lastIndex(of: ":") {
        let port = Int(host[host.index(after: colon)...]) ?? 0
        guard (1...65_535).contains(port) else { throw Fault("has a port that is no number from 1 to 65535; \(form)") }
    }
    guard path.utf8.allSatisfy({ $0 > 0x20 && $0 < 0x7F && $0 != UInt8(ascii: "\\") }) else {
        throw Fault("has a path with characters that must be percent-encoded; encode them")
    }
    let segments = (path.hasSuffix("/") ? path.dropLast() : path).split(
        separator: "/", omittingEmptySubsequences: false)
    guard
        !segments.dropFirst().contains(where: { ["", ".", ".."].contains($0.lowercased().replacing("%2e", with: ".")) })
    else { throw Fault("has a path with an empty, '.' or '..' segment; write the path that is meant") }
}

/// What stands between `user:` and the `@` of a URL, or all before the `@` where no user does.
private func password(in url: String) -> Substring? {
    guard let end = url.lastIndex(of: "@") else { return nil }
    let start = url[..<end].firstRange(of: "://")?.upperBound ?? url.startIndex
    let credentials = url[start..<end]
    return credentials.firstIndex(of: ":").map { credentials[$0...].dropFirst() } ?? credentials
}

private func checkRedisURL(_ text: String) throws(Fault) {
    let form = "write redis://host:port"
    guard let scheme = ["rediss://", "redis://"].first(where: text.lowercased().hasPrefix) else {
        throw Fault("begins with neither redis:// nor rediss://; \(form)")
    }
    let rest = text.dropFirst(scheme.count)
    let authority = rest.prefix { !"/?#".contains($0) }
    if authority.contains("@") { throw .writtenPassword }
    try checkUpstreamURL("http://\(authority)", form: form)
    let path = rest[authority.endIndex...]
    let database = path.dropFirst()
    guard path.isEmpty || path.hasPrefix("/"), database.utf8.allSatisfy(\.isDigit),
        (0...65_535).contains(Int(database) ?? (database.isEmpty ? 0 : -1))
    else { throw Fault("has something other than the number of a database behind the host; \(form)/0") }
}

extension Shape<UpstreamReference> {
    /// The name of an upstream, a URL, or a variable that holds one.
    static var upstream: Shape {
        Shape { node throws(Fault) in
            guard case .scalar(let scalar) = node.content else {
                throw Fault("must be the name of an upstream, a URL or a variable, not \(node.kind)")
            }
            let isURL = scalar.text.contains("$") || scalar.text.contains("://")
            return isURL ? .url(try Shape<Template>.upstreamURL.read(node)) : .named(try Shape<String>.name.read(node))
        }.hiding(where: \.mayHoldPassword)
    }
}
