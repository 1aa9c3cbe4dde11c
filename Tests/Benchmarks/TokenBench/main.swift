import AllocationCounter
import Crypto
import CryptoExtras
import Foundation
import GatewayRuntime
import Logging

// `token-bench`: what a token costs, the first time by its algorithm, and every time after that. Every figure is the median of
// several rounds, in processor time of one thread; compare within one run.

private let secret = "a-secret-of-more-than-thirty-two-bytes!"
private let claims =
    #"{"iss":"us","aud":"api","sub":"user-1234567","org_id":"org-42","role":"editor","scopes":["read:agents","write:agents"],"exp":9000000000}"#

private enum Route: UInt16 { case agents }
private enum Scope: String {
    case read = "read:agents"
    case write = "write:agents"
}

private let rsa = try _RSA.Signing.PrivateKey(keySize: .bits2048)
private let p256 = P256.Signing.PrivateKey()
private let p384 = P384.Signing.PrivateKey()
private let p521 = P521.Signing.PrivateKey()
private let ed25519 = Curve25519.Signing.PrivateKey()

private func encoded(_ data: some DataProtocol) -> String {
    Data(data).base64EncodedString().replacingOccurrences(of: "+", with: "-")
        .replacingOccurrences(of: "/", with: "_").replacingOccurrences(of: "=", with: "")
}

private func token(_ algorithm: TokenAlgorithm) throws -> [UInt8] {
    let input =
        encoded(Data("{\"alg\":\"\(algorithm.rawValue)\",\"typ\":\"JWT\"}".utf8)) + "." + encoded(Data(claims.utf8))
    let bytes = Data(input.utf8)
    let key = SymmetricKey(data: Data(secret.utf8))
    let signature: Data =
        switch algorithm {
        case .hs256: Data(HMAC<SHA256>.authenticationCode(for: bytes, using: key))
        case .hs384: Data(HMAC<SHA384>.authenticationCode(for: bytes, using: key))
        case .hs512: Data(HMAC<SHA512>.authenticationCode(for: bytes, using: key))
        case .rs256: try rsa.signature(for: SHA256.hash(data: bytes), padding: .insecurePKCS1v1_5).rawRepresentation
        case .rs384: try rsa.signature(for: SHA384.hash(data: bytes), padding: .insecurePKCS1v1_5).rawRepresentation
        case .rs512: try rsa.signature(for: SHA512.hash(data: bytes), padding: .insecurePKCS1v1_5).rawRepresentation
        case .ps256: try rsa.signature(for: SHA256.hash(data: bytes), padding: .PSS).rawRepresentation
        case .ps384: try rsa.signature(for: SHA384.hash(data: bytes), padding: .PSS).rawRepresentation
        case .ps512: try rsa.signature(for: SHA512.hash(data: bytes), padding: .PSS).rawRepresentation
        case .es256: try p256.signature(for: bytes).rawRepresentation
        case .es384: try p384.signature(for: bytes).rawRepresentation
        case .es512: try p521.signature(for: bytes).rawRepresentation
        case .edDSA: try ed25519.signature(for: bytes)
        }
    return Array("\(input).\(encoded(signature))".utf8)
}

/// The algorithm's identifier (RFC 8410, 4), and the key behind it.
private let ed25519PEM =
    "-----BEGIN PUBLIC KEY-----\n"
    + (Data([0x30, 0x2A, 0x30, 0x05, 0x06, 0x03, 0x2B, 0x65, 0x70, 0x03, 0x21, 0x00])
    + ed25519.publicKey.rawRepresentation)
    .base64EncodedString() + "\n-----END PUBLIC KEY-----"

private func pem(_ algorithm: TokenAlgorithm) -> String {
    switch algorithm {
    case .es256: p256.publicKey.pemRepresentation
    case .es384: p384.publicKey.pemRepresentation
    case .es512: p521.publicKey.pemRepresentation
    case .edDSA: ed25519PEM
    default: rsa.publicKey.pemRepresentation
    }
}

private func verifier(_ algorithm: TokenAlgorithm) async throws -> TokenVerifier {
    let isSecret = [.hs256, .hs384, .hs512].contains(algorithm)
    let path = FileManager.default.temporaryDirectory.appending(path: "token-bench-\(UUID().uuidString).pem").path
    try Data(pem(algorithm).utf8).write(to: URL(filePath: path))
    defer { try? FileManager.default.removeItem(atPath: path) }
    let auth = AuthDefinition(
        providers: [
            ProviderDefinition(
                "jwt", algorithms: [algorithm], secrets: isSecret ? ["$SECRET"] : [],
                keyFiles: isSecret ? [] : ["$KEYS"],
                issuers: ["us"], audiences: ["api"])
        ],
        scopeClaims: ["scopes"], roleClaims: ["role"],
        claimHeaders: [
            .init("X-User-ID", claim: "sub"), .init("X-Org-ID", claim: "org_id"), .init("X-User-Role", claim: "role"),
        ])
    let settings = try AuthSettings.resolve(auth, environment: ["SECRET": secret, "KEYS": path])
    let access = AccessTable { $0.require(Route.agents, scopes: [Scope.read, .write]) }
    return try await TokenVerifier(settings, access: AccessPlan(access, routeCount: 1), logger: Logger(label: "bench"))
}

private func processorNanoseconds() -> Double {
    var time = timespec()
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time)
    return Double(time.tv_sec) * 1e9 + Double(time.tv_nsec)
}

/// The median time and the allocations of one of `count` calls.
private func measure(_ count: Int, _ body: () -> Bool) -> (nanoseconds: Double, allocations: Double) {
    var rounds: [Double] = []
    rounds.reserveCapacity(9)
    guard body() else {
        print("a token was refused")
        exit(1)
    }
    let before = allocation_count()
    for _ in 0..<9 {
        let start = processorNanoseconds()
        for _ in 0..<count where !body() { exit(1) }
        rounds.append((processorNanoseconds() - start) / Double(count))
    }
    return (rounds.sorted()[4], Double(allocation_count() - before) / Double(9 * count))
}

private func pad(_ text: String, _ width: Int) -> String {
    String(repeating: " ", count: max(0, width - text.count)) + text
}

private func row(_ name: String, _ bytes: Int, _ result: (nanoseconds: Double, allocations: Double)) {
    let time =
        result.nanoseconds < 1000 ? "\(Int(result.nanoseconds)) ns" : "\((result.nanoseconds / 100).rounded() / 10) us"
    print(
        name.padding(toLength: 12, withPad: " ", startingAt: 0) + pad("\(bytes)", 6) + pad(time, 12)
            + pad("\((result.allocations * 100).rounded() / 100)", 10))
}

print("token        bytes        time    allocs")
let now: Int64 = 1_800_000_000
for algorithm in TokenAlgorithm.allCases {
    let (verifier, bytes) = (try await verifier(algorithm), try token(algorithm))
    let isSlow = ![.hs256, .hs384, .hs512].contains(algorithm)
    let result = measure(isSlow ? 300 : 5_000) {
        guard let token = try? SignedToken(bytes) else { return false }
        return (try? verifier.verify(token, for: TokenDemand(), now: now)) != nil
    }
    row("\(algorithm.rawValue) cold", bytes.count, result)
}
let (known, bytes) = (try await verifier(.hs256), try token(.hs256))
let cache = TokenCache(known)
cache.keep(try known.verify(try SignedToken(bytes), for: TokenDemand(), now: now), of: bytes, for: TokenDemand(), 0)
row(
    "known", bytes.count,
    bytes.withUnsafeBufferPointer { buffer in
        guard let start = buffer.baseAddress else { exit(1) }
        let view = ByteView(start, count: buffer.count)
        return measure(100_000) { cache.lookup(view, for: TokenDemand(), now: now, clock: 0) != nil }
    })
