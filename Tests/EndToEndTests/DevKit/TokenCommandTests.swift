import Foundation
import GatewayRuntime
import Mocks
import Testing

@Suite("devkit token") struct TokenCommandTests {
    private static let spec = URL(filePath: #filePath).deletingLastPathComponent()
        .appending(path: "../../IdentityGateway/spec").path

    /// The claims of a token, as they stand in it.
    private static func claims(_ token: String) throws -> [String: ClaimValue] {
        let parts = token.split(separator: ".")
        try #require(parts.count == 3)
        var text = parts[1].replacing("-", with: "+").replacing("_", with: "/")
        text += String(repeating: "=", count: (4 - text.count % 4) % 4)
        return try JSONDecoder().decode([String: ClaimValue].self, from: #require(Data(base64Encoded: String(text))))
    }

    private func run(
        _ arguments: [String], _ environment: [String: String] = ["JWT_SECRET": TestToken.secret]
    ) async throws -> (end: ChildProcess.End, output: String, errors: String) {
        try await onThread { try ChildProcess.run(.devkit, ["token"] + arguments, environment: environment) }
    }

    /// The one line of a run that goes well.
    private func token(_ arguments: [String], _ environment: [String: String] = ["JWT_SECRET": TestToken.secret])
        async throws -> String
    {
        let (end, output, errors) = try await run(arguments, environment)
        #expect(end == .exit(0), "\(errors)")
        return String(output.dropLast())
    }

    @Test("signs by every algorithm what the gateway takes, for exactly the scopes that a route needs")
    func algorithms() async throws {
        let keys = try PartnerKeys()
        let upstream = try Upstream.echo()
        let secretFile = try TemporaryFile(TestToken.secret + "\n")
        let answers = try await GatewayProcess.run(
            .identity, upstream: upstream.port, environment: keys.environment
        ) { gateway in
            try TokenAlgorithm.allCases.map { algorithm in
                let (signing, path) =
                    keys.files[algorithm].map { (["--key", $0.path], "/partner") }
                    ?? (["--secret-file", secretFile.path], "/things?all=1")
                let method = path == "/partner" ? "GET" : "POST"
                let (_, output, errors) = try ChildProcess.run(
                    .devkit,
                    ["token", "--algorithm", algorithm.rawValue, "--for", method, path, "--spec", Self.spec] + signing)
                let field = "Authorization: Bearer \(output.dropLast())"
                let answer = try gateway.answer(method, path, [field])
                return (algorithm, answer.status, answer.body, errors)
            }
        }
        for (algorithm, status, body, errors) in answers {
            #expect(status == 200, "\(algorithm): \(body) \(errors)")
            let scopes = algorithm.rawValue.hasPrefix("HS") ? "read:things,write:things" : "read:things"
            #expect(body.contains("X-Permissions: \(scopes)\r\n"), "\(algorithm): exactly these")
        }
    }

    @Test("names the key, and takes the usual algorithm for it")
    func header() async throws {
        let keys = try PartnerKeys()
        for (algorithm, header) in [
            (TokenAlgorithm.es384, #"{"alg":"ES384","kid":"one","typ":"JWT"}"#),
            (.ps512, #"{"alg":"RS256","kid":"one","typ":"JWT"}"#),
        ] {
            let file = try #require(keys.files[algorithm])
            let token = try await token(["--key", file.path, "--kid", "one"], [:])
            let encoded = Data(header.utf8).base64EncodedString().replacing("=", with: "")
            #expect(token.hasPrefix(encoded + "."))
        }
    }

    @Test("says what is asked for on the command line, texts and JSON")
    func claims() async throws {
        let claims = try Self.claims(
            try await token([
                "--subject", "alice", "--issuer", "us", "--audience", "api", "--scope", "a", "--scope", "b", "--role",
                "admin", "--claim", "org=7", "--claim", "limit:=7", "--claim", "tags:=[\"x\"]", "--claim", "nbf:=1",
                "--expires-in", "15m",
            ]))
        guard case .integer(let issued)? = claims["iat"] else { throw SocketError(what: "no iat", code: 0) }
        #expect(
            claims == [
                "sub": "alice", "iss": "us", "aud": "api", "scopes": ["a", "b"], "roles": ["admin"], "org": "7",
                "limit": .integer(7), "tags": ["x"], "nbf": .integer(1), "iat": .integer(issued),
                "exp": .integer(issued + 900),
            ])
        #expect(abs(Double(issued) - Date().timeIntervalSince1970) < 3600)
    }

    @Test("makes tokens that have expired, and many that differ")
    func lifetimes() async throws {
        let expired = try Self.claims(try await token(["--expires-in", "-5m"]))
        guard case .integer(let issued)? = expired["iat"] else { throw SocketError(what: "no iat", code: 0) }
        #expect(expired["exp"] == .integer(issued - 300))
        let (_, output, _) = try await run(["--count", "20"])
        #expect(Set(output.split(separator: "\n")).count == 20)
    }

    @Test("makes just the token of a route: one role is enough, and required claims are made up")
    func route() async throws {
        let role = try await run(["--for", "GET", "/things/admin/x", "--spec", Self.spec])
        let claims = try Self.claims(String(role.output.dropLast()))
        #expect(claims["roles"] == ["operator"], "not admin, who may more")
        #expect(claims["permissions"] == nil && claims["iss"] == "aegis-gateway" && claims["aud"] == nil)
        #expect(role.errors.wholeMatch(of: #/GET /things/admin/x takes \w+: role operator\n/#) != nil)

        let keys = try PartnerKeys()
        let key = try #require(keys.files[.edDSA])
        let partner = try await run(
            [
                "--for", "GET", "/partner", "--spec", Self.spec, "--key", key.path, "--claim", "jti=mine", "--subject",
                "bob",
            ],
            ["PARTNER_ISSUER": "https://other.example"])
        let own = try Self.claims(String(partner.output.dropLast()))
        #expect(own["iss"] == "https://other.example" && own["aud"] == "things")
        #expect(own["sub"] == "bob" && own["jti"] == "mine" && own["permissions"] == ["read:things"])
        #expect(partner.errors.hasSuffix("scopes read:things\nmade up: nbf\n"))

        let hosted = try await run(["--for", "GET", "/hosted", "--spec", Self.spec, "--host", "beta.example.com"])
        #expect(try Self.claims(String(hosted.output.dropLast()))["permissions"] == ["beta"])
    }

    @Test("gives a token that can be revoked an id, whichever claim that is in")
    func revocable() async throws {
        let spec = Self.spec.replacing("IdentityGateway", with: "SessionGateway")
        for (path, claim) in [("/strict", "jti"), ("/lenient", "sid"), ("/listed", "jti")] {
            let token = try await run(["--for", "GET", path, "--spec", spec], ["JWT_SECRET": TestToken.secret])
            #expect(try Self.claims(String(token.output.dropLast()))[claim] != nil, "\(path): \(token.errors)")
            #expect(token.errors.hasSuffix("made up: \(claim)\n"))
        }
    }

    @Test("makes none for a public route, and says so")
    func publicRoute() async throws {
        let (end, output, errors) = try await run(["--for", "POST", "/api/v1/auth/token", "--spec", Self.spec])
        #expect(end == .exit(0) && output.isEmpty)
        #expect(errors.hasSuffix("which is public: no token is needed\n"))
    }

    @Test(
        "makes none where the gateway would not let the request in, and says why",
        arguments: [
            ("GET", "/nowhere", "404, since no route matches"),
            ("DELETE", "/partner", "405, since the routes of this path are for GET, HEAD, OPTIONS"),
            ("GET", "/hosted", "404, since no route matches"),
            ("GET", "/things/../x", "400, since the path has a dot segment"),
        ])
    func noRoute(method: String, path: String, answer: String) async throws {
        let (end, output, errors) = try await run(["--for", method, path, "--spec", Self.spec])
        #expect(end == .exit(65) && output.isEmpty)
        #expect(errors == "error: \(method) \(path) is answered with \(answer); `switchyard explain` tells more\n")
    }

    struct Misuse: Sendable, CustomTestStringConvertible {
        let arguments: [String]
        let environment: [String: String]
        let code: Int32
        let message: String
        var testDescription: String { arguments.joined(separator: " ") }

        init(_ arguments: [String], _ code: Int32, _ message: String, environment: [String: String] = [:]) {
            self.arguments = arguments
            self.environment = environment
            self.code = code
            self.message = message
        }
    }

    static let misuses = [
        Misuse([], 64, "There is no secret"), Misuse(["--secret", "", "--subject", "a"], 64, "--secret is empty"),
        Misuse(["--secret", "hunter2", "--secret-file", "x"], 64, "exclude each other"),
        Misuse(["--secret", "hunter2", "--key", "x"], 64, "not both"),
        Misuse(["--secret=-----BEGIN PUBLIC KEY-----\nhunter2"], 64, "is a PEM key"),
        Misuse(["--secret-file", "/nowhere"], 66, "'/nowhere' cannot be read"),
        Misuse(["--key", "/nowhere"], 66, "'/nowhere' cannot be read"),
        Misuse(["--key", "/dev/null"], 65, "is no private key"),
        Misuse(["--secret", "hunter2", "--algorithm", "RS256"], 64, "RS256 signs with a private key"),
        Misuse(["--secret", "hunter2", "--algorithm", "none"], 64, "is invalid for '--algorithm"),
        Misuse(["--secret", "hunter2", "--claim", "org"], 64, "is name=text or name:=json"),
        Misuse(["--secret", "hunter2", "--claim", "=7"], 64, "needs a name"),
        Misuse(["--secret", "hunter2", "--claim", "org:=x"], 64, "is no JSON; for a text, write org=text"),
        Misuse(["--secret", "hunter2", "--expires-in", "15"], 64, "is invalid for '--expires-in"),
        Misuse(["--secret", "hunter2", "--count", "0"], 64, "--count must be"),
        Misuse(["--secret", "hunter2", "--for", "GET"], 64, "--for takes a method and a path"),
        Misuse(["--secret", "hunter2", "--for", "get", "/x"], 64, "did you mean 'GET'?"),
        Misuse(["--secret", "hunter2", "--spec", "spec"], 64, "go with --for"),
        Misuse(["--for", "GET", "/x", "--spec", "/nowhere"], 66, "/nowhere"),
        Misuse(
            ["--for", "GET", "/partner", "--spec", spec, "--secret", "hunter2"], 64, "The spec allows RS256, RS384"),
    ]

    @Test("ends with a code and a remedy where it is misused, and keeps secrets to itself", arguments: misuses)
    func misuse(misuse: Misuse) async throws {
        let (end, output, errors) = try await run(misuse.arguments, misuse.environment)
        #expect(end == .exit(misuse.code) && output.isEmpty)
        #expect(errors.contains(misuse.message), "\(errors)")
        #expect(!errors.contains("hunter2"))
    }

    @Test("takes the secret that the spec names, and says which variable lacks")
    func specSecret() async throws {
        let spec = try TemporaryFile(
            """
            version: "1.0"
            auth: { jwt: { secret: $PARTNER_SECRET, issuers: [us] } }
            routes: [{ path: /x, upstream: "http://127.0.0.1:1" }]
            """)
        let folder = spec.path + ".d"
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(atPath: folder) }
        try FileManager.default.copyItem(atPath: spec.path, toPath: folder + "/gateway.yaml")
        let arguments = ["--for", "GET", "/x", "--spec", folder]
        let (end, _, errors) = try await run(arguments)
        #expect(end == .exit(78) && errors.hasPrefix("error: PARTNER_SECRET: is not set"))
        let made = try await token(
            arguments + ["--claim", "iat:=1", "--claim", "exp:=2"], ["PARTNER_SECRET": "theirs"])
        #expect(
            made
                == (try await TokenMint(secret: "theirs").token(["iss": "us", "iat": .integer(1), "exp": .integer(2)])))
    }
}
