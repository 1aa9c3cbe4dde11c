// Compiled from the route spec by switchyard. Edit the spec, not this file.

public import GatewayRuntime

/// The routes of the spec, by path.
public enum Route: Ordinal {
    /// GET /countries/at, /countries/au, /countries/be, /countries/br, /countries/ca, /countries/ch, /countries/cz, /countries/de, /countries/dk, /countries/es, /countries/fi, /countries/fr, /countries/gb, /countries/gr, /countries/hu, /countries/ie, /countries/it, /countries/jp
    case country
    /// GET /countries/{other}
    case getCountriesOther
    /// GET /words/a, /words/be, /words/sea, /words/deed, /words/eerie, /words/feeble, /words/gateway, /words/hundreds, /words/i, /words/of, /words/the, /words/many, /words/letters, /words/without, /words/number, /words/between, /words/nineteen, /words/twenty
    case word
}

let routes = RouteTable(router: findRoute, describeRoutes)

/// What becomes of a request once its route is found.
private func describeRoutes(_ routes: inout RouteTable) {
    routes.add(Route.country, methods: "GET", path: "/countries/at", to: Upstream.country, body: 10_485_760)
    routes.alsoAt(Route.country, path: "/countries/au")
    routes.alsoAt(Route.country, path: "/countries/be")
    routes.alsoAt(Route.country, path: "/countries/br")
    routes.alsoAt(Route.country, path: "/countries/ca")
    routes.alsoAt(Route.country, path: "/countries/ch")
    routes.alsoAt(Route.country, path: "/countries/cz")
    routes.alsoAt(Route.country, path: "/countries/de")
    routes.alsoAt(Route.country, path: "/countries/dk")
    routes.alsoAt(Route.country, path: "/countries/es")
    routes.alsoAt(Route.country, path: "/countries/fi")
    routes.alsoAt(Route.country, path: "/countries/fr")
    routes.alsoAt(Route.country, path: "/countries/gb")
    routes.alsoAt(Route.country, path: "/countries/gr")
    routes.alsoAt(Route.country, path: "/countries/hu")
    routes.alsoAt(Route.country, path: "/countries/ie")
    routes.alsoAt(Route.country, path: "/countries/it")
    routes.alsoAt(Route.country, path: "/countries/jp")
    routes.add(
        Route.getCountriesOther, methods: "GET", path: "/countries/{other}", to: Upstream.country, body: 10_485_760)
    routes.add(Route.word, methods: "GET", path: "/words/a", to: Upstream.country, body: 10_485_760)
    routes.alsoAt(Route.word, path: "/words/be")
    routes.alsoAt(Route.word, path: "/words/sea")
    routes.alsoAt(Route.word, path: "/words/deed")
    routes.alsoAt(Route.word, path: "/words/eerie")
    routes.alsoAt(Route.word, path: "/words/feeble")
    routes.alsoAt(Route.word, path: "/words/gateway")
    routes.alsoAt(Route.word, path: "/words/hundreds")
    routes.alsoAt(Route.word, path: "/words/i")
    routes.alsoAt(Route.word, path: "/words/of")
    routes.alsoAt(Route.word, path: "/words/the")
    routes.alsoAt(Route.word, path: "/words/many")
    routes.alsoAt(Route.word, path: "/words/letters")
    routes.alsoAt(Route.word, path: "/words/without")
    routes.alsoAt(Route.word, path: "/words/number")
    routes.alsoAt(Route.word, path: "/words/between")
    routes.alsoAt(Route.word, path: "/words/nineteen")
    routes.alsoAt(Route.word, path: "/words/twenty")
}

extension RouteTable {
    /// A route that forwards the path as it is and has no timeout of its own.
    mutating func add(_ route: Route, methods: StaticString, path: StaticString, to upstream: Upstream, body: Int) {
        add(route, methods: methods, path: path, forward: nil, to: upstream, timeout: nil, body: body)
    }
}

/// The gateway that the spec describes.
public let gateway = GatewayDefinition(
    title: "Gateway",
    version: "1.0.0",
    server: ServerDefinition(
        listen: ":${PORT:-8080}",
        headerTimeout: .seconds(5),
        readTimeout: .seconds(15),
        writeTimeout: .seconds(60),
        idleTimeout: .seconds(60),
        drainTimeout: .seconds(30),
        headerLimit: 65_536,
        fieldLimit: 100,
        targetLimit: 8192),
    errors: ErrorDefinition(format: .envelope, upstreamUnavailable: 502),
    auth: auth,
    routes: routes,
    access: access,
    upstreams: upstreams,
    openAPI: openAPI)
