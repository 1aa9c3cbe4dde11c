import Foundation
import Testing

@testable import GatewayRuntime

/// Trailers go in neither direction (RFC 9112, 7.1.2): the bytes themselves are looked at, and what comes behind them.
@Suite struct TrailerTests {
    static let trailers = [
        "X: y", "Authorization: Bearer forged", "X-Org-ID: forged", "Content-Length: 3", "Transfer-Encoding: chunked",
        "Host: forged", "X-Request-ID: forged", "Set-Cookie: forged",
    ]
    static let chunks = "5\r\nhello\r\n0\r\n\(trailers.joined(separator: "\r\n"))\r\n\r\n"
    static let bare = "5\r\nhello\r\n0\r\n\r\n"

    @Test("those of a request do not reach the upstream")
    func request() async throws {
        let seen = Inbox()
        let upstream = try Upstream { _, socket in
            while true {
                let head = try socket.read(to: "\r\n\r\n")
                seen.add(Request(head: head, body: String(decoding: try socket.read(count: 15), as: UTF8.self)))
                try socket.respond("ok")
            }
        }
        try await TestGateway.run(upstreamPort: upstream.port) { gateway in
            let socket = try gateway.connect()
            let head = "POST /items HTTP/1.1\r\nHost: a\r\nTrailer: X\r\nTransfer-Encoding: chunked\r\n\r\n"
            // The second shows that nothing stood behind the first.
            for _ in 0..<2 {
                try socket.send(head + Self.chunks)
                #expect(try socket.readResponse().body == "ok")
            }
        }
        #expect(seen.all.map(\.body) == [Self.bare, Self.bare])
        for request in seen.all {
            #expect(request.line == "POST /items HTTP/1.1")
            #expect(!request.head.contains("forged") && !request.head.lowercased().contains("trailer"))
        }
    }

    @Test("those of a response do not reach the client", arguments: ["1.1", "1.0"])
    func response(version: String) async throws {
        let upstream = try Upstream { _, socket in
            while true {
                _ = try socket.readRequest()
                try socket.send("HTTP/1.1 200 OK\r\nTrailer: X\r\nTransfer-Encoding: chunked\r\n\r\n\(Self.chunks)")
            }
        }
        try await TestGateway.run(upstreamPort: upstream.port) { gateway in
            let socket = try gateway.connect()
            try socket.send("GET /any/x HTTP/\(version)\r\nHost: a\r\n\r\n")
            let head = try socket.read(to: "\r\n\r\n")
            #expect(!head.contains("forged") && !head.contains("Trailer"))
            if version == "1.0" {
                #expect(socket.readToEnd() == "hello")
            } else {
                #expect(String(decoding: try socket.read(count: 15), as: UTF8.self) == Self.bare)
                try socket.send("GET /health HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n")
                #expect(socket.readToEnd().hasPrefix("HTTP/1.1 200 OK\r\n"))
            }
        }
    }
}
