import Foundation
import Testing

@testable import GatewayRuntime

/// Connections of clients: order, keeping alive, closing.
@Suite struct ConnectionTests {
    /// Answers each request with the path it came for; counts its connections.
    static func paths(_ connections: Counter = Counter()) throws -> Upstream {
        try Upstream { _, socket in
            connections.add()
            while true { try socket.respond(try socket.readRequest().line) }
        }
    }

    @Test("requests on one connection share one connection to the upstream")
    func keepsAlive() async throws {
        let connections = Counter()
        let upstream = try Self.paths(connections)
        try await TestGateway.run(upstreamPort: upstream.port) { gateway in
            let socket = try gateway.connect()
            for number in 0..<20 {
                try socket.send("GET /any/\(number) HTTP/1.1\r\nHost: a\r\n\r\n")
                #expect(try socket.readResponse().body == "GET /any/\(number) HTTP/1.1")
            }
        }
        #expect(connections.value == 1)
    }

    @Test("a thousand pipelined requests are answered in their order")
    func pipelines() async throws {
        let upstream = try Self.paths()
        try await TestGateway.run(upstreamPort: upstream.port) { gateway in
            let socket = try gateway.connect()
            var all = ""
            for number in 0..<1000 {
                switch number % 4 {
                case 0: all += "GET /any/\(number) HTTP/1.1\r\nHost: a\r\n\r\n"
                case 1: all += "GET /health HTTP/1.1\r\nHost: a\r\n\r\n"
                case 2: all += "POST /any/\(number) HTTP/1.1\r\nHost: a\r\nContent-Length: 3\r\n\r\nabc"
                default: all += "GET /nowhere/\(number) HTTP/1.1\r\nHost: a\r\n\r\n"
                }
            }
            let text = all
            Thread.detachNewThread { try? socket.send(text) }
            for number in 0..<1000 {
                let response = try socket.readResponse()
                switch number % 4 {
                case 0: #expect(response.body == "GET /any/\(number) HTTP/1.1")
                case 1: #expect(response.body == "{\"status\":\"ok\"}")
                case 2: #expect(response.body == "POST /any/\(number) HTTP/1.1")
                default: #expect(response.status == 404)
                }
            }
        }
    }

    @Test("a client that pipelines and never reads is not served without end")
    func boundsAnswers() async throws {
        let requests = Counter()
        let body = String(repeating: "x", count: 100_000)
        let upstream = try Upstream { _, socket in
            while true {
                _ = try socket.readRequest()
                requests.add()
                try socket.respond(body)
            }
        }
        try await TestGateway.run(upstreamPort: upstream.port) { gateway in
            let socket = try Socket.connect(to: gateway.port, receiveBuffer: 16 * 1024)
            try socket.send(String(repeating: "GET /any/x HTTP/1.1\r\nHost: a\r\n\r\n", count: 1000))
            #expect(requests.settled() < 200)
            for _ in 0..<1000 { #expect(try socket.readResponse().body.utf8.count == body.utf8.count) }
        }
    }

    @Test(
        "the connection ends with the response where either side wants it",
        arguments: [
            "GET /any/x HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n", "GET /any/x HTTP/1.0\r\n\r\n",
            "GET /nowhere HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n",
            "GET /health HTTP/1.1\r\nHost: a\r\nConnection: x, close\r\n\r\n",
        ])
    func closes(request: String) async throws {
        let upstream = try Self.paths()
        try await TestGateway.run(upstreamPort: upstream.port) { gateway in
            let socket = try gateway.connect()
            try socket.send(request)
            let response = try socket.readResponse()
            #expect(response["Connection"] == "close")
            #expect(socket.isAtEnd())
        }
    }

    @Test("HTTP/1.0 keeps the connection where it asks to")
    func keepsAliveVersion10() async throws {
        let upstream = try Self.paths()
        try await TestGateway.run(upstreamPort: upstream.port) { gateway in
            let socket = try gateway.connect()
            for _ in 0..<2 {
                try socket.send("GET /any/x HTTP/1.0\r\nConnection: keep-alive\r\n\r\n")
                #expect(try socket.readResponse()["Connection"] == "keep-alive")
            }
        }
    }

    @Test("requests that come byte by byte are requests")
    func readsBytes() async throws {
        let upstream = try Self.paths()
        try await TestGateway.run(upstreamPort: upstream.port) { gateway in
            let socket = try gateway.connect()
            let text =
                "POST /any/x HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n3;x\r\nabc\r\n0\r\n\r\n\r\n"
            for _ in 0..<2 {
                for byte in text.utf8 { try socket.send([byte]) }
                #expect(try socket.readResponse().body == "POST /any/x HTTP/1.1")
            }
        }
    }

    static let malformed: [(String, Int)] = [
        ("GET /any/x HTTP/1.1\r\n\r\n", 400),
        ("GET /any/x HTTP/1.1\r\nHost: a\r\nHost: b\r\n\r\n", 400),
        ("GET /any/x HTTP/1.1\nHost: a\n\n", 400),
        ("GET /any/x HTTP/3.0\r\nHost: a\r\n\r\n", 400),
        ("\u{16}\u{3}\u{1}\u{2}", 400),
        ("POST /any/x HTTP/1.1\r\nHost: a\r\nContent-Length: 1\r\nTransfer-Encoding: chunked\r\n\r\n", 400),
        ("GET /any/x HTTP/1.1\r\nHost: a\r\nX: \(String(repeating: "y", count: 70_000))\r\n\r\n", 431),
        ("GET /any/x HTTP/1.1\r\nHost: a\r\n\(String(repeating: "X: y\r\n", count: 101))\r\n", 431),
        ("GET /any/\(String(repeating: "y", count: 9000)) HTTP/1.1\r\nHost: a\r\n\r\n", 414),
    ]

    @Test("what cannot be understood is refused, and nothing behind it is read", arguments: malformed)
    func refuses(request: String, status: Int) async throws {
        let upstream = try Self.paths()
        try await TestGateway.run(upstreamPort: upstream.port) { gateway in
            let socket = try gateway.connect()
            try socket.send(request + "GET /any/smuggled HTTP/1.1\r\nHost: a\r\n\r\n")
            let response = try socket.readResponse()
            #expect(response.status == status)
            #expect(response["Connection"] == "close")
            #expect(response["X-Request-ID"]?.hasPrefix("req-") == true)
            #expect(response.body.contains("\"success\":false"))
            socket.shutdownWriting()
            #expect(socket.readToEnd() == "")
        }
    }

    static let limits: [(String, String, String)] = [
        ("POST /small", "Content-Length: 11\r\n\r\n", "REQUEST_TOO_LARGE: The request body is larger than 10 bytes"),
        (
            "POST /small", "Transfer-Encoding: chunked\r\n\r\nb\r\n01234567890\r\n",
            "REQUEST_TOO_LARGE: The request body is larger than 10 bytes"
        ),
        (
            "GET /any/\(String(repeating: "y", count: 100))", "\r\n",
            "URI_TOO_LONG: The request target is longer than 100 bytes"
        ),
        (
            "GET /any/x", "X: \(String(repeating: "y", count: 500))\r\n\r\n",
            "HEADERS_TOO_LARGE: The request headers are larger than 400 bytes"
        ),
        (
            "GET /any/x", "\(String(repeating: "X: y\r\n", count: 5))\r\n",
            "HEADERS_TOO_LARGE: The request has more than 5 headers"
        ),
    ]

    @Test("who goes over a limit is told which", arguments: limits)
    func tellsLimits(line: String, rest: String, error: String) async throws {
        let upstream = try Self.paths()
        let options = TestGateway.Options(headerLimit: 400, fieldLimit: 5, targetLimit: 100)
        let response = try await TestGateway.run(upstreamPort: upstream.port, options) { gateway in
            try gateway.answer("\(line) HTTP/1.1\r\nHost: a\r\n\(rest)")
        }
        let parts = error.components(separatedBy: ": ")
        #expect(response.body.hasPrefix("{\"error\":{\"code\":\"\(parts[0])\",\"message\":\"\(parts[1])\","))
    }

    static let routing: [(String, Int, String?)] = [
        ("GET /nowhere", 404, nil), ("GET /items/1/2", 404, nil), ("DELETE /items", 405, "GET, HEAD, POST, OPTIONS"),
        ("POST /items/1", 405, "GET, HEAD, PUT, DELETE, OPTIONS"), ("OPTIONS /items", 204, "GET, HEAD, POST, OPTIONS"),
        ("OPTIONS /nowhere", 404, nil), ("OPTIONS *", 204, "GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS"),
        ("TRACE /items", 405, "GET, HEAD, POST, OPTIONS"), ("TRACE /nowhere", 404, nil),
        ("TRACE /any/x", 405, "GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS"), ("CONNECT a:80", 400, nil),
        ("trace /any/x", 405, "GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS"), ("Connect /any/x", 400, nil),
        ("CONNECT /items", 400, nil), ("GET *", 400, nil), ("GET /any/../items", 400, nil),
        ("GET /any/%2e%2e", 400, nil),
        ("FOO /items", 405, "GET, HEAD, POST, OPTIONS"), ("FOO /any/x", 200, nil), ("OPTIONS /any/x", 200, nil),
        ("GET http://other.example/items", 200, nil), ("GET /health", 200, nil),
        ("POST /health", 405, "GET, HEAD, OPTIONS"),
    ]

    @Test("what no route takes is refused as it should be", arguments: routing)
    func routes(line: String, status: Int, allow: String?) async throws {
        let upstream = try Self.paths()
        try await TestGateway.run(upstreamPort: upstream.port) { gateway in
            let socket = try gateway.connect()
            // The second shows that the first left the connection in order.
            for _ in 0..<2 {
                try socket.send("\(line) HTTP/1.1\r\nHost: a\r\n\r\n")
                let response = try socket.readResponse(to: String(line.prefix { $0 != " " }))
                #expect(response.status == status)
                #expect(response["Allow"] == allow)
            }
        }
    }

    @Test("a client's request id is kept where it is fit to be one")
    func identifies() async throws {
        let upstream = try Self.paths()
        try await TestGateway.run(upstreamPort: upstream.port) { gateway in
            let get = "GET /health HTTP/1.1\r\nHost: a\r\nX-Request-ID: "
            let longest = String(repeating: "i", count: 128)
            for id in ["mine", longest] { #expect(try gateway.answer("\(get)\(id)\r\n\r\n")["X-Request-ID"] == id) }
            for id in ["", "a b", "\u{e9}", longest + "i"] {
                let made = try gateway.answer("\(get)\(id)\r\n\r\n")["X-Request-ID"] ?? ""
                #expect(made.wholeMatch(of: /req-[0-9a-f]{32}/) != nil, "\(id)")
            }
        }
    }

    @Test("a body that nobody wanted is read over where it is short, else the connection ends")
    func discards() async throws {
        let upstream = try Self.paths()
        try await TestGateway.run(upstreamPort: upstream.port) { gateway in
            let short = try gateway.connect()
            for _ in 0..<2 {
                try short.send("POST /nowhere HTTP/1.1\r\nHost: a\r\nContent-Length: 10\r\n\r\n01234")
                #expect(try short.readResponse().status == 404)
                try short.send("56789")
            }
            let long = try gateway.connect()
            try long.send("POST /nowhere HTTP/1.1\r\nHost: a\r\nContent-Length: 1000000\r\n\r\n01234")
            let response = try long.readResponse()
            #expect(response.status == 404)
            #expect(response["Connection"] == "close")
            #expect(long.isAtEnd())
        }
    }

    @Test("a drain lets the request that is under way finish, and takes no other")
    func drains() async throws {
        let requests = Counter()
        let go = Counter()
        let upstream = try Upstream { _, socket in
            _ = try socket.readRequest()
            requests.add()
            try go.wait(for: 1)
            try socket.respond("done")
        }
        try await TestGateway.runAsync(upstreamPort: upstream.port) { gateway in
            let idle = try gateway.connect()
            try idle.send("GET /health HTTP/1.1\r\nHost: a\r\n\r\n")
            #expect(try idle.readResponse().status == 200)
            let busy = try gateway.connect()
            try busy.send("GET /any/x HTTP/1.1\r\nHost: a\r\n\r\n")
            try await onThread { try requests.wait(for: 1) }
            async let end: Void = gateway.gateway.shutdown()
            // The idle connection's end says that the drain has begun; only then is the other request answered.
            let response = try await onThread {
                #expect(idle.isAtEnd())
                go.add()
                return try busy.readResponse()
            }
            #expect(response.body == "done")
            #expect(response["Connection"] == "close")
            #expect(try await onThread { busy.isAtEnd() })
            await end
            #expect(throws: SocketError.self) { try gateway.connect() }
        }
    }

    @Test("what a client sends behind its last request does not cost it the end of the response")
    func lateBytes() async throws {
        let size = 20_000
        let upstream = try Upstream { _, socket in
            _ = try socket.readRequest()
            try socket.respond(String(repeating: "x", count: size))
        }
        let log = TestLog()
        let body = try await TestGateway.run(upstreamPort: upstream.port, .init(log: log.path)) { gateway in
            let socket = try Socket.connect(to: gateway.port, receiveBuffer: 4096)
            try socket.send("GET /any/x HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n")
            // The gateway has handed all of it to the kernel, which holds most of it.
            try log.waitForRecord()
            try socket.send("\r\n")
            usleep(100_000)
            return try socket.readResponse().body
        }
        #expect(body.utf8.count == size)
    }
}
