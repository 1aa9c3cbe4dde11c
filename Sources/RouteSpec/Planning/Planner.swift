/// Settles what Emitting needs from a spec that has passed its checks. The only errors left are those of names, which
/// stand in `diagnostics`; there is no plan then.
public func planRoutes(of spec: GatewaySpec, into diagnostics: inout Diagnostics) -> RoutePlan? {
    var planner = Planner(spec: spec)
    let plan = planner.plan()
    for fault in planner.faults { diagnostics.error(at: fault.mark, fault.value) }
    return planner.faults.isEmpty ? plan : nil
}

/// The work of ``planRoutes(of:into:)``: names first, then what refers to them.
struct Planner {
    let spec: GatewaySpec
    private(set) var faults: [Marked<String>] = []

    init(spec: GatewaySpec) { self.spec = spec }

    mutating func plan() -> RoutePlan {
        let upstreams = plannedUpstreams()
        var indices: [UpstreamReference: Int] = [:]
        for (index, entry) in upstreams.enumerated() { indices[entry.reference] = index }

        var routes = spec.builtins.flatMap(plannedBuiltins)
        for declaration in spec.routes {
            // A faulty spec is planned too, for the sake of its names: what has no path or no known upstream is left out.
            guard !declaration.paths.isEmpty, let target = target(of: declaration, indices) else { continue }
            var route = plannedRoute(declaration, to: target)
            guard target.upstream != nil else {
                route.dropForwarding()
                routes.append(route)
                continue
            }
            route.split = (declaration.traffic.split ?? []).compactMap { share in
                indices[.named(share.name.value)].map { ($0, share.weight) }
            }
            route.mirror = declaration.traffic.mirror?.policy.flatMap { indices[.named($0.upstream.value)] }
            routes.append(route)
        }
        settleNames(&routes)
        routes.sort { one, other in
            let (a, b) = (one.paths[0].pattern.text, other.paths[0].pattern.text)
            return (a, one.methodOrder, one.name) < (b, other.methodOrder, other.name)
        }
        return RoutePlan(
            spec: spec, routes: routes, upstreams: upstreams.map(\.upstream),
            scopes: names(routes.flatMap(\.requiredScopes) + (spec.auth?.scopes ?? []).map(\.name.value)),
            roles: names(routes.flatMap(\.allowedRoles) + (spec.auth?.roles ?? []).map(\.name.value)),
            tree: PathNode(routes.indices.flatMap { routes[$0].endpoints(at: $0) }))
    }

    /// Scopes or roles, each once, under Swift names that differ.
    private func names(_ names: [String]) -> [PlannedName] {
        let sorted = Set(names).sorted()
        let members = Dictionary(grouping: sorted, by: Namer.memberName)
        return sorted.map { name in
            let member = Namer.memberName(of: name)
            // Two names that would meet are spelled out instead: `read:a` and `read-a`.
            let isAlone = members[member]?.count == 1 && SwiftIdentifier.canSpell(member)
            return PlannedName(
                name: name, identifier: isAlone ? SwiftIdentifier(member) : SwiftIdentifier(spelling: name))
        }
    }
}

extension Planner {
    private typealias NamedUpstream = (reference: UpstreamReference, upstream: PlannedUpstream)

    /// The declared upstreams and those that only a route writes out, by name.
    private func plannedUpstreams() -> [NamedUpstream] {
        var planned: [NamedUpstream] = spec.upstreams.map { upstream in
            (
                .named(upstream.name.value),
                PlannedUpstream(
                    identifier: SwiftIdentifier(spelling: Namer.memberName(of: upstream.name.value)),
                    clientName: Namer.typeName(of: upstream.name.value) + "Client", label: upstream.name.value,
                    targets: upstream.targets, policy: upstream.policy, connectTimeout: upstream.connectTimeout,
                    responseHeaderTimeout: upstream.responseHeaderTimeout, idleTimeout: upstream.idleTimeout,
                    maxConnections: upstream.maxConnections, maxIdle: upstream.maxIdle)
            )
        }
        var written: Set<Template> = []
        for route in spec.routes {
            guard case .url(let url)? = route.upstream?.value, written.insert(url).inserted else { continue }
            let name = Namer.upstreamName(of: url)
            planned.append(
                (
                    .url(url),
                    PlannedUpstream(
                        identifier: SwiftIdentifier(name), clientName: Namer.typeName(of: name) + "Client",
                        label: url.text, targets: [UpstreamTarget(url: Marked(url, at: route.mark))],
                        connectTimeout: Upstream.defaultConnectTimeout,
                        responseHeaderTimeout: Upstream.defaultResponseHeaderTimeout,
                        idleTimeout: Upstream.defaultIdleTimeout, maxIdle: Upstream.defaultMaxIdle)
                ))
        }
        separate(&planned)
        return planned.sorted {
            ($0.upstream.identifier.name, $0.upstream.label) < ($1.upstream.identifier.name, $1.upstream.label)
        }
    }

    /// Gives upstreams whose names come to the same Swift name, or whose client would have the runtime's name for clients,
    /// their labels in backticks.
    private func separate(_ planned: inout [NamedUpstream]) {
        let groups = Dictionary(grouping: planned.indices) { planned[$0].upstream.clientName.lowercased() }
        for (name, indices) in groups where indices.count > 1 || name == "upstreamclient" || name == "client" {
            for index in indices {
                let identifier = SwiftIdentifier(spelling: planned[index].upstream.label)
                planned[index].upstream.identifier = identifier
                planned[index].upstream.clientName = SwiftIdentifier("\(identifier.name) client").spelling
            }
        }
    }

    private func plannedBuiltins(_ builtin: BuiltinEndpoint) -> [PlannedRoute] {
        func route(_ name: String, _ answer: PlannedRoute.BuiltinAnswer, at pattern: PathPattern) -> PlannedRoute {
            PlannedRoute(
                identifier: SwiftIdentifier(name), mark: builtin.path.mark,
                paths: [
                    PlannedPath(
                        pattern: pattern, forward: ForwardTemplate(pattern: pattern, stripPrefix: nil, rewrite: nil))
                ],
                methods: [.get], conditions: MatchConditions(), target: .builtin(answer), access: .open, timeout: nil,
                bodyLimit: 0, parameters: [], responses: [], description: nil, tags: [], isDeprecated: false)
        }
        let pattern = builtin.path.value
        switch builtin.kind {
        case .health: return [route("health", .health(builtin.format), at: pattern)]
        case .ready: return [route("ready", .ready, at: pattern)]
        case .metrics: return [route("metrics", .metrics, at: pattern)]
        case .docs:
            return [
                route("docs", .docs, at: pattern), route("openapi", .openAPI, at: pattern.appending("openapi.json")),
            ]
        case .admin:
            return BuiltinEndpoint.adminDocuments.map { name in
                route(
                    "admin\(name.prefix(1).uppercased())\(name.dropFirst())", .admin(name), at: pattern.appending(name))
            }
        }
    }

    private func target(of route: RouteDeclaration, _ upstreams: [UpstreamReference: Int]) -> PlannedRoute.Target? {
        if let mock = route.mock { return .mock(mock.value) }
        if let redirect = route.redirect { return .redirect(redirect.value) }
        return route.upstream.flatMap { upstreams[$0.value] }.map { .upstream($0) }
    }

    private func plannedRoute(_ declaration: RouteDeclaration, to target: PlannedRoute.Target) -> PlannedRoute {
        let isPublic = !declaration.needsToken
        let goesUpstream = target.upstream != nil
        return PlannedRoute(
            identifier: SwiftIdentifier(declaration.name?.value ?? ""),
            mark: declaration.name?.mark ?? declaration.mark,
            paths: declaration.paths.map { path in
                PlannedPath(
                    pattern: path.value,
                    forward: ForwardTemplate(
                        pattern: path.value, stripPrefix: goesUpstream ? declaration.stripPrefix?.value : nil,
                        rewrite: goesUpstream ? declaration.rewrite?.value : declaration.redirect?.value.path?.value))
            },
            methods: Set(declaration.methods.map(\.value)).sorted(),
            conditions: MatchConditions(
                host: declaration.host?.value, headers: declaration.headers, query: declaration.query),
            target: target,
            access: isPublic
                ? .open
                : .token(
                    scopes: Set(declaration.scopes.map(\.value)).sorted(),
                    roles: rolesIncluding(declaration.roles.map(\.value))),
            provider: declaration.provider?.value,
            timeout: declaration.timeout, bodyLimit: declaration.bodyLimit, traffic: declaration.traffic,
            stream: declaration.stream?.value, upgrade: declaration.upgrade?.value,
            rewriteHost: declaration.rewriteHost?.value, queryChanges: declaration.queryChanges,
            requestHeaders: declaration.requestHeaders,
            responseHeaders: declaration.responseHeaders, parameters: declaration.parameters,
            responses: declaration.responses, description: declaration.description, tags: declaration.tags,
            isDeprecated: declaration.isDeprecated)
    }

    /// The roles of a route and those that include one of them, through any number of steps.
    private func rolesIncluding(_ roles: [String]) -> [String] {
        var allowed = Set(roles)
        var grew = true
        while grew {
            grew = false
            for role in spec.auth?.roles ?? [] where !allowed.contains(role.name.value) {
                if role.includes.contains(where: { allowed.contains($0.value) }) {
                    allowed.insert(role.name.value)
                    grew = true
                }
            }
        }
        return allowed.sorted()
    }
}

extension Planner {
    /// Gives every route its name. Given names that meet are errors; derived names step aside.
    private mutating func settleNames(_ routes: inout [PlannedRoute]) {
        var owners: [String: PlannedRoute] = [:]
        for index in routes.indices where !routes[index].name.isEmpty {
            let route = routes[index]
            let key = Namer.camelCase(Namer.words(of: route.name))
            if !SwiftIdentifier.canSpell(route.name) || key.isEmpty {
                faults.append(
                    Marked("route name '\(route.name)' cannot be a name in Swift; choose another", at: route.mark))
            } else if let owner = owners[key] {
                faults.append(Marked(Self.collision(of: route.name, with: owner), at: route.mark))
            } else {
                owners[key] = route
            }
        }
        let unnamed = routes.indices.filter { routes[$0].name.isEmpty }
        let given = Set(routes.map(\.name))
        let derived = Dictionary(grouping: unnamed) { routes[$0].derivedName }
        for (name, indices) in derived {
            let isAlone = indices.count == 1 && owners[name] == nil
            let escapedNames = indices.map { routes[$0].escapedName }
            let counts = Dictionary(escapedNames.map { ($0, 1) }, uniquingKeysWith: +)
            for (index, escapedName) in zip(indices, escapedNames) {
                let hasTwin = counts[escapedName] != 1 && !routes[index].conditions.isEmpty
                let escaped = hasTwin ? "\(escapedName) \(routes[index].conditions.summary)" : escapedName
                // With a blank in it, it is no name that a route can be given.
                let free = given.contains(escaped) ? "\(escaped) derived" : escaped
                routes[index].identifier = SwiftIdentifier(spelling: isAlone ? name : free)
            }
        }
    }
}

extension Planner {
    private static func collision(of name: String, with owner: PlannedRoute) -> String {
        if case .builtin = owner.target {
            return "route name '\(name)' is that of the builtin at \(owner.mark.place); choose another"
        }
        return owner.name == name
            ? "route name '\(name)' is taken by the route at \(owner.mark.place); choose another"
            : "route name '\(name)' is the same Swift name as '\(owner.name)' at \(owner.mark.place); choose another"
    }
}

extension PlannedRoute {
    /// Leaves out what is for requests that go upstream: defaults reach redirects and mocks too, and do nothing there.
    fileprivate mutating func dropForwarding() {
        (timeout, bodyLimit, stream, upgrade, rewriteHost) = (nil, 0, nil, nil, nil)
        (queryChanges, requestHeaders, responseHeaders) = (ValueChanges(), ValueChanges(), ValueChanges())
        let limits = traffic.rateLimits
        traffic = TrafficPolicy()
        traffic.rateLimits = limits
    }

    fileprivate var derivedName: String { Namer.routeName(methods: methods, path: paths[0].pattern) }

    /// What it is called where the derived name is another's too; with its conditions where even that is (same path and method,
    /// other host).
    fileprivate var escapedName: String { Namer.escapedRouteName(methods: methods, path: paths[0].pattern) }

    fileprivate var methodOrder: Int {
        methods.first?.order ?? RouteMethod.allCases.count
    }

    var requiredScopes: [String] { if case .token(let scopes, _) = access { scopes } else { [] } }
    var allowedRoles: [String] { if case .token(_, let roles) = access { roles } else { [] } }

    /// Every path and method of the route, as what a request is matched with.
    func endpoints(at index: Int) -> [Endpoint] {
        paths.indices.flatMap { path in
            let methods: [RouteMethod?] = self.methods.isEmpty ? [nil] : self.methods
            return methods.map { method in
                Endpoint(
                    route: index, path: path, pathCount: paths.count, pattern: paths[path].pattern, method: method,
                    conditions: conditions)
            }
        }
    }
}

extension MatchConditions {
    /// `host=api.example.com header=X-Beta:1 query=v:2`
    var summary: String {
        var parts: [String] = []
        switch host {
        case .exact(let name): parts.append("host=\(name)")
        case .below(let domain): parts.append("host=*.\(domain)")
        case nil: break
        }
        parts += headers.map { "header=\($0.name)\($0.test.summary)" }
        parts += query.map { "query=\($0.name)\($0.test.summary)" }
        return parts.joined(separator: " ")
    }
}

extension PathPattern {
    /// The path with another segment behind it; a path that ends with a slash takes it there.
    func appending(_ literal: String) -> PathPattern {
        let kept = segments.last == .literal("") ? segments.dropLast() : segments[...]
        let slash = text.hasSuffix("/") ? "" : "/"
        return PathPattern(segments: kept + [.literal(literal)], ending: .exact, text: text + slash + literal)
    }
}

extension Upstream {
    /// SPEC, `upstreams.<name>.connect`: what holds where the spec is silent.
    public static let defaultConnectTimeout = Duration.seconds(5)
    public static let defaultResponseHeaderTimeout = Duration.seconds(15)
    public static let defaultIdleTimeout = Duration.seconds(90)
    public static let defaultMaxIdle = 512
}
