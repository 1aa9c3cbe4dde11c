import JWTKit

#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif

/// Signs tokens with HS256, as an issuer of the gateway's would: for demonstrations and tests.
public struct TokenMint: Sendable {
    private let keys: JWTKeyCollection

    public init(secret: String) async {
        // HMAC fills a short key with zeros (RFC 2104, 2); JWTKit wants 32 bytes at least.
        let bytes = Array(secret.utf8)
        let key = bytes + Array(repeating: 0, count: max(0, 32 - bytes.count))
        keys = await JWTKeyCollection().add(hmac: HMACKey(from: key), digestAlgorithm: .sha256)
    }

    /// A token with these claims and no other.
    public func token(_ claims: [String: ClaimValue]) async throws -> String {
        try await keys.sign(Payload(claims: claims))
    }

    /// A token that was issued now and expires after so many seconds; a negative number makes one that has expired.
    public func token(_ claims: [String: ClaimValue], expiresIn seconds: Int) async throws -> String {
        let now = Int(Date().timeIntervalSince1970)
        let (end, overflow) = now.addingReportingOverflow(seconds)
        return try await token(
            claims.merging(["iat": .integer(now), "exp": .integer(overflow ? .max : end)]) { given, _ in given })
    }
}

private struct Payload: JWTPayload {
    let claims: [String: ClaimValue]

    init(claims: [String: ClaimValue]) { self.claims = claims }

    init(from decoder: any Decoder) throws {
        claims = try decoder.singleValueContainer().decode([String: ClaimValue].self)
    }

    func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(claims)
    }

    func verify(using key: some JWTAlgorithm) {}
}
