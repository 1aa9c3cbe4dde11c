/// The rules of HTTPRoutes as a spec of this gateway: a route for each match, in the order of the file, which decides where
/// nothing else does (the names are sorted).
struct HTTPRouteConversion {
    static let backends = ["infra-backend-v1", "infra-backend-v2", "infra-backend-v3"]

    /// The variable that holds a backend's URL.
    static func variable(_ backend: String) -> String {
        backend.uppercased().replacing("-", with: "_") + "_URL"
    }

    let text: String

    init(_ fixtures: [HTTPRouteFixture]) {
        var lines = [
            "# The Gateway API's cases, converted: RECORD_SNAPSHOTS=1 swift test --filter GatewayAPITests writes this file.",
            "version: \"1.0\"",
            "# Of two rules that tie, HTTPRoute takes the first.",
            "lint: { ambiguous_overlap: off }",
            "upstreams:",
        ]
        lines += Self.backends.map { "  \($0): { url: \"${\(Self.variable($0)):-http://127.0.0.1:1}\" }" }
        lines.append("routes:")
        for fixture in fixtures {
            let rules = fixture.routes.flatMap(\.rules)
            for (number, rule) in rules.enumerated() {
                for (position, match) in (rule.matches ?? [.init()]).enumerated() {
                    let keys = Self.keys(of: rule, match, host: fixture.host)
                    lines.append("  - { name: \(fixture.name)-\(number)-\(position), \(keys.joined(separator: ", ")) }")
                }
            }
        }
        text = lines.map { $0 + "\n" }.joined()
    }

    private static func keys(of rule: HTTPRouteFixture.Rule, _ match: HTTPRouteFixture.Match, host: String) -> [String]
    {
        let path = match.path ?? .init(type: "PathPrefix", value: "/")
        let isPrefix = path.type == "PathPrefix"
        let headers = (match.headers ?? []).map { "\($0.name): \"\($0.value)\"" }
        var keys = ["path: \"\(isPrefix ? path.value == "/" ? "/*" : path.value + "*" : path.value)\""]
        if let method = match.method { keys.append("method: \(method)") }
        keys.append(
            "match: { host: \(host)\(headers.isEmpty ? "" : ", headers: { \(headers.joined(separator: ", ")) }") }")
        for filter in rule.filters ?? [] {
            if let redirect = filter.requestRedirect { keys.append(Self.redirect(redirect)) }
            if let host = filter.urlRewrite?.hostname { keys.append("rewrite_host: \(host)") }
            if let full = filter.urlRewrite?.path?.replaceFullPath { keys.append("rewrite: \(full)") }
            if let prefix = filter.urlRewrite?.path?.replacePrefixMatch {
                keys.append(prefix == "/" ? "strip_prefix: \(path.value)" : "rewrite: \"\(prefix)*\"")
            }
            if let changes = filter.requestHeaderModifier { keys.append(Self.headers(changes)) }
        }
        if let backend = rule.backendRefs?.first { keys.append("upstream: \(backend.name)") }
        return keys + ["auth_required: false"]
    }

    private static func redirect(_ redirect: HTTPRouteFixture.Redirect) -> String {
        var keys: [String] = []
        if let scheme = redirect.scheme { keys.append("scheme: \(scheme)") }
        if let host = redirect.hostname { keys.append("host: \(host)") }
        if let full = redirect.path?.replaceFullPath { keys.append("path: \(full)") }
        if let prefix = redirect.path?.replacePrefixMatch { keys.append("path: \"\(prefix)*\"") }
        if let status = redirect.statusCode { keys.append("status: \(status)") }
        return "redirect: { \(keys.joined(separator: ", ")) }"
    }

    private static func headers(_ changes: HTTPRouteFixture.HeaderModifier) -> String {
        var keys: [String] = []
        for (key, fields) in [("set", changes.set), ("add", changes.add)] {
            guard let fields else { continue }
            keys.append("\(key): { \(fields.map { "\($0.name): \($0.value)" }.joined(separator: ", ")) }")
        }
        if let remove = changes.remove { keys.append("remove: [\(remove.joined(separator: ", "))]") }
        return "request: { headers: { \(keys.joined(separator: ", ")) } }"
    }
}
