import Testing

@testable import GatewayRuntime

/// `Max-Forwards` of OPTIONS (RFC 9110, 7.6.2).
@Suite struct MaxForwardsTests {
    @Test(
        "an OPTIONS goes on with one less, as far as it may",
        arguments: [
            ("OPTIONS", ["Max-Forwards: 0"], 204, nil), ("OPTIONS", ["max-forwards: 000"], 204, nil),
            ("OPTIONS", ["Max-Forwards: 1"], 200, ["Max-Forwards: 0"]),
            ("OPTIONS", ["X: y", "MAX-FORWARDS: 010"], 200, ["Max-Forwards: 9"]),
            ("OPTIONS", ["Max-Forwards: 99999999999999999999"], 200, ["Max-Forwards: \(Int.max - 1)"]),
            ("OPTIONS", [], 200, []), ("OPTIONS", ["Max-Forwards: -1"], 400, nil),
            ("OPTIONS", ["Max-Forwards: x"], 400, nil), ("OPTIONS", ["Max-Forwards:"], 400, nil),
            ("OPTIONS", ["Max-Forwards: 1, 1"], 400, nil),
            ("OPTIONS", ["Max-Forwards: 1", "Max-Forwards: 1"], 400, nil),
            ("GET", ["Max-Forwards: 0"], 200, ["Max-Forwards: 0"]),
            ("GET", ["Max-Forwards: x"], 200, ["Max-Forwards: x"]),
        ] as [(String, [String], Int, [String]?)])
    func counts(method: String, fields: [String], status: Int, forwarded: [String]?) async throws {
        let inbox = Inbox()
        let upstream = try ForwardingTests.echo(inbox)
        let response = try await TestGateway.run(upstreamPort: upstream.port) { gateway in
            let head = (["\(method) /any/x HTTP/1.1", "Host: a"] + fields).joined(separator: "\r\n")
            return try gateway.answer(head + "\r\n\r\n")
        }
        #expect(response.status == status)
        if status == 204 { #expect(response["Allow"] == "GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS") }
        #expect(inbox.all.first?.fields.filter { $0.lowercased().hasPrefix("max-") } == forwarded)
    }
}
