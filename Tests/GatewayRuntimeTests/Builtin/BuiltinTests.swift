import Foundation
import Testing

@testable import GatewayRuntime

private let document: StaticString = #"""
    {"openapi":"3.1.0","info":{"title":"Agents <&>","version":"1.0","description":"It's \"fine\""},
     "paths":{
      "/api/v1/agents":{
       "get":{"operationId":"listAgents","summary":"All <script>alert(1)</script>","security":[{"token":[]}],
        "parameters":[{"name":"limit","in":"query","schema":{"type":"integer"},"description":"How many"}],
        "responses":{"default":{"description":"What the upstream answers"},"401":{"$ref":"#/components/responses/Unauthorized"}}},
       "post":{"operationId":"createAgent","security":[{"token":["write:agents"]}],"x-roles":["admin"],"deprecated":true}},
      "/api/v1/agents/{id}":{"get":{"security":[{"token":[]}]}},
      "/health":{"get":{"security":[],"tags":["operations"]}}},
     "components":{"responses":{"Unauthorized":{"description":"No valid token"}}}}
    """#

@Suite("Builtins")
struct BuiltinTests {
    private let responses = BuiltinResponses(testDefinition(openAPI: document), nil)

    @Test(
        "answer",
        arguments: [
            (Builtin.health(.status), true, 200, #"{"status":"ok"}"#, "application/json"),
            (.health(.status), false, 200, #"{"status":"ok"}"#, "application/json"),
            (.health(.text), true, 200, "ok", "text/plain; charset=utf-8"),
            (.ready, true, 200, #"{"status":"ready"}"#, "application/json"),
            (.ready, false, 503, #"{"status":"not ready"}"#, "application/json"),
            (.openAPI, true, 200, "\(document)", "application/json"),
        ])
    func answer(builtin: Builtin, isReady: Bool, status: Int, body: String, type: String) throws {
        let response = try #require(responses.response(to: builtin, isReady: isReady))
        #expect(response.status == status)
        #expect(String(decoding: response.body, as: UTF8.self) == body)
        #expect(response.headers.text.hasPrefix("Content-Type: \(type)\r\n"))
        #expect(response.headers.text.hasSuffix("\r\n"))
    }

    @Test("say what there is to verify tokens with, and what is wrong with it")
    func keys() async throws {
        let keys = ProviderSettings(
            name: "partner", algorithms: [.es256],
            keySet: KeySetSettings(place: .file("/nowhere"), cacheTTL: .seconds(60), timeout: .seconds(1)))
        let secret = ProviderSettings(
            name: "ours", algorithms: [.hs256], secrets: [Secret("short")], weaknesses: [.defaultSecret, .shortSecret])
        let settings = AuthSettings(providers: [secret, keys], scopeClaims: [], roleClaims: [], claimHeaders: [])
        let verifier = try await TokenVerifier(settings, access: AccessPlan(testDefinition().access, routeCount: 0))
        let responses = BuiltinResponses(testDefinition(), verifier)
        let ours = #""ours":{"keys":1,"insecure":["short_secret","default_secret"]}"#
        let early = try #require(responses.response(to: .ready, isReady: true))
        #expect(early.status == 503)
        #expect(
            early.body.text
                == #"{"status":"not ready","auth":{\#(ours),"partner":{"keys":0,"jwks":{"fetched_at":null,"stale":false}}}}"#
        )
        let key = try await VerificationKey(
            try #require(PublicKey.readAll(pem: Array(TestKeys.pem(.es256).utf8)).first), id: "a", for: [.es256])
        verifier.keys.publish([key], of: 1, at: 1_800_000_000_000)
        verifier.keys.note(fault: "took too long", of: 1)
        let later = try #require(responses.response(to: .ready, isReady: true))
        #expect(later.status == 200)
        #expect(
            later.body.text
                == #"{"status":"ready","auth":{\#(ours),"partner":{"keys":1,"jwks":{"fetched_at":"2027-01-15T08:00:00Z","stale":true}}}}"#
        )
        #expect(responses.response(to: .ready, isReady: false)?.status == 503)
        var text = PrometheusText(labels: MetricsLabels(testDefinition().routes))
        text.namespace = "g"
        let metrics = text.render(MetricsSnapshot(), lostRecords: 0, keys: verifier.status)
        for line in [
            #"g_auth_keys{provider="partner"} 1"#, #"g_auth_key_set_stale{provider="partner"} 1"#,
            #"g_auth_insecure_secrets{provider="ours",reason="short_secret"} 1"#,
            #"g_auth_insecure_secrets{provider="partner",reason="default_secret"} 0"#,
        ] {
            #expect(metrics.contains(line + "\n"))
        }
    }

    @Test("leave the metrics to who collects them")
    func metrics() {
        #expect(responses.response(to: .metrics, isReady: true) == nil)
        let response = BuiltinResponses.metrics("x 1\n")
        #expect(response.headers.text.contains("text/plain; version=0.0.4"))
    }
}

@Suite("The docs page")
struct DocsPageTests {
    private let response = DocsPage(testDefinition(openAPI: document)).response
    private var page: String { String(decoding: response.body, as: UTF8.self) }

    @Test("shows every operation with its access, parameters and answers")
    func content() {
        for text in [
            "Agents &lt;&amp;&gt;", "It&#39;s &quot;fine&quot;", "4 operations", "limit", "How many", "integer",
            "write:agents",
            "admin", "No valid token", "What the upstream answers", "href=\"/api/v1/docs/openapi.json\"",
            "id=\"group-operations\"",
            "class=\"deprecated\"", "<em>{id}</em>",
        ] { #expect(page.contains(text), "\(text)") }
        #expect(page.contains(#"curl -X POST "$GATEWAY/api/v1/agents" -H &quot;Authorization: Bearer $TOKEN&quot;"#))
        #expect(page.components(separatedBy: "<details").count == 5)
    }

    @Test("escapes every text of the document")
    func escapes() {
        #expect(!page.contains("<script"))
        #expect(page.contains("All &lt;script&gt;alert(1)&lt;/script&gt;"))
    }

    @Test("needs nothing from elsewhere and lets the browser take nothing")
    func policy() throws {
        let headers = response.headers.text
        #expect(headers.contains("Content-Security-Policy: default-src 'none'; style-src 'sha256-"))
        #expect(!headers.contains("unsafe-inline"))
        #expect(!page.contains("http://") && !page.contains("https://") && !page.contains("style="))
    }

    @Test(
        "comes out for a document that is empty or broken",
        arguments: ["{}", "[]", "{", "", #"{"paths":{"/x":{"get":1}},"info":[]}"#] as [StaticString])
    func broken(document: StaticString) {
        let page = String(decoding: DocsPage(testDefinition(openAPI: document)).response.body, as: UTF8.self)
        #expect(page.contains("0 operations"))
    }
}
