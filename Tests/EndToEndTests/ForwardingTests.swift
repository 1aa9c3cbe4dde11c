import Foundation
import Mocks
import Testing

@Suite("The gateway forwards") struct ForwardingTests {
    /// Sends a request through the gateway of `spec/` to an echo.
    private func echoed(
        _ method: String, _ target: String, _ fields: [String], body: String? = nil
    ) async throws -> (response: Response, port: Int) {
        let upstream = try Upstream.echo()
        let response = try await GatewayProcess.run(upstream: upstream.port) { gateway in
            try gateway.answer(method, target, fields, body: body)
        }
        return (response, upstream.port)
    }

    @Test("with the identity that the token gives, and with nothing else that was not sent")
    func identity() async throws {
        let reader = try await TestToken.reader()
        let (response, port) = try await echoed("GET", "/api/v1/agents?page=2&q=%20", [reader, "Accept: x/y"])
        #expect(response.status == 200)
        let id = try #require(response["X-Request-ID"])
        let request = Response(response.body)
        #expect(response.body.hasPrefix("GET /api/v1/agents?page=2&q=%20 HTTP/1.1\r\n"))
        #expect(
            request.lines.sorted() == [
                "Accept: x/y", reader, "Host: 127.0.0.1:\(port)", "X-Forwarded-For: 127.0.0.1",
                "X-Forwarded-Host: gateway.example", "X-Forwarded-Proto: http", "X-Org-ID: org-1",
                "X-Request-ID: \(id)",
                "X-User-Email: user@example.com", "X-User-ID: user-1", "X-User-Role: user",
            ])
    }

    @Test("no identity, address or protocol that a client made up")
    func stripped() async throws {
        let made = [
            "X-Org-ID: evil", "x-user-id: evil", "X-USER-ROLE: admin", "x_org_id: evil", "X_User_Email: evil",
            "X-Forwarded-For: 192.0.2.1", "X-Forwarded-Proto: https", "X-Forwarded-Host: evil",
            "Forwarded: for=192.0.2.1",
            "X-Real-IP: 192.0.2.1", "Connection: close, X-Hop", "X-Hop: 1", "Keep-Alive: 5", "TE: trailers",
            "Upgrade: x",
            "Proxy-Authorization: Basic dTpw",
        ]
        let (response, port) = try await echoed("GET", "/api/v1/agents", [try await TestToken.reader()] + made)
        let id = try #require(response["X-Request-ID"])
        #expect(
            Response(response.body).lines.filter { !$0.hasPrefix("Authorization") }.sorted() == [
                "Host: 127.0.0.1:\(port)", "X-Forwarded-For: 127.0.0.1", "X-Forwarded-Host: gateway.example",
                "X-Forwarded-Proto: http", "X-Org-ID: org-1", "X-Request-ID: \(id)", "X-User-Email: user@example.com",
                "X-User-ID: user-1", "X-User-Role: user",
            ])
    }

    @Test("the client's address as a trusted proxy tells it, into the access record too")
    func trustedProxy() async throws {
        let upstream = try Upstream.echo()
        let fields = ["X-Forwarded-For: 198.51.100.7", "X-Forwarded-Proto: https", "X-Forwarded-Host: shop.example"]
        try await GatewayProcess.run(
            .streaming, upstream: upstream.port, environment: ["TRUSTED_PROXIES": "10.0.0.0/8, 127.0.0.1"]
        ) { gateway in
            let response = try gateway.answer("GET", "/download", fields)
            let request = Response(response.body)
            #expect(request["X-Forwarded-For"] == "198.51.100.7, 127.0.0.1")
            #expect(request["X-Forwarded-Proto"] == "https")
            #expect(request["X-Forwarded-Host"] == "shop.example")
            let record = try gateway.record(of: try #require(response["X-Request-ID"]))
            #expect(record["ip_address"] == "198.51.100.7")
        }
    }

    @Test("no identity that a client made up, on public routes neither")
    func strippedInPublic() async throws {
        let upstream = try Upstream.echo()
        let response = try await GatewayProcess.run(.streaming, upstream: upstream.port) { gateway in
            try gateway.answer(
                "GET", "/download", ["X-User-ID: evil", "x_user_id: evil", "X-Org-Id: evil", "X_ORG_ID: evil"])
        }
        #expect(response.status == 200)
        #expect(!response.body.contains("evil"))
    }

    @Test("the subject of a token, and a default for a claim that it has not")
    func defaultClaim() async throws {
        let upstream = try Upstream.echo()
        let token = try await TokenMint(secret: TestToken.secret).token(["sub": "alice"], expiresIn: 60)
        let response = try await GatewayProcess.run(.streaming, upstream: upstream.port) { gateway in
            try gateway.answer("GET", "/me", ["Authorization: Bearer \(token)"])
        }
        let request = Response(response.body)
        #expect(request["X-User-ID"] == "alice")
        #expect(request["X-Org-ID"] == "none")
    }

    @Test("a body with its length")
    func body() async throws {
        let writer = try await TestToken.writer()
        let (response, _) = try await echoed(
            "PUT", "/api/v1/agents/a%20b", [writer, "Content-Type: text/plain"], body: "hello")
        #expect(response.status == 200)
        #expect(response.body.hasPrefix("PUT /api/v1/agents/a%20b HTTP/1.1\r\n"))
        #expect(Response(response.body)["Content-Length"] == "5")
        #expect(response.body.hasSuffix("\r\n\r\nhello"))
    }

    @Test("a chunked body as chunks")
    func chunks() async throws {
        let upstream = try Upstream.echo()
        let writer = try await TestToken.writer()
        let response = try await GatewayProcess.run(upstream: upstream.port) { gateway in
            let socket = try gateway.connect()
            try socket.send(GatewayProcess.request("POST", "/api/v1/agents", [writer, "Transfer-Encoding: chunked"]))
            try socket.send("5;name=value\r\nhello\r\n")
            try socket.send("00A\r\n0123456789\r\n0\r\nTrailer: x\r\n\r\n")
            return try socket.readResponse(to: "POST")
        }
        #expect(response.status == 200)
        #expect(Response(response.body)["Transfer-Encoding"] == "chunked")
        #expect(Response(response.body)["Content-Length"] == nil)
        #expect(response.body.hasSuffix("\r\n\r\nhello0123456789"))
    }

    @Test("to the path that the route rewrites, below the upstream's own")
    func rewrite() async throws {
        let upstream = try Upstream.echo()
        let (rewritten, plain, normalised) = try await GatewayProcess.run(.streaming, upstream: upstream.port) {
            gateway in
            (
                try gateway.answer("GET", "/users/a%20b/files/x/y?z=1"), try gateway.answer("GET", "/download"),
                try gateway.answer("GET", "/%64ownload")
            )
        }
        #expect(rewritten.body.hasPrefix("GET /base/v2/a%20b/x/y?z=1 HTTP/1.1\r\n"))
        #expect(plain.body.hasPrefix("GET /base/download HTTP/1.1\r\n"))
        #expect(normalised.body.hasPrefix("GET /base/download HTTP/1.1\r\n"))
    }

    @Test("HEAD over GET, and returns no body")
    func head() async throws {
        let upstream = try Upstream { _, socket in
            let request = try socket.readRequest()
            try socket.send("HTTP/1.1 200 OK\r\nContent-Length: 1234\r\nX-Method: \(request.head.prefix(4))\r\n\r\n")
            _ = try socket.readRequest()
        }
        let reader = try await TestToken.reader()
        let (head, health) = try await GatewayProcess.run(upstream: upstream.port) { gateway in
            let socket = try gateway.connect()
            // A second request on the connection would find the body of the first in its way.
            try socket.send(GatewayProcess.request("HEAD", "/api/v1/agents", [reader]))
            let head = try socket.readResponse(to: "HEAD")
            try socket.send(GatewayProcess.request("GET", "/health"))
            return (head, try socket.readResponse())
        }
        #expect(head.status == 200)
        #expect(head["Content-Length"] == "1234")
        #expect(head["X-Method"] == "HEAD")
        #expect(health.status == 200)
    }

    @Test("a response's status, fields and body as they are, but for what belongs to the connection")
    func response() async throws {
        let upstream = try Upstream { _, socket in
            _ = try socket.readRequest()
            try socket.send(
                "HTTP/1.1 418 I'm a teapot\r\nDate: now\r\nSet-Cookie: a=1\r\nSet-Cookie: b=2\r\nX-Upper: Case\r\nKeep-Alive: 5\r\n"
                    + "Connection: X-Hop\r\nX-Hop: 1\r\nX-Request-ID: upstream\r\nContent-Length: 5\r\n\r\nshort")
        }
        let reader = try await TestToken.reader()
        let response = try await GatewayProcess.run(upstream: upstream.port) { gateway in
            try gateway.answer("GET", "/api/v1/agents", [reader, "X-Request-ID: mine"])
        }
        #expect(response.head.hasPrefix("HTTP/1.1 418 "))
        #expect(
            response.lines.sorted() == [
                "Cache-Status: switchyard; fwd=uri-miss", "Content-Length: 5", "Date: now", "Set-Cookie: a=1",
                "Set-Cookie: b=2", "X-Request-ID: mine", "X-Upper: Case",
            ])
        #expect(response.body == "short")
    }

    @Test(
        "the request's id, where it is one",
        arguments: ["req-abc123", "7", String(repeating: "x", count: 128), "!~{}\"\\"])
    func keptIdentifier(id: String) async throws {
        let (response, _) = try await echoed(
            "GET", "/api/v1/agents", [try await TestToken.reader(), "X-Request-ID: \(id)"])
        #expect(response["X-Request-ID"] == id)
        #expect(Response(response.body)["X-Request-ID"] == id)
    }

    @Test(
        "an id of its own, where the request has none that will do",
        arguments: [
            [], ["X-Request-ID: "], ["X-Request-ID: a b"], ["X-Request-ID: " + String(repeating: "x", count: 129)],
        ])
    func madeIdentifier(fields: [String]) async throws {
        let (response, _) = try await echoed("GET", "/api/v1/agents", [try await TestToken.reader()] + fields)
        let id = try #require(response["X-Request-ID"])
        #expect(id.wholeMatch(of: /req-[0-9a-f]{32}/) != nil)
        #expect(Response(response.body)["X-Request-ID"] == id)
    }

    @Test("1,000 pipelined requests, and answers them in order")
    func pipelining() async throws {
        let upstream = try Upstream.echo()
        let reader = try await TestToken.reader()
        let answers = try await GatewayProcess.run(upstream: upstream.port) { gateway in
            let socket = try gateway.connect()
            let requests = (0..<1000).map { GatewayProcess.request("GET", "/api/v1/agents?n=\($0)", [reader]) }.joined()
            // From a thread of its own, lest both sides wait for the other to read.
            Thread.detachNewThread { try? socket.send(requests) }
            return try (0..<1000).map { _ in try socket.readResponse().body.prefix { $0 != "\r\n" } }
        }
        #expect(answers == (0..<1000).map { "GET /api/v1/agents?n=\($0) HTTP/1.1" })
    }
}
