import Crypto
import JWTKit

#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif

/// A key with the algorithms that it is for. Whatever a token's header says, no other algorithm is tried with it
/// (RFC 8725, 3.1).
final class VerificationKey: Sendable {
    private enum Check: Sendable {
        case hs256(KeyedHash<SHA256>)
        case hs384(KeyedHash<SHA384>)
        case hs512(KeyedHash<SHA512>)
        case publicKey(any JWTAlgorithm)
    }

    /// The `kid` of a key from a published set; secrets and PEM files have none.
    let id: String?
    /// What tells this key from all others of its provider: equal for the same key with the same algorithms.
    let fingerprint: [UInt8]
    private let checks: [(algorithm: TokenAlgorithm, check: Check)]

    /// A secret for those of the algorithms that take one.
    init(_ secret: Secret, for algorithms: [TokenAlgorithm]) {
        id = nil
        fingerprint = Array(SHA256.hash(data: secret.bytes))
        checks = algorithms.compactMap { algorithm in
            switch algorithm {
            case .hs256: (algorithm, .hs256(KeyedHash(key: secret.bytes)))
            case .hs384: (algorithm, .hs384(KeyedHash(key: secret.bytes)))
            case .hs512: (algorithm, .hs512(KeyedHash(key: secret.bytes)))
            default: nil
            }
        }
    }

    /// A public key for those of the algorithms that it fits.
    init(_ key: PublicKey, id: String? = nil, for algorithms: [TokenAlgorithm]) async throws {
        var checks: [(algorithm: TokenAlgorithm, check: Check)] = []
        for algorithm in algorithms {
            if let verifier = try await key.verifier(of: algorithm) { checks.append((algorithm, .publicKey(verifier))) }
        }
        let names = checks.map(\.algorithm.rawValue).sorted().joined(separator: " ")
        self.id = id
        self.checks = checks
        fingerprint = Array(SHA256.hash(data: Array("\(id ?? "") \(names)\n\(key.text)".utf8)))
    }

    var isUsable: Bool { !checks.isEmpty }

    func takes(_ algorithm: TokenAlgorithm) -> Bool { checks.contains { $0.algorithm == algorithm } }

    /// Whether this key has signed the token, by the token's algorithm.
    func hasSigned(_ token: SignedToken) -> Bool {
        for index in checks.indices where checks[index].algorithm == token.algorithm {
            return switch checks[index].check {
            case .hs256(let hash): hash.isCode(token.signature.bytes, of: token.signed.bytes)
            case .hs384(let hash): hash.isCode(token.signature.bytes, of: token.signed.bytes)
            case .hs512(let hash): hash.isCode(token.signature.bytes, of: token.signed.bytes)
            case .publicKey(let verifier):
                (try? verifier.verify(Array(token.signature.bytes), signs: Array(token.signed.bytes))) == true
            }
        }
        return false
    }
}
