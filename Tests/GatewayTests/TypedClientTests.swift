import Foundation
import GeneratedGateway
import Logging
import Mocks
import Testing

@Suite("The generated clients call upstreams over the gateway's own connections")
struct TypedClientTests {
    @Test("methods, paths, parameters, headers and bodies arrive as they were given")
    func calls() async throws {
        let upstream = try await MockServer.start(Echo(name: "agents"))
        let environment = [
            "JWT_SECRET": "a secret for this test, of forty bytes!!", "PORT": "0",
            "AGENTS_SERVICE_URL": "http://127.0.0.1:\(upstream.port)",
        ]
        let settings = try GatewaySettings.resolve(gateway, environment: environment)
        let serving = Gateway(gateway, settings: settings, loops: 1, logger: Logger(label: "test"))
        _ = try await serving.start()
        let agents = AgentsServiceClient(serving, headers: [(name: "X-Team", value: "red")])

        let listed = try await echo(agents.getApiV1Agents())
        #expect(listed.method == "GET" && listed.path == "/api/v1/agents" && listed.headers["X-Team"] == "red")
        let put = try await echo(agents.putApiV1AgentsId(id: "a b/c", body: Array("{}".utf8)))
        #expect(put.method == "PUT" && put.path == "/api/v1/agents/a%20b%2Fc" && put.body_bytes == 2)
        await #expect(throws: (any Error).self) { try await agents.putApiV1AgentsId(id: "..", body: []) }

        await serving.shutdown()
        try await upstream.stop()
    }

    private struct Report: Decodable {
        var method: String
        var path: String
        var headers: [String: String]
        var body_bytes: Int
    }

    private func echo(_ response: UpstreamResponse) throws -> Report {
        #expect(response.status == 200)
        return try JSONDecoder().decode(Report.self, from: Data(response.body))
    }
}
