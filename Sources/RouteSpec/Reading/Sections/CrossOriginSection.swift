/// `cors`: which pages of other sites may have a browser call the gateway (Fetch, 3.2).
public struct CrossOriginSettings: Sendable {
    /// Each an origin, `*` for every one, or a variable that holds some behind commas.
    public var origins: [Marked<Template>]
    /// None for the methods of each path.
    public var methods: [RouteMethod]?
    /// None for those of an API with tokens and bodies.
    public var headers: [String]?
    public var exposedHeaders: [String]
    public var allowsCredentials: Bool
    /// None for what browsers do by themselves.
    public var maxAge: Duration?
    /// 204 or 200.
    public var preflightStatus: Int
    /// Whether the fields of upstreams that belong to CORS end at the gateway.
    public var stripsUpstream: Bool
}

extension CrossOriginSettings {
    init(reading fields: inout Fields) {
        self.init(
            origins: [], methods: nil, headers: nil, exposedHeaders: [], allowsCredentials: false, maxAge: nil,
            preflightStatus: 204, stripsUpstream: true)
        fields.require("allow_origins", "write 'allow_origins: https://app.example.com', or \"*\" for every site")
        origins = fields.oneOrMore("allow_origins", of: .origins) ?? []
        methods = fields.list("allow_methods", of: Shape<RouteMethod>.choice, mayBeEmpty: false).map { methods in
            fields.diagnostics.distinct(methods, of: "allow_methods").map(\.value)
        }
        let headers = fields.list("allow_headers", of: .headerName)
        self.headers = headers?.map(\.value)
        let exposed = fields.list("expose_headers", of: .headerName) ?? []
        exposedHeaders = exposed.map(\.value)
        fields.read("allow_credentials", as: .bool, into: &allowsCredentials)
        maxAge = fields.value("max_age", .duration(in: .zero ... .seconds(365 * 86_400)))
        fields.read("preflight_status", as: .preflightStatus, into: &preflightStatus)
        fields.read("strip_upstream", as: .bool, into: &stripsUpstream)
        for header in (headers ?? []) + exposed where header.value == "*" && allowsCredentials {
            fields.diagnostics.error(
                at: header.mark, "'*' is no wildcard to a browser that sends credentials; write the headers' names")
        }
    }
}

extension Template {
    /// The origins that it comes to with every variable at its default.
    var originsByDefault: [String] {
        (textByDefault ?? "").lowercased().split(separator: ",").map { entry in
            let start = entry.drop { $0 == " " }
            return String(start.lastIndex { $0 != " " }.map { start[...$0] } ?? start)
        }.filter { !$0.isEmpty }
    }
}

extension Shape<Template> {
    /// An origin (RFC 6454, 6.2), or several behind commas.
    fileprivate static var origins: Shape {
        setting("an origin such as https://app.example.com, or \"*\"") { text throws(Fault) in
            for origin in Template(text: text).originsByDefault where origin != "*" { try checkOrigin(origin) }
        }
    }
}

/// What the gateway would refuse at its start.
private func checkOrigin(_ origin: String) throws(Fault) {
    let form = "write scheme://host[:port], such as https://app.example.com"
    if origin == "null" { throw Fault("has 'null', which any page can be in a sandbox; \(form)") }
    guard let scheme = origin.firstRange(of: "://") else {
        throw Fault("has '\(origin.visible)' without a scheme; \(form)")
    }
    let name = origin[..<scheme.lowerBound]
    let isScheme =
        name.utf8.first?.isLetterOrUnderscore ?? false && !name.contains("_")
        && name.utf8.allSatisfy { $0.isLetterOrUnderscore || $0.isDigit || "+-.".utf8.contains($0) }
    guard isScheme else { throw Fault("has '\(origin.visible)' with a bad scheme; \(form)") }
    let authority = origin[scheme.upperBound...]
    guard !authority.contains("/") else {
        throw Fault("has '\(origin.visible)' with a path, and an origin has none, not even a '/' at its end; \(form)")
    }
    guard !authority.contains("*") else {
        throw Fault("has '\(origin.visible)' with a '*' in it, which only \"*\" alone can be; \(form)")
    }
    let host = authority.hasPrefix("[") ? authority.prefix { $0 != "]" } + "]" : authority.prefix { $0 != ":" }
    let port = authority.dropFirst(host.count)
    let isPort = port.isEmpty || (port.hasPrefix(":") && (1...65_535).contains(Int(port.dropFirst()) ?? 0))
    guard isPort, (try? HostPattern(parsing: String(host))) != nil else {
        throw Fault("has '\(origin.visible)' with a bad host or port; \(form)")
    }
}

extension Shape<Int> {
    fileprivate static var preflightStatus: Shape {
        scalar("204 or 200") { scalar throws(Fault) in
            guard let status = scalar.int, [200, 204].contains(status) else {
                throw Fault("must be 204 or 200, not \(scalar.quoted)")
            }
            return status
        }
    }
}
