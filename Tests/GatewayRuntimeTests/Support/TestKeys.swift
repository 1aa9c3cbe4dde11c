import Crypto
import CryptoExtras
import Foundation

@testable import GatewayRuntime

/// Keys to sign with, made anew in each run, and tokens of theirs with any header and any payload.
enum TestKeys {
    static let rsa = try? _RSA.Signing.PrivateKey(keySize: .bits2048)
    static let p256 = P256.Signing.PrivateKey()
    static let p384 = P384.Signing.PrivateKey()
    static let p521 = P521.Signing.PrivateKey()
    static let ed25519 = Curve25519.Signing.PrivateKey()

    /// The algorithm's name in small letters is its key's `kid`.
    static func id(of algorithm: TokenAlgorithm) -> String { algorithm.rawValue.lowercased() }

    static func token(
        _ algorithm: TokenAlgorithm, header: String? = nil, payload: String,
        p256 key: P256.Signing.PrivateKey = p256
    ) throws -> String {
        let header = header ?? "{\"alg\":\"\(algorithm.rawValue)\",\"kid\":\"\(id(of: algorithm))\"}"
        let input = "\(TestToken.encoded(header)).\(TestToken.encoded(payload))"
        return "\(input).\(TestToken.encoded(try signature(algorithm, of: Data(input.utf8), p256: key)))"
    }

    private static func signature(
        _ algorithm: TokenAlgorithm, of input: Data, p256: P256.Signing.PrivateKey
    ) throws -> Data {
        let secret = SymmetricKey(data: Data(TestToken.secret.utf8))
        switch algorithm {
        case .hs256: return Data(HMAC<SHA256>.authenticationCode(for: input, using: secret))
        case .hs384: return Data(HMAC<SHA384>.authenticationCode(for: input, using: secret))
        case .hs512: return Data(HMAC<SHA512>.authenticationCode(for: input, using: secret))
        case .rs256: return try rsa(SHA256.hash(data: input), .insecurePKCS1v1_5)
        case .rs384: return try rsa(SHA384.hash(data: input), .insecurePKCS1v1_5)
        case .rs512: return try rsa(SHA512.hash(data: input), .insecurePKCS1v1_5)
        case .ps256: return try rsa(SHA256.hash(data: input), .PSS)
        case .ps384: return try rsa(SHA384.hash(data: input), .PSS)
        case .ps512: return try rsa(SHA512.hash(data: input), .PSS)
        case .es256: return try p256.signature(for: input).rawRepresentation
        case .es384: return try p384.signature(for: input).rawRepresentation
        case .es512: return try p521.signature(for: input).rawRepresentation
        case .edDSA: return try ed25519.signature(for: input)
        }
    }

    private static func rsa(_ digest: some Digest, _ padding: _RSA.Signing.Padding) throws -> Data {
        guard let rsa else { throw SocketError(what: "no RSA key", code: 0) }
        return try rsa.signature(for: digest, padding: padding).rawRepresentation
    }

    /// A JSON Web Key of the algorithm's key, with more members.
    static func jwk(
        _ algorithm: TokenAlgorithm, _ members: String = "", p256 key: P256.Signing.PrivateKey = p256
    ) throws -> String {
        let common = "\"kid\":\"\(id(of: algorithm))\"\(members.isEmpty ? "" : ",")\(members)"
        func point(_ curve: String, _ x963: Data) -> String {
            let half = (x963.count - 1) / 2
            let (x, y) = (TestToken.encoded(x963.dropFirst().prefix(half)), TestToken.encoded(x963.suffix(half)))
            return "{\"kty\":\"EC\",\"crv\":\"\(curve)\",\"x\":\"\(x)\",\"y\":\"\(y)\",\(common)}"
        }
        switch algorithm {
        case .es256: return point("P-256", key.publicKey.x963Representation)
        case .es384: return point("P-384", p384.publicKey.x963Representation)
        case .es512: return point("P-521", p521.publicKey.x963Representation)
        case .edDSA:
            let x = TestToken.encoded(ed25519.publicKey.rawRepresentation)
            return "{\"kty\":\"OKP\",\"crv\":\"Ed25519\",\"x\":\"\(x)\",\(common)}"
        default:
            guard let numbers = try rsa?.publicKey.getKeyPrimitives() else {
                throw SocketError(what: "no RSA key", code: 0)
            }
            let (n, e) = (TestToken.encoded(numbers.modulus), TestToken.encoded(numbers.publicExponent))
            return "{\"kty\":\"RSA\",\"n\":\"\(n)\",\"e\":\"\(e)\",\(common)}"
        }
    }

    static func keySet(_ algorithms: [TokenAlgorithm]) throws -> String {
        "{\"keys\":[\(try algorithms.map { try jwk($0) }.joined(separator: ","))]}"
    }

    static func pem(_ algorithm: TokenAlgorithm) -> String {
        switch algorithm {
        case .es256: p256.publicKey.pemRepresentation
        case .es384: p384.publicKey.pemRepresentation
        case .es512: p521.publicKey.pemRepresentation
        case .edDSA: "-----BEGIN PUBLIC KEY-----\n\(ed25519PEM)\n-----END PUBLIC KEY-----"
        default: rsa?.publicKey.pemRepresentation ?? ""
        }
    }

    /// The algorithm identifier of Ed25519 (RFC 8410, 4) and the key.
    private static var ed25519PEM: String {
        let prefix: [UInt8] = [0x30, 0x2A, 0x30, 0x05, 0x06, 0x03, 0x2B, 0x65, 0x70, 0x03, 0x21, 0x00]
        return (Data(prefix) + ed25519.publicKey.rawRepresentation).base64EncodedString()
    }
}

/// What a gateway's upstream got, as the body of its answer.
func echoingUpstream() throws -> Upstream {
    try Upstream { _, socket in
        while true {
            let head = try socket.read(to: "\r\n\r\n")
            if let length = Response("X 200\r\n" + head)["Content-Length"].flatMap(Int.init) {
                _ = try socket.read(count: length)
            }
            try socket.send("HTTP/1.1 200 OK\r\nContent-Length: \(head.utf8.count)\r\n\r\n\(head)")
        }
    }
}
