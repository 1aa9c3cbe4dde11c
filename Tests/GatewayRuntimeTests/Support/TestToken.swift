import Crypto
import Foundation

@testable import GatewayRuntime

/// Tokens as text, so that a test can write any header and any payload, good or bad.
enum TestToken {
    static let secret = "a-secret-of-more-than-thirty-two-bytes!"
    static let now: Int64 = 1_800_000_000

    /// A token that holds for an hour from ``now``, with these members besides.
    static func good(_ members: String = "", secret: String = secret) -> String {
        signed(payload: "{\"exp\":\(now + 3600)\(members.isEmpty ? "" : ",")\(members)}", secret: secret)
    }

    static func signed(
        header: String = #"{"alg":"HS256","typ":"JWT"}"#, payload: String, secret: String = secret
    ) -> String {
        let input = "\(encoded(header)).\(encoded(payload))"
        let code = HMAC<SHA256>.authenticationCode(
            for: Data(input.utf8), using: SymmetricKey(data: Data(secret.utf8)))
        return "\(input).\(encoded(Data(code)))"
    }

    static func encoded(_ text: String) -> String { encoded(Data(text.utf8)) }

    static func encoded(_ data: Data) -> String {
        data.base64EncodedString().replacingOccurrences(of: "+", with: "-")
            .replacingOccurrences(of: "/", with: "_").replacingOccurrences(of: "=", with: "")
    }
}

extension TokenVerifier {
    /// What a token grants that stands in an Authorization field, at a time in seconds since 1970.
    func verify(_ token: String, now: Int64 = TestToken.now) throws(AuthFailure) -> Grant {
        try verify(try SignedToken(Array(token.utf8)), for: TokenDemand(), now: now)
    }
}

extension AuthSettings {
    static func testing(
        secrets: [String] = [TestToken.secret], issuers: [String] = [], audiences: [String] = [], leeway: Int64 = 0,
        scopeClaims: [String] = ["scopes", "scope"], roleClaims: [String] = ["roles", "role"],
        headers: [(String, claim: String, default: String?)] = []
    ) -> AuthSettings {
        AuthSettings(
            providers: [
                ProviderSettings(
                    name: "jwt", algorithms: [.hs256], secrets: secrets.map { Secret($0) }, issuers: issuers,
                    audiences: audiences, leewaySeconds: leeway)
            ],
            scopeClaims: scopeClaims, roleClaims: roleClaims,
            claimHeaders: headers.map { ClaimHeader(name: $0.0, claim: $0.claim, defaultValue: $0.default) })
    }
}
