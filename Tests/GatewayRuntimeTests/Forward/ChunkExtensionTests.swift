import Foundation
import Testing

@testable import GatewayRuntime

/// Extensions of chunks, which are read over (RFC 9112, 7.1.1), however many chunks there are.
@Suite struct ChunkExtensionTests {
    static let count = 3000
    static let chunk = "2;sig=0123456789abcdef0123456789abcdef\r\nok\r\n"
    static let body = String(repeating: chunk, count: count) + "0;sig=0\r\n\r\n"
    static let data = String(repeating: "ok", count: count)

    @Test("signed chunks of two bytes pass in both directions, for as long as they like")
    func passes() async throws {
        let upstream = try Upstream { _, socket in
            while true {
                let isWhole = try socket.readRequest().body == Self.data
                let status = isWhole ? "200 OK" : "400 Bad Request"
                try socket.send("HTTP/1.1 \(status)\r\nTransfer-Encoding: chunked\r\n\r\n\(Self.body)")
            }
        }
        try await TestGateway.run(upstreamPort: upstream.port) { gateway in
            let socket = try gateway.connect()
            for _ in 0..<2 {
                try socket.send("POST /items HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n\(Self.body)")
                let response = try socket.readResponse()
                #expect(response.status == 200)
                #expect(response.body == Self.data)
            }
        }
    }

    @Test("extensions that dwarf the data are a fault of whoever sends them")
    func refuses() async throws {
        let chunks = String(repeating: "1;\(String(repeating: "a", count: 1000))\r\nx\r\n", count: 1000) + "0\r\n\r\n"
        let upstream = try Upstream { _, socket in
            _ = try socket.readRequest()
            try socket.send("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n\(chunks)")
            _ = socket.readToEnd()
        }
        try await TestGateway.run(upstreamPort: upstream.port) { gateway in
            let response = try gateway.connect()
            try response.send("GET /any/x HTTP/1.1\r\nHost: a\r\n\r\n")
            let (text, isReset) = try response.readToReset()
            #expect(text.hasPrefix("HTTP/1.1 200 OK\r\n") && isReset)
            let request = try gateway.connect()
            try request.send("POST /items HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n")
            try request.send(String(chunks.prefix(60_000)))
            #expect(try request.readResponse().status == 400)
        }
    }
}
