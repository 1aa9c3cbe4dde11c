import GatewayRuntime
import Mocks
import Testing

@testable import gateway

private enum Routes: Ordinal { case health, onlyOnHost, write, read, byRole }
private enum Services: Ordinal { case things }
private enum Scopes: String { case write = "write:things" }
private enum Roles: String { case admin }

private func definition(_ access: (inout AccessTable) -> Void) -> GatewayDefinition {
    // Routes are found by their last segment alone; `onlyOnHost` needs a host that no demo has.
    let router: RouteTable.Router = { path, request, _ in
        var segment = path.segment
        var rest = path.next
        while !rest.isEnd {
            segment = rest.segment
            rest = rest.next
        }
        switch segment {
        case "hosted": return request.isFor(host: "example.com") ? RouteMatch(Routes.onlyOnHost) : .none
        case "demo": return RouteMatch(request.method == .put ? Routes.write : .none)
        case "things": return RouteMatch(Routes.read)
        case "admin": return RouteMatch(Routes.byRole)
        default: return .none
        }
    }
    let routes = RouteTable(router: router) { routes in
        routes.builtin(Routes.health, .health(.text), path: "/health")
        routes.add(Routes.onlyOnHost, methods: "GET", path: "/hosted", to: Services.things, body: 0)
        routes.add(
            Routes.write, methods: "PUT,PATCH", path: "/things/{id}", forward: "/t/{id}", to: Services.things, body: 0)
        routes.add(Routes.read, methods: "ANY", path: "/things", to: Services.things, body: 0)
        routes.check(Routes.read, .query, "limit", .integer, required: true)
        routes.add(Routes.byRole, methods: "GET", path: "/admin", to: Services.things, body: 0)
    }
    return GatewayDefinition(
        title: "demo", version: "1",
        server: ServerDefinition(
            listen: ":0", headerTimeout: .seconds(1), readTimeout: .seconds(1), writeTimeout: .seconds(1),
            idleTimeout: .seconds(1), drainTimeout: .seconds(1), headerLimit: 1, fieldLimit: 1, targetLimit: 1),
        errors: ErrorDefinition(format: .envelope, upstreamUnavailable: 502),
        auth: AuthDefinition(
            providers: [ProviderDefinition("jwt", algorithms: [.hs256], secrets: ["$S"], issuers: ["us"])],
            scopeClaims: ["scope"],
            roleClaims: ["roles"],
            claimHeaders: [.init("X-Org", claim: "org"), .init("X-Roles", claim: "roles")]),
        routes: routes, access: AccessTable(access),
        upstreams: [
            UpstreamDefinition(
                name: "things", url: "http://${THINGS}", connectTimeout: .seconds(1),
                responseHeaderTimeout: .seconds(1),
                idleTimeout: .seconds(1), maxIdle: 1)
        ],
        openAPI: "{}")
}

@Suite("The demo's requests")
struct DemoRequestsTests {
    private func commands(_ definition: GatewayDefinition) async throws -> [String] {
        let settings = GatewaySettings.demonstrating(
            definition, listen: ListenAddress(host: "127.0.0.1", port: 0), loops: 1, upstreams: [], secret: "s")
        let requests = try await DemoRequests(
            definition, auth: settings.auth, mint: TokenMint(secret: "s"), address: "http://127.0.0.1:1")
        // Tokens differ in each run.
        return requests.text.split(separator: "\n").map {
            String($0.replacing(/[A-Za-z0-9_-]{10,}\.[A-Za-z0-9_-]+\.[A-Za-z0-9_-]+/, with: "TOKEN"))
        }
    }

    @Test("show a read that is let through, a write without its scope, and an expired token")
    func three() async throws {
        let definition = definition { access in
            access.open(Routes.health)
            access.require(Routes.write, scopes: [Scopes.write])
        }
        #expect(
            try await commands(definition) == [
                "# A request that is let through: 200",
                "curl -i -H 'Authorization: Bearer TOKEN' 'http://127.0.0.1:1/things?limit=42'",
                "# A valid token that lacks the scope: 403",
                "curl -i -X PUT -H 'Authorization: Bearer TOKEN' -H 'Content-Type: application/json' -d '{}' "
                    + "'http://127.0.0.1:1/things/demo'",
                "# A token that has expired: 401",
                "curl -i -X PUT -H 'Authorization: Bearer TOKEN' -H 'Content-Type: application/json' -d '{}' "
                    + "'http://127.0.0.1:1/things/demo'",
            ])
    }

    @Test("show a lacking role where no route wants a scope, and no token where none is needed")
    func fallbacks() async throws {
        let byRole = definition { $0.require(Routes.byRole, anyRole: [Roles.admin]) }
        #expect(try await commands(byRole).contains("# A valid token that lacks the role: 403"))
        let open = definition { access in
            for route in [Routes.write, .read, .byRole] { access.open(route) }
        }
        #expect(
            try await commands(open) == [
                "# A request that is let through: 200",
                "curl -i -X PUT -H 'Content-Type: application/json' -d '{}' 'http://127.0.0.1:1/things/demo'",
            ])
    }
}

@Suite("The list of routes")
struct RouteListingTests {
    @Test("says who may use a route and where it leads")
    func table() {
        let definition = definition { access in
            access.open(Routes.health)
            access.require(Routes.write, scopes: [Scopes.write], anyRole: [Roles.admin])
        }
        #expect(
            RouteListing(definition).text == """
                METHODS    PATH          ACCESS                                  LEADS TO
                GET        /health       public                                  the gateway: health
                GET        /hosted       token                                   things (http://${THINGS})
                PUT,PATCH  /things/{id}  token, scopes write:things, role admin  things (http://${THINGS}) as /t/{id}
                ANY        /things       token                                   things (http://${THINGS})
                GET        /admin        token                                   things (http://${THINGS})

                """)
    }
}
