import Foundation
import Testing

/// Rows 11 and 12 of the reference gateways: what an upstream sees of a path.
@Suite("The gateway rewrites paths") struct RewriteTests {
    static let paths: [(String, String, String?)] = [
        ("GET", "/api/v1/conversations", "/conversations"),
        ("GET", "/api/v1/conversations/7/messages?page=2&x=%2F", "/conversations/7/messages?page=2&x=%2F"),
        ("GET", "/api/v1/conversations/", "/conversations/"),
        ("GET", "/api/v1/conversationsx", nil),
        ("POST", "/api/v1/agents/7/execute", "/execute"),
        ("GET", "/api/v1/agents/7/execute", nil),
        ("GET", "/api/v1/agents/7/stream/c%20%c3%a9?a", "/conversations/c%20%c3%a9/stream?a"),
        ("GET", "/api/v1/graph/context/managed/5", "/context/assemble/managed/5"),
        ("GET", "/api/v1/graph/context/5", "/context/assemble/5"),
        ("GET", "/api/v1/graph/context/managed", "/context/assemble/managed"),
        ("GET", "/api/v1/graph/entities/a/b", "/entities/a/b"),
        ("GET", "/api/v1/graph/entities/", "/entities/"),
        ("GET", "/api/v1/detection-rules", "/event-detection-rules"),
        ("GET", "/api/v1/detection-rules/9?q", "/event-detection-rules/9?q"),
        ("GET", "/api/v1/entities/9", "/managed-entities/9"),
        ("GET", "/api/v1/entity-types/9", "/entity-types/9"),
        ("GET", "/api/v1/relationship-types", "/relationship-types"),
        ("POST", "/api/v1/ingest/csv", "/ingest/operator/csv"),
        ("POST", "/api/v1/ingest/json", "/ingest/json"),
        ("GET", "/api/v1/compliance/summary", "/orchestrated/summary"),
        ("GET", "/api/v1/compliance/assess/1", "/orchestrated/assess/1"),
        ("GET", "/api/v1/compliance/other", "/compliance/other"),
        ("GET", "/api/v1/chat/history?session_id=5", "/api/v1/history?session_id=5"),
        ("GET", "/api/users/me", "/users/me"),
        ("GET", "/nothing-left", "/"),
        ("GET", "/nothing-left/x", "/x"),
        ("GET", "/media/a/b/c%2Bd", "/store/a/b/c%2Bd"),
        ("GET", "/media/a/", "/store/a/"),
        // Nothing leaves its template.
        ("GET", "/media/a/../../admin", nil), ("GET", "/media/%2e%2e/admin", nil), ("GET", "/media/a//admin", nil),
        ("GET", "/media/a/%2e%2e%2fadmin", nil), ("GET", "/media/a/%c0%ae%c0%ae/x", nil),
        ("GET", "/media/a/..%5cx", nil),
        ("GET", "/api/v1/agents/7/stream/..", nil), ("GET", "/api/v1/agents/7/stream/%2E", nil),
    ]

    @Test("to what the spec says, the query as it came")
    func rewrites() async throws {
        let upstream = try Upstream.echo()
        try await GatewayProcess.run(.streaming, upstream: upstream.port) { gateway in
            for (method, path, expected) in Self.paths {
                let response = try gateway.answer(method, path, body: method == "POST" ? "" : nil)
                let line = response.body.prefix { $0 != "\r\n" }
                if let expected {
                    // An empty path behind the base path is none.
                    let target = expected == "/" ? "/base/" : "/base" + expected
                    #expect(line == "\(method) \(target) HTTP/1.1", "\(path)")
                } else {
                    #expect([400, 404, 405].contains(response.status), "\(path)")
                }
            }
        }
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
