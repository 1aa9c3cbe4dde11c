import Foundation
import Testing

@testable import GatewayRuntime

/// Headers that a route sets and removes (`request.headers`, `response.headers`).
@Suite struct HeaderEditTests {
    @Test("of requests: what is set takes the place of what was sent, what is removed does not go on")
    func requests() async throws {
        let inbox = Inbox()
        let upstream = try ForwardingTests.echo(inbox)
        let fields = [
            "Accept: a", "X-Debug: 1", "x_gateway: client", "X-GATEWAY: client", "Via: 1.0 outer", "authorization: b",
            "X-Debugger: 2", "X_Debug: 3", "X-Forwarded-Port: 4",
        ]
        let request = "HTTP/1.1\r\nHost: a\r\nX-Request-ID: mine\r\n\(fields.joined(separator: "\r\n"))\r\n\r\n"
        var options = TestGateway.Options()
        options.trustedProxies = ["127.0.0.1"]
        try await TestGateway.run(upstreamPort: upstream.port, options) { gateway in
            _ = try gateway.answer("GET /edited \(request)")
            _ = try gateway.answer("GET /any/x \(request)")
        }
        let forwarding = ["X-Forwarded-For: 127.0.0.1", "X-Forwarded-Proto: http", "X-Forwarded-Host: a"]
        let host = "Host: 127.0.0.1:\(upstream.port)"
        try #require(inbox.all.count == 2)
        #expect(
            inbox.all[0].fields == [
                host, "Accept: a", "Via: 1.0 outer", "X-Debugger: 2", "X-Gateway: edge", "Via: 1.1 edge",
                "X-Request-ID: mine",
            ] + forwarding)
        #expect(inbox.all[1].fields == [host] + fields + ["X-Request-ID: mine"] + forwarding)
    }

    @Test("of responses, interim ones too, and of no other route's")
    func responses() async throws {
        let upstream = try Upstream { _, socket in
            while true {
                _ = try socket.readRequest()
                try socket.send("HTTP/1.1 103 Early Hints\r\nServer: theirs\r\nLink: </a>\r\n\r\n")
                try socket.respond(
                    "x",
                    fields:
                        "Date: now\r\nserver: theirs\r\nVia: 1.1 inner\r\nX_Powered_By: a\r\nX-Hidden: b\r\nX-C: c\r\n")
            }
        }
        try await TestGateway.run(upstreamPort: upstream.port) { gateway in
            let socket = try gateway.connect()
            try socket.send("GET /edited HTTP/1.1\r\nHost: a\r\nX-Request-ID: mine\r\n\r\n")
            #expect(try socket.readResponse().lines == ["Link: </a>"])
            let own = ["Content-Length: 1", "X-Request-ID: mine"]
            #expect(
                try socket.readResponse().lines
                    == ["Date: now", "Via: 1.1 inner", "X-C: c", "Server: edge", "Via: 1.1 edge"] + own)
            try socket.send("GET /any/x HTTP/1.1\r\nHost: a\r\nX-Request-ID: mine\r\n\r\n")
            #expect(try socket.readResponse().lines == ["Server: theirs", "Link: </a>"])
            #expect(
                try socket.readResponse().lines
                    == ["Date: now", "server: theirs", "Via: 1.1 inner", "X_Powered_By: a", "X-Hidden: b", "X-C: c"]
                    + own)
        }
    }
}
