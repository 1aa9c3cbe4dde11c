import Testing

@testable import GatewayRuntime

@Suite struct ProxyingTests {
    /// An upstream that answers every request with its own head and body.
    static func echo() throws -> Upstream {
        try Upstream { _, socket in
            while true {
                let head = try socket.read(to: "\r\n\r\n")
                var body = ""
                if let length = Response(head)["Content-Length"].flatMap({ Int($0) }) {
                    body = String(decoding: try socket.read(count: length), as: UTF8.self)
                }
                let text = head + body
                try socket.send("HTTP/1.1 200 OK\r\nContent-Length: \(text.utf8.count)\r\nX-Answer: yes\r\n\r\n\(text)")
            }
        }
    }

    @Test("a GET goes to the upstream and its response comes back")
    func get() async throws {
        let upstream = try Self.echo()
        let response = try await TestGateway.run(upstreamPort: upstream.port) { gateway in
            try gateway.answer("GET /items?a=%20b HTTP/1.1\r\nHost: example.com\r\nAccept: x/y\r\n\r\n")
        }
        #expect(response.status == 200)
        #expect(response["X-Answer"] == "yes")
        let id = try #require(response["X-Request-ID"])
        #expect(
            response.body == """
                GET /items?a=%20b HTTP/1.1\r\nHost: 127.0.0.1:\(upstream.port)\r\nAccept: x/y\r\nX-Request-ID: \(id)\r\n\
                X-Forwarded-For: 127.0.0.1\r\nX-Forwarded-Proto: http\r\nX-Forwarded-Host: example.com\r\n\r\n
                """)
    }

    @Test("a POST takes its body along")
    func post() async throws {
        let upstream = try Self.echo()
        let response = try await TestGateway.run(upstreamPort: upstream.port) { gateway in
            try gateway.answer("POST /items HTTP/1.1\r\nHost: a\r\nContent-Length: 5\r\n\r\nhello")
        }
        #expect(response.status == 200)
        #expect(response.body.hasSuffix("Content-Length: 5\r\n\r\nhello"))
    }
}
