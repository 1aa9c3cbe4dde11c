public import GatewayRuntime
import Synchronization

/// The keys of an issuer that changes them: of each algorithm the one that signs, the one before it and the one that comes next.
///
/// All three are published. So whoever fetched the set before a change knows the new key already, and tokens of the last key hold
/// until the change after it.
public final class RotatingKeys: Sendable {
    /// A private key in its time of service.
    private struct Key: Sendable {
        let mint: TokenMint
        let published: [String: String]
    }

    private struct Series: Sendable {
        /// The last of these is not used yet, the one before it signs.
        private(set) var keys: [Key] = []
        private var made = 0

        mutating func add(_ mint: TokenMint, _ members: [String: String]) {
            made += 1
            var mint = mint
            let (name, id) = (mint.algorithm.rawValue, "\(mint.algorithm.rawValue.lowercased())-\(made)")
            mint.keyID = id
            let own = ["kid": id, "alg": name, "use": "sig"]
            keys = (keys + [Key(mint: mint, published: members.merging(own) { _, own in own })]).suffix(3)
        }
    }

    /// None takes a secret.
    public let algorithms: [TokenAlgorithm]
    private let series = Mutex<[TokenAlgorithm: Series]>([:])

    /// Makes two keys for each algorithm. Algorithms that take a secret are left out: a secret is not published.
    public init(_ algorithms: [TokenAlgorithm]) async throws {
        self.algorithms = algorithms.filter { !$0.isSymmetric }
        try await rotate()
        try await rotate()
    }

    /// Has the next key of each algorithm sign, and makes one more.
    public func rotate() async throws {
        for algorithm in algorithms {
            guard let key = try PrivateKey(for: algorithm) else { continue }
            let (mint, members) = (try await TokenMint(key: key, algorithm: algorithm), try key.publicMembers)
            series.withLock { $0[algorithm, default: Series()].add(mint, members) }
        }
    }

    /// What signs now; none for an algorithm that has no keys here.
    public func mint(of algorithm: TokenAlgorithm) -> TokenMint? {
        series.withLock { $0[algorithm]?.keys.dropLast().last?.mint }
    }

    /// The members of each JSON Web Key that is published (RFC 7517, 4).
    public var published: [[String: String]] {
        series.withLock { series in algorithms.flatMap { series[$0]?.keys.map(\.published) ?? [] } }
    }
}
