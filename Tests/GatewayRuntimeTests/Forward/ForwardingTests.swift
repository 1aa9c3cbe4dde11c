import Foundation
import Testing

@testable import GatewayRuntime

/// What goes to upstreams and what comes back.
@Suite struct ForwardingTests {
    /// Answers each request with the whole of it as its body.
    static func echo(_ inbox: Inbox) throws -> Upstream {
        try Upstream { _, socket in
            while true {
                let request = try socket.readRequest()
                inbox.add(request)
                try socket.respond("ok")
            }
        }
    }

    @Test("what belongs to a connection or speaks for a proxy does not go on")
    func stripsFields() async throws {
        let inbox = Inbox()
        let upstream = try Self.echo(inbox)
        try await TestGateway.run(upstreamPort: upstream.port) { gateway in
            let fields = [
                "Accept: a", "Connection: keep-alive, X-Own, accept-language", "Keep-Alive: 5", "X-Own: b",
                "TE: trailers",
                "Accept-Language: c", "Trailer: d", "Upgrade: e", "Proxy-Connection: f", "Proxy-Authorization: g",
                "X-Forwarded-For: 1.2.3.4", "x-forwarded-host: h", "X_Forwarded_Proto: https", "Forwarded: for=1",
                "X-Real-IP: 1.2.3.4", "X-Request-Id: mine", "Cookie: i", "Authorization: Basic j", "User-Agent: k",
            ]
            _ = try gateway.answer(
                "GET /any/x HTTP/1.1\r\nHost: A.example\r\n\(fields.joined(separator: "\r\n"))\r\n\r\n")
        }
        let request = try #require(inbox.all.first)
        #expect(
            request.fields == [
                "Host: 127.0.0.1:\(upstream.port)", "Accept: a", "Cookie: i", "Authorization: Basic j", "User-Agent: k",
                "X-Request-ID: mine", "X-Forwarded-For: 127.0.0.1", "X-Forwarded-Proto: http",
                "X-Forwarded-Host: A.example",
            ])
    }

    @Test(
        "paths are rewritten from what was matched",
        arguments: [
            ("/items/5", "/v2/5/item"), ("/items/%61%2Fb", nil), ("/items/a%20b?q=%2F", "/v2/a%20b/item?q=%2F"),
            ("/files/", "/"), ("/files/a/b/", "/a/b/"), ("/any/%7e%c3%a9", "/any/~%c3%a9"), ("/any/x?", "/any/x?"),
        ])
    func rewrites(path: String, expected: String?) async throws {
        let inbox = Inbox()
        let upstream = try Self.echo(inbox)
        try await TestGateway.run(upstreamPort: upstream.port) { gateway in
            _ = try gateway.answer("GET \(path) HTTP/1.1\r\nHost: a\r\n\r\n")
        }
        #expect(inbox.all.map(\.line) == (expected.map { ["GET \($0) HTTP/1.1"] } ?? []))
    }

    @Test("the upstream's base path stands before every path")
    func basePath() async throws {
        let inbox = Inbox()
        let upstream = try Self.echo(inbox)
        try await TestGateway.run(upstreamPort: upstream.port, .init(basePath: "/base/")) { gateway in
            for path in ["/files/", "/any/x"] { _ = try gateway.answer("GET \(path) HTTP/1.1\r\nHost: a\r\n\r\n") }
        }
        #expect(inbox.all.map(\.line) == ["GET /base/ HTTP/1.1", "GET /base/any/x HTTP/1.1"])
    }

    @Test("bodies arrive whole, in chunks and without")
    func bodies() async throws {
        let inbox = Inbox()
        let upstream = try Self.echo(inbox)
        let long = String(repeating: "0123456789", count: 30_000)
        try await TestGateway.run(upstreamPort: upstream.port) { gateway in
            let socket = try gateway.connect()
            try socket.send("POST /items HTTP/1.1\r\nHost: a\r\nContent-Length: \(long.utf8.count)\r\n\r\n\(long)")
            _ = try socket.readResponse()
            try socket.send(
                "POST /items HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n5;x=y\r\nhello\r\n"
                    + "\(String(long.utf8.count, radix: 16))\r\n\(long)\r\n0\r\nX-User: forged\r\n\r\n")
            _ = try socket.readResponse()
            try socket.send("POST /items HTTP/1.1\r\nHost: a\r\nContent-Length: 0\r\n\r\n")
            _ = try socket.readResponse()
        }
        #expect(inbox.all.map { $0.body == long } == [true, false, false])
        #expect((inbox.all[1].body == "hello" + long) == true, "the body differs")
        #expect(inbox.all[1]["Transfer-Encoding"] == "chunked")
        #expect(inbox.all[2]["Content-Length"] == "0")
    }

    static let responses: [(String, String, String, Int, String, [String: String])] = [
        (
            "GET", "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n3;x\r\nabc\r\n2\r\nde\r\n0\r\nX: y\r\n\r\n",
            "1.1", 200,
            "abcde", ["Transfer-Encoding": "chunked"]
        ),
        (
            "GET", "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n3\r\nabc\r\n2\r\nde\r\n0\r\n\r\n", "1.0", 200,
            "abcde",
            ["Connection": "close"]
        ),
        ("GET", "HTTP/1.0 200 OK\r\n\r\nuntil close", "1.1", 200, "until close", ["Transfer-Encoding": "chunked"]),
        (
            "GET", "HTTP/1.1 200 OK\r\nConnection: close\r\n\r\nuntil close", "1.0", 200, "until close",
            ["Connection": "close"]
        ),
        ("GET", "HTTP/1.1 204 No Content\r\n\r\n", "1.1", 204, "", [:]),
        (
            "GET", "HTTP/1.1 304 Not Modified\r\nContent-Length: 5\r\nETag: x\r\n\r\n", "1.1", 304, "",
            ["ETag": "x", "Content-Length": "5"]
        ),
        ("HEAD", "HTTP/1.1 200 OK\r\nContent-Length: 5\r\n\r\n", "1.1", 200, "", ["Content-Length": "5"]),
        ("GET", "HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n", "1.1", 200, "", ["Content-Length": "0"]),
        (
            "GET", "HTTP/1.1 404 Gone Fishing\r\nContent-Length: 1\r\nX-Request-ID: theirs\r\nKeep-Alive: 1\r\n\r\nx",
            "1.1",
            404, "x", [:]
        ),
        ("GET", "HTTP/1.1 100 Continue\r\n\r\nHTTP/1.1 200 OK\r\nContent-Length: 1\r\n\r\nx", "1.1", 200, "x", [:]),
    ]

    @Test("responses come back with the body they have, in the framing that the client knows", arguments: responses)
    func relays(
        method: String, text: String, version: String, status: Int, body: String, fields: [String: String]
    ) async throws {
        let upstream = try Upstream { _, socket in
            _ = try socket.readRequest()
            try socket.send(text)
        }
        let response = try await TestGateway.run(upstreamPort: upstream.port) { gateway in
            try gateway.answer("\(method) /any/x HTTP/\(version)\r\nHost: a\r\nX-Request-ID: mine\r\n\r\n")
        }
        #expect(response.status == status)
        #expect(response.body == body)
        #expect(response["X-Request-ID"] == "mine")
        #expect(response.lines.filter { $0.lowercased().hasPrefix("x-request-id") }.count == 1)
        #expect(response["Keep-Alive"] == nil)
        for (name, value) in fields { #expect(response[name] == value) }
    }

    @Test(
        "a response without a date gets that of its receipt, and every other keeps its own",
        arguments: ["", "Date: Sun, 06 Nov 1994 08:49:37 GMT\r\n", "date: yesterday\r\n"])
    func dates(sent: String) async throws {
        let upstream = try Upstream { _, socket in
            _ = try socket.readRequest()
            try socket.respond("x", fields: sent)
        }
        let response = try await TestGateway.run(upstreamPort: upstream.port) { gateway in
            try gateway.answer("GET /any/x HTTP/1.1\r\nHost: a\r\n\r\n")
        }
        let dates = response.lines.filter { $0.lowercased().hasPrefix("date:") }
        #expect(dates.count == 1)
        #expect(sent.isEmpty ? dates[0].hasSuffix(" GMT") : "\(dates[0])\r\n" == sent)
    }

    @Test("early hints reach the client before the response")
    func interim() async throws {
        let upstream = try Upstream { _, socket in
            _ = try socket.readRequest()
            try socket.send("HTTP/1.1 103 Early Hints\r\nLink: </a>\r\nConnection: x\r\nX: y\r\n\r\n")
            try socket.respond("x")
        }
        try await TestGateway.run(upstreamPort: upstream.port) { gateway in
            let socket = try gateway.connect()
            try socket.send("GET /any/x HTTP/1.1\r\nHost: a\r\n\r\n")
            #expect(try socket.readResponse().head == "HTTP/1.1 103 Early Hints\r\nLink: </a>\r\n\r\n")
            #expect(try socket.readResponse().body == "x")
        }
    }

    @Test("a client that expects to be asked for its body is asked")
    func continues() async throws {
        let inbox = Inbox()
        let upstream = try Self.echo(inbox)
        try await TestGateway.run(upstreamPort: upstream.port) { gateway in
            let socket = try gateway.connect()
            let head = "HTTP/1.1\r\nHost: a\r\nExpect: 100-continue\r\nContent-Length: 5\r\n\r\n"
            try socket.send("POST /items \(head)")
            #expect(try socket.read(to: "\r\n\r\n") == "HTTP/1.1 100 Continue\r\n\r\n")
            try socket.send("hello")
            #expect(try socket.readResponse().status == 200)
            // Refused, it is not asked, and may send its body or not: the connection cannot go on.
            try socket.send("POST /nowhere \(head)")
            #expect(try socket.readResponse().status == 404)
            #expect(socket.isAtEnd())
        }
        #expect(inbox.all.map(\.body) == ["hello"])
        #expect(inbox.all[0]["Expect"] == nil)
    }

    @Test(
        "a body over the route's bound is refused, said or counted",
        arguments: [
            "Content-Length: 11\r\n\r\n01234567890",
            "Transfer-Encoding: chunked\r\n\r\n6\r\n012345\r\n5\r\n67890\r\n0\r\n\r\n",
        ])
    func limitsBodies(rest: String) async throws {
        let upstream = try Self.echo(Inbox())
        try await TestGateway.run(upstreamPort: upstream.port) { gateway in
            let fits = "POST /small HTTP/1.1\r\nHost: a\r\nContent-Length: 10\r\n\r\n0123456789"
            #expect(try gateway.answer(fits).status == 200)
            let response = try gateway.answer("POST /small HTTP/1.1\r\nHost: a\r\n\(rest)")
            #expect(response.status == 413)
            #expect(response.body.contains("REQUEST_TOO_LARGE"))
        }
    }

    @Test(
        "nothing behind a malformed chunk is read, though it would be well-formed from another point on",
        arguments: ["3;a=\"\r\nabc\r\n0\r\n\r\n", "1;\r\na\r\n0\r\n\r\n", "1;a=\r\nb\r\n0\r\n\r\n"])
    func endsBehindMalformed(body: String) async throws {
        let inbox = Inbox()
        let upstream = try Self.echo(inbox)
        try await TestGateway.run(upstreamPort: upstream.port) { gateway in
            let socket = try gateway.connect()
            try socket.send(
                "POST /items HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n\(body)"
                    + "GET /any/smuggled HTTP/1.1\r\nHost: a\r\n\r\n")
            let response = try socket.readResponse()
            #expect(response.status == 400)
            #expect(response["Connection"] == "close")
            #expect(socket.isAtEnd())
        }
        #expect(inbox.all.isEmpty)
    }

    @Test("a malformed chunk ends the request and never reaches the upstream")
    func refusesChunks() async throws {
        let heads = Counter()
        let ends = Counter()
        let upstream = try Upstream { _, socket in
            _ = try socket.read(to: "\r\n\r\n")
            heads.add()
            let rest = socket.readToEnd()
            if !rest.contains("zz") { ends.add() }
        }
        try await TestGateway.run(upstreamPort: upstream.port) { gateway in
            let socket = try gateway.connect()
            try socket.send("POST /items HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n1\r\na\r\n")
            try heads.wait(for: 1)
            try socket.send("zz\r\n")
            let response = try socket.readResponse()
            #expect(response.status == 400)
            #expect(response["Connection"] == "close")
            try ends.wait(for: 1)
        }
    }
}
