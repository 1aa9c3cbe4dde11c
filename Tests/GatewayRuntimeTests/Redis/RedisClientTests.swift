import Foundation
import Logging
import NIOCore
import NIOSSL
import Testing

@testable import GatewayRuntime

@Suite("The client of Redis")
struct RedisClientTests {
    /// Runs with a client that has reached its server or, where it cannot, has made its first attempt.
    private func run<Value: Sendable>(
        _ url: String, isUp: Bool = true, timeout: Duration = .seconds(5), trustRoots: NIOSSLTrustRoots = .default,
        logger: Logger = Logger(label: "test"),
        _ body: (RedisClient) async throws -> Value
    ) async throws -> Value {
        let client = RedisClient(
            try RedisURL(parsing: url), timeout: timeout, pingInterval: .seconds(3600), trustRoots: trustRoots,
            logger: logger)
        await client.start()
        defer { client.close() }
        if isUp { try await expectUp(true, client) }
        return try await body(client)
    }

    private func fault(_ client: RedisClient, _ command: RedisCommand = RedisCommand("PING")) async -> String? {
        do {
            _ = try await client.send(command).get()
            return nil
        } catch {
            return (error as? RedisFault)?.what ?? "\(error)"
        }
    }

    private func expectUp(_ isUp: Bool, _ client: RedisClient) async throws {
        for _ in 0..<2000 where client.isUp != isUp { try await Task.sleep(for: .milliseconds(10)) }
        #expect(client.isUp == isUp)
    }

    /// Waits until commands fail for this reason.
    private func expectFault(_ what: String, _ client: RedisClient) async throws {
        var last = await fault(client)
        for _ in 0..<2000 where last != what {
            try await Task.sleep(for: .milliseconds(10))
            last = await fault(client)
        }
        #expect(last == what)
    }

    private func bytes(_ text: String) -> [UInt8] { Array(text.utf8) }

    @Test("sends commands, and hands replies of every kind back")
    func commands() async throws {
        let server = try RedisServer()
        try await run("redis://127.0.0.1:\(server.port)/2") { client in
            #expect(
                try await client.send(RedisCommand("SET", bytes("a"), bytes("\0\r\n"))).get() == .status(bytes("OK")))
            #expect(try await client.send(RedisCommand("GET", bytes("a"))).get() == .bytes(bytes("\0\r\n")))
            #expect(try await client.send(RedisCommand("GET", bytes("b"))).get() == .null)
            #expect(try await client.send(RedisCommand("INCR", bytes("n"))).get() == .integer(1))
            #expect(try await client.send(RedisCommand("LPUSH", bytes("a"), [])).get().errorCode == "WRONGTYPE")
            let script = bytes("return {1, {ARGV[1], false}, redis.status_reply('OK')}")
            let hash = try await client.send(RedisCommand("SCRIPT", bytes("LOAD"), script)).get()
            guard case .bytes(let hash) = hash else { throw SocketError(what: "no hash", code: 0) }
            let reply = try await client.send(RedisCommand("EVALSHA", hash, bytes("0"), bytes("x"))).get()
            #expect(reply == .array([.integer(1), .array([.bytes(bytes("x")), .null]), .status(bytes("OK"))]))
        }
        // It was the database of the URL.
        #expect(try await onThread { try server.run("GET a") } == "$-1")
    }

    @Test("pipelines what many send at once, and nobody gets another's reply")
    func pipeline() async throws {
        let server = try RedisServer()
        let right = try await run("redis://127.0.0.1:\(server.port)") { client in
            try await withThrowingTaskGroup(of: Bool.self) { group in
                for number in 0..<2000 {
                    group.addTask {
                        let text = Array("\(number)".utf8)
                        return try await client.send(RedisCommand("ECHO", text)).get() == .bytes(text)
                    }
                }
                return try await group.reduce(into: 0) { if $1 { $0 += 1 } }
            }
        }
        #expect(right == 2000)
        #expect(try await onThread { try server.run("INFO clients") }.hasPrefix("$"))
    }

    @Test("says who it is, and is not up where the server will not have it")
    func passwords() async throws {
        let server = try RedisServer(password: "hunter2")
        #expect(try await onThread { try server.run("ACL SETUSER me on >p@ss ~* +@all") } == "+OK")
        for good in [":hunter2", "me:p%40ss"] {
            let reply = try await run("redis://\(good)@127.0.0.1:\(server.port)") {
                try await $0.send(RedisCommand("PING")).get()
            }
            #expect(reply == .status(bytes("PONG")))
        }
        for (bad, code) in [(":hunter3@", "WRONGPASS"), ("me:x@", "WRONGPASS"), ("", "NOAUTH")] {
            try await run("redis://\(bad)127.0.0.1:\(server.port)", isUp: false) { client in
                try await expectFault("refused the gateway with \(code)", client)
                #expect(!client.isUp)
            }
        }
    }

    @Test("refuses commands at once while the server is away, and finds it when it is back")
    func restart() async throws {
        let server = try RedisServer()
        try await run("redis://127.0.0.1:\(server.port)") { client in
            _ = try await onThread { try server.stop() }
            try await expectUp(false, client)
            #expect(await fault(client) != nil)
            let next = try RedisServer(port: server.port)
            try await expectUp(true, client)
            #expect(try await client.send(RedisCommand("PING")).get() == .status(bytes("PONG")))
            try next.stop()
        }
    }

    @Test("says why a server is away, again where the reason is another, and that it is back")
    func reasons() async throws {
        let told = LogCapture()
        let server = try RedisServer()
        let logger = Logger(label: "test") { _ in told }
        try await run("redis://127.0.0.1:\(server.port)", logger: logger) { client in
            _ = try await onThread { try server.stop() }
            try await expectUp(false, client)
            let locked = try RedisServer(port: server.port, password: "hunter2")
            try await expectFault("refused the gateway with NOAUTH", client)
            #expect(told.text.contains("refused the gateway with NOAUTH"))
            _ = try await onThread { try locked.stop() }
            let next = try RedisServer(port: server.port)
            try await expectUp(true, client)
            #expect(told.text.contains("Redis is there again"))
            try next.stop()
        }
    }

    @Test("says that a server is back only where it said that it is away")
    func breaking() async throws {
        let server = try Upstream { _, socket in
            _ = try socket.read(to: "PING\r\n")
            try socket.send("+PONG\r\n")
        }
        let told = LogCapture()
        let logger = Logger(label: "test") { _ in told }
        try await run("redis://127.0.0.1:\(server.port)", isUp: false, logger: logger) { _ in
            func lines() -> [Substring] { told.text.split(separator: "\n") }
            for _ in 0..<2000 where lines().count < 4 { try await Task.sleep(for: .milliseconds(10)) }
            let lines = lines()
            #expect(lines.count >= 4)
            for (former, line) in zip([""] + lines, lines) where line.hasPrefix("Redis is there again") {
                #expect(former.hasPrefix("Redis is away"))
            }
        }
    }

    @Test("waits no longer than it was told for a server that hangs, and uses it again afterwards")
    func freeze() async throws {
        let server = try RedisServer()
        try await run("redis://127.0.0.1:\(server.port)", timeout: .milliseconds(100)) { client in
            server.freeze()
            async let first = fault(client)
            async let second = fault(client, RedisCommand("ECHO", bytes("x")))
            #expect(await [first, second] == ["took too long", "took too long"])
            #expect(!client.isUp)
            server.thaw()
            // A busy machine may keep an answer from coming in time now and then.
            var reply: RESPValue?
            for _ in 0..<200 where reply == nil {
                try await expectUp(true, client)
                reply = try? await client.send(RedisCommand("ECHO", bytes("y"))).get()
            }
            #expect(reply == .bytes(bytes("y")))
        }
    }

    @Test(
        "believes nothing behind what is no reply",
        arguments: [
            ("nonsense\r\n", "does not speak the protocol of Redis"),
            ("$1073741824\r\n", "gave a reply that is too long"),
            (":1\r\n:2\r\n", "said something that it was not asked"),
            (String(repeating: "+", count: 5000), "gave a line that is too long"), ("", "closed the connection"),
        ])
    func liars(answer: String, what: String) async throws {
        let lies = Counter()
        let server = try Upstream { _, socket in
            // Once it has lied it is silent, so that the client stays down.
            if lies.value > 0 {
                _ = socket.readToEnd()
                return
            }
            _ = try socket.read(to: "PING\r\n")
            try socket.send("+PONG\r\n")
            _ = try socket.read(to: "\r\n$1\r\na\r\n")
            lies.add()
            try socket.send(answer)
            if !answer.isEmpty { _ = socket.readToEnd() }
        }
        try await run("redis://127.0.0.1:\(server.port)") { client in
            let command = RedisCommand("GET", bytes("a"))
            if answer.hasPrefix(":") {
                #expect(try await client.send(command).get() == .integer(1))
            } else {
                #expect(await fault(client, command) == what)
            }
            try await expectUp(false, client)
        }
    }

    @Test("is not up before a server that speaks without being asked, or says nothing")
    func strangers() async throws {
        let hasty = try Upstream { _, socket in
            try socket.send("+HELLO\r\n+HELLO\r\n")
            _ = socket.readToEnd()
        }
        let silent = try Upstream { _, socket in _ = socket.readToEnd() }
        let dead = try DeadPort()
        for port in [silent.port, dead.port] {
            let (isUp, fault) = try await run("redis://127.0.0.1:\(port)", isUp: false) {
                ($0.isUp, await self.fault($0))
            }
            #expect(!isUp && fault != nil)
        }
        try await run("redis://127.0.0.1:\(hasty.port)", isUp: false) { try await expectUp(false, $0) }
    }

    @Test("is spoken to over TLS, by who can show that it is who it is")
    func tls() async throws {
        let (certificate, key) = (try TemporaryFile(testCertificate), try TemporaryFile(testKey))
        // The port without TLS is as good as any other free one.
        let port = try DeadPort().port
        let server = try RedisServer(arguments: [
            "--tls-port", "\(port)", "--tls-cert-file", certificate.path, "--tls-key-file", key.path,
            "--tls-ca-cert-file", certificate.path, "--tls-auth-clients", "no",
        ])
        let trusted = NIOSSLTrustRoots.certificates(try NIOSSLCertificate.fromPEMBytes(Array(testCertificate.utf8)))
        try await run("rediss://localhost:\(port)", trustRoots: trusted) { #expect($0.isUp) }
        #expect(
            try await !run("rediss://localhost:\(port)", isUp: false) { $0.isUp }, "the system knows no such authority")
        #expect(
            try await !run("rediss://127.0.0.1:\(port)", isUp: false, trustRoots: trusted) { $0.isUp },
            "the certificate is for another name")
        #expect(try await !run("redis://localhost:\(port)", isUp: false, trustRoots: trusted) { $0.isUp })
        try server.stop()
    }
}
