import ArgumentParser
import GatewayRuntime
import Mocks

struct KeySetCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "jwks", abstract: "Serve a set of public keys that rotate, and tokens that they verify.",
        discussion: """
            FOR DEVELOPMENT: whoever reaches it gets a token that says what they like. Of each algorithm three keys are \
            published: the last one, the one that signs, and the next. A token holds until the second rotation after it.

            EXAMPLES
              devkit jwks
              devkit jwks --algorithm RS256 --algorithm EdDSA --rotate-every 5m
              curl http://127.0.0.1:9009/.well-known/jwks.json
              TOKEN=$(curl -s 'http://127.0.0.1:9009/token?sub=alice&alg=EdDSA')
              curl -s http://127.0.0.1:9009/token -d '{"sub":"bob","roles":["admin"]}'
              curl -X POST http://127.0.0.1:9009/rotate
            """)

    @Option(
        name: .customLong("algorithm"),
        help:
            "What tokens are signed with, as often as there are several; the first signs unless a request says otherwise."
    )
    var algorithms: [TokenAlgorithm] = [.es256]

    @Option(help: ArgumentHelp("How long a key signs.", valueName: "duration"))
    var rotateEvery = Lifetime(seconds: 30)

    @Option(help: ArgumentHelp("Where to listen; port 0 takes a free one.", valueName: "host:port"))
    var listen = ListenAddress(host: "127.0.0.1", port: 9009)

    @Option(help: "The `iss` of tokens.")
    var issuer = "devkit"

    @Option(help: "The `aud` of tokens.")
    var audience: String?

    func validate() throws {
        guard Set(algorithms).count == algorithms.count else {
            throw ValidationError("An --algorithm stands there twice.")
        }
        if let symmetric = algorithms.first(where: \.isSymmetric) {
            throw ValidationError(
                "\(symmetric.rawValue) takes a secret, which is not published; name another algorithm.")
        }
        guard rotateEvery.seconds > 0 else { throw ValidationError("--rotate-every must be longer than nothing.") }
    }

    func run() async throws {
        let keys = try await RotatingKeys(algorithms)
        // Who asks again in time knows the key that comes next.
        let maxAge = max(1, rotateEvery.seconds / 2)
        var claims: [String: ClaimValue] = ["iss": .string(issuer)]
        claims["aud"] = audience.map(ClaimValue.string)
        let server = try await start(KeyIssuer(keys, claims: claims, maxAge: maxAge), at: listen)
        writeOutput(introduction("http://\(server.address)", keys.algorithms.map(\.rawValue), maxAge: maxAge))
        while true {
            try await Task.sleep(for: .seconds(rotateEvery.seconds))
            try await keys.rotate()
        }
    }

    private func introduction(_ url: String, _ algorithms: [String], maxAge: Int) -> String {
        let audiences = audience.map { "    audiences: [\"\($0)\"]\n" } ?? ""
        return """
            jwks: \(url)\(KeyIssuer.keysPath)
            \(algorithms.joined(separator: ", ")); another key signs every \(rotateEvery), and at once after POST /rotate

            curl \(url)\(KeyIssuer.keysPath)
            TOKEN=$(curl -s '\(url)/token?sub=alice')
            curl -s \(url)/token -d '{"sub":"bob","roles":["admin"]}'
            curl -X POST \(url)/rotate

            auth:
              jwt:
                algorithms: [\(algorithms.joined(separator: ", "))]
                jwks: { url: "${JWKS_URL:-\(url)\(KeyIssuer.keysPath)}", cache_ttl: \(maxAge)s }
                issuers: ["\(issuer)"]
            \(audiences)
            FOR DEVELOPMENT ONLY: whoever reaches this gets any token. Ctrl-C ends it.

            """
    }
}
