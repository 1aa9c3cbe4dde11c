import ArgumentParser
import GatewayRuntime
import Mocks

/// With which key and by which algorithm a token is signed.
struct SigningOptions: ParsableArguments {
    @Option(help: "Default: the usual one for the key, HS256 for a secret; with --for, one that the spec allows.")
    var algorithm: TokenAlgorithm?

    @OptionGroup var secret: SecretOptions

    @Option(help: ArgumentHelp("A private key in a PEM file: RSA, P-256, P-384, P-521 or Ed25519.", valueName: "file"))
    var key: String?

    @Option(help: "The key's `kid`, for the header.")
    var kid: String?

    func validate() throws {
        if key != nil && (secret.secret != nil || secret.secretFile != nil) {
            throw ValidationError("A token is signed with a --key or with a secret, not both.")
        }
    }

    func privateKey() throws -> PrivateKey? {
        guard let key else { return nil }
        guard let text = String(validating: try readFile(key, limit: 64 * 1024), as: UTF8.self),
            let privateKey = PrivateKey(pem: text)
        else {
            throw failure(
                "'\(key)' is no private key of RSA (2048 bits or more), P-256, P-384, P-521 or Ed25519 in PEM; "
                    + "`openssl genpkey` writes one", .dataError)
        }
        return privateKey
    }

    /// Those that could sign, the one that is wanted most first.
    func algorithms(_ privateKey: PrivateKey?) -> [TokenAlgorithm] {
        algorithm.map { [$0] } ?? privateKey?.algorithms ?? [.hs256, .hs384, .hs512]
    }

    /// - Parameter route: what the token is for; its algorithms and its secret hold where no others are given.
    func mint(_ privateKey: PrivateKey?, for route: RouteDemand?) async throws -> TokenMint {
        let wanted = algorithms(privateKey)
        guard let algorithm = wanted.first(where: { route?.algorithms.contains($0) ?? true }) else {
            let allowed = route?.algorithms.map(\.rawValue).joined(separator: ", ") ?? ""
            let remedy = privateKey == nil ? "give a --key, or the secret of another" : "give another --key"
            throw ValidationError("The spec allows \(allowed) for this route; \(remedy).")
        }
        do {
            if let privateKey { return try await TokenMint(key: privateKey, algorithm: algorithm, keyID: kid) }
            guard algorithm.isSymmetric else {
                throw ValidationError("\(algorithm.rawValue) signs with a private key: give its PEM file as --key.")
            }
            return try await TokenMint(secret: secretText(route), algorithm: algorithm, keyID: kid)
        } catch is TokenMint.UnfitKey {
            throw ValidationError(
                "The key is not for \(algorithm.rawValue); leave --algorithm out, or give another key.")
        }
    }

    private func secretText(_ route: RouteDemand?) throws -> String {
        if let given = try secret.given() { return given }
        if let route { return try route.secret() }
        guard let secret = variable("JWT_SECRET") else {
            throw ValidationError("There is no secret: set JWT_SECRET, or give --secret-file, --secret or a --key.")
        }
        return secret
    }
}
