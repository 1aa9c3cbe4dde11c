import Testing

@testable import RouteSpec

@Suite("Names come from one namer")
struct NamerTests {
    @Test(
        "derived names of routes",
        arguments: [
            ("/", [RouteMethod.get], "getRoot", "get_"),
            ("/api/v1/agents", [.get], "getApiV1Agents", "get_api_v1_agents"),
            ("/api/v1/agents/{id}", [.put, .delete], "putDeleteApiV1AgentsId", "put_or_delete_api_v1_agents__7Bid_7D"),
            ("/user-profile/", [], "anyUserProfileSlash", "any_user_2Dprofile_"),
            ("/user/profile", [], "anyUserProfile", "any_user_profile"),
            ("/a_b/*", [.post], "postABBelow", "post_a_5Fb__2A"),
            ("/rules*", [], "anyRulesAndBelow", "any_rules_2A"),
        ])
    func routes(_ path: String, _ methods: [RouteMethod], _ derived: String, _ escaped: String) throws {
        let pattern = try #require(self.pattern(path))
        #expect(Namer.routeName(methods: methods, path: pattern) == derived)
        #expect(Namer.escapedRouteName(methods: methods, path: pattern) == escaped)
    }

    @Test(
        "names of upstreams that a route writes out",
        arguments: [
            ("$AGENTS_SERVICE_URL", "AGENTS_SERVICE_URL", "agentsService"), ("${URL:-http://x}", "URL", "url"),
            ("http://chat-history:8002/api", nil, "chatHistory8002Api"),
            ("http://127.0.0.1:9001", nil, "host1270019001"),
        ])
    func upstreams(_ url: String, _ variable: String?, _ name: String) {
        let variables = variable.map { [(name: $0, fallback: String?.none)] } ?? []
        #expect(Namer.upstreamName(of: Template(text: url, variables: variables)) == name)
    }

    @Test(
        "names as Swift spells them",
        arguments: [
            ("createWidget", "createWidget"), ("create-widget", "`create-widget`"), ("default", "`default`"),
            ("read:a", "`read:a`"), ("2fa", "`2fa`"), ("_x1", "_x1"),
        ])
    func spellings(_ name: String, _ spelling: String) {
        #expect(SwiftIdentifier(name).spelling == spelling)
    }

    @Test("derived names that meet step aside, and no two routes share a name")
    func collisions() throws {
        let spec = """
            version: "1.0"
            auth: { jwt: { secret: $JWT_SECRET } }
            defaults: { upstream: $A_URL }
            routes:
              - { path: /user-profile, method: GET }
              - { path: /user/profile, method: GET }
              - { path: /user_profile, method: GET }
              - { path: /a, method: GET, name: getB }
              - { path: /b, method: GET }
              - { path: /b, method: GET, match: { host: b.example.com } }
            """
        let plan = try #require(compileSpec([SpecFile(path: "spec/a.yaml", text: spec)]).plan)
        #expect(
            plan.routes.map(\.name) == [
                "getB", "get_b", "get_b host=b.example.com", "get_user_2Dprofile", "get_user_profile",
                "get_user_5Fprofile",
            ])
    }

    /// A pattern as the reader makes it.
    private func pattern(_ path: String) -> PathPattern? {
        let spec = """
            version: "1.0"
            routes: [{ path: "\(path)", upstream: $A_URL, auth_required: false }]
            """
        return compileSpec([SpecFile(path: "spec/a.yaml", text: spec)]).plan?.routes.first?.paths.first?.pattern
    }
}
