public import GatewayRuntime
import JWTKit

#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif

/// Signs tokens as an issuer of the gateway's would, by one algorithm with one key: for demonstrations and tests.
public struct TokenMint: Sendable {
    /// A key that is not for the algorithm.
    public struct UnfitKey: Error {}

    public let algorithm: TokenAlgorithm
    /// Its `kid` (RFC 7515, 4.1.4).
    public var keyID: String?
    private let signer: any JWTAlgorithm

    /// - Throws: ``UnfitKey`` where the algorithm is not one of HMAC.
    public init(secret: String, algorithm: TokenAlgorithm = .hs256, keyID: String? = nil) async throws {
        let digest: (algorithm: DigestAlgorithm, bytes: Int)
        switch algorithm {
        case .hs256: digest = (.sha256, 32)
        case .hs384: digest = (.sha384, 48)
        case .hs512: digest = (.sha512, 64)
        default: throw UnfitKey()
        }
        // HMAC fills a short key with zeros (RFC 2104, 2); JWTKit wants as many bytes as the hash has.
        let bytes = Array(secret.utf8)
        let key = bytes + Array(repeating: 0, count: max(0, digest.bytes - bytes.count))
        let keys = await JWTKeyCollection().add(hmac: HMACKey(from: key), digestAlgorithm: digest.algorithm)
        self.init(algorithm, keyID, try await keys.getKey())
    }

    /// - Throws: ``UnfitKey`` where the key cannot sign by the algorithm.
    public init(key: PrivateKey, algorithm: TokenAlgorithm, keyID: String? = nil) async throws {
        guard let signer = try await key.signer(of: algorithm) else { throw UnfitKey() }
        self.init(algorithm, keyID, signer)
    }

    private init(_ algorithm: TokenAlgorithm, _ keyID: String?, _ signer: any JWTAlgorithm) {
        self.algorithm = algorithm
        self.keyID = keyID
        self.signer = signer
    }

    /// A token with these claims and no other.
    public func token(_ claims: [String: ClaimValue]) throws -> String {
        var header = ["alg": algorithm.rawValue, "typ": "JWT"]
        header["kid"] = keyID
        let signed = "\(try Self.encoded(header)).\(try Self.encoded(claims))"
        return "\(signed).\(base64URL(try signer.sign(Array(signed.utf8))))"
    }

    /// A token that was issued now and expires after so many seconds; a negative number makes one that has expired. Where the
    /// claims have an `iat` or an `exp`, that one stays.
    public func token(_ claims: [String: ClaimValue], expiresIn seconds: Int) throws -> String {
        let now = Int(Date().timeIntervalSince1970)
        let (end, overflow) = now.addingReportingOverflow(seconds)
        return try token(
            claims.merging(["iat": .integer(now), "exp": .integer(overflow ? .max : end)]) { given, _ in given })
    }

    private static func encoded(_ part: some Encodable) throws -> String {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        return base64URL(try encoder.encode(part))
    }
}

/// Base64url without padding (RFC 7515, 2).
func base64URL(_ bytes: some Sequence<UInt8>) -> String {
    let text = Data(bytes).base64EncodedData().compactMap { byte -> UInt8? in
        switch byte {
        case UInt8(ascii: "+"): UInt8(ascii: "-")
        case UInt8(ascii: "/"): UInt8(ascii: "_")
        case UInt8(ascii: "="): nil
        default: byte
        }
    }
    return String(decoding: text, as: UTF8.self)
}
