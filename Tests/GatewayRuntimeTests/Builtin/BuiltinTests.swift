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
    private let responses = BuiltinResponses(testDefinition(openAPI: document))

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
