import Foundation
import Testing

@Suite("The administrator sees") struct PolicyStateTests {
    private func run(_ script: @escaping @Sendable (GatewayProcess, [FickleTarget]) throws -> Void) async throws {
        try await TargetTests.run(environment: ["ADMIN_KEY": PolicyState.key], script)
    }

    @Test("what was sent again, and what still may be")
    func retries() async throws {
        try await run { gateway, targets throws in
            #expect(try PolicyState(gateway).route("again")?.retry == PolicyState.Retry(made: 0, budget_left: 10))
            targets[0].become(.failing(503))
            #expect(try gateway.answers(10, "/again/x") == Array(repeating: "B", count: 10))
            // Every second one went to A first; ten requests have brought two.
            #expect(try PolicyState(gateway).route("again")?.retry == PolicyState.Retry(made: 5, budget_left: 7))
            #expect(try PolicyState(gateway).route("mirrored")?.retry == nil)
        }
    }

    @Test("how many copies went to a mirror, and how many are under way")
    func mirrors() async throws {
        try await run { gateway, targets throws in
            targets[1].become(.silent)
            #expect(try gateway.answers(3, "/mirrored/x") == ["A", "A", "A"])
            let long = String(repeating: "x", count: 65 * 1024)
            #expect(try gateway.answer("POST", "/mirrored/long", body: long).body == "A")
            let state = try PolicyState(gateway)
            #expect(state.route("mirrored")?.mirror == PolicyState.Mirror(sent: 3, dropped: 1, in_flight: 3))
            #expect(state.route("again")?.mirror == nil)
        }
    }

    @Test("the connections to a target that may have only so many")
    func connections() async throws {
        try await run { gateway, targets throws in
            targets[0].become(.silent)
            let waiting = try gateway.hold("/narrow/wait", at: targets[0])
            let narrow = try PolicyState(gateway).targets(of: "narrow")
            #expect(narrow.first?.connections == PolicyState.Connections(max: 1, open: 1))
            #expect(narrow.first?.status == "up")
            let labels = "{upstream=\"narrow\",target=\"\(targets[0].url)\"}"
            #expect(try gateway.metric("upstream_connections\(labels)") == 1)
            #expect(try gateway.metric("upstream_connections_max\(labels)") == 1)
            for socket in waiting { socket.reset() }
            targets[0].become(.good)
            // Also where nothing else is known of an upstream; one at rest is one.
            #expect(try PolicyState(gateway).targets(of: "one").map(\.connections?.open) == [0])
            #expect(try gateway.answers(2, "/mirrored/x") == ["A", "A"])
            let one = try PolicyState(gateway).targets(of: "one")
            #expect(one.map(\.connections) == [PolicyState.Connections(max: 50, open: 1)])
            #expect(one.map(\.status) == [nil])
            #expect(try PolicyState(gateway).targets(of: "two").isEmpty)
            #expect(try PolicyState(gateway).targets(of: "round").allSatisfy { $0.connections == nil })
        }
    }

    @Test("what came of refreshing what is stale")
    func refreshes() async throws {
        let origin = try Origin { number, _ in
            number == 0 ? Origin.response("first") : Origin.response("bad", status: "503 Service Unavailable")
        }
        try await GatewayProcess.run(
            .traffic, upstream: origin.port, environment: ["GATEWAY_LOOPS": "1", "ADMIN_KEY": PolicyState.key]
        ) { gateway throws in
            #expect(try gateway.answer("GET", "/cached-briefly/a").body == "first")
            #expect(try PolicyState(gateway).cache?.refreshes == PolicyState.Refreshes(stored: 0, failed: 0))
            for _ in 0..<1000 {
                #expect(try gateway.answer("GET", "/cached-briefly/a").body == "first")
                if try PolicyState(gateway).cache?.refreshes == PolicyState.Refreshes(stored: 0, failed: 1) { return }
                usleep(10_000)
            }
            Issue.record("no refresh has failed")
        }
    }
}
