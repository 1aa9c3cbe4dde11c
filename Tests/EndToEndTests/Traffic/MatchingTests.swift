import Testing

@Suite("Routes by host, header and query") struct MatchingTests {
    static let requests: [(String, [String], String)] = [
        ("/by", [], "nothing"), ("/by", ["X-Version: v7"], "exact"), ("/by", ["x-version: v8"], "pattern"),
        ("/by", ["X-Version: v1234"], "presence"), ("/by", ["X-Version: v1.2"], "prefix"),
        ("/by", ["X-Version:"], "presence"), ("/by", ["X-Version: V8"], "presence"),
        ("/by", ["X-Version: other", "X-Version: v8"], "pattern"),
        ("/by?q=a+b", [], "query"), ("/by?q=a%20b%61+b", [], "query"), ("/by?q=%C3%A9xx", [], "query"),
        ("/by?q=%zz", [], "nothing"), ("/by?q=", [], "nothing"), ("/by?qq=a+b", [], "nothing"),
        ("/by?q=a+b", ["X-Version: x"], "presence"),
    ]

    @Test("the most exact condition wins") func conditions() async throws {
        let upstream = try Upstream.echo()
        try await GatewayProcess.run(.traffic, upstream: upstream.port) { gateway in
            for (target, fields, body) in Self.requests {
                #expect(try gateway.answer("GET", target, fields).body == body, "\(target) \(fields)")
            }
            let socket = try gateway.connect()
            try socket.send("GET /by HTTP/1.1\r\nHost: a.b.HOSTS.test:8080\r\nX-Version: v7\r\n\r\n")
            #expect(try socket.readResponse(to: "GET").body == "host")
            // A pattern is followed once, however long the value is.
            let long = String(repeating: "a b", count: 2_000).replacing(" ", with: "+")
            #expect(try gateway.answer("GET", "/by?q=\(long)x").body == "nothing")
        }
    }
}
