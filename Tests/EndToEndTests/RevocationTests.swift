import Foundation
import Mocks
import Testing

@Suite("Tokens are revoked") struct RevocationTests {
    /// What a token of a session gets, and what has become of the gateway's wish to know.
    private static func status(_ gateway: GatewayProcess, _ path: String, _ token: String) throws -> Int {
        try gateway.answer("GET", path, ["Authorization: Bearer \(token)", "Connection: close"]).status
    }

    private static func wait(for status: Int, _ gateway: GatewayProcess, _ path: String, _ token: String) throws -> Bool
    {
        for _ in 0..<1000 {
            if try Self.status(gateway, path, token) == status { return true }
            usleep(20_000)
        }
        return false
    }

    private func run(
        redis url: String, file: RevokedFile = RevokedFile(),
        _ script: @escaping @Sendable (GatewayProcess) throws -> Void
    ) async throws {
        let upstream = try Upstream.echo()
        try await GatewayProcess.run(
            .sessions, upstream: upstream.port, environment: ["REDIS_URL": url, "REVOKED_FILE": file.path], script)
    }

    @Test("in Redis, within a second, and let in again likewise")
    func redis() async throws {
        let redis = try RedisServer()
        let token = try await TestToken.make(["session_id": "s-1", "jti": "j-1", "sid": "x"])
        let other = try await TestToken.make(["session_id": "s-2", "jti": "j-1", "sid": "y"])
        let none = try await TestToken.make()
        try await run(redis: "redis://127.0.0.1:\(redis.port)") { gateway throws in
            #expect(try Self.wait(for: 200, gateway, "/strict", token))
            #expect(try Self.wait(for: 200, gateway, "/lenient", token))
            #expect(try Self.wait(for: 401, gateway, "/strict", none))
            try redis.run("SETEX session:s-1 7200 revoked")
            #expect(try Self.wait(for: 401, gateway, "/strict", token))
            #expect(try Self.wait(for: 200, gateway, "/strict", other))
            #expect(try Self.wait(for: 200, gateway, "/lenient", token))
            try redis.run("SET login/x revoked")
            #expect(try Self.wait(for: 401, gateway, "/lenient", token))
            #expect(try Self.wait(for: 200, gateway, "/lenient", other))
            try redis.run("SET session:s-1 active")
            #expect(try Self.wait(for: 200, gateway, "/strict", token))
        }
    }

    @Test("or not, as the spec says, while Redis is away or hangs; once it is back, it counts again")
    func outage() async throws {
        let redis = try RedisServer()
        let token = try await TestToken.make(["session_id": "s-1", "sid": "x"])
        try await run(redis: "redis://127.0.0.1:\(redis.port)") { gateway throws in
            #expect(try Self.wait(for: 200, gateway, "/strict", token))
            redis.freeze()
            #expect(try Self.wait(for: 503, gateway, "/strict", token))
            #expect(try Self.wait(for: 200, gateway, "/lenient", token))
            redis.thaw()
            #expect(try Self.wait(for: 200, gateway, "/strict", token))
            try redis.stop()
            #expect(try Self.wait(for: 503, gateway, "/strict", token))
            #expect(try Self.wait(for: 200, gateway, "/lenient", token))
            let ready = try gateway.answer("GET", "/ready")
            #expect(
                ready.status == 200
                    && ready.body.contains("\"strict\":{\"keys\":1,\"revocation\":{\"redis\":\"down\"}}"))
            let next = try RedisServer(port: redis.port)
            try next.run("MSET session:s-1 revoked login/x revoked")
            #expect(try Self.wait(for: 401, gateway, "/strict", token))
            #expect(try Self.wait(for: 401, gateway, "/lenient", token))
            try next.stop()
        }
    }

    @Test("nowhere with a wrong password, which nobody gets to see")
    func password() async throws {
        let redis = try RedisServer(password: "correct-horse")
        let token = try await TestToken.make(["session_id": "s-1"])
        try await run(redis: "redis://:correct-horse@127.0.0.1:\(redis.port)/0") { gateway throws in
            #expect(try Self.wait(for: 200, gateway, "/strict", token))
        }
        try await run(redis: "redis://:battery-staple@127.0.0.1:\(redis.port)") { gateway throws in
            #expect(try Self.status(gateway, "/strict", token) == 503)
            #expect(try gateway.answer("GET", "/ready").status == 503)
            _ = try gateway.process.errors.first { $0.contains("refused the gateway with WRONGPASS") }
            let printed = gateway.process.errors.text + gateway.process.output.text
            #expect(!printed.contains("battery-staple"))
        }
    }

    @Test("in a file, as soon as it says so; without the file, the last list holds on")
    func file() async throws {
        let redis = try RedisServer()
        let file = RevokedFile()
        let token = try await TestToken.make(["session_id": "s-1"])
        let other = try await TestToken.make(["session_id": "s-2"])
        try await run(redis: "redis://127.0.0.1:\(redis.port)", file: file) { gateway throws in
            #expect(try Self.status(gateway, "/listed", token) == 200)
            try file.write("# stolen\ns-1\n")
            #expect(try Self.wait(for: 401, gateway, "/listed", token))
            #expect(try Self.status(gateway, "/listed", other) == 200)
            try FileManager.default.removeItem(atPath: file.path)
            _ = try gateway.process.errors.first { $0.contains("the list of revoked tokens could not be read") }
            #expect(try Self.status(gateway, "/listed", token) == 401)
            #expect(try Self.status(gateway, "/listed", other) == 200)
            #expect(try gateway.answer("GET", "/ready").body.contains("\"stale\":true"))
            try file.write("s-2\n")
            #expect(try Self.wait(for: 401, gateway, "/listed", other))
            #expect(try Self.status(gateway, "/listed", token) == 200)
        }
    }

    @Test("in no file that is not there at the start")
    func missingFile() async throws {
        let environment = GatewayProcess.environment(upstream: 1).merging(
            ["REDIS_URL": "redis://127.0.0.1:1", "REVOKED_FILE": "/nowhere/at/all"]) { $1 }
        let (end, errors) = try await onThread {
            let process = try ChildProcess(.sessions, environment: environment)
            return (try process.waitUntilEnd(), process.errors.text)
        }
        #expect(end == .exit(78))
        #expect(errors.contains("/nowhere/at/all: the file of revoked tokens cannot be read: "))
    }
}

/// A list of revoked ids, at first empty, removed with its owner.
private final class RevokedFile: Sendable {
    let path = NSTemporaryDirectory() + "revoked-\(UUID().uuidString)"

    init() { try? write("") }

    func write(_ text: String) throws { try text.write(toFile: path, atomically: true, encoding: .utf8) }

    deinit { try? FileManager.default.removeItem(atPath: path) }
}
