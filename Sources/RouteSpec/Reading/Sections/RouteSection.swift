extension GatewaySpec {
    /// Reads `defaults` and `routes`, and what follows from both: which routes are public, and the stand-in for `auth`.
    mutating func readRoutes(_ fields: inout Fields) {
        let errors = fields.diagnostics.errorCount
        defaults = fields.map("defaults", .defaults) { RoutePolicy(reading: &$0) } ?? RoutePolicy()
        sharedRateLimits = defaults.traffic.rateLimits?.limits ?? []
        var context = RouteContext(
            defaults: defaults, server: server, listing: PublicListing(publicPaths, builtins: &builtins))
        let written = fields.entries.filter { ["routes", "defaults"].contains($0.key.value) }.map(\.value)
        context.knowsAllPaths = written.allSatisfy(\.hasAllNames)
        for node in Self.routeNodes(&fields) {
            let route = fields.diagnostics.map(node, .route, of: "an entry of 'routes'") { fields in
                RouteDeclaration(reading: &fields, &context)
            }
            if let route { routes.append(route) } else { context.knowsAllPaths = false }
        }
        if !gaps.contains(.routes), context.knowsAllPaths {
            context.listing.checkNames(of: routes, &context.diagnostics)
        }
        if fields.diagnostics.errorCount > errors || !written.allSatisfy(\.isWhole) { gaps.insert(.routes) }
        Self.check(defaults, &context.diagnostics)
        fields.diagnostics.append(context.diagnostics)
        standInForAuth(&fields)
    }

    private static func routeNodes(_ fields: inout Fields) -> [Node] {
        guard let entry = fields.entry("routes"), let nodes = fields.diagnostics.list(entry.value, "routes") else {
            return []
        }
        if nodes.isEmpty {
            fields.diagnostics.error(
                at: entry.value.mark,
                "'routes' is empty; write one route at least, such as '- { path: /agents, upstream: agents }'")
        }
        return nodes
    }

    /// Defaults that cannot both hold.
    private static func check(_ defaults: RoutePolicy, _ diagnostics: inout Diagnostics) {
        defaults.checkTargets(&diagnostics)
        guard let authRequired = defaults.authRequired, !authRequired.value else { return }
        for (key, names) in [("scopes", defaults.scopes), ("roles", defaults.roles)] {
            guard let names, !names.value.isEmpty else { continue }
            diagnostics.error(
                at: names.mark,
                "'\(key)' in defaults cannot hold where 'auth_required: false' at \(authRequired.mark.place) makes routes public; "
                    + "give it to the routes that need a token")
        }
    }

    /// Lets the routes of 002 build by themselves.
    private mutating func standInForAuth(_ fields: inout Fields) {
        let mayHaveAuth = gaps.contains(.scopes) || fields.entries.contains { $0.key.value == "auth" }
        guard !mayHaveAuth, routes.contains(where: \.needsToken) else { return }
        fields.diagnostics.warning(
            at: fields.firstKey,
            "the spec has no 'auth', and routes need a token: HS256 with $JWT_SECRET stands in; "
                + "write 'auth: { jwt: { algorithms: [HS256], secret: $JWT_SECRET } }'")
        let secret = Template(text: "$JWT_SECRET", variables: [("JWT_SECRET", nil)])
        let provider = TokenProvider(
            name: Marked("jwt", at: fields.firstKey), algorithms: [Marked(.hs256, at: fields.firstKey)],
            secrets: [Marked(secret, at: fields.firstKey)])
        auth = AuthSettings(
            mark: fields.firstKey, providers: [provider],
            scopeClaims: ["scopes", "scope"], roleClaims: ["roles", "role"], claimHeaders: [], scopes: nil, roles: nil)
    }
}

/// What the routes of a spec have in common while they are read.
struct RouteContext {
    let defaults: RoutePolicy
    let server: ServerSettings
    var listing: PublicListing
    /// Whether the paths of all routes could be read.
    var knowsAllPaths = true
    /// What has been read and does not fit together: nothing is lost by it.
    var diagnostics = Diagnostics()
}

extension RouteDeclaration {
    fileprivate init(reading fields: inout Fields, _ context: inout RouteContext) {
        let name = fields.marked("name", .name)
        let matching = RouteMatching(reading: &fields)
        let own = RoutePolicy(reading: &fields)
        let policy = own.over(context.defaults)
        if policy.targetMark == nil {
            fields.lack("upstream", "the route has no target; write 'upstream: <name>', a URL or a variable")
        }
        if !matching.knowsPaths { context.knowsAllPaths = false }
        let isListed = context.listing.names(matching.paths, authRequired: own.authRequired, &context.diagnostics)
        let needsToken = own.authRequired?.value ?? (isListed ? false : policy.authRequired?.value ?? true)
        // Default scopes and roles are for those who have a token.
        self.init(
            mark: fields.firstKey, takesKnownRequests: matching.isKnown, name: name,
            paths: matching.paths.map(\.pattern), methods: matching.methods,
            host: matching.host, headers: matching.headers, query: matching.query, upstream: policy.upstream,
            redirect: policy.redirect, mock: policy.mock,
            stripPrefix: policy.rewrite == nil ? policy.stripPrefix : nil, rewrite: policy.rewrite,
            rewriteHost: policy.rewriteHost, queryChanges: policy.queryChanges ?? ValueChanges(),
            needsToken: needsToken, provider: needsToken ? policy.provider : own.provider,
            authRequiredMark: own.authRequired?.mark, scopes: (needsToken ? policy.scopes : own.scopes)?.value ?? [],
            roles: (needsToken ? policy.roles : own.roles)?.value ?? [], timeout: policy.timeout,
            bodyLimit: policy.bodyLimit ?? context.server.bodyLimit, traffic: policy.traffic,
            stream: policy.stream, upgrade: policy.upgrade, requestHeaders: policy.requestHeaders ?? ValueChanges(),
            responseHeaders: policy.responseHeaders ?? ValueChanges(), parameters: policy.parameters ?? [],
            responses: policy.responses ?? [], description: policy.description, tags: policy.tags ?? [],
            isDeprecated: policy.isDeprecated ?? false)
        policy.checkTargets(&context.diagnostics)
        checkRedirect(isOwn: own.redirect != nil, &context.diagnostics)
        checkParameters(areOwn: own.parameters != nil, &context.diagnostics)
        checkCache(own: own.traffic, &context.diagnostics)
        checkTransforms(own: own.traffic, &context.diagnostics)
        if isAnsweredHere {
            checkAnswered(fields, &context.diagnostics)
        } else {
            checkPrefix(own.stripPrefix ?? stripPrefix, isOwn: own.stripPrefix != nil, &context.diagnostics)
            checkRewrite(isOwn: own.rewrite != nil, &context.diagnostics)
            checkUpgrade(isOwn: own.upgrade != nil, &context.diagnostics)
            checkForwarding(own.traffic, &context.diagnostics)
        }
    }
}
