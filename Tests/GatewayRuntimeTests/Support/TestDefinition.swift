@testable import GatewayRuntime

enum TestRoute: Ordinal { case listAgents, createAgent, health, docs, openAPI, purge }
enum TestUpstream: Ordinal { case agents }
enum TestScope: String {
    case write = "write:agents"
    case purge = "purge:agents"
}
enum TestRole: String { case admin, operate }

/// A small gateway, as the compiler would write it.
func testDefinition(
    listen: Setting = ":${PORT:-8080}", url: Setting = "$AGENTS_SERVICE_URL", secrets: [Setting] = ["$JWT_SECRET"],
    issuers: [Setting] = [], audiences: [Setting] = [], openAPI: StaticString = "{}"
) -> GatewayDefinition {
    let router: RouteTable.Router = { _, _, _ in .none }
    let routes = RouteTable(router: router) { routes in
        routes.add(
            TestRoute.listAgents, methods: "GET", path: "/api/v1/agents", to: TestUpstream.agents, body: 1_048_576)
        routes.add(
            TestRoute.createAgent, methods: "POST", path: "/api/v1/agents", to: TestUpstream.agents, body: 1_048_576)
        routes.builtin(TestRoute.health, .health(.status), path: "/health")
        routes.builtin(TestRoute.docs, .docs, path: "/api/v1/docs")
        routes.builtin(TestRoute.openAPI, .openAPI, path: "/api/v1/docs/openapi.json")
        routes.add(
            TestRoute.purge, methods: "DELETE", path: "/api/v1/agents/{id}", to: TestUpstream.agents, body: 1_048_576)
    }
    let access = AccessTable { access in
        access.require(TestRoute.createAgent, scopes: [TestScope.write], anyRole: [TestRole]())
        access.require(TestRoute.purge, scopes: [TestScope.write, .purge], anyRole: [TestRole.admin, .operate])
        access.open(TestRoute.health)
        access.open(TestRoute.docs)
        access.open(TestRoute.openAPI)
    }
    return GatewayDefinition(
        title: "test-gateway", version: "1.2.3",
        server: ServerDefinition(
            listen: listen, headerTimeout: .seconds(5), readTimeout: .seconds(15), writeTimeout: .seconds(60),
            idleTimeout: .seconds(60), drainTimeout: .seconds(30), headerLimit: 65_536, fieldLimit: 100,
            targetLimit: 8192),
        errors: ErrorDefinition(format: .envelope, upstreamUnavailable: 503),
        auth: AuthDefinition(
            providers: [
                ProviderDefinition(
                    "jwt", algorithms: [.hs256], secrets: secrets, issuers: issuers, audiences: audiences)
            ],
            scopeClaims: ["scopes", "scope"],
            roleClaims: ["roles", "role"],
            claimHeaders: [.init("X-Org-ID", claim: "org_id"), .init("X-User-Tier", claim: "tier", default: "free")]),
        routes: routes, access: access,
        upstreams: [
            UpstreamDefinition(
                name: "agents", url: url, connectTimeout: .seconds(5), responseHeaderTimeout: .seconds(15),
                idleTimeout: .seconds(90), maxIdle: 20)
        ],
        openAPI: openAPI)
}
