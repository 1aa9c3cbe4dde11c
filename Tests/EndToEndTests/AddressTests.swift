import Foundation
import Testing

/// Names of upstreams: all their addresses are used, and they are looked up again. The gateway is one that looks names up in
/// a file of ours (`Tests/TestHosts`).
@Suite("The gateway finds upstreams by name") struct AddressTests {
    /// A file of names.
    private final class Hosts: Sendable {
        let path = NSTemporaryDirectory() + "hosts-\(UUID().uuidString)"

        init(_ addresses: String) throws { try set(addresses) }
        deinit { try? FileManager.default.removeItem(atPath: path) }

        func set(_ addresses: String) throws {
            try "origin.test \(addresses)\n".write(toFile: path, atomically: true, encoding: .utf8)
        }

        func environment(_ port: Int) -> [String: String] {
            ["AGENTS_SERVICE_URL": "http://origin.test:\(port)", "TEST_HOSTS": path]
        }
    }

    /// Answers one request a connection.
    private static func upstream(host: String = "127.0.0.1", port: Int = 0) throws -> Upstream {
        try Upstream(host: host, port: port) { _, socket in
            _ = try socket.readRequest()
            try socket.respond(host, fields: "Connection: close\r\n")
        }
    }

    @Test(
        "at whichever of its addresses they take the connection",
        arguments: [
            "127.0.0.1", "127.0.0.2 127.0.0.1", "127.0.0.1 127.0.0.2", "127.0.0.3 127.0.0.2 127.0.0.1", "::1 127.0.0.1",
        ])
    func fallsOver(addresses: String) async throws {
        let upstream = try Self.upstream()
        let hosts = try Hosts(addresses)
        try await GatewayProcess.run(.streaming, upstream: 0, environment: hosts.environment(upstream.port)) {
            gateway in
            for _ in 0..<3 {
                let response = try gateway.answer("GET", "/download")
                #expect(response.body == "127.0.0.1")
            }
        }
    }

    @Test("where one address does not even refuse")
    func passesOverSilence() async throws {
        let upstream = try Self.upstream()
        let silent = try FullPort(host: "127.0.0.2", port: upstream.port)
        let hosts = try Hosts("127.0.0.2 127.0.0.1")
        try await GatewayProcess.run(.streaming, upstream: 0, environment: hosts.environment(upstream.port)) {
            gateway in
            let response = try gateway.answer("GET", "/download")
            #expect(response.body == "127.0.0.1")
        }
        withExtendedLifetime(silent) {}
    }

    @Test("and answers for those that are nowhere, once", arguments: ["127.0.0.2 127.0.0.3", ""])
    func failsOnce(addresses: String) async throws {
        let dead = try DeadPort()
        let hosts = try Hosts(addresses)
        try await GatewayProcess.run(.streaming, upstream: 0, environment: hosts.environment(dead.port)) { gateway in
            let response = try gateway.answer("GET", "/download")
            #expect(response.status == 502)
            let record = try gateway.record(of: try #require(response["X-Request-ID"]))
            #expect(record["error_code"] == "BAD_GATEWAY")
            #expect(gateway.process.output.lines.filter { $0.contains("/download") }.count == 1)
        }
    }

    @Test("again, when they have moved")
    func looksUpAgain() async throws {
        let old = try Self.upstream()
        let new = try Self.upstream(host: "127.0.0.2", port: old.port)
        let hosts = try Hosts("127.0.0.1")
        try await GatewayProcess.run(.streaming, upstream: 0, environment: hosts.environment(old.port)) { gateway in
            #expect(try gateway.answer("GET", "/download").body == "127.0.0.1")
            try hosts.set("127.0.0.2")
            // What was found may be believed for a moment.
            for _ in 0..<200 where try gateway.answer("GET", "/download").body == "127.0.0.1" { usleep(50_000) }
            #expect(try gateway.answer("GET", "/download").body == "127.0.0.2")
        }
        withExtendedLifetime(new) {}
    }
}
