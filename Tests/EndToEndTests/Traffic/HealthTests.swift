import Foundation
import Testing

@Suite("Health with what the gateway needs") struct DependencyHealthTests {
    private struct Health: Decodable {
        let status: String
        let service: String
        let version: String
        let timestamp: String
        let dependencies: [String: String]
    }

    @Test("is bad while any of it is down") func dependencies() async throws {
        let target = try FickleTarget("A")
        let redis = try RedisServer()
        try await GatewayProcess.run(
            .limits, upstream: target.port,
            environment: ["TARGET_A": target.url, "REDIS_URL": "redis://127.0.0.1:\(redis.port)"]
        ) { gateway in
            try Self.wait(gateway, for: ["target": "healthy", "counters": "healthy"])
            target.die()
            try Self.wait(gateway, for: ["target": "unhealthy", "counters": "healthy"])
            try redis.stop()
            try Self.wait(gateway, for: ["target": "unhealthy", "counters": "unhealthy"])
            try target.comeBack()
            try Self.wait(gateway, for: ["target": "healthy", "counters": "unhealthy"])
        }
    }

    private static func wait(_ gateway: GatewayProcess, for dependencies: [String: String]) throws {
        let isHealthy = dependencies.values.allSatisfy { $0 == "healthy" }
        for _ in 0..<1000 {
            let answer = try gateway.answer("GET", "/health")
            let health = try JSONDecoder().decode(Health.self, from: Data(answer.body.utf8))
            // Whatever is known, the answer fits itself.
            let isGood = health.dependencies.values.allSatisfy { $0 == "healthy" }
            #expect(answer.status == (isGood ? 200 : 503) && health.status == (isGood ? "healthy" : "unhealthy"))
            #expect(health.service == "limit-gateway" && health.version == "1.0.0")
            #expect(health.timestamp.contains("T") && health.timestamp.hasSuffix("Z"))
            if health.dependencies == dependencies {
                #expect(isGood == isHealthy)
                return
            }
            usleep(10_000)
        }
        throw SocketError(what: "the health is never \(dependencies)", code: 0)
    }
}
