import Testing

@Suite("Redirects, mocks and rewritten requests") struct ElsewhereTests {
    static let redirects: [(String, [String], Int, String)] = [
        ("/moved/7?x=1&y=%2F", [], 308, "/items/7?x=1&y=%2F"),
        ("/moved/a%2fb", [], 400, ""), ("/moved/%5Cevil", [], 400, ""), ("/moved//evil", [], 400, ""),
        ("/moved/%c3%a9", [], 308, "/items/%c3%a9"),
        ("/old", [], 302, "https://new.example.org/old"), ("/old/a/b?q", [], 302, "https://new.example.org/old/a/b?q"),
        ("/older/", [], 302, "https://new.example.org/older/"),
        ("/port/x", [], 302, "http://gateway.example:8443/port/x"),
        // Nobody who is not trusted is believed.
        ("/port/x", ["X-Forwarded-Proto: https"], 302, "http://gateway.example:8443/port/x"),
        ("/plainly", [], 301, "http://new.example.org/"), ("/guarded", [], 401, ""),
    ]

    @Test("a redirect changes what it says, and keeps the rest of the request") func redirect() async throws {
        let upstream = try Upstream.echo()
        let token = try await TestToken.reader()
        try await GatewayProcess.run(.traffic, upstream: upstream.port) { gateway in
            for (target, fields, status, location) in Self.redirects {
                let response = try gateway.answer("GET", target, fields)
                #expect(response.status == status, "\(target)")
                #expect(response["Location"] ?? "" == location, "\(target)")
                if status < 400 { #expect(response["Content-Length"] == "0" && response.body.isEmpty, "\(target)") }
            }
            #expect(try gateway.answer("POST", "/guarded", [token], body: "x")["Location"] == "/plainly")
            let socket = try gateway.connect()
            try socket.send("GET /old HTTP/1.0\r\nConnection: keep-alive\r\n\r\nGET /port/x HTTP/1.0\r\n\r\n")
            #expect(try socket.readResponse(to: "GET")["Location"] == "https://new.example.org/old")
            #expect(try socket.readResponse(to: "GET").status == 400)
        }
    }

    @Test("a mock answers by itself") func mock() async throws {
        let upstream = try Upstream.echo()
        try await GatewayProcess.run(.traffic, upstream: upstream.port) { gateway in
            let json = try gateway.answer("GET", "/mock/json", ["X-Request-ID: mock-1"])
            #expect(json.status == 201 && json["Content-Type"] == "application/json" && json["X-Mock"] == "1")
            #expect(json.body == #"{"id":"u1","tags":["a","b\"c"],"n":1.5,"ok":true}"#)
            #expect(try gateway.record(of: "mock-1").number("status_code") == 201)
            let head = try gateway.answer("HEAD", "/mock/json")
            #expect(head.status == 201 && head["Content-Length"] == "\(json.body.utf8.count)" && head.body.isEmpty)
            let text = try gateway.answer("POST", "/mock/text", body: "read over")
            #expect(text["Content-Type"] == "text/plain; charset=utf-8" && text.body == "héllo\n")
            let empty = try gateway.answer("GET", "/mock/empty")
            #expect(empty.status == 204 && empty["Content-Length"] == nil)
            let page = try gateway.answer("GET", "/mock/page")
            #expect(page.body == "<p>" && page.lines.filter { $0.hasPrefix("Content-Type") }.count == 1)
            #expect(try gateway.answer("DELETE", "/mock/json").status == 405)
        }
    }

    static let queries: [(String, String)] = [
        ("", "?version=2&tag=a%20b%26c"), ("?", "?version=2&tag=a%20b%26c"),
        ("?a=1&debug=1&b&&debug", "?a=1&b&version=2&tag=a%20b%26c"),
        ("?version=9&%76ersion=8&versions=7&tag=x", "?versions=7&tag=x&version=2&tag=a%20b%26c"),
        ("?de%62ug&d=debug&=&%zz=1", "?d=debug&=&%zz=1&version=2&tag=a%20b%26c"),
    ]

    @Test("host, query and headers go upstream as the route has them") func rewrites() async throws {
        let upstream = try Upstream { _, socket in
            while true {
                let request = try socket.readRequest()
                try socket.respond(request.head, fields: "X-Set: sent\r\nX-Add: sent\r\nX-Remove: sent\r\n")
            }
        }
        try await GatewayProcess.run(.traffic, upstream: upstream.port) { gateway in
            for (query, forwarded) in Self.queries {
                let response = try gateway.answer("GET", "/rewritten/x\(query)")
                let request = Request(head: response.body)
                #expect(request.line == "GET /rewritten/x\(forwarded) HTTP/1.1", "\(query)")
                #expect(request["Host"] == "inner.example:8080" && request["X-Forwarded-Host"] == "gateway.example")
            }
            let response = try gateway.answer("GET", "/edits", ["x_set: mine", "X-Add: mine", "x-remove: mine"])
            for head in [response.head, response.body] {
                let lines = Response(head).lines.filter { $0.lowercased().hasPrefix("x-") || $0.contains("_") }
                let edited = lines.filter { line in
                    ["set", "add", "remove"].contains { line.lowercased().contains($0) }
                }
                let sent = head == response.body ? "mine" : "sent"
                #expect(edited == ["X-Add: \(sent)", "X-Set: one", "X-Add: two"])
            }
        }
    }
}
