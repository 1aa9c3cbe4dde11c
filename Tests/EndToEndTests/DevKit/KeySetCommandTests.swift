import Foundation
import GatewayRuntime
import Mocks
import Testing

@Suite("devkit jwks") struct KeySetCommandTests {
    private struct KeySet: Decodable { let keys: [[String: String]] }

    private static func keyIDs(_ server: DevKitServer) throws -> [String] {
        let body = try server.answer("GET", "/.well-known/jwks.json").body
        return try JSONDecoder().decode(KeySet.self, from: Data(body.utf8)).keys.compactMap { $0["kid"] }
    }

    private static func token(_ server: DevKitServer, _ query: String = "") throws -> String {
        let answer = try server.answer("GET", "/token?sub=alice\(query)")
        #expect(answer.status == 200, "\(answer.body)")
        return String(answer.body.dropLast())
    }

    @Test(
        "signs with the current key, and publishes the one before it and the next, so that a gateway follows every rotation"
    )
    func rotation() async throws {
        let upstream = try Upstream.echo()
        let partner = try PartnerKeys([.edDSA])
        let server = try await onThread {
            try DevKitServer("jwks", ["--algorithm", "EdDSA", "--algorithm", "ES256", "--rotate-every", "7d"])
        }
        try await GatewayProcess.run(
            .identity, upstream: upstream.port,
            environment: partner.environment.merging([
                "JWKS_URL": "http://127.0.0.1:\(server.port)/.well-known/jwks.json"
            ]) { $1 }
        ) { gateway in
            func status(_ token: String) throws -> Int {
                try gateway.answer("GET", "/published", ["Authorization: Bearer \(token)"]).status
            }
            let first = try Self.token(server)
            #expect(try status(first) == 200)
            #expect(try status(Self.token(server, "&alg=ES256")) == 200)

            #expect(try server.answer("POST", "/rotate").status == 200)
            let second = try Self.token(server)
            #expect(try status(first) == 200, "the key before is still published")
            #expect(try status(second) == 200, "the gateway knew the next key already")

            #expect(try server.answer("POST", "/rotate").status == 200)
            #expect(try Self.keyIDs(server) == ["eddsa-2", "eddsa-3", "eddsa-4", "es256-2", "es256-3", "es256-4"])
            // The gateway asks for the set again by its `cache_ttl`.
            let attempts = (0..<1000).first { _ in
                usleep(20_000)
                return (try? status(first)) == 401
            }
            #expect(attempts != nil, "a key that has gone takes its tokens with it")
            #expect(try status(second) == 200)
            #expect(try status(Self.token(server)) == 200)
        }
    }

    @Test("rotates by itself")
    func byTime() async throws {
        try await onThread {
            let server = try DevKitServer("jwks", ["--rotate-every", "1s"])
            let isRotated = (0..<1000).contains { _ in
                usleep(20_000)
                return (try? Self.keyIDs(server).contains("es256-4")) == true
            }
            #expect(isRotated)
            #expect(try Self.keyIDs(server).count == 3)
        }
    }

    @Test("signs any claims, and says how long its keys may be kept")
    func claims() async throws {
        try await onThread {
            let server = try DevKitServer("jwks", ["--rotate-every", "1m", "--issuer", "us", "--audience", "api"])
            let set = try server.answer("GET", "/.well-known/jwks.json")
            #expect(set["Content-Type"] == "application/json")
            #expect(set["Cache-Control"] == "public, max-age=30")
            let token = try server.answer("POST", "/token?expires_in=5m", body: #"{"sub":"bob","n":1,"iat":100}"#).body
            var text = token.split(separator: ".")[1].replacing("-", with: "+").replacing("_", with: "/")
            text += String(repeating: "=", count: (4 - text.count % 4) % 4)
            let claims = try JSONDecoder().decode(
                [String: ClaimValue].self, from: #require(Data(base64Encoded: String(text))))
            #expect(claims["sub"] == "bob" && claims["n"] == .integer(1) && claims["iat"] == .integer(100))
            #expect(claims["iss"] == "us" && claims["aud"] == "api")
            for (method, target, body) in [
                ("GET", "/token?alg=HS256", nil), ("GET", "/token?expires_in=5", nil), ("POST", "/token", "[]"),
            ] {
                #expect(try server.answer(method, target, body: body).status == 400, "\(target)")
            }
            #expect(try server.answer("GET", "/nowhere").status == 404)
        }
    }

    @Test("prints a spec that takes its tokens")
    func snippet() async throws {
        let server = try await onThread { try DevKitServer("jwks", ["--algorithm", "ES256", "--audience", "things"]) }
        let lines = server.process.output.lines
        let start = try #require(lines.firstIndex(of: "auth:"))
        let spec = """
            version: "1.0"
            \(lines[start...].prefix { !$0.isEmpty }.joined(separator: "\n"))
            routes: [{ path: /x, upstream: "http://127.0.0.1:1" }]
            """
        let folder = FileManager.default.temporaryDirectory.appending(path: "switchyard-\(UUID().uuidString)").path
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(atPath: folder) }
        try Data(spec.utf8).write(to: URL(filePath: folder + "/gateway.yaml"))
        let key = try TemporaryFile(#require(try PrivateKey(for: .es256)).pem)
        let (end, _, errors) = try await onThread {
            try ChildProcess.run(.devkit, ["token", "--key", key.path, "--for", "GET", "/x", "--spec", folder])
        }
        #expect(end == .exit(0), "\(errors)")
        #expect(spec.contains("http://127.0.0.1:\(server.port)/.well-known/jwks.json"))
    }

    @Test(
        "refuses an algorithm of secrets, a time that is over and an address that is none",
        arguments: [(["--algorithm", "HS256"], 64), (["--rotate-every", "-1m"], 64), (["--listen", "nowhere"], 64)]
            as [([String], Int32)])
    func misuse(arguments: [String], code: Int32) async throws {
        let (end, _, errors) = try await onThread { try ChildProcess.run(.devkit, ["jwks"] + arguments) }
        #expect(end == .exit(code) && errors.hasPrefix("Error: "))
    }

    @Test("not where its port is taken")
    func taken() async throws {
        let (end, errors) = try await onThread {
            let server = try DevKitServer("upstream")
            let (end, _, errors) = try ChildProcess.run(.devkit, ["jwks", "--listen", "127.0.0.1:\(server.port)"])
            return (end, errors)
        }
        #expect(end == .exit(78) && errors.hasPrefix("error: cannot listen at 127.0.0.1:"))
    }
}
