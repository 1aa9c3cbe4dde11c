import Crypto
import Foundation
import Testing

@testable import GatewayRuntime

@Suite("HMAC")
struct KeyedHashTests {
    private func bytes(hex: String) -> [UInt8] {
        stride(from: 0, to: hex.count, by: 2).compactMap { UInt8(hex.dropFirst($0).prefix(2), radix: 16) }
    }

    @Test(
        "is that of RFC 4231, for a short key and for one longer than a block",
        arguments: [
            (
                [UInt8](repeating: 0x0B, count: 20), "Hi There",
                "b0344c61d8db38535ca8afceaf0bf12b881dc200c9833da726e9376c2e32cff7"
            ),
            (
                [UInt8](repeating: 0xAA, count: 131), "Test Using Larger Than Block-Size Key - Hash Key First",
                "60e431591ee0b67f0d8a26aacbf5b77f8e0bc6213728c5140546040f0ee37f54"
            ),
        ])
    func examples(key: [UInt8], text: String, code: String) {
        #expect(KeyedHash<SHA256>(key: key).isCode(bytes(hex: code), of: ArraySlice(text.utf8)))
    }

    @Test("is that of swift-crypto for keys and texts of every length, and nothing else is")
    func library() {
        for length in 0...300 {
            let (key, text) = ([UInt8](repeating: 0x5A, count: length), [UInt8](repeating: 0xA5, count: length * 7))
            check(SHA256.self, key, text)
            check(SHA384.self, key, text)
            check(SHA512.self, key, text)
        }
    }

    private func check<Hash: HashFunction>(_: Hash.Type, _ key: [UInt8], _ text: [UInt8]) {
        let code = Array(HMAC<Hash>.authenticationCode(for: text, using: SymmetricKey(data: key)))
        let hash = KeyedHash<Hash>(key: key)
        #expect(hash.isCode(code, of: text[...]))
        for other in [[], Array(code.dropLast()), code + [0], code.dropLast() + [(code.last ?? 0) ^ 1]] {
            #expect(!hash.isCode(other, of: text[...]))
        }
        #expect(!hash.isCode(code, of: ArraySlice(text + [0])))
    }
}
