import Foundation
import Testing

@testable import GatewayRuntime

/// A test vector of the project Wycheproof for the signature of a token; its payload is not claims.
struct WycheproofCase: Decodable, Sendable, CustomTestStringConvertible {
    let id: Int
    let comment: String
    let key: String
    let jws: String
    let valid: Bool

    var testDescription: String { "\(id) \(comment)" }

    static func all() throws -> [WycheproofCase] {
        struct File: Decodable { let cases: [WycheproofCase] }
        let file = try #require(
            Bundle.module.url(forResource: "hs256", withExtension: "json", subdirectory: "Wycheproof"))
        return try JSONDecoder().decode(File.self, from: Data(contentsOf: file)).cases
    }
}

@Suite("The signature of a token")
struct WycheproofTests {
    @Test("is judged as Wycheproof says", arguments: try WycheproofCase.all())
    func vector(_ example: WycheproofCase) async throws {
        let key = try #require(Base64URL.decode(Array(example.key.utf8)))
        let settings = AuthSettings(
            secrets: [Secret(bytes: key)], issuers: [], audiences: [], leewaySeconds: 0, scopeClaims: [],
            roleClaims: [],
            claimHeaders: [])
        let verifier = try await TokenVerifier(settings, access: AccessPlan(testDefinition().access, routeCount: 0))
        let payload = try? verifier.verifiedPayload(of: Array(example.jws.utf8))
        #expect((payload != nil) == example.valid)
    }
}
