import Foundation
import GatewayRuntime
import Mocks
import Testing

/// The private keys of IdentityGateway's partner in files, one of each kind, and the public ones in a file together.
struct PartnerKeys {
    let files: [TokenAlgorithm: TemporaryFile]
    let publicFile: TemporaryFile

    /// What the gateway has to be told of them.
    var environment: [String: String] { ["PARTNER_KEYS": publicFile.path] }

    init(_ kinds: [TokenAlgorithm] = [.rs256, .es256, .es384, .es512, .edDSA]) throws {
        let keys = try kinds.map { try #require(try PrivateKey(for: $0)) }
        var files: [TokenAlgorithm: TemporaryFile] = [:]
        for key in keys {
            let file = try TemporaryFile(key.pem)
            for algorithm in key.algorithms { files[algorithm] = file }
        }
        self.files = files
        publicFile = try TemporaryFile(keys.map { $0.publicPEM + "\n" }.joined())
    }
}
