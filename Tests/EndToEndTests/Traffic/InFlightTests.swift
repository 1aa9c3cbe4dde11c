import Foundation
import Testing

@Suite("A target's requests in flight are no more once they have ended") struct InFlightTests {
    @Test(
        "however they do",
        arguments: ["answer", "client leaves", "upstream breaks off", "timeout", "too long", "tunnel"])
    func ends(_ end: String) async throws {
        let go = Counter()
        // Each request is held until the test has seen it.
        let upstream = try Upstream { _, socket in
            _ = try socket.read(to: "\r\n\r\n")
            switch end {
            case "answer":
                try go.wait(for: 1)
                try socket.respond("x")
            case "upstream breaks off":
                try socket.send("HTTP/1.1 200 OK\r\nContent-Length: 10\r\n\r\nhalf")
                try go.wait(for: 1)
            case "tunnel":
                try socket.send(
                    "HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n"
                        + "Sec-WebSocket-Accept: s3pPLMBiTxaQ9kYGzzhZRbK+xOo=\r\n\r\n")
                _ = socket.readToEnd()
            default: _ = socket.readToEnd()
            }
        }
        let url = "http://127.0.0.1:\(upstream.port)"
        try await GatewayProcess.run(
            .traffic, upstream: upstream.port,
            environment: ["TARGET_A": url, "TARGET_B": url + "/b", "ADMIN_KEY": PolicyState.key]
        ) { gateway throws in
            let socket = try gateway.connect()
            switch end {
            case "timeout": try socket.send(GatewayProcess.request("GET", "/busy-for-a-while/x"))
            case "too long":
                try socket.send("POST /busy/x HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n5\r\nhello\r\n")
            case "tunnel":
                try socket.send(
                    GatewayProcess.request(
                        "GET", "/busy-live",
                        [
                            "Connection: Upgrade", "Upgrade: websocket", "Sec-WebSocket-Version: 13",
                            "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==",
                        ]))
                #expect(Response(try socket.read(to: "\r\n\r\n")).status == 101)
            default: try socket.send(GatewayProcess.request("GET", "/busy/x"))
            }
            // It may be over before anybody has looked.
            if end != "timeout" { try PolicyState.wait(gateway, of: "busy", inFlight: 1) }
            switch end {
            case "answer":
                go.add()
                #expect(try socket.readResponse().status == 200)
            case "upstream breaks off":
                go.add()
                #expect(try socket.readToReset().text.hasPrefix("HTTP/1.1 200"))
            case "too long":
                try socket.send("5\r\nworld\r\n0\r\n\r\n")
                #expect(try socket.readResponse(to: "POST").status == 413)
            case "timeout": #expect(try socket.readResponse().status == 504)
            default: socket.reset()
            }
            try PolicyState.wait(gateway, of: "busy", inFlight: 0)
        }
    }
}
