import Foundation
import Logging
import NIOCore
import Testing

@testable import GatewayRuntime

@Suite("Sessions in Redis")
struct RedisRevocationTests {
    private static let good = "$0\r\n\r\n"
    private static let revoked = "$7\r\nrevoked\r\n"

    private static func request(_ members: String, signedWith secret: String = TestToken.secret) -> String {
        let token = TestToken.signed(payload: "{\"exp\":9000000000,\(members)}", secret: secret)
        return "GET /any/x HTTP/1.1\r\nHost: a\r\nAuthorization: Bearer \(token)\r\n\r\n"
    }

    /// What a token gets before a real server, which a busy machine may keep from answering in time now and then.
    private static func settled(_ gateway: TestGateway, _ members: String) throws -> Response {
        var response = try gateway.answer(request(members))
        for _ in 0..<50 where response.status == 503 {
            usleep(100_000)
            response = try gateway.answer(request(members))
        }
        return response
    }

    private static func status(_ gateway: TestGateway, _ session: String = "s") throws -> Int {
        try gateway.answer(request("\"session_id\":\"\(session)\"")).status
    }

    /// Waits until the token of a session gets this status.
    private static func wait(for status: Int, _ gateway: TestGateway, _ session: String = "s") throws -> Bool {
        for _ in 0..<1000 {
            if try Self.status(gateway, session) == status { return true }
            usleep(10_000)
        }
        return false
    }

    /// Waits until the server has been reached, which a busy machine may keep from the first attempt.
    private static func wait(until isUp: () -> Bool) async throws {
        for _ in 0..<2000 where !isUp() { try await Task.sleep(for: .milliseconds(10)) }
        try #require(isUp())
    }

    /// Runs a gateway whose tokens are revoked at this server.
    private func run<Value: Sendable>(
        port: Int, onError answer: RevocationDefinition.Answer = .deny, timeout: Duration? = nil,
        environment: [String: String] = [:],
        _ script: @escaping @Sendable (TestGateway) throws -> Value
    ) async throws -> Value {
        let upstream = try echoingUpstream()
        var options = TestGateway.Options()
        options.auth = AuthDefinition(
            providers: [
                ProviderDefinition(
                    "jwt", algorithms: [.hs256], secrets: ["$SECRET"],
                    revocation: RevocationDefinition(
                        .redis("redis://127.0.0.1:$REDIS_PORT", key: "session:{id}"), claims: ["session_id", "jti"],
                        onError: answer))
            ], scopeClaims: [], roleClaims: [], claimHeaders: [])
        options.access = AccessTable { access in
            for route in PathRoute.allCases where route != .anything { access.open(route) }
        }
        options.revocationTimeout = timeout
        options.environment = ["REDIS_PORT": "\(port)", "SECRET": TestToken.secret].merging(environment) { $1 }
        return try await TestGateway.run(upstreamPort: upstream.port, options, script)
    }

    @Test("refuse the token where their key holds `revoked`, and in no other case")
    func values() async throws {
        let redis = try RedisServer()
        try await run(port: redis.port) { gateway throws in
            for (command, status) in [
                ("SET session:a revoked", 401), ("SET session:b Revoked", 200), ("SET session:c revoked2", 200),
                ("SET session:d revoke", 200), ("SET session:e {\"user\":\"1\"}", 200),
                ("HSET session:f revoked 1", 200),
                ("RPUSH session:g revoked", 200), ("SADD session:h revoked", 200), ("SET i revoked", 200),
                ("SET session:j: revoked", 200), ("SETEX session:k 7200 revoked", 401),
            ] {
                let session =
                    command.hasPrefix("SET i") ? "i" : String(command.drop { $0 != ":" }.dropFirst().prefix(1))
                _ = try redis.run(command)
                let response = try Self.settled(gateway, "\"session_id\":\"\(session)\"")
                #expect(response.status == status, "\(command)")
                guard status == 401 else { continue }
                #expect(response["WWW-Authenticate"] == "Bearer error=\"invalid_token\"")
                #expect(response.body.contains("\"UNAUTHORIZED\""))
            }
            // A whole token is revoked by its `jti`.
            #expect(try Self.settled(gateway, "\"jti\":\"a\"").status == 401)
            #expect(try Self.settled(gateway, "\"jti\":\"a\",\"session_id\":\"b\"").status == 200)
            #expect(try gateway.answer(Self.request("\"sub\":\"a\"")).status == 401)
            #expect(try gateway.answer(Self.request("\"session_id\":7")).status == 401)
            let metrics = try gateway.answer("GET /metrics HTTP/1.1\r\nHost: a\r\n\r\n").body
            for line in [
                "auth_revocation_up{provider=\"jwt\"} 1", "auth_failures_total{reason=\"revoked\"} 3",
                "auth_failures_total{reason=\"incomplete\"} 1", "auth_failures_total{reason=\"claim\"} 1",
            ] {
                #expect(metrics.contains("gateway_\(line)\n"), "\(line)")
            }
        }
    }

    @Test("are asked about once a second, however many requests there are, and then again")
    func negativeCache() async throws {
        let sessions = SessionServer(.say(Self.good))
        let place = try sessions.listen()
        try await run(port: place.port, timeout: .seconds(30)) { gateway throws in
            func askOften(_ status: Int) throws {
                let (before, start) = (sessions.keys.count, ContinuousClock.now)
                let socket = try gateway.connect()
                for _ in 0..<300 {
                    try socket.send(Self.request("\"session_id\":\"s\""))
                    #expect(try socket.readResponse().status == status)
                }
                let seconds = Int((ContinuousClock.now - start).components.seconds)
                #expect(sessions.keys.count - before <= seconds + 1)
            }
            // Nobody is let in before the server has been reached.
            #expect(try Self.wait(for: 200, gateway))
            try askOften(200)
            #expect(Set(sessions.keys) == ["session:s 0 7"])
            // What is revoked now is refused once the second is over; what is let in again likewise.
            sessions.become(.say(Self.revoked))
            #expect(try Self.wait(for: 401, gateway))
            try askOften(401)
            sessions.become(.say(Self.good))
            #expect(try Self.wait(for: 200, gateway))
        }
    }

    @Test("have an answer that is kept with each token for a second, whichever it is")
    func tokenCache() async throws {
        let sessions = SessionServer(.say(Self.good))
        let place = try sessions.listen()
        let url = try RedisURL(parsing: "redis://127.0.0.1:\(place.port)")
        let provider = ProviderSettings(
            name: "jwt", algorithms: [.hs256], secrets: [Secret(TestToken.secret)],
            revocation: RevocationSettings(
                place: .redis(url, key: SessionKey("{id}")), claims: ["jti"], deniesOnError: true,
                timeout: .seconds(30)))
        let settings = AuthSettings(providers: [provider], scopeClaims: [], roleClaims: [], claimHeaders: [])
        let verifier = try await TokenVerifier(settings, access: AccessPlan(testDefinition().access, routeCount: 6))
        for case let list? in verifier.revocations {
            await list.start()
            try await Self.wait { list.status.isUp }
        }
        let loop = try Loop()
        let cache = try await loop.submit { LoopBound(TokenCache(verifier), on: loop) }
        let token = TestToken.good("\"jti\":\"a\"")
        /// Why the token is not taken, found out as the first request of it does.
        func verify() async throws -> AuthFailure? {
            await withCheckedContinuation { continuation in
                loop.execute {
                    withView(token) {
                        cache.value.verify($0, for: TokenDemand(), on: loop) { result in
                            if case .failure(let failure) = result {
                                continuation.resume(returning: failure)
                            } else {
                                continuation.resume(returning: nil)
                            }
                        }
                    }
                }
            }
        }
        /// Whether the token is taken at once, by ``Loop/clock()``.
        func isKnown(at clock: UInt64) async throws -> Bool {
            try await loop.submit {
                withView(token) {
                    cache.value.lookup($0, for: TokenDemand(), now: TestToken.now, clock: clock) != nil
                }
            }
        }
        let start = Loop.clock()
        #expect(try await !isKnown(at: start))
        #expect(try await verify() == nil)
        #expect(try await isKnown(at: start + RedisRevocations.hold - 1))
        #expect(try await !isKnown(at: Loop.clock() + RedisRevocations.hold))
        sessions.become(.say(Self.revoked))
        #expect(try await verify() == .revoked)
        #expect(try await !isKnown(at: start))
        // The token is still there, so that nobody verifies it again.
        #expect(try await loop.submit { cache.value.count } == 1)
        #expect(sessions.keys == ["a 0 7", "a 0 7"])
        await loop.stop()
        for list in verifier.revocations { list?.stop() }
    }

    @Test("are asked about only for tokens that somebody has signed, on routes that need one")
    func flood() async throws {
        let sessions = SessionServer(.say(Self.good))
        let place = try sessions.listen()
        try await run(port: place.port) { gateway throws in
            let socket = try gateway.connect()
            for number in 0..<50 {
                try socket.send(Self.request("\"session_id\":\"s\(number)\"", signedWith: "another secret"))
                #expect(try socket.readResponse().status == 401)
            }
            try socket.send(Self.request("\"session_id\":\"s\"").replacing("/any/x", with: "/items"))
            #expect(try socket.readResponse().status == 200)
            #expect(sessions.keys == [])
        }
    }

    @Test("are not asked about any more by a gateway that could not start")
    func failedStart() async throws {
        let ended = Counter()
        let place = try Upstream { _, socket in
            defer { ended.add() }
            while true {
                _ = try socket.read(to: "PING\r\n")
                try socket.send("+PONG\r\n")
            }
        }
        let owner = try Upstream { _, _ in }
        await #expect(throws: (any Error).self) {
            try await run(port: place.port, environment: ["PORT": "\(owner.port)"]) { _ in }
        }
        try await onThread { try ended.wait(for: 1) }
    }

    @Test("are asked about once at a time, for all that want to know the same")
    func sharing() async throws {
        let sessions = SessionServer(.say(Self.revoked))
        let place = try sessions.listen()
        let list = RedisRevocations(
            try RedisURL(parsing: "redis://127.0.0.1:\(place.port)"), key: SessionKey("{id}"), deniesOnError: true,
            timeout: .seconds(30), logger: Logger(label: "test"))
        await list.start()
        try await Self.wait { list.client.isUp }
        let id = try #require(RevocationID([0x61]))
        let answers = Counter()
        // In one turn of the loop: no answer can come between.
        list.client.eventLoop.execute {
            for _ in 0..<100 {
                list.ask(id) { verdict in if verdict.failure == .revoked { answers.add() } }
            }
        }
        try await onThread { try answers.wait(for: 100) }
        #expect(sessions.keys == ["a 0 7"])
        list.stop()
    }

    @Test(
        "that cannot be asked about are refused for now, or let in where the spec says so",
        arguments: [
            SessionServer.Behaviour.hang, .breakOff, .say("nonsense\r\n"), .say("$1073741824\r\n"),
            .say("-LOADING Redis is loading the dataset in memory\r\n"), .say("-NOPERM no\r\n"), .say(":1\r\n"),
            .say("*1\r\n$7\r\nrevoked\r\n"), .say("+revoked\r\n"), .say("$-1\r\n"),
        ], [RevocationDefinition.Answer.deny, .allow])
    func faults(_ behaviour: SessionServer.Behaviour, answer: RevocationDefinition.Answer) async throws {
        let sessions = SessionServer(behaviour)
        let place = try sessions.listen()
        try await run(port: place.port, onError: answer) { gateway throws in
            let response = try gateway.answer(Self.request("\"session_id\":\"s\""))
            #expect(response.status == (answer == .deny ? 503 : 200))
            if answer == .deny {
                #expect(response.body.contains("\"SERVICE_UNAVAILABLE\""))
                #expect(response["WWW-Authenticate"] == nil)
            }
            let metrics = try gateway.answer("GET /metrics HTTP/1.1\r\nHost: a\r\n\r\n").body
            #expect(metrics.contains("gateway_auth_revocation_lookups_total{provider=\"jwt\",result=\"failed\"} 1\n"))
            // It is believed again as soon as it can be.
            sessions.become(.say(Self.revoked))
            #expect(try Self.wait(for: 401, gateway))
        }
    }

    @Test(
        "leave the gateway unready until they could be asked about once, unless tokens are let in without",
        arguments: [RevocationDefinition.Answer.deny, .allow])
    func readiness(answer: RevocationDefinition.Answer) async throws {
        let redis = try RedisServer()
        try redis.stop()
        try await run(port: redis.port, onError: answer) { gateway throws in
            func ready() throws -> String {
                let response = try gateway.answer("GET /ready HTTP/1.1\r\nHost: a\r\n\r\n")
                return "\(response.status) \(response.body)"
            }
            func wait(for text: String) throws -> Bool {
                for _ in 0..<1000 {
                    if try ready() == text { return true }
                    usleep(10_000)
                }
                return false
            }
            func auth(_ state: String) -> String {
                "\"auth\":{\"jwt\":{\"keys\":1,\"revocation\":{\"redis\":\"\(state)\"}}}}"
            }
            let start = answer == .deny ? "503 {\"status\":\"not ready\"" : "200 {\"status\":\"ready\""
            #expect(try ready() == "\(start),\(auth("down"))")
            let next = try RedisServer(port: redis.port)
            #expect(try wait(for: "200 {\"status\":\"ready\",\(auth("up"))"))
            try next.stop()
            #expect(try wait(for: "200 {\"status\":\"ready\",\(auth("down"))"))
        }
    }
}
