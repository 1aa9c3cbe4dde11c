import Foundation
import Mocks
import Testing

/// Rows 11 and 12 of the reference gateways: what an upstream sees of a path.
@Suite("The gateway rewrites paths") struct RewriteTests {
    /// What a client asks for, and what the upstream sees of it: `name:/path`; or a refusal.
    static let paths: [(String, String)] = [
        // 004, in the order of its table.
        ("GET /api/v1/conversations", "orchestration:/conversations"),
        ("GET /api/v1/conversations/", "orchestration:/conversations/"),
        (
            "DELETE /api/v1/conversations/7/messages?page=2&x=%2F",
            "orchestration:/conversations/7/messages?page=2&x=%2F"
        ),
        ("GET /api/v1/conversationsx", "404"),
        ("POST /api/v1/agents/7/execute", "orchestration:/execute"),
        ("GET /api/v1/agents/7/execute", "405"), ("PUT /api/v1/agents/7/execute", "405"),
        ("GET /api/v1/agents/7/execute/x", "404"), ("POST /api/v1/agents//execute", "400"),
        ("GET /api/v1/agents/7/stream/42", "orchestration:/conversations/42/stream"),
        ("GET /api/v1/agents/7/stream/c%20%c3%a9?a", "orchestration:/conversations/c%20%c3%a9/stream?a"),
        ("GET /api/v1/approvals", "approval:/approvals"),
        ("POST /api/v1/approvals/7/accept", "approval:/approvals/7/accept"),
        ("GET /api/v1/graph/context/managed/5", "knowledge-graph:/context/assemble/managed/5"),
        ("GET /api/v1/graph/context/42-501-20130", "knowledge-graph:/context/assemble/42-501-20130"),
        ("GET /api/v1/graph/context/managed", "knowledge-graph:/context/assemble/managed"),
        ("GET /api/v1/graph/context/5/managed", "404"),
        ("GET /api/v1/graph/entities/a/b", "knowledge-graph:/entities/a/b"),
        ("GET /api/v1/graph/entities/", "knowledge-graph:/entities/"),
        ("GET /api/v1/impact/x/y", "knowledge-graph:/impact/x/y"),
        ("GET /api/v1/admin/users", "knowledge-graph:/admin/users"),
        ("GET /api/v1/entity-types", "knowledge-graph:/entity-types"),
        ("GET /api/v1/entity-types/9", "knowledge-graph:/entity-types/9"),
        ("GET /api/v1/relationship-types", "knowledge-graph:/relationship-types"),
        ("GET /api/v1/relationship-types/9", "knowledge-graph:/relationship-types/9"),
        ("GET /api/v1/relationship-rules", "knowledge-graph:/relationship-rules"),
        ("GET /api/v1/relationship-rules/9", "knowledge-graph:/relationship-rules/9"),
        ("GET /api/v1/detection-rules", "knowledge-graph:/event-detection-rules"),
        ("PUT /api/v1/detection-rules/9?q", "knowledge-graph:/event-detection-rules/9?q"),
        ("GET /api/v1/entities", "knowledge-graph:/managed-entities"),
        ("PATCH /api/v1/entities/9", "knowledge-graph:/managed-entities/9"),
        ("POST /api/v1/ingest/csv", "ingestion:/ingest/operator/csv"),
        ("POST /api/v1/ingest/json", "ingestion:/ingest/json"),
        ("POST /api/v1/ingest/csv/x", "ingestion:/ingest/csv/x"),
        ("POST /api/v1/ingest/csvs", "ingestion:/ingest/csvs"),
        ("GET /api/v1/compliance/summary", "orchestration:/compliance/summary"),
        ("GET /api/v1/compliance/matrix", "orchestration:/compliance/matrix"),
        ("GET /api/v1/compliance/charts/flow/7", "orchestration:/compliance/charts/flow/7"),
        ("GET /api/v1/compliance/assess", "orchestration:/compliance/assess"),
        ("POST /api/v1/compliance/assess/1", "orchestration:/compliance/assess/1"),
        ("GET /api/v1/compliance/assessments", "compliance:/compliance/assessments"),
        ("GET /api/v1/compliance/summary/x", "compliance:/compliance/summary/x"),
        ("GET /api/v1/compliance/charts", "compliance:/compliance/charts"),
        ("GET /api/v1/compliance/", "compliance:/compliance/"),
        ("GET /api/v1/checklists/1", "orchestration:/checklists/1"),
        ("GET /api/v1/rules", "orchestration:/rules"), ("GET /api/v1/rulesets", "404"),
        ("GET /api/v1/workspaces/w/runs", "orchestration:/workspaces/w/runs"),
        ("GET /api/v1/events/1", "flaring:/events/1"), ("GET /api/v1/flare-events", "flaring:/flare-events"),
        ("GET /api/v1/repair-obligations/1", "flaring:/repair-obligations/1"),
        ("GET /api/v1/authorizations/1", "flaring:/authorizations/1"),
        ("GET /api/v1/alerts/1", "flaring:/alerts/1"), ("GET /api/v1/flaring/old", "flaring:/flaring/old"),
        ("POST /api/v1/auth/token", "auth:/auth/token"), ("GET /api/v1/auth/me", "auth:/auth/me"),
        // 001
        ("POST /api/v1/auth/login", "auth-service:/api/v1/auth/login"),
        ("GET /api/v1/chat/history?session_id=5", "chat-history:/api/v1/history?session_id=5"),
        ("POST /api/v1/chat/history", "405"),
        // 003
        ("GET /api/users/me", "users:/users/me"), ("GET /api/users/", "users:/users/"), ("GET /api/users", "404"),
        ("GET /public/hello", "public:/public/hello"),
        // An empty path behind the base path is none.
        ("GET /nothing-left", "origin:/base/"), ("GET /nothing-left/x", "origin:/base/x"),
        // Names of wildcards.
        ("GET /media/a/b/c%2Bd", "origin:/base/store/a/b/c%2Bd"), ("GET /media/a/", "origin:/base/store/a/"),
        // Nothing leaves its template.
        ("GET /media/a/../../admin", "400"), ("GET /media/%2e%2e/admin", "400"), ("GET /media/a//admin", "400"),
        ("GET /media/a/%2e%2e%2fadmin", "400"), ("GET /media/a/%c0%ae%c0%ae/x", "400"),
        ("GET /media/a/..%5cx", "400"), ("GET /api/v1/agents/7/stream/..", "400"),
        ("GET /api/v1/agents/7/stream/%2E", "400"),
    ]

    /// The upstreams, each with the variable that has its URL.
    static let upstreams = [
        "orchestration": "ORCHESTRATION_URL", "knowledge-graph": "KNOWLEDGE_GRAPH_URL", "approval": "APPROVAL_URL",
        "ingestion": "INGESTION_URL", "compliance": "COMPLIANCE_URL", "flaring": "FLARING_URL", "auth": "AUTH_URL",
        "auth-service": "AUTH_SERVICE_URL", "chat-history": "CHAT_HISTORY_URL", "users": "USERS_URL",
        "public": "PUBLIC_URL", "origin": "AGENTS_SERVICE_URL",
    ]

    @Test("to what the spec says, at the upstream that it names, the query as it came")
    func rewrites() async throws {
        var upstreams: [Upstream] = []
        var environment: [String: String] = [:]
        for (name, variable) in Self.upstreams {
            let upstream = try Upstream { _, socket in
                while true { try socket.respond("\(name):\(try socket.readRequest().line.split(separator: " ")[1])") }
            }
            upstreams.append(upstream)
            environment[variable] = "http://127.0.0.1:\(upstream.port)"
        }
        let token = try await TestToken.make(["roles": ["admin"]])
        try await GatewayProcess.run(.streaming, upstream: 0, environment: environment) { gateway in
            for (line, expected) in Self.paths {
                let parts = line.split(separator: " ").map(String.init)
                let body = parts[0] == "POST" ? "" : nil
                let response = try gateway.answer(parts[0], parts[1], ["Authorization: Bearer \(token)"], body: body)
                #expect((response.status == 200 ? response.body : "\(response.status)") == expected, "\(line)")
            }
        }
        withExtendedLifetime(upstreams) {}
    }

    @Test("and headers, as the route says")
    func headers() async throws {
        let upstream = try Upstream { _, socket in
            let request = try socket.readRequest()
            let seen = ["X-Gateway", "X-Debug", "Via"].map { "\($0)=\(request[$0] ?? "-")" }
            try socket.respond(seen.joined(separator: " "), fields: "Server: theirs\r\nVia: 1.1 inner\r\n")
        }
        let response = try await GatewayProcess.run(.streaming, upstream: upstream.port) { gateway in
            try gateway.answer("GET", "/edited", ["X-Debug: 1", "X-Gateway: client"])
        }
        #expect(response.body == "X-Gateway=edge X-Debug=- Via=1.1 edge")
        #expect(response["Server"] == "edge")
        #expect(response["Via"] == nil)
    }

    @Test("and lets the upstream's `Server` and `Via` pass, with none of its own")
    func serverFields() async throws {
        let upstream = try Upstream { _, socket in
            let request = try socket.readRequest()
            try socket.respond(request["Via"] ?? "none", fields: "Server: theirs\r\nVia: 1.1 inner\r\n")
        }
        try await GatewayProcess.run(.streaming, upstream: upstream.port) { gateway in
            let passed = try gateway.answer("GET", "/download", ["Via: 1.0 outer"])
            #expect(passed["Server"] == "theirs")
            #expect(passed["Via"] == "1.1 inner")
            #expect(passed.body == "1.0 outer")
            #expect(try gateway.answer("GET", "/download").body == "none")
            let own = try gateway.answer("GET", "/health")
            #expect(own["Server"] == nil)
            #expect(own["Via"] == nil)
        }
    }
}
