import RouteSpec
import Testing

@Suite("explain says which route, why, and what lost")
struct ExplanationTests {
    private static let spec = """
        version: "1.0"
        auth: { jwt: { secret: $JWT_SECRET } }
        upstreams: { one: { url: "http://127.0.0.1:9001/base" } }
        defaults: { upstream: one }
        routes:
          - { name: getAgent, path: "/api/agents/{id}", method: GET, strip_prefix: /api, scopes: ["read:agents"], timeout: 5s }
          - { name: putAgent, path: "/api/agents/{id}", method: PUT }
          - { name: all, path: /api/*, auth_required: false }
          - { name: beta, path: "/api/agents/{id}", method: GET, match: { host: beta.example.com } }
        """

    private func explanation(_ method: String, _ path: String, host: String? = nil, query: String? = nil) throws
        -> String
    {
        let compilation = compileSpec([SpecFile(path: "spec/a.yaml", text: Self.spec)])
        let plan = try #require(compilation.plan, "\(compilation.report(decorated: false))")
        var request = try RouteRequest(method: method, target: path + (query.map { "?" + $0 } ?? ""))
        request.host = host
        return Explanation(plan: plan, request: request).text
    }

    @Test("the winner with its captures, policy and upstream URL; the losers with their reasons")
    func winner() throws {
        #expect(
            try explanation("GET", "/api/agents/42", query: "x=1") == """
                GET /api/agents/42?x=1

                  route      getAgent
                  declared   spec/a.yaml:6:13
                  path       /api/agents/{id}
                  why        'api' is literal; 'agents' is literal; {id} takes '42'; GET is named
                  captures   id = 42
                  policy     a valid token; all scopes of read:agents; body up to 10MiB; timeout 5s
                  upstream   one: http://127.0.0.1:9001/base/agents/42?x=1

                  runners-up
                    GET /api/agents/{id} (beta)  spec/a.yaml:9:13  wants host=beta.example.com
                    PUT /api/agents/{id} (putAgent)  spec/a.yaml:7:13  is for PUT
                    ANY /api/* (all)  spec/a.yaml:8:13  is less specific: * where the winner has 'agents'

                """)
    }

    @Test("the URL as the upstream gets it, and the parameters that are declared")
    func parameters() throws {
        let spec = """
            version: "1.0"
            upstreams: { one: { url: "http://h:1/b/" } }
            routes:
              - name: thing
                path: "/{id}"
                upstream: one
                auth_required: false
                rewrite_query: { set: { v: "2" }, add: { tag: "a b" }, remove: [x] }
                request: { params: { id: { type: integer } }, query: { n: { type: number, required: true }, s: {} } }
            """
        let plan = try #require(compileSpec([SpecFile(path: "spec/a.yaml", text: spec)]).plan)
        func lines(_ target: String) throws -> [Substring] {
            let text = Explanation(plan: plan, request: try RouteRequest(method: "GET", target: target)).text
            return text.split(separator: "\n").filter { $0.hasPrefix("  policy ") || $0.hasPrefix("  upstream ") }
        }
        let found = try lines("/7?x=1&n=3&v=1&%78=2&s=")
        #expect(found.last == "  upstream   one: http://h:1/b/7?n=3&s=&v=2&tag=a%20b")
        #expect(
            found[0].contains(
                "public; an integer as {id}; a number as 'n' in the query, required; a string as 's' in the query; body"
            )
        )
        #expect(try lines("/7").last == "  upstream   one: http://h:1/b/7?v=2&tag=a%20b")
    }

    @Test("a query that the gateway refuses", arguments: ["/x?a#b", "/x?a b", "/x?a\tb", "/x?é", "/x?\u{7F}"])
    func badQuery(_ target: String) {
        #expect(throws: RequestPath.Refusal.self) { try RouteRequest(method: "GET", target: target) }
    }

    @Test("a host tells two routes of one path apart")
    func host() throws {
        let text = try explanation("GET", "/api/agents/42", host: "Beta.example.com")
        #expect(text.contains("route      beta\n"))
        #expect(
            text.contains("GET /api/agents/{id} (getAgent)  spec/a.yaml:6:13  is less specific: its host is less exact")
        )
    }

    @Test("which limits hold for what is answered here, and for what finds no route")
    func limits() throws {
        let spec = """
            version: "1.0"
            defaults: { auth_required: false, timeout: 5s, rate_limit: { requests: 100, per: 1m, key: ip } }
            routes:
              - { path: /old, redirect: { path: /new } }
              - { path: /me, method: GET, mock: {}, rate_limit: none }
            """
        let plan = try #require(compileSpec([SpecFile(path: "spec/a.yaml", text: spec)]).plan)
        func lines(_ method: String, _ path: String) throws -> [Substring] {
            let text = Explanation(plan: plan, request: try RouteRequest(method: method, target: path)).text
            return text.split(separator: "\n").filter { $0.hasPrefix("  policy ") || $0.hasPrefix("  answer ") }
        }
        #expect(
            try lines("GET", "/old") == [
                "  policy     public; at most 100/60s by ip, shared", "  answer     302 to /new",
            ])
        #expect(try lines("GET", "/me") == ["  policy     public", "  answer     200, the mock's own"])
        let unmatched: Substring = "  policy     at most 100/60s by ip, shared"
        #expect(try lines("GET", "/else") == ["  answer     404, since no route matches", unmatched])
        #expect(try lines("PUT", "/me").last == unmatched)
    }

    @Test("what no route takes")
    func nothing() throws {
        #expect(try explanation("GET", "/nowhere") == "GET /nowhere\n\n  answer     404, since no route matches\n")
    }

    @Test("with cors, OPTIONS is for a route only that names it, and a preflight for none")
    func crossOrigin() throws {
        let spec = """
            version: "1.0"
            cors: { allow_origins: "*", preflight_status: 200 }
            routes:
              - { path: /any, upstream: $A, auth_required: false }
              - { path: /named, method: [GET, OPTIONS], upstream: $A, auth_required: false }
              - { path: /beta, method: POST, match: { headers: { X-Beta: "1" } }, upstream: $A, auth_required: false }
            expect:
              - { OPTIONS: /any, status: 200 }
              - { OPTIONS: /named, route: named }
              - { OPTIONS: /nowhere, status: 404 }
            """.replacing("path: /named,", with: "name: named, path: /named,")
        let compilation = compileSpec([SpecFile(path: "spec/a.yaml", text: spec)])
        let plan = try #require(compilation.plan, "\(compilation.report(decorated: false))")
        func answer(_ path: String, isPreflight: Bool) throws -> String {
            var request = try RouteRequest(method: "OPTIONS", target: path)
            if isPreflight {
                request.headers = ["Origin: https://a.example", "Access-Control-Request-Method: POST"].map {
                    .init(field: $0)
                }
            }
            let text = Explanation(plan: plan, request: request).text
            return text.split(separator: "\n").first { $0.contains("answer") || $0.contains("route  ") }.map(
                String.init) ?? ""
        }
        #expect(
            try answer("/any", isPreflight: false)
                == "  answer     200 with Allow: GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS, since OPTIONS is for 'cors' to answer"
        )
        #expect(try answer("/named", isPreflight: false) == "  route      named")
        #expect(
            try answer("/beta", isPreflight: true)
                == "  answer     200 to a preflight, with Access-Control-Allow-Methods: POST, OPTIONS")
    }
}
