/// `redirect`: where a client is sent; what is absent stays as the request has it, and so does the query.
public struct Redirect: Sendable {
    public enum Scheme: String, Sendable, CaseIterable { case http, https }

    public var scheme: Scheme?
    public var host: String?
    public var port: Int?
    public var path: Marked<RewriteTemplate>?
    public var status: Int

    /// As people read it, with a path that is settled: `https://example.org:8443/new`.
    func location(_ path: String) -> String {
        if scheme == nil, host == nil, port == nil { return path }
        return "\(scheme.map { "\($0.rawValue):" } ?? "")//\(host ?? "<host>")\(port.map { ":\($0)" } ?? "")\(path)"
    }
}

extension Fields {
    mutating func redirect(_ key: String) -> Marked<Redirect>? {
        guard let entry = entry(key) else { return nil }
        return diagnostics.map(entry.value, .redirect, of: "'\(key)'") { fields in
            var redirect = Redirect(
                scheme: fields.value("scheme", .choice), host: fields.value("host", .exactHost),
                port: fields.value("port", .int(in: 1...65_535)), path: fields.marked("path", .rewrite), status: 302)
            fields.read("status", as: .redirectStatus, into: &redirect.status)
            let changes = ["scheme", "host", "port", "path"]
            if !fields.entries.contains(where: { changes.contains($0.key.value) }) {
                fields.lack(
                    "path", "the redirect leads to where it comes from; write 'scheme', 'host', 'port' or 'path'")
            }
            return Marked(redirect, at: entry.key.mark)
        }
    }
}

extension Shape<Int> {
    /// RFC 9110, 15.4: those that say where to go.
    fileprivate static var redirectStatus: Shape {
        scalar("a status") { scalar throws(Fault) in
            guard let status = scalar.int, [301, 302, 303, 307, 308].contains(status) else {
                throw Fault("must be 301, 302, 303, 307 or 308, not \(scalar.quoted)")
            }
            return status
        }
    }
}

extension Shape<String> {
    /// A host without its port.
    fileprivate static var exactHost: Shape {
        fixedText("a host") { text throws(Fault) in
            guard case .exact(let host) = try HostPattern(parsing: text) else {
                throw Fault("has a '*'; write one host, such as api.example.com")
            }
            return host
        }
    }

    /// A host, perhaps with a port, as `Host` has it (RFC 9110, 7.2).
    static var hostAndPort: Shape {
        fixedText("a host such as api.example.com") { text throws(Fault) in
            let host = text.hasPrefix("[") ? text.prefix { $0 != "]" } + "]" : text.prefix { $0 != ":" }
            let port = text.dropFirst(host.count)
            guard port.isEmpty || (port.hasPrefix(":") && (1...65_535).contains(Int(port.dropFirst()) ?? 0)) else {
                throw Fault("is '\(text.visible)', whose port is no number from 1 to 65535; write host or host:port")
            }
            guard case .exact(let name) = try HostPattern(parsing: String(host)) else {
                throw Fault("has a '*'; write one host, such as api.example.com")
            }
            return name + port
        }
    }
}

extension RoutePolicy {
    /// A route has one target; a mock may stand before another.
    func checkTargets(_ diagnostics: inout Diagnostics) {
        if let mock, let upstream {
            diagnostics.warning(
                at: mock.mark,
                "'mock' answers in place of the upstream at \(upstream.mark.place); remove it once the upstream does")
        }
        if let redirect, let other = upstream?.mark ?? mock?.mark {
            diagnostics.error(
                at: redirect.mark, "'redirect' cannot stand beside the target at \(other.place); keep one of them")
        }
    }
}

extension RouteDeclaration {
    func checkRedirect(isOwn: Bool, _ diagnostics: inout Diagnostics) {
        guard let redirect, let location = redirect.value.path else { return }
        for path in paths {
            guard let fault = location.value.fault(on: path.value) else { continue }
            if isOwn {
                diagnostics.error(at: location.mark, "'path' \(fault.message)")
            } else {
                diagnostics.error(at: path.mark, "the default 'redirect' at \(redirect.mark.place) \(fault.message)")
            }
        }
    }
}
