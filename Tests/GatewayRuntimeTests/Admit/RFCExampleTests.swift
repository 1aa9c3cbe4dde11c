import Foundation
import Testing

@testable import GatewayRuntime

/// A token that stands in an RFC, with its key.
struct RFCExample: Sendable, CustomTestStringConvertible {
    let testDescription: String
    let algorithm: TokenAlgorithm
    /// A JSON Web Key; for HS256 the secret in base64url.
    let key: String
    let token: String

    static let all: [RFCExample] = [
        .init(
            testDescription: "RFC 7515, A.1 and RFC 7519, 3.1", algorithm: .hs256,
            key: "AyM1SysPpbyDfgZld3umj1qzKObwVMkoqQ-EstJQLr_T-1qS0gZH75aKtMN3Yj0iPS4hcgUuTwjAzZr1Z9CAow",
            token: "eyJ0eXAiOiJKV1QiLA0KICJhbGciOiJIUzI1NiJ9." + claims
                + ".dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk"),
        .init(
            testDescription: "RFC 7515, A.2", algorithm: .rs256,
            key: #"{"kty":"RSA","e":"AQAB","n":"\#(modulus)"}"#,
            token: "eyJhbGciOiJSUzI1NiJ9." + claims + "."
                + "cC4hiUPoj9Eetdgtv3hF80EGrhuB__dzERat0XF9g2VtQgr9PJbu3XOiZj5RZmh7AAuHIm4Bh-0Qc_lF5YKt_O8W2Fp5jujG"
                + "bds9uJdbF9CUAr7t1dnZcAcQjbKBYNX4BAynRFdiuB--f_nZLgrnbyTyWzO75vRK5h6xBArLIARNPvkSjtQBMHlb1L07Qe7K"
                + "0GarZRmB_eSN9383LcOLn6_dO--xi12jzDwusC-eOkHWEsqtFZESc6BfI7noOPqvhJ1phCnvWh6IeYI2w9QOYEUipUTI8np6"
                + "LbgGY9Fs98rqVt5AXLIhWkWywlVmtVrBp0igcN_IoypGlUPQGe77Rw"),
        .init(
            testDescription: "RFC 7515, A.3", algorithm: .es256,
            key:
                #"{"kty":"EC","crv":"P-256","x":"f83OJ3D2xF1Bg8vub9tLe1gHMzV76e8Tus9uPHvRVEU","y":"x_FEzRu9m36HLN_tue659LNpXW6pCyStikYjKIWI5a0"}"#,
            token: "eyJhbGciOiJFUzI1NiJ9." + claims + "."
                + "DtEhU3ljbEg8L38VWAfUAqOyKAM6-Xx-F4GawxaepmXFCgfTjDxw5djxLa8ISlSApmWQxfKTUJqPP3-Kg6NU1Q"),
        .init(
            testDescription: "RFC 7515, A.4", algorithm: .es512,
            key:
                #"{"kty":"EC","crv":"P-521","x":"AekpBQ8ST8a8VcfVOTNl353vSrDCLLJXmPk06wTjxrrjcBpXp5EOnYG_NjFZ6OvLFV1jSfS9tsz4qUxcWceqwQGk","y":"ADSmRA43Z1DSNx_RvcLI87cdL07l6jQyyBXMoxVg_l2Th-x3S1WDhjDly79ajL4Kkd0AZMaZmh9ubmf63e3kyMj2"}"#,
            token: "eyJhbGciOiJFUzUxMiJ9.UGF5bG9hZA."
                + "AdwMgeerwtHoh-l192l60hp9wAHZFVJbLfD_UxMi70cwnZOYaRI1bKPWROc-mZZqwqT2SI-KGDKB34XO0aw_7XdtAG8GaSwF"
                + "KdCAPZgoXD2YBJZCPEX3xKpRwcdOO8KpEHwJjyqOgzDO7iKvU8vcnwNrmxYbSW9ERBXukOXolLzeO_Jn"),
        .init(
            testDescription: "RFC 8037, A.4", algorithm: .edDSA,
            key: #"{"kty":"OKP","crv":"Ed25519","x":"11qYAYKxCrfVS_7TyWQHOg7hcvPapiMlrwIaaPcHURo"}"#,
            token: "eyJhbGciOiJFZERTQSJ9.RXhhbXBsZSBvZiBFZDI1NTE5IHNpZ25pbmc."
                + "hgyY0il_MGCjP0JzlnLWG1PPOt7-09PGcvMg3AIbQR6dWbhijcNR4ki4iylGjg5BhVsPt9g7sVvpAr_MuM0KAg"),
    ]

    /// `{"iss":"joe", "exp":1300819380, "http://example.com/is_root":true}`, which most examples have.
    static let claims =
        "eyJpc3MiOiJqb2UiLA0KICJleHAiOjEzMDA4MTkzODAsDQogImh0dHA6Ly9leGFtcGxlLmNvbS9pc19yb290Ijp0cnVlfQ"

    private static let modulus =
        "ofgWCuLjybRlzo0tZWJjNiuSfb4p4fAkd_wWJcyQoTbji9k0l8W26mPddxHmfHQp-Vaw-4qPCJrcS2mJPMEzP1Pt0Bm4d4QlL-yRT-SFd2lZ"
        + "S-pCgNMsD1W_YpRPEwOWvG6b32690r2jZ47soMZo9wGzjb_7OMg0LOL-bSf63kpaSHSXndS5z5rexMdbBYUsLA9e-KXBdQOS-UTo7WTBEMa2"
        + "R2CapHg665xsmtdVMTBQY4uDZlxvb3qCo5ZwKh9kG4LT6_I5IhlJH7aGhyxXFvUK-DWNmoudF8NAco9_h9iaGNj8q2ethFkMLs91kzk2PAcD"
        + "TW9gb54h4FRWyuXpoQ"

    /// The key, for those of the algorithms that it fits.
    func key(for algorithms: [TokenAlgorithm]) async throws -> VerificationKey {
        if algorithm.isSymmetric {
            let bytes = try #require(Base64URL.decode(Array(key.utf8)))
            return VerificationKey(Secret(bytes: bytes), for: algorithms)
        }
        let members = try #require(JSON(parsing: Array(key.utf8))?.object)
        return try await VerificationKey(try #require(PublicKey(jwk: members)), for: algorithms)
    }
}

@Suite("The examples of the RFCs")
struct RFCExampleTests {
    @Test("verify with their keys, and with no other", arguments: RFCExample.all)
    func verify(_ example: RFCExample) async throws {
        let token = try SignedToken(Array(example.token.utf8))
        #expect(token.algorithm == example.algorithm)
        #expect(try await example.key(for: TokenAlgorithm.allCases).hasSigned(token))
        let others = TokenAlgorithm.allCases.filter { $0 != example.algorithm }
        #expect(try await !example.key(for: others).hasSigned(token))
        for other in RFCExample.all where other.algorithm != example.algorithm {
            #expect(try await !other.key(for: TokenAlgorithm.allCases).hasSigned(token))
        }
        let changed = example.token.replacingOccurrences(of: ".e", with: ".f").replacingOccurrences(
            of: ".R", with: ".S"
        )
        .replacingOccurrences(of: ".U", with: ".V")
        let altered = try SignedToken(Array(changed.utf8))
        #expect(try await !example.key(for: TokenAlgorithm.allCases).hasSigned(altered))
    }

    @Test("without a signature are refused (RFC 7515, A.5; RFC 7519, 6.1)")
    func unsecured() {
        #expect(throws: AuthFailure.algorithm) {
            try SignedToken(Array("eyJhbGciOiJub25lIn0.\(RFCExample.claims).".utf8))
        }
    }

    @Test("are claims of their time (RFC 7519, 3.1)")
    func claims() async throws {
        let example = RFCExample.all[0]
        let secret = try #require(Base64URL.decode(Array(example.key.utf8)))
        let settings = AuthSettings(
            providers: [
                ProviderSettings(
                    name: "jwt", algorithms: [.hs256], secrets: [Secret(bytes: secret)], issuers: ["joe"])
            ],
            scopeClaims: [], roleClaims: [],
            claimHeaders: [.init(name: "X-Root", claim: "http://example.com/is_root", defaultValue: nil)])
        let verifier = try await TokenVerifier(settings, access: AccessPlan(testDefinition().access, routeCount: 0))
        #expect(try verifier.verify(example.token, now: 1_300_819_379).identityHeaders.text == "X-Root: true\r\n")
        #expect(throws: AuthFailure.expired) { try verifier.verify(example.token, now: 1_300_819_380) }
    }
}
