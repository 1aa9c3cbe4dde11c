import CryptoExtras
public import GatewayRuntime
import JWTKit

#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif

/// What an issuer signs tokens with, where it is no secret: each kind is for its own algorithms.
public struct PrivateKey: Sendable {
    private enum Kind: Sendable {
        case rsa(JWTKit.Insecure.RSA.PrivateKey)
        case p256(ES256PrivateKey)
        case p384(ES384PrivateKey)
        case p521(ES512PrivateKey)
        case ed25519(EdDSA.PrivateKey)
    }

    private let kind: Kind

    /// A new key for an algorithm, RSA with 2048 bits; none for one that takes a secret.
    public init?(for algorithm: TokenAlgorithm) throws {
        switch algorithm {
        case .hs256, .hs384, .hs512: return nil
        case .rs256, .rs384, .rs512, .ps256, .ps384, .ps512:
            kind = .rsa(try JWTKit.Insecure.RSA.PrivateKey(backing: _RSA.Signing.PrivateKey(keySize: .bits2048)))
        case .es256: kind = .p256(ES256PrivateKey())
        case .es384: kind = .p384(ES384PrivateKey())
        case .es512: kind = .p521(ES512PrivateKey())
        case .edDSA: kind = .ed25519(try EdDSA.PrivateKey())
        }
    }

    /// A key as openssl writes it (RFC 7468); none where the text is no private key of RSA (2048 bits or more), P-256, P-384,
    /// P-521 or Ed25519.
    public init?(pem: String) {
        if let key = try? JWTKit.Insecure.RSA.PrivateKey(pem: pem) {
            kind = .rsa(key)
        } else if let key = try? ES256PrivateKey(pem: pem) {
            kind = .p256(key)
        } else if let key = try? ES384PrivateKey(pem: pem) {
            kind = .p384(key)
        } else if let key = try? ES512PrivateKey(pem: pem) {
            kind = .p521(key)
        } else if let key = try? EdDSA.PrivateKey(pem: pem) {
            kind = .ed25519(key)
        } else {
            return nil
        }
    }

    /// Those that the key can sign with, the usual one first (RFC 7518, 3.1).
    public var algorithms: [TokenAlgorithm] {
        switch kind {
        case .rsa: [.rs256, .rs384, .rs512, .ps256, .ps384, .ps512]
        case .p256: [.es256]
        case .p384: [.es384]
        case .p521: [.es512]
        case .ed25519: [.edDSA]
        }
    }

    public var pem: String {
        switch kind {
        case .rsa(let key): key.pemRepresentation
        case .p256(let key): key.pemRepresentation
        case .p384(let key): key.pemRepresentation
        case .p521(let key): key.pemRepresentation
        case .ed25519(let key): key.pemRepresentation
        }
    }

    /// What verifies its signatures.
    public var publicPEM: String {
        switch kind {
        case .rsa(let key): key.publicKey.pemRepresentation
        case .p256(let key): key.publicKey.pemRepresentation
        case .p384(let key): key.publicKey.pemRepresentation
        case .p521(let key): key.publicKey.pemRepresentation
        case .ed25519(let key): key.publicKey.pemRepresentation
        }
    }

    /// The public key's own members of a JSON Web Key (RFC 7518, 6; RFC 8037, 2).
    var publicMembers: [String: String] {
        get throws {
            switch kind {
            case .rsa(let key):
                let numbers = try key.publicKey.getKeyPrimitives()
                return ["kty": "RSA", "n": base64URL(numbers.modulus), "e": base64URL(numbers.publicExponent)]
            case .p256(let key): return Self.members(of: key.publicKey, curve: "P-256")
            case .p384(let key): return Self.members(of: key.publicKey, curve: "P-384")
            case .p521(let key): return Self.members(of: key.publicKey, curve: "P-521")
            case .ed25519(let key):
                return ["kty": "OKP", "crv": "Ed25519", "x": base64URL(key.publicKey.rawRepresentation)]
            }
        }
    }

    /// The coordinates come in base64 with padding.
    private static func members(of key: some ECDSAKey, curve: String) -> [String: String] {
        let coordinates = ["x": key.parameters?.x, "y": key.parameters?.y].compactMapValues { text in
            text.flatMap { Data(base64Encoded: $0) }.map { base64URL($0) }
        }
        return coordinates.merging(["kty": "EC", "crv": curve]) { given, _ in given }
    }

    /// What signs by an algorithm; none where the key is not for it.
    func signer(of algorithm: TokenAlgorithm) async throws -> (any JWTAlgorithm)? {
        let keys = JWTKeyCollection()
        switch (kind, algorithm) {
        case (.rsa(let key), .rs256): await keys.add(rsa: key, digestAlgorithm: .sha256)
        case (.rsa(let key), .rs384): await keys.add(rsa: key, digestAlgorithm: .sha384)
        case (.rsa(let key), .rs512): await keys.add(rsa: key, digestAlgorithm: .sha512)
        case (.rsa(let key), .ps256): await keys.add(pss: key, digestAlgorithm: .sha256)
        case (.rsa(let key), .ps384): await keys.add(pss: key, digestAlgorithm: .sha384)
        case (.rsa(let key), .ps512): await keys.add(pss: key, digestAlgorithm: .sha512)
        case (.p256(let key), .es256): await keys.add(ecdsa: key)
        case (.p384(let key), .es384): await keys.add(ecdsa: key)
        case (.p521(let key), .es512): await keys.add(ecdsa: key)
        case (.ed25519(let key), .edDSA): await keys.add(eddsa: key)
        default: return nil
        }
        return try await keys.getKey()
    }
}
