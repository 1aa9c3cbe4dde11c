import Foundation
import Testing

@testable import GatewayRuntime

/// What counts of the word of proxies before the gateway (`server.trusted_proxies`).
@Suite struct TrustedProxyTests {
    /// The fields that speak of the client as the upstream gets them, and the address in the access record.
    private func forwarded(
        trusting proxies: Setting, _ fields: [String]
    ) async throws -> (fields: [String], address: String) {
        let inbox = Inbox()
        let upstream = try ForwardingTests.echo(inbox)
        let log = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString).path
        defer { try? FileManager.default.removeItem(atPath: log) }
        try await TestGateway.run(upstreamPort: upstream.port, .init(trustedProxies: [proxies], log: log)) { gateway in
            let head = (["Host: a.example:80"] + fields).joined(separator: "\r\n")
            _ = try gateway.answer("GET /any/x HTTP/1.1\r\n\(head)\r\n\r\n")
        }
        let request = try #require(inbox.all.first)
        let spoken = request.fields.filter {
            let name = $0.lowercased()
            return name.hasPrefix("x-f") || name.hasPrefix("x_f") || name.hasPrefix("forw") || name.contains("real")
        }
        let record = try String(contentsOfFile: log, encoding: .utf8)
        let address = try #require(record.firstMatch(of: /"ip_address":"([^"]*)"/))
        return (spoken, String(address.1))
    }

    static let sent = [
        "X-Forwarded-For: 198.51.100.7, 10.0.0.1", "X-Forwarded-For: 10.0.0.2", "X-Forwarded-Proto: https",
        "X-Forwarded-Host: shop.example", "X-Forwarded-Port: 443", "X_Forwarded_Port: 1", "X_Real_IP: 192.0.2.66",
        "X-Real-IP: 192.0.2.9", "Forwarded: for=198.51.100.7;proto=https",
    ]

    static let dropped = [
        "X-Forwarded-For: 127.0.0.1", "X-Forwarded-Proto: http", "X-Forwarded-Host: a.example:80",
    ]

    @Test("nobody is believed who is not named", arguments: ["", "10.0.0.0/8, ::1", "127.0.0.2", "::/0"] as [Setting])
    func drops(proxies: Setting) async throws {
        let (fields, address) = try await forwarded(trusting: proxies, Self.sent)
        #expect(fields == Self.dropped)
        #expect(address == "127.0.0.1")
    }

    @Test(
        "a trusted proxy's word is passed on, with the proxy's own address behind it",
        arguments: ["127.0.0.1", "10.0.0.0/8, 127.0.0.0/8", "::ffff:127.0.0.0/104"] as [Setting])
    func believes(proxies: Setting) async throws {
        let (fields, address) = try await forwarded(trusting: proxies, Self.sent)
        #expect(
            fields == [
                "X-Forwarded-Port: 443", "X-Forwarded-For: 198.51.100.7, 10.0.0.1, 10.0.0.2, 127.0.0.1",
                "X-Forwarded-Proto: https", "X-Forwarded-Host: shop.example", "X-Real-IP: 198.51.100.7",
                "Forwarded: for=198.51.100.7;proto=https, for=127.0.0.1;host=\"a.example:80\";proto=http",
            ])
        #expect(address == "198.51.100.7")
    }

    @Test("a trusted proxy that says nothing is the client")
    func silent() async throws {
        let (fields, address) = try await forwarded(trusting: "127.0.0.1", [])
        #expect(fields == Self.dropped)
        #expect(address == "127.0.0.1")
    }

    static let clients: [([String], String)] = [
        (["X-Forwarded-For: 2001:DB8::0:1"], "2001:db8::1"),
        (["X-Forwarded-For: [2001:db8::1]:4711, 10.0.0.1"], "2001:db8::1"),
        (["X-Forwarded-For: ::ffff:192.0.2.1"], "192.0.2.1"),
        (["X-Forwarded-For: 192.0.2.1:80"], "192.0.2.1"),
        (["X-Forwarded-For: unknown", "X-Real-IP: 192.0.2.2"], "192.0.2.2"),
        (["X-Real-IP: 192.0.2.2", "Forwarded: for=192.0.2.3"], "192.0.2.2"),
        (["Forwarded: proto=https; For=\"[2001:db8::2]:80\";by=x, for=192.0.2.4"], "2001:db8::2"),
        (["Forwarded: host=\"x;for=6.6.6.6;y\";for=4.4.4.4"], "4.4.4.4"),
        (["Forwarded: by=\"a\\\";for=6.6.6.6;\";for=4.4.4.4"], "4.4.4.4"),
        (["Forwarded: host=\"x,for=6.6.6.6\";for=4.4.4.4"], "4.4.4.4"),
        (["Forwarded: host=\"x\\\\\";for=4.4.4.4"], "4.4.4.4"),
        (["Forwarded: for=\"\\[2001:db8::3\\]:80\""], "2001:db8::3"),
        (["Forwarded: host=\"x;for=6.6.6.6, for=6.6.6.6"], "127.0.0.1"),
        (["Forwarded: for=\"6.6.6.6\\\""], "127.0.0.1"),
        (["Forwarded: for=\""], "127.0.0.1"),
        (["Forwarded: ,", "Forwarded: ;, for=6.6.6.6", "Forwarded: for=6.6.6.6"], "127.0.0.1"),
        (["Forwarded: ", "Forwarded: for=192.0.2.5", "Forwarded: for=6.6.6.6"], "192.0.2.5"),
        (["Forwarded: for=_hidden"], "127.0.0.1"),
        (["Forwarded: proto=https"], "127.0.0.1"),
        (["X-Forwarded-For: \(String(repeating: "9", count: 500))"], "127.0.0.1"),
        (["X-Forwarded-For: ,,"], "127.0.0.1"),
        (["X-Forwarded-For: ", "X-Forwarded-For: ,192.0.2.6", "X-Forwarded-For: 6.6.6.6"], "192.0.2.6"),
        (["X_Forwarded_For: 192.0.2.1"], "127.0.0.1"),
    ]

    @Test("the client is who a trusted proxy says, where that is an address", arguments: clients)
    func finds(fields: [String], expected: String) async throws {
        #expect(try await forwarded(trusting: "127.0.0.1", fields).address == expected)
    }

    @Test("all field lines of a name are one list, the first of which may be empty")
    func joins() async throws {
        let names = ["X-Forwarded-For", "X-Forwarded-Proto", "X-Forwarded-Host"]
        let values = ["192.0.2.1", "https", "shop.example"]
        let (fields, address) = try await forwarded(
            trusting: "127.0.0.1", names.map { "\($0): " } + zip(names, values).map { "\($0): \($1)" })
        #expect(
            fields == [
                "X-Forwarded-For: 192.0.2.1, 127.0.0.1", "X-Forwarded-Proto: https", "X-Forwarded-Host: shop.example",
            ])
        #expect(address == "192.0.2.1")
    }

    @Test("a protocol or host that is none is not passed on")
    func refusesNonsense() async throws {
        let (fields, _) = try await forwarded(
            trusting: "127.0.0.1", ["X-Forwarded-Proto: gopher", "X-Forwarded-Host: a b"])
        #expect(fields == Self.dropped)
    }
}
