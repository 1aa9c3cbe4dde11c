import Foundation
import Testing

@testable import GatewayRuntime

/// A test vector of the project Wycheproof for the signature of a token; its payload is not claims.
struct WycheproofCase: Decodable, Sendable, CustomTestStringConvertible {
    let id: Int
    let comment: String
    let jws: String
    let valid: Bool

    var testDescription: String { "\(id) \(comment)" }
}

@Suite("The signature of a token")
struct WycheproofTests {
    /// A vector whose key is a secret.
    struct Secret: Decodable, Sendable, CustomTestStringConvertible {
        let key: String
        let vector: WycheproofCase

        var testDescription: String { vector.testDescription }

        private enum CodingKeys: String, CodingKey { case key }

        init(from decoder: any Decoder) throws {
            key = try decoder.container(keyedBy: CodingKeys.self).decode(String.self, forKey: .key)
            vector = try WycheproofCase(from: decoder)
        }

        static func all() throws -> [Secret] {
            struct File: Decodable { let cases: [Secret] }
            return try JSONDecoder().decode(File.self, from: try contents("hs256")).cases
        }
    }

    /// A vector whose key is a JSON Web Key.
    struct Public: Sendable, CustomTestStringConvertible {
        let keySet: [UInt8]
        let vector: WycheproofCase

        var testDescription: String { vector.testDescription }

        static func all() throws -> [Public] {
            let file = try contents("public")
            let members = try #require(JSONSerialization.jsonObject(with: file) as? [String: Any])
            let keys = try #require(members["keys"] as? [Any])
            let cases = try #require(members["cases"] as? [[String: Any]])
            return try cases.map { example in
                let number = try #require(example["key"] as? Int)
                let vector = try JSONSerialization.data(withJSONObject: example)
                let keySet = try JSONSerialization.data(withJSONObject: ["keys": [keys[number]]])
                return Public(
                    keySet: Array(keySet), vector: try JSONDecoder().decode(WycheproofCase.self, from: vector))
            }
        }
    }

    private static func contents(_ name: String) throws -> Data {
        let url = Bundle.module.url(forResource: name, withExtension: "json", subdirectory: "Wycheproof")
        return try Data(contentsOf: try #require(url))
    }

    @Test("of a secret is judged as Wycheproof says", arguments: try Secret.all())
    func secret(_ example: Secret) throws {
        let bytes = try #require(Base64URL.decode(Array(example.key.utf8)))
        let key = VerificationKey(GatewayRuntime.Secret(bytes: bytes), for: [.hs256])
        let token = try? SignedToken(Array(example.vector.jws.utf8))
        #expect((token.map(key.hasSigned) ?? false) == example.vector.valid)
    }

    @Test("of a public key is judged as Wycheproof says", arguments: try Public.all())
    func publicKey(_ example: Public) async throws {
        let keys = (try? await JSONWebKeySet.read(example.keySet, for: TokenAlgorithm.allCases)) ?? []
        let token = try? SignedToken(Array(example.vector.jws.utf8))
        #expect(keys.contains { key in token.map(key.hasSigned) ?? false } == example.vector.valid)
    }
}
