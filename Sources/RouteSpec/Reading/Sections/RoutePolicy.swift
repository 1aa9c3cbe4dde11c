/// What a route and `defaults` both may say; nil is silence.
struct RoutePolicy {
    var upstream: Marked<UpstreamReference>?
    /// Where the target stands, be it good or not supported yet.
    var targetMark: Mark?
    var redirect: Marked<Redirect>?
    var mock: Marked<MockAnswer>?
    /// Whether it says what becomes of the path, be it good or not.
    var saysPath = false
    var stripPrefix: Marked<String>?
    var rewrite: Marked<RewriteTemplate>?
    var rewriteHost: Marked<String>?
    var queryChanges: ValueChanges?
    var authRequired: Marked<Bool>?
    var provider: Marked<String>?
    var scopes: Marked<[Marked<String>]>?
    var roles: Marked<[Marked<String>]>?
    var timeout: Duration?
    var bodyLimit: Int?
    var traffic = TrafficPolicy()
    var stream: Marked<StreamFormat>?
    var upgrade: Marked<UpgradeProtocol>?
    var requestHeaders: ValueChanges?
    var responseHeaders: ValueChanges?
    var parameters: [ParameterDeclaration]?
    var responses: [ResponseDeclaration]?
    var description: String?
    var tags: [String]?
    var isDeprecated: Bool?
}

extension RoutePolicy {
    init(reading fields: inout Fields) {
        let split = readTarget(&fields)
        saysPath = fields.entries.contains { ["strip_prefix", "rewrite"].contains($0.key.value) }
        stripPrefix = fields.marked("strip_prefix", .prefix)
        rewrite = fields.marked("rewrite", .rewrite)
        rewriteHost = fields.marked("rewrite_host", .hostAndPort)
        queryChanges = fields.map("rewrite_query", .queryChanges) { .read(.parameter, &$0) }
        authRequired = fields.marked("auth_required", .bool)
        provider = fields.marked("auth", .name)
        scopes = fields.names("scopes", .scope)
        roles = fields.names("roles", .role)
        timeout = fields.value("timeout", .timeout)
        bodyLimit = fields.map("limits", .limits) { $0.value("body", .bodyLimit) } ?? nil
        traffic = TrafficPolicy(reading: &fields)
        traffic.split = split
        stream = fields.marked("stream", .choice)
        upgrade = fields.marked("upgrade", .choice)
        _ = fields.map("request", .request) { fields in
            let declares = fields.entries.contains { ["params", "query"].contains($0.key.value) }
            let declared =
                ParameterDeclaration.readList(.path, &fields) + ParameterDeclaration.readList(.query, &fields)
            if declares { parameters = declared }
            requestHeaders = fields.map("headers", .requestHeaders) { .read(.header, &$0) }
            traffic.requestTransform = fields.transform()
        }
        readResponse(&fields)
        description = fields.value("description", .text)
        tags = fields.list("tags", of: .text).map { fields.diagnostics.distinct($0, of: "tags").map(\.value) }
        isDeprecated = fields.value("deprecated", .bool)
    }

    /// `response`: statuses, which are documentation, `headers` and `transform`.
    private mutating func readResponse(_ fields: inout Fields) {
        guard let entries = fields.entries("response") else { return }
        let isPolicy = { (entry: Node.Entry) in ["headers", "transform"].contains(entry.key.value) }
        let (policies, statuses) = (entries.filter(isPolicy), entries.filter { !isPolicy($0) })
        if let first = policies.first {
            var policies = Fields(.response, policies, mark: first.key.mark)
            responseHeaders = policies.map("headers", .responseHeaders) { .read(.header, &$0) }
            traffic.responseTransform = policies.transform()
            fields.diagnostics.append(policies.diagnostics)
        }
        if policies.isEmpty || !statuses.isEmpty { responses = ResponseDeclaration.readList(statuses, &fields) }
    }

    /// `upstream`, the same as `proxy_upstream`.
    /// - Returns: the upstreams where there are several.
    private mutating func readTarget(_ fields: inout Fields) -> [WeightedUpstream]? {
        var split: [WeightedUpstream]?
        for key in ["upstream", "proxy_upstream"] {
            let written = Self.readUpstream(key, &split, &fields)
            upstream = upstream ?? written
        }
        redirect = fields.redirect("redirect")
        mock = fields.mock("mock")
        let targets = ["upstream", "proxy_upstream", "redirect", "mock"] + Unsupported.targets
        let marks = fields.entries.filter { targets.contains($0.key.value) }.map(\.key)
        targetMark = marks.first?.mark
        let own = marks.filter { $0.value.hasSuffix("upstream") }
        if own.count > 1 {
            fields.diagnostics.error(
                at: own[1].mark,
                "'\(own[1].value)' is the same as '\(own[0].value)' at \(own[0].mark.place); keep one of them")
        }
        return split
    }

    /// One upstream, or several by weight.
    private static func readUpstream(
        _ key: String, _ split: inout [WeightedUpstream]?, _ fields: inout Fields
    ) -> Marked<UpstreamReference>? {
        guard let value = fields.entries.first(where: { $0.key.value == key })?.value,
            case .list(let nodes) = value.content
        else { return fields.marked(key, .upstream) }
        _ = fields.entry(key)
        let upstreams = WeightedUpstream.readList(nodes, at: value.mark, &fields)
        split = upstreams
        return upstreams.first.map { Marked(.named($0.name.value), at: $0.name.mark) }
    }

    /// What holds for a route: its own word, else that of `defaults`.
    func over(_ defaults: RoutePolicy) -> RoutePolicy {
        var usual = defaults.traffic
        // Of a route with an upstream of its own, no other is meant.
        if targetMark != nil { usual.split = nil }
        return RoutePolicy(
            upstream: targetMark == nil ? defaults.upstream : upstream, targetMark: targetMark ?? defaults.targetMark,
            redirect: targetMark == nil ? defaults.redirect : redirect,
            // A mock wins over an upstream.
            mock: targetMark == nil || (upstream != nil && mock == nil && redirect == nil) ? defaults.mock : mock,
            stripPrefix: saysPath ? stripPrefix : defaults.stripPrefix, rewrite: saysPath ? rewrite : defaults.rewrite,
            rewriteHost: rewriteHost ?? defaults.rewriteHost, queryChanges: queryChanges ?? defaults.queryChanges,
            authRequired: authRequired ?? defaults.authRequired, provider: provider ?? defaults.provider,
            scopes: scopes ?? defaults.scopes,
            roles: roles ?? defaults.roles,
            timeout: timeout ?? defaults.timeout, bodyLimit: bodyLimit ?? defaults.bodyLimit,
            traffic: traffic.over(usual), stream: stream ?? defaults.stream,
            upgrade: upgrade ?? defaults.upgrade, requestHeaders: requestHeaders ?? defaults.requestHeaders,
            responseHeaders: responseHeaders ?? defaults.responseHeaders, parameters: parameters ?? defaults.parameters,
            responses: responses ?? defaults.responses, description: description ?? defaults.description,
            tags: tags ?? defaults.tags, isDeprecated: isDeprecated ?? defaults.isDeprecated)
    }
}

extension Fields {
    /// A list of names, each once; an empty one is none.
    fileprivate mutating func names(_ key: String, _ shape: Shape<String>) -> Marked<[Marked<String>]>? {
        guard let names = list(key, of: shape), let entry = entries.first(where: { $0.key.value == key }) else {
            return nil
        }
        return Marked(diagnostics.distinct(names, of: key), at: entry.key.mark)
    }
}

extension Shape<String> {
    /// `strip_prefix`: whole segments of a path. Whether a path begins with it is looked at where that is known.
    fileprivate static var prefix: Shape {
        rawText("a path such as /api/v1") { text throws(Fault) in
            let pattern = try PathPattern(parsing: text)
            guard pattern.ending == .exact else {
                throw Fault("has a '*'; write the segments that go away, such as /api/v1")
            }
            return text
        }
    }
}
