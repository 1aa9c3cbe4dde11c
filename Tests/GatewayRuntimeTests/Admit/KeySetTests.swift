import Crypto
import Foundation
import NIOSSL
import Synchronization
import Testing

@testable import GatewayRuntime

/// What a place where keys are published does: it may be changed at any time.
private final class KeyServer: Sendable {
    enum Behaviour: Sendable {
        case serve(String)
        case answer(String)
        /// Takes the request and says nothing.
        case hang
        /// A document without an end.
        case flood
    }

    private let state: Mutex<(behaviour: Behaviour, requests: Int)>

    init(_ behaviour: Behaviour) { state = Mutex((behaviour, 0)) }

    var requests: Int { state.withLock { $0.requests } }

    func become(_ behaviour: Behaviour) { state.withLock { $0.behaviour = behaviour } }

    func listen() throws -> Upstream {
        try Upstream { [self] _, socket in
            _ = try socket.read(to: "\r\n\r\n")
            let behaviour = state.withLock { state in
                state.requests += 1
                return state.behaviour
            }
            switch behaviour {
            case .serve(let text):
                try socket.send("HTTP/1.1 200 OK\r\nContent-Length: \(text.utf8.count)\r\n\r\n\(text)")
            case .answer(let text): try socket.send(text)
            case .hang: _ = socket.readToEnd()
            case .flood:
                try socket.send("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n")
                let chunk = "10000\r\n\(String(repeating: " ", count: 0x10000))\r\n"
                // 1 GiB, or until the gateway has had enough.
                for _ in 0..<16_384 { try socket.send(chunk) }
            }
        }
    }
}

@Suite("Published keys")
struct KeySetTests {
    private static let now = Int64(Date().timeIntervalSince1970)

    private static func token(kid: String = "es256", _ key: P256.Signing.PrivateKey = TestKeys.p256) throws -> String {
        try TestKeys.token(
            .es256, header: "{\"alg\":\"ES256\",\"kid\":\"\(kid)\"}", payload: "{\"sub\":\"a\",\"exp\":\(now + 3600)}",
            p256: key)
    }

    private static func status(_ token: String, _ gateway: TestGateway) throws -> Int {
        try gateway.answer("GET /any/x HTTP/1.1\r\nHost: a\r\nAuthorization: Bearer \(token)\r\n\r\n").status
    }

    /// Runs a gateway whose one provider publishes its keys at this server.
    private func run<Value: Sendable>(
        _ server: KeyServer, ttl: Duration = .seconds(300), timeout: Duration = .seconds(3),
        _ script: @escaping @Sendable (TestGateway) throws -> Value
    ) async throws -> Value {
        let upstream = try echoingUpstream()
        let place = try server.listen()
        var options = TestGateway.Options()
        options.auth = AuthDefinition(
            providers: [
                ProviderDefinition(
                    "theirs", algorithms: [.es256],
                    keySet: KeySetDefinition(
                        .url("http://127.0.0.1:$KEYS_PORT/keys?a=b"), cacheTTL: ttl, timeout: timeout))
            ], scopeClaims: [], roleClaims: [], claimHeaders: [])
        options.access = AccessTable { access in
            for route in PathRoute.allCases where route != .anything { access.open(route) }
        }
        options.environment = ["KEYS_PORT": "\(place.port)"]
        return try await TestGateway.run(upstreamPort: upstream.port, options, script)
    }

    /// Waits until a token gets this status.
    private static func wait(for status: Int, _ token: String, _ gateway: TestGateway) throws -> Bool {
        for _ in 0..<500 {
            if try Self.status(token, gateway) == status { return true }
            usleep(20_000)
        }
        return false
    }

    @Test("are fetched at the start, and for a key that is not there; one that goes takes its tokens with it")
    func rotation() async throws {
        let next = P256.Signing.PrivateKey()
        let first = try TestKeys.keySet([.es256])
        let second =
            "{\"keys\":[\(try TestKeys.jwk(.es256, p256: next).replacingOccurrences(of: "\"es256\"", with: "\"next\""))]}"
        let both = try "{\"keys\":[\(TestKeys.jwk(.es256)),\(second.dropFirst(9).dropLast(2))]}"
        let server = KeyServer(.serve(first))
        let (old, new) = (try Self.token(), try Self.token(kid: "next", next))
        try await run(server) { gateway throws in
            #expect(try Self.wait(for: 200, old, gateway))
            let requests = server.requests
            server.become(.serve(both))
            #expect(try Self.status(new, gateway) == 200)
            #expect(try Self.status(old, gateway) == 200)
            #expect(server.requests == requests + 1)
        }
        let gone = KeyServer(.serve(first))
        try await run(gone, ttl: .seconds(1)) { gateway throws in
            #expect(try Self.wait(for: 200, old, gateway))
            gone.become(.serve(second))
            #expect(try Self.wait(for: 401, old, gateway))
            #expect(try Self.status(new, gateway) == 200)
        }
    }

    @Test("are fetched once for however many keys that are not there")
    func flood() async throws {
        let server = KeyServer(.serve(try TestKeys.keySet([.es256])))
        try await run(server) { gateway throws in
            #expect(try Self.wait(for: 200, try Self.token(), gateway))
            let requests = server.requests
            let socket = try gateway.connect()
            for number in 0..<50 {
                let token = try Self.token(kid: "kid-\(number)")
                try socket.send("GET /any/x HTTP/1.1\r\nHost: a\r\nAuthorization: Bearer \(token)\r\n\r\n")
            }
            for _ in 0..<50 { #expect(try socket.readResponse().status == 401) }
            #expect(server.requests == requests + 1)
            #expect(try Self.status(try Self.token(), gateway) == 200)
        }
    }

    @Test(
        "hold on while their place cannot be had, lies, or never ends",
        arguments: [
            KeyServer.Behaviour.hang, .flood, .serve(""), .serve("{\"keys\":[]}"), .serve("{\"keys\":{}}"),
            .serve("[]"),
            .serve("{\"keys\":[{\"kty\":\"oct\",\"kid\":\"es256\",\"k\":\"AAAA\"}]}"),
            .serve("{\"keys\":[],\"keys\":[]}"),
            .serve("{\"keys\":[\(Array(repeating: "{}", count: 101).joined(separator: ","))]}"),
            .answer("HTTP/1.1 500 Internal Server Error\r\nContent-Length: 0\r\n\r\n"),
            .answer("HTTP/1.1 302 Found\r\nLocation: http://127.0.0.1:1/\r\nContent-Length: 0\r\n\r\n"),
            .answer("HTTP/1.1 200 OK\r\nContent-Length: 1000\r\n\r\n{\"keys\":["),
            .answer("nonsense\r\n\r\n"), .answer(""),
        ])
    fileprivate func bad(_ behaviour: KeyServer.Behaviour) async throws {
        let server = KeyServer(.serve(try TestKeys.keySet([.es256])))
        try await run(server) { gateway throws in
            #expect(try Self.wait(for: 200, try Self.token(), gateway))
            let requests = server.requests
            server.become(behaviour)
            // Its key is not there, so the set is fetched.
            #expect(try Self.status(try Self.token(kid: "other"), gateway) == 401)
            #expect(server.requests == requests + 1)
            #expect(try Self.status(try Self.token(), gateway) == 200)
            let metrics = try gateway.answer("GET /metrics HTTP/1.1\r\nHost: a\r\n\r\n").body
            #expect(metrics.contains("gateway_auth_keys{provider=\"theirs\"} 1\n"))
            #expect(metrics.contains("gateway_auth_key_set_stale{provider=\"theirs\"} 1\n"))
        }
    }

    @Test("that never came leave the gateway without an answer to tokens, until they come")
    func late() async throws {
        let server = KeyServer(.hang)
        let set = try TestKeys.keySet([.es256])
        try await run(server, timeout: .milliseconds(200)) { gateway throws in
            let token = try Self.token()
            #expect(try Self.status(token, gateway) == 503)
            server.become(.serve(set))
            #expect(try Self.wait(for: 200, token, gateway))
        }
    }

    @Test(
        "count only as they say that they may",
        arguments: [
            (#""use":"sig","alg":"ES256","key_ops":["verify"]"#, true), (#""key_ops":["sign","verify"]"#, true),
            (#""use":"enc""#, false), (#""use":null"#, false), (#""alg":"ES384""#, false), (#""alg":"RS256""#, false),
            (#""alg":256"#, false), (#""key_ops":["encrypt"]"#, false), (#""key_ops":[]"#, false),
            (#""key_ops":"verify""#, false), (#""d":"AAAA""#, false), (#""x5c":["MIIB"]"#, true),
        ])
    func purposes(members: String, isTaken: Bool) async throws {
        let set = "{\"keys\":[\(try TestKeys.jwk(.es256, members))]}"
        let keys = try? await JSONWebKeySet.read(Array(set.utf8), for: TokenAlgorithm.allCases)
        #expect((keys?.count == 1) == isTaken)
    }

    @Test(
        "of bad numbers are no keys",
        arguments: [
            #"{"kty":"RSA","kid":"a","n":"AQAB","e":"AQAB"}"#, #"{"kty":"RSA","kid":"a","e":"AQAB"}"#,
            #"{"kty":"EC","kid":"a","crv":"P-256","x":"AAAA","y":"AAAA"}"#,
            #"{"kty":"EC","kid":"a","crv":"P-256","x":"AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA","y":"AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA"}"#,
            #"{"kty":"EC","kid":"a","crv":"secp256k1","x":"AA","y":"AA"}"#,
            #"{"kty":"OKP","kid":"a","crv":"Ed448","x":"AA"}"#,
            #"{"kty":"OKP","kid":"a","crv":"Ed25519","x":"AA"}"#, #"{"kty":"oct","kid":"a","k":"AAAA"}"#,
            #"{"kid":"a"}"#,
            "1",
        ])
    func numbers(entry: String) async {
        await #expect(throws: JSONWebKeySet.Fault.self) {
            try await JSONWebKeySet.read(Array("{\"keys\":[\(entry)]}".utf8), for: TokenAlgorithm.allCases)
        }
    }

    @Test("come over https from who can show that it is who it is")
    func https() async throws {
        let server = try TLSServer(certificate: testCertificate, key: testKey, document: "{}")
        let trusted = try NIOSSLCertificate.fromPEMBytes(Array(testCertificate.utf8))
        func fetch(_ host: String, _ roots: NIOSSLTrustRoots) async throws -> [UInt8] {
            try await KeySetRequest(
                try KeySetURL(parsing: "https://\(host):\(server.port)/keys"), timeout: .seconds(5), limit: 100,
                trustRoots: roots
            ).send()
        }
        #expect(try await fetch("localhost", .certificates(trusted)).text == "{}")
        await #expect(throws: JSONWebKeySet.Fault.self, "the system knows no such authority") {
            try await fetch("localhost", .default)
        }
        await #expect(throws: JSONWebKeySet.Fault.self, "the certificate is for another name") {
            try await fetch("127.0.0.1", .certificates(trusted))
        }
        try await server.stop()
    }

    @Test(
        "have a place that is read strictly",
        arguments: [
            ("https://a/keys", "a 443 /keys a"), ("http://a", "a 80 / a"), ("HTTPS://a:443/", "a 443 / a"),
            ("https://a:8443/k?x=1&y", "a 8443 /k?x=1&y a:8443"), ("https://[::1]/k/", "::1 443 /k/ [::1]"),
            ("https://a?x", "a 443 /?x a"), ("ftp://a", nil), ("https://u:p@a/", nil), ("https://a/#x", nil),
            ("https://a/k?x#y", nil), ("https:///k", nil), ("https://a/ b", nil), ("", nil), ("a/keys", nil),
        ] as [(String, String?)])
    func place(text: String, read: String?) {
        let url = try? KeySetURL(parsing: text)
        #expect(url.map { "\($0.host) \($0.port) \($0.target) \($0.hostHeader)" } == read)
    }
}

@Suite("The place of published keys")
struct KeySetWarningTests {
    @Test(
        "is warned of where it is another machine over http",
        arguments: [
            ("https://issuer/keys", 0), ("http://issuer/keys", 1), ("http://127.0.0.1:9009/keys", 0),
            ("http://[::1]/", 0), ("http://localhost/", 0), ("http://127.evil.example/", 1), ("http://10.0.0.1/", 1),
        ])
    func warning(url: String, count: Int) {
        var reader = SettingsReader(environment: ["URL": url])
        var warnings: [String] = []
        let keySet = KeySetDefinition(.url("$URL"), cacheTTL: .seconds(300), timeout: .seconds(3))
        _ = ProviderSettings.resolve(
            ProviderDefinition("p", algorithms: [.es256], keySet: keySet), isOnly: true, reader: &reader,
            warnings: &warnings)
        #expect(reader.failure == nil && warnings.count == count)
        #expect(warnings.allSatisfy { $0.hasPrefix("INSECURE: ") })
    }
}

@Suite("Files of public keys")
struct PublicKeyFileTests {
    private func settings(_ file: TemporaryFile, _ algorithms: [TokenAlgorithm]) throws -> ProviderSettings {
        var reader = SettingsReader(environment: ["FILE": file.path])
        var warnings: [String] = []
        let settings = ProviderSettings.resolve(
            ProviderDefinition("p", algorithms: algorithms, keyFiles: ["$FILE"]), isOnly: true, reader: &reader,
            warnings: &warnings)
        if let failure = reader.failure { throw failure }
        return settings
    }

    @Test("verify tokens of each algorithm", arguments: TokenAlgorithm.allCases.filter { !$0.isSymmetric })
    func verify(_ algorithm: TokenAlgorithm) async throws {
        let file = try TemporaryFile("For \(algorithm)\n" + TestKeys.pem(algorithm) + "\n")
        let key = try #require(try settings(file, [algorithm]).publicKeys.first)
        let token = try SignedToken(Array(try TestKeys.token(algorithm, payload: "{}").utf8))
        #expect(try await VerificationKey(key, for: [algorithm]).hasSigned(token))
        let others = TokenAlgorithm.allCases.filter { $0 != algorithm }
        #expect(try await !VerificationKey(key, for: others).hasSigned(token))
    }

    @Test("may hold several")
    func several() throws {
        let file = try TemporaryFile(TestKeys.pem(.es256) + "\n\n" + TestKeys.pem(.rs256) + "\n")
        #expect(try settings(file, [.es256, .rs256]).publicKeys.map(\.kind) == ["a P-256", "an RSA"])
    }

    @Test(
        "that cannot be used are said at the start",
        arguments: [
            ("", "holds no key"), ("nonsense", "holds no key"), (testKey, "holds a private key"),
            (testCertificate, "holds a certificate"),
            ("-----BEGIN PUBLIC KEY-----\nAAAA\n-----END PUBLIC KEY-----\n", "is no key of RSA"),
            (TestKeys.pem(.es384), "has a P-384 key, which fits none of the algorithms"),
        ])
    func faults(text: String, fault: String) throws {
        let file = try TemporaryFile(text)
        #expect {
            try settings(file, [.es256])
        } throws: {
            "\($0)".contains(fault) && "\($0)".contains(file.path)
        }
    }

    @Test("are known in every form that they are handed around in, so that none is taken for a secret")
    func forms() throws {
        for algorithm in [TokenAlgorithm.rs256, .es256, .es512, .edDSA] {
            let pem = TestKeys.pem(algorithm)
            let body = pem.split(separator: "\n").filter { !$0.hasPrefix("-----") }.joined()
            for text in [pem, body, body.replacing("=", with: ""), "\(body)\n", String(pem.dropFirst(27))] {
                #expect(PublicKey.isWritten(in: text), "\(algorithm): \(text)")
            }
            #expect(!PublicKey.isWritten(in: String(body.dropLast(4))))
        }
        #expect(PublicKey.isWritten(in: #" {"kty":"RSA","n":"AQAB","e":"AQAB"}"#))
        #expect(PublicKey.isWritten(in: "ssh-rsa AAAAB3NzaC1yc2E a@b"))
        for text in ["", "MII", "0", "MA", "a-secret-of-at-least-32-bytes-here!!", "{}", #"{"a":1}"#] {
            #expect(!PublicKey.isWritten(in: text), "\(text)")
        }
    }

    @Test("that are not there, and PEM keys in place of secrets, are said at the start")
    func others() throws {
        var reader = SettingsReader(environment: ["FILE": "/nowhere/at/all.pem", "S": TestKeys.pem(.es256)])
        var warnings: [String] = []
        _ = ProviderSettings.resolve(
            ProviderDefinition("p", algorithms: [.hs256, .es256], secrets: ["$S"], keyFiles: ["$FILE"]), isOnly: true,
            reader: &reader, warnings: &warnings)
        let faults = reader.failure?.faults ?? []
        #expect(faults.count == 2)
        #expect(faults.contains { $0.hasPrefix("/nowhere/at/all.pem: ") })
        #expect(faults.contains { $0.hasPrefix("S: holds a public or private key") })
    }
}
