import JWTKit

#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif

/// Verifies tokens from scratch. Shared by all event loops.
struct TokenVerifier: Sendable {
    private let keys: [any JWTAlgorithm]
    private let settings: AuthSettings
    private let access: AccessPlan

    init(_ settings: AuthSettings, access: AccessPlan) async throws {
        var keys: [any JWTAlgorithm] = []
        for secret in settings.secrets {
            // HMAC fills a key shorter than its block with zeros (RFC 2104, 2), so those that are added here change no
            // signature; JWTKit traps on shorter keys in debug builds. The start has warned of such a secret.
            let filling = Array(repeating: UInt8(0), count: max(0, AuthSettings.leastSecretBytes - secret.bytes.count))
            let collection = await JWTKeyCollection()
                .add(hmac: HMACKey(from: secret.bytes + filling), digestAlgorithm: .sha256)
            keys.append(try await collection.getKey())
        }
        self.keys = keys
        self.settings = settings
        self.access = access
    }

    /// What a token grants at a time, in seconds since 1970.
    func verify(_ token: [UInt8], now: Int64) throws(AuthFailure) -> Grant {
        let payload = try verifiedPayload(of: token)
        let claims = try TokenClaims(payload)
        let end = try claims.validate(settings, now: now)
        return Grant(
            subject: claims.subject, identityHeaders: try identityHeaders(of: claims), end: end,
            scopes: access.scopes(claims.scopes(in: settings.scopeClaims)),
            roles: access.roles(claims.roles(in: settings.roleClaims)))
    }

    /// The payload of a token that one of the secrets has signed.
    func verifiedPayload(of token: [UInt8]) throws(AuthFailure) -> [UInt8] {
        let token = try SignedToken(token)
        for key in keys where (try? key.verify(token.signature, signs: token.signed)) == true { return token.payload }
        throw .signature
    }

    private func identityHeaders(of claims: TokenClaims) throws(AuthFailure) -> [UInt8] {
        var lines: [UInt8] = []
        for header in settings.claimHeaders {
            let value: ClaimHeaderValue?
            if let claim = claims[header.claim] {
                value = ClaimHeaderValue(claim)
            } else if let text = header.defaultValue {
                value = ClaimHeaderValue(text)
            } else {
                continue
            }
            guard let value else { throw .claim }
            lines += Array(header.name.utf8) + [0x3A, 0x20] + value.bytes + [0x0D, 0x0A]
        }
        return lines
    }
}
