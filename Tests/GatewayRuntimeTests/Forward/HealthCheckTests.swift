import Foundation
import Logging
import Testing

@testable import GatewayRuntime

@Suite("Health checks") struct HealthCheckTests {
    static let check = HealthCheckDefinition(
        path: "/up", interval: .seconds(600), timeout: .seconds(600), unhealthy: 1, healthy: 1)

    /// Waits until there is one; as patiently as the tasks that are to bring it about may have to.
    private static func wait(for counter: Counter) async throws {
        for _ in 0..<2000 where counter.value == 0 { try await Task.sleep(for: .milliseconds(10)) }
        try #require(counter.value > 0)
    }

    private static func other(_ name: StaticString) -> UpstreamDefinition {
        UpstreamDefinition(
            name: name, url: "http://127.0.0.1:${UPSTREAM_PORT}", connectTimeout: .seconds(5),
            responseHeaderTimeout: .seconds(5), idleTimeout: .seconds(5), maxIdle: 1, healthCheck: check)
    }

    @Test("of all upstreams go on beside each other before the gateway listens")
    func start() async throws {
        let asked = Counter()
        // Nobody is answered until all have been asked.
        let upstream = try Upstream { _, socket in
            _ = try socket.readRequest()
            asked.add()
            try asked.wait(for: 3)
            try socket.respond("")
        }
        let options = TestGateway.Options(
            healthCheck: Self.check, others: [Self.other("second"), Self.other("third")])
        try await TestGateway.run(upstreamPort: upstream.port, options) { gateway throws in
            #expect(asked.value == 3)
            for name in ["main", "second", "third"] {
                let labels = "upstream=\"\(name)\",target=\"http://127.0.0.1:\(upstream.port)\""
                #expect(try gateway.metric("upstream_target_up{\(labels)}") == 1)
            }
        }
    }

    @Test("hold up no shutdown that comes while they are waited for")
    func shutdown() async throws {
        let asked = Counter()
        let upstream = try Upstream { _, socket in
            _ = try socket.readRequest()
            asked.add()
            while !socket.isAtEnd() {}
        }
        let definition = TestGateway.definition(TestGateway.Options(healthCheck: Self.check))
        let settings = try GatewaySettings.resolve(definition, environment: ["UPSTREAM_PORT": "\(upstream.port)"])
        let gateway = Gateway(definition, settings: settings, loops: 2, logger: Logger(label: "test"))
        let start = Task { try await gateway.start() }
        try await Self.wait(for: asked)
        await gateway.shutdown()
        await #expect(throws: CancellationError.self) { try await start.value }
    }

    /// What a loop holds, and what it has let go of.
    private final class Holder: @unchecked Sendable {
        // Used on the loop alone.
        var checks: HealthChecks?
        weak var trace: HealthChecks?
    }

    @Test("that are stopped in the middle of one leave nothing behind")
    func stop() async throws {
        let asked = Counter()
        let upstream = try Upstream { _, socket in
            _ = try socket.readRequest()
            asked.add()
            while !socket.isAtEnd() {}
        }
        let definition = UpstreamDefinition(
            name: "u", targets: [], connectTimeout: .seconds(5), responseHeaderTimeout: .seconds(5),
            idleTimeout: .seconds(5), maxIdle: 1, healthCheck: Self.check)
        let target = TargetSettings(definition, url: UpstreamURL(loopbackPort: upstream.port))
        let shared = SharedUpstream(UpstreamSettings(definition, targets: [target]))
        let (loop, holder, known) = (try Loop(), Holder(), Counter())
        try await loop.submit {
            let checks = try HealthChecks(shared, on: loop, logger: Logger(label: "test"))
            (holder.checks, holder.trace) = (checks, checks)
            checks?.start { known.add() }
        }
        try await Self.wait(for: asked)
        #expect(known.value == 0)
        try await loop.submit {
            holder.checks?.stop()
            holder.checks = nil
        }
        // Whoever waits for the first verdict does not wait for ever.
        try await onThread { try known.wait(for: 1) }
        var isThere = true
        for _ in 0..<1000 where isThere {
            isThere = try await loop.submit { holder.trace != nil }
            if isThere { try await Task.sleep(for: .milliseconds(10)) }
        }
        #expect(!isThere)
        await loop.stop()
    }
}
