import AllocationCounter
import Foundation
import GatewayRuntime
import Logging
import Mocks

// `token-bench`: what a token costs, the first time by its algorithm, and every time after that. Every figure is the median of
// several rounds, in processor time of one thread; compare within one run.

private let secret = "a-secret-of-more-than-thirty-two-bytes!"
private let claims: [String: ClaimValue] = [
    "iss": "us", "aud": "api", "sub": "user-1234567", "org_id": "org-42", "role": "editor",
    "scopes": ["read:agents", "write:agents"], "exp": .integer(9_000_000_000),
]

private enum Route: Ordinal { case agents }
private enum Scope: String {
    case read = "read:agents"
    case write = "write:agents"
}

/// One of each kind.
private let keys = try [TokenAlgorithm.rs256, .es256, .es384, .es512, .edDSA].compactMap { try PrivateKey(for: $0) }

/// The key for an algorithm; none where that takes a secret.
private func key(_ algorithm: TokenAlgorithm) -> PrivateKey? { keys.first { $0.algorithms.contains(algorithm) } }

private func token(_ algorithm: TokenAlgorithm) async throws -> [UInt8] {
    guard let key = key(algorithm) else {
        return Array(try await TokenMint(secret: secret, algorithm: algorithm).token(claims).utf8)
    }
    return Array(try await TokenMint(key: key, algorithm: algorithm).token(claims).utf8)
}

private func verifier(_ algorithm: TokenAlgorithm) async throws -> TokenVerifier {
    let path = FileManager.default.temporaryDirectory.appending(path: "token-bench-\(UUID().uuidString).pem").path
    try Data((key(algorithm)?.publicPEM ?? "").utf8).write(to: URL(filePath: path))
    defer { try? FileManager.default.removeItem(atPath: path) }
    let auth = AuthDefinition(
        providers: [
            ProviderDefinition(
                "jwt", algorithms: [algorithm], secrets: algorithm.isSymmetric ? ["$SECRET"] : [],
                keyFiles: algorithm.isSymmetric ? [] : ["$KEYS"],
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

private func withView<Result>(_ bytes: [UInt8], _ body: (ByteView) -> Result) -> Result {
    bytes.withUnsafeBufferPointer { bytes in
        guard let start = bytes.baseAddress else { exit(1) }
        return body(ByteView(start, count: bytes.count))
    }
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
    let (verifier, bytes) = (try await verifier(algorithm), try await token(algorithm))
    let reader = TokenReader()
    let result = withView(bytes) { view in
        measure(algorithm.isSymmetric ? 5_000 : 300) {
            guard let token = try? reader.read(view) else { return false }
            return (try? verifier.verify(token, for: TokenDemand(), now: now)) != nil
        }
    }
    row("\(algorithm.rawValue) cold", bytes.count, result)
}
let (known, bytes) = (try await verifier(.hs256), try await token(.hs256))
let cache = TokenCache(known)
cache.keep(try known.verify(try SignedToken(bytes), for: TokenDemand(), now: now), for: TokenDemand(), 0)
row(
    "known", bytes.count,
    withView(bytes) { view in
        measure(100_000) { cache.lookup(view, for: TokenDemand(), now: now, clock: 0) != nil }
    })
