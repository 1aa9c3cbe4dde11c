/// The signature algorithms that a spec can allow (RFC 7518, 3.1; RFC 8037, 3.1). `none` is not among them.
public enum TokenAlgorithm: String, Sendable, CaseIterable {
    case hs256 = "HS256"
    case hs384 = "HS384"
    case hs512 = "HS512"
    case rs256 = "RS256"
    case rs384 = "RS384"
    case rs512 = "RS512"
    case ps256 = "PS256"
    case ps384 = "PS384"
    case ps512 = "PS512"
    case es256 = "ES256"
    case es384 = "ES384"
    case es512 = "ES512"
    /// Ed25519.
    case edDSA = "EdDSA"

    /// Whether who verifies could sign too: then the key is a secret.
    package var isSymmetric: Bool { self == .hs256 || self == .hs384 || self == .hs512 }
}
