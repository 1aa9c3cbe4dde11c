import Testing

@testable import GatewayRuntime

@Suite("Scopes and roles")
struct AccessPlanTests {
    private let plan = AccessPlan(testDefinition().access, routeCount: 6)

    private func refusal(_ route: TestRoute, _ members: String) async throws -> FailureCode? {
        let verifier = try await TokenVerifier(.testing(), access: plan)
        let grant = try verifier.verify(TestToken.good(members))
        return plan.routes[Int(route.index)].refusal(for: grant)?.code
    }

    @Test(
        "decide what a token may do",
        arguments: [
            (TestRoute.listAgents, "", nil),
            (.createAgent, "", FailureCode.insufficientScope),
            (.createAgent, #""scopes":["write:agents"]"#, nil),
            (.createAgent, #""scopes":["x","write:agents","y"]"#, nil),
            (.createAgent, #""scope":"read write:agents""#, nil),
            (.createAgent, #""scopes":[],"scope":"write:agents""#, .insufficientScope),
            (.createAgent, #""scopes":null,"scope":"write:agents""#, nil),
            (.createAgent, #""scopes":"write""#, .insufficientScope),
            (.createAgent, #""scopes":"write:agents2""#, .insufficientScope),
            (.createAgent, #""scopes":["write:agents "]"#, .insufficientScope),
            (.createAgent, #""scopes":{"write:agents":true}"#, .insufficientScope),
            (.createAgent, #""scopes":[["write:agents"]]"#, .insufficientScope),
            (.purge, #""scopes":["write:agents"],"role":"admin""#, .insufficientScope),
            (.purge, #""scopes":["write:agents","purge:agents"]"#, .forbidden),
            (.purge, #""scopes":["write:agents","purge:agents"],"role":"guest""#, .forbidden),
            (.purge, #""scopes":["write:agents","purge:agents"],"role":"not admin""#, .forbidden),
            (.purge, #""scopes":["write:agents","purge:agents"],"roles":["guest","operate"]"#, nil),
            (.purge, #""scope":"purge:agents write:agents","role":"admin""#, nil),
        ])
    func table(route: TestRoute, members: String, code: FailureCode?) async throws {
        #expect(try await refusal(route, members) == code)
    }

    @Test("of a refusal are named in its message")
    func message() {
        let none = NameSet(capacity: 64)
        let grant = Grant(subject: [], identityHeaders: [], end: 0, scopes: none, roles: none)
        let message = plan.routes[Int(TestRoute.purge.index)].refusal(for: grant)?.message
        #expect(message == "Token lacks required scope: write:agents, purge:agents")
    }

    @Test("beyond 64 names are told apart")
    func manyNames() {
        var set = NameSet(capacity: 130)
        for number in [0, 63, 64, 129] { set.insert(number) }
        for number in 0..<130 {
            var one = NameSet(capacity: 130)
            one.insert(number)
            #expect(set.contains(allOf: one) == [0, 63, 64, 129].contains(number))
            #expect(set.contains(anyOf: one) == [0, 63, 64, 129].contains(number))
        }
        #expect(set.contains(allOf: NameSet(capacity: 130)))
        #expect(!set.contains(anyOf: NameSet(capacity: 130)))
    }
}

@Suite("Names of headers")
struct HeaderNamesTests {
    @Test(
        "are known in any case and with underscores",
        arguments: [
            ("X-User-ID", true), ("x-user-id", true), ("X_User_ID", true), ("x-USER_id", true), ("X-Org-ID", true),
            ("X-User-IDs", false), ("X-User-I", false), ("Y-User-ID", false), ("X-User-IE", false), ("X", false),
            ("", false),
            ("Host", false), ("x_kong_", true), ("X-Kong-", true),
        ])
    func table(name: String, isKnown: Bool) {
        let names = HeaderNames(["X-User-ID", "X-Org-ID", "x_kong_"])
        #expect(withView(name) { names.contains($0) } == isKnown)
        #expect(!withView(name) { HeaderNames([]).contains($0) })
    }
}

@Suite("Declared parameters")
struct RequestChecksTests {
    private let checks: RequestChecks

    init() {
        let router: RouteTable.Router = { _, _, _ in .none }
        let table = RouteTable(router: router) { routes in
            routes.add(
                TestRoute.listAgents, methods: "GET", path: "/agents/{id}/runs/{run}", to: TestUpstream.agents, body: 0)
            routes.alsoAt(TestRoute.listAgents, path: "/runs/{run}")
            routes.check(TestRoute.listAgents, .path, "run", .integer, required: true)
            routes.check(TestRoute.listAgents, .query, "limit", .integer, required: false)
            routes.check(TestRoute.listAgents, .query, "min", .number, required: false)
            routes.check(TestRoute.listAgents, .query, "all", .boolean, required: false)
            routes.check(TestRoute.listAgents, .query, "q", .string, required: true)
        }
        checks = RequestChecks(of: table.routes[0])
    }

    private func refusal(path: String, pathIndex: UInt8 = 0, query: String) -> String? {
        withView(path) { path in
            withView(query) { query in
                var captures = Captures()
                captures.pathIndex = pathIndex
                let starts = path.bytes.indices.filter { path.bytes[$0] == UInt8(ascii: "/") }.map { $0 + 1 }
                let ends = starts.dropFirst().map { $0 - 1 } + [path.count]
                let segments = Array(zip(starts, ends))
                for (position, segment) in zip(0..., pathIndex == 0 ? [1, 3] : [1]) {
                    captures[position] = PathRange(start: segments[segment].0, end: segments[segment].1)
                }
                return checks.refusal(path: path, captures: captures, query: query)?.message
            }
        }
    }

    @Test(
        "are checked in the query",
        arguments: [
            ("q=", nil), ("q=1&limit=20", nil), ("q=x&limit=-9223372036854775808", nil), ("q&limit=%32%30", nil),
            ("", "The query parameter q is required"), ("Q=1", "The query parameter q is required"),
            ("q=%zz", "The query parameter q must be properly encoded"),
            ("q=1&limit=", "The query parameter limit must be an integer"),
            ("q=1&limit", "The query parameter limit must be an integer"),
            ("q=1&limit=1.0", "The query parameter limit must be an integer"),
            ("q=1&limit=-", "The query parameter limit must be an integer"),
            ("q=1&limit=+1", "The query parameter limit must be an integer"),
            ("q=1&limit=9223372036854775808", "The query parameter limit must be an integer"),
            ("q=1&limit=1&limit=x", "The query parameter limit must be an integer"),
            ("q=1&%6cimit=x", "The query parameter limit must be an integer"),
            ("q=1&limit=%", "The query parameter limit must be an integer"),
            ("q=1&min=-1.5e-3", nil), ("q=1&min=1", nil), ("q=1&min=1.", "The query parameter min must be a number"),
            ("q=1&min=.5", "The query parameter min must be a number"),
            ("q=1&min=NaN", "The query parameter min must be a number"),
            ("q=1&min=1e", "The query parameter min must be a number"),
            ("q=1&all=true", nil), ("q=1&all=false", nil),
            ("q=1&all=True", "The query parameter all must be true or false"),
            ("q=1&all=1", "The query parameter all must be true or false"),
            ("q=1&min=\(String(repeating: "1", count: 65))", "The query parameter min must be a number"),
        ])
    func query(query: String, message: String?) {
        #expect(refusal(path: "/agents/a/runs/1", query: query) == message)
    }

    @Test(
        "are checked in each path of the route",
        arguments: [
            ("/agents/a/runs/17", UInt8(0), true), ("/agents/1/runs/x", 0, false), ("/runs/17", 1, true),
            ("/runs/x", 1, false),
            ("/runs/%31", 1, false),
        ])
    func path(path: String, index: UInt8, isTaken: Bool) {
        let message = isTaken ? nil : "The path parameter run must be an integer"
        #expect(refusal(path: path, pathIndex: index, query: "q=1") == message)
    }

    @Test("crash nothing, whatever a query is")
    func fuzz() {
        var generator = SplitMix(state: 5)
        let pieces = [
            "q", "=", "&", "limit", "min", "all", "%", "%3", "%31", "1", "-", ".", "e", "+", "true", "é", "\u{0}",
        ]
        for _ in 0..<20_000 {
            let query = (0..<Int.random(in: 0..<12, using: &generator)).map { _ in
                pieces[Int.random(in: pieces.indices, using: &generator)]
            }.joined()
            let message = refusal(path: "/agents/a/runs/1", query: query)
            if !query.contains("q") { #expect(message != nil, "\(query)") }
        }
    }

    @Test("refuse nothing where there are none")
    func none() {
        let checks = RequestChecks(of: testDefinition().routes.routes[0])
        withView("/x") { path in
            withView("a=%zz") { #expect(checks.refusal(path: path, captures: Captures(), query: $0) == nil) }
        }
    }
}
