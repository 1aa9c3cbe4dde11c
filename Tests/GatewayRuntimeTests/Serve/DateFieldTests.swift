import Foundation
import Testing

@testable import GatewayRuntime

@Suite struct DateFieldTests {
    @Test(
        "the date is written as RFC 9110 has it",
        arguments: [
            (784_111_777, "Date: Sun, 06 Nov 1994 08:49:37 GMT\r\n"), (0, "Date: Thu, 01 Jan 1970 00:00:00 GMT\r\n"),
            (1_709_164_800, "Date: Thu, 29 Feb 2024 00:00:00 GMT\r\n"),
        ] as [(Int64, String)])
    func writes(second: Int64, line: String) {
        #expect(DateField.line(for: second).text == line)
    }

    @Test("an answer of the gateway's own has the time of the answer")
    func dates() async throws {
        let upstream = try Upstream { _, socket in
            _ = try socket.readRequest()
            _ = socket.isAtEnd()
        }
        let timeout = Duration.milliseconds(1500)
        try await TestGateway.run(upstreamPort: upstream.port, .init(responseHeaderTimeout: timeout)) { gateway in
            let sent = Date().timeIntervalSince1970
            let response = try gateway.answer("GET /any/x HTTP/1.1\r\nHost: a\r\n\r\n")
            #expect(response.status == 504)
            let date = try #require(response["Date"])
            let second = try #require(withView(Array(date.utf8)) { HTTPDate.seconds($0, now: Int64(sent)) })
            #expect(Double(second) > sent)
        }
    }

    @Test("a response whose date is for the connection only has that of its receipt")
    func replaces() async throws {
        let upstream = try Upstream { _, socket in
            while true {
                let isNamed = try socket.readRequest().line.contains("named")
                let fields = "Date: Sun, 06 Nov 1994 08:49:37 GMT\r\nConnection: \(isNamed ? "x, date" : "x")\r\n"
                try socket.respond("ok", fields: fields)
            }
        }
        try await TestGateway.run(upstreamPort: upstream.port) { gateway in
            for (path, isKept) in [("/any/named", false), ("/any/x", true)] {
                let response = try gateway.answer("GET \(path) HTTP/1.1\r\nHost: a\r\n\r\n")
                let dates = response.lines.filter { $0.hasPrefix("Date: ") }
                #expect(dates.count == 1)
                #expect((dates.first == "Date: Sun, 06 Nov 1994 08:49:37 GMT") == isKept)
            }
        }
    }
}
