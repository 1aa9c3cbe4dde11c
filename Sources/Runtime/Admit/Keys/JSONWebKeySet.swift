/// A set of public keys as issuers publish it (RFC 7517, 5).
enum JSONWebKeySet {
    /// What a document that could not be taken is: "is no JSON object with `keys`".
    struct Fault: Error {
        let what: String
    }

    /// No honest set is larger.
    static let longest = 256 * 1024
    static let mostKeys = 100

    /// The keys that can verify tokens of these algorithms. What is in the set for other ends, or of a kind that the gateway does
    /// not know, is passed over (RFC 7517, 5).
    static func read(
        _ bytes: [UInt8], for algorithms: [TokenAlgorithm]
    ) async throws(Fault) -> [VerificationKey] {
        guard let entries = JSON(parsing: bytes)?.object?["keys"]?.array else {
            throw Fault(what: "is no JSON object with a list of `keys`")
        }
        var keys: [VerificationKey] = []
        for (count, entry) in entries.enumerated() {
            guard count < mostKeys else { throw Fault(what: "has more than \(mostKeys) keys") }
            guard let entry = entry.object, let key = await key(entry, for: algorithms) else { continue }
            keys.append(key)
        }
        if keys.isEmpty { throw Fault(what: "has no key with a `kid` for any of the spec's algorithms") }
        return keys
    }

    /// None where the entry says that it is for something else: by `use`, `key_ops` or `alg` (RFC 7517, 4).
    private static func key(_ entry: JSONObject, for algorithms: [TokenAlgorithm]) async -> VerificationKey? {
        guard let id = entry["kid"]?.string, !id.isEmpty, let key = PublicKey(jwk: entry) else { return nil }
        if let use = entry["use"], !use.isString("sig") { return nil }
        if let operations = entry["key_ops"] {
            guard operations.array?.contains(where: { $0.isString("verify") }) ?? false else { return nil }
        }
        var allowed = algorithms
        if let algorithm = entry["alg"] { allowed = algorithms.filter { algorithm.isString($0.rawValue) } }
        let verification = try? await VerificationKey(key, id: id, for: allowed)
        return verification.flatMap { $0.isUsable ? $0 : nil }
    }
}
