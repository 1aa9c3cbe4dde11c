import JWTKit

/// A public key, from a PEM file or a published set; each kind fits its own algorithms and no others.
enum PublicKey: Sendable {
    case rsa(Insecure.RSA.PublicKey)
    case p256(ES256PublicKey)
    case p384(ES384PublicKey)
    case p521(ES512PublicKey)
    case ed25519(EdDSA.PublicKey)

    /// As a message calls it, with its article.
    var kind: String {
        switch self {
        case .rsa: "an RSA"
        case .p256: "a P-256"
        case .p384: "a P-384"
        case .p521: "a P-521"
        case .ed25519: "an Ed25519"
        }
    }

    /// Whether signatures of this algorithm can be verified with it (RFC 7518, 3.1).
    func fits(_ algorithm: TokenAlgorithm) -> Bool {
        switch (self, algorithm) {
        case (.rsa, .rs256), (.rsa, .rs384), (.rsa, .rs512), (.rsa, .ps256), (.rsa, .ps384), (.rsa, .ps512): true
        case (.p256, .es256), (.p384, .es384), (.p521, .es512), (.ed25519, .edDSA): true
        default: false
        }
    }

    /// The key as PEM: what tells two apart.
    var text: String {
        switch self {
        case .rsa(let key): key.pemRepresentation
        case .p256(let key): key.pemRepresentation
        case .p384(let key): key.pemRepresentation
        case .p521(let key): key.pemRepresentation
        case .ed25519(let key): key.pemRepresentation
        }
    }

    /// What verifies signatures of one algorithm; none where the key does not fit it.
    func verifier(of algorithm: TokenAlgorithm) async throws -> (any JWTAlgorithm)? {
        let keys = JWTKeyCollection()
        switch (self, algorithm) {
        case (.rsa(let key), .rs256): await keys.add(rsa: key, digestAlgorithm: .sha256)
        case (.rsa(let key), .rs384): await keys.add(rsa: key, digestAlgorithm: .sha384)
        case (.rsa(let key), .rs512): await keys.add(rsa: key, digestAlgorithm: .sha512)
        case (.rsa(let key), .ps256): await keys.add(pss: key, digestAlgorithm: .sha256)
        case (.rsa(let key), .ps384): await keys.add(pss: key, digestAlgorithm: .sha384)
        case (.rsa(let key), .ps512): await keys.add(pss: key, digestAlgorithm: .sha512)
        case (.p256(let key), .es256): await keys.add(ecdsa: key)
        case (.p384(let key), .es384): await keys.add(ecdsa: key)
        case (.p521(let key), .es512): await keys.add(ecdsa: key)
        case (.ed25519(let key), .edDSA): await keys.add(eddsa: key)
        default: return nil
        }
        return try await keys.getKey()
    }
}

// MARK: Where a secret should be

extension PublicKey {
    /// Whether a text is a key, public or private, in a form that such keys are handed around in: PEM, DER in base64, a JWK, a line
    /// of OpenSSH's.
    static func isWritten(in text: String) -> Bool {
        if ["-----BEGIN ", "-----END "].contains(where: text.contains) { return true }
        if ["ssh-", "ecdsa-sha2-"].contains(where: text.hasPrefix) { return true }
        if JSON(parsing: text.utf8)?.object?["kty"] != nil { return true }
        let characters = text.utf8.compactMap { byte -> UInt8? in
            switch byte {
            case UInt8(ascii: "+"): UInt8(ascii: "-")
            case UInt8(ascii: "/"): UInt8(ascii: "_")
            case UInt8(ascii: "="), 0x0A, 0x0D, 0x20: nil
            default: byte
            }
        }
        return Base64URL.decode(characters).map(isSequence) ?? false
    }

    /// Whether the bytes are one SEQUENCE of DER (X.690, 8.1.3, 8.9), as all keys are: no random ones are, which a secret should be.
    private static func isSequence(_ bytes: [UInt8]) -> Bool {
        guard bytes.count > 2, bytes[0] == 0x30 else { return false }
        let lengths = bytes[1] < 0x80 ? 0 : Int(bytes[1] & 0x7F)
        guard lengths <= 2, bytes.count > 2 + lengths else { return false }
        let length = lengths == 0 ? Int(bytes[1]) : bytes[2..<2 + lengths].reduce(0) { $0 << 8 | Int($1) }
        return bytes.count == 2 + lengths + length
    }
}

// MARK: PEM files (RFC 7468)

extension PublicKey {
    /// All keys of a file, one at least.
    static func readAll(pem bytes: [UInt8]) throws(SettingFault) -> [PublicKey] {
        guard let text = String(validating: bytes, as: UTF8.self) else { throw SettingFault(what: "is no text") }
        var keys: [PublicKey] = []
        var block: [Substring] = []
        for line in text.split(whereSeparator: \.isNewline) {
            if line.hasPrefix("-----BEGIN ") { block = [] }
            block.append(line)
            guard line.hasPrefix("-----END ") else { continue }
            keys.append(try PublicKey(pem: block))
            block = []
        }
        if keys.isEmpty { throw SettingFault(what: "holds no key") }
        return keys
    }

    private init(pem lines: [Substring]) throws(SettingFault) {
        let label = lines.first ?? ""
        if label.contains("PRIVATE KEY") {
            throw SettingFault(what: "holds a private key, which has no business here")
        }
        if label.contains("CERTIFICATE") {
            throw SettingFault(what: "holds a certificate; take its key out with `openssl x509 -pubkey -noout`")
        }
        let pem = lines.joined(separator: "\n") + "\n"
        if let key = try? Insecure.RSA.PublicKey(pem: pem) {
            self = .rsa(key)
        } else if let key = try? ES256PublicKey(pem: pem) {
            self = .p256(key)
        } else if let key = try? ES384PublicKey(pem: pem) {
            self = .p384(key)
        } else if let key = try? ES512PublicKey(pem: pem) {
            self = .p521(key)
        } else if let key = try? EdDSA.PublicKey(pem: pem) {
            self = .ed25519(key)
        } else {
            throw SettingFault(
                what: "holds a block that is no key of RSA (2048 bits or more), P-256, P-384, P-521 or Ed25519")
        }
    }
}

// MARK: JSON Web Keys (RFC 7517; RFC 7518, 6; RFC 8037, 2)

extension PublicKey {
    /// None for a key of another type or curve, with numbers that are not as they must be, or with its private part.
    init?(jwk: JSONObject) {
        guard jwk["d"] == nil else { return nil }
        switch (jwk["kty"]?.string, jwk["crv"]?.string) {
        case ("RSA", nil):
            guard let n = jwk.number("n"), let e = jwk.number("e"),
                let key = try? Insecure.RSA.PublicKey(modulus: n, exponent: e)
            else { return nil }
            self = .rsa(key)
        case ("EC", "P-256"):
            guard let point = jwk.point(bytes: 32), let key = try? ES256PublicKey(parameters: point) else { return nil }
            self = .p256(key)
        case ("EC", "P-384"):
            guard let point = jwk.point(bytes: 48), let key = try? ES384PublicKey(parameters: point) else { return nil }
            self = .p384(key)
        case ("EC", "P-521"):
            guard let point = jwk.point(bytes: 66), let key = try? ES512PublicKey(parameters: point) else { return nil }
            self = .p521(key)
        case ("OKP", "Ed25519"):
            guard let x = jwk.coordinate("x", bytes: 32), let key = try? EdDSA.PublicKey(x: x, curve: .ed25519) else {
                return nil
            }
            self = .ed25519(key)
        default:
            // Not `oct` either: a secret that is published is none.
            return nil
        }
    }
}

extension JSONObject {
    /// A number in base64url without padding and without leading zeros (RFC 7518, 2).
    fileprivate func number(_ name: String) -> String? {
        guard let text = self[name]?.string, let first = Base64URL.decode(Array(text.utf8))?.first, first != 0 else {
            return nil
        }
        return text
    }

    fileprivate func coordinate(_ name: String, bytes: Int) -> String? {
        guard let text = self[name]?.string, Base64URL.decode(Array(text.utf8))?.count == bytes else { return nil }
        return text
    }

    fileprivate func point(bytes: Int) -> ECDSAParameters? {
        guard let x = coordinate("x", bytes: bytes), let y = coordinate("y", bytes: bytes) else { return nil }
        return (x, y)
    }
}
