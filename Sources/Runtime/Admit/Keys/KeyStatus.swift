/// What a provider has to verify tokens with, at a moment: for `/ready` and the metrics.
struct KeyStatus: Sendable {
    let provider: String
    /// Secrets, keys of files, keys of the published set.
    let keys: Int
    /// Of a provider that publishes its keys.
    let keySet: KeySet?
    /// Of a provider whose tokens can be revoked.
    let revocation: RevocationStatus?
    let weaknesses: [SecretWeakness]

    struct KeySet: Sendable {
        /// In milliseconds since 1970; none where it has not come yet.
        let fetchedAt: Int64?
        /// Whether the last fetch failed.
        let isStale: Bool
    }

    /// Whether tokens can be verified at all.
    var isReady: Bool {
        (keySet.map { $0.fetchedAt != nil } ?? true) && (revocation?.isReady ?? true)
    }
}

extension TokenVerifier {
    var status: [KeyStatus] {
        settings.providers.enumerated().map { index, provider in
            let keys = keys[index]
            return KeyStatus(
                provider: provider.name, keys: self.keys.count(of: index),
                keySet: provider.keySet.map { _ in .init(fetchedAt: keys.fetchedAt, isStale: keys.fault != nil) },
                revocation: revocations[index]?.status,
                weaknesses: SecretWeakness.allCases.filter(provider.weaknesses.contains))
        }
    }
}

extension [KeyStatus] {
    /// `{"jwt":{"keys":1,"revocation":{"redis":"up"},"insecure":["short_secret"]},`
    /// `"partner":{"keys":2,"jwks":{"fetched_at":"…","stale":false}}}`
    func write(into buffer: ByteWriter) {
        buffer.put("{")
        for (index, status) in enumerated() {
            if index > 0 { buffer.put(",") }
            buffer.put(json: status.provider)
            buffer.put(":{\"keys\":")
            buffer.put(decimal: status.keys)
            if let set = status.keySet {
                buffer.put(",\"jwks\":{\"fetched_at\":")
                buffer.put(time: set.fetchedAt)
                buffer.put(set.isStale ? ",\"stale\":true}" : ",\"stale\":false}")
            }
            if let revocation = status.revocation {
                buffer.put(",\"revocation\":")
                revocation.write(into: buffer)
            }
            if !status.weaknesses.isEmpty {
                buffer.put(",\"insecure\":[")
                buffer.put(text: status.weaknesses.map { "\"\($0.rawValue)\"" }.joined(separator: ","))
                buffer.put("]")
            }
            buffer.put("}")
        }
        buffer.put("}")
    }
}

extension ByteWriter {
    /// A time in milliseconds since 1970 as JSON; none is `null`.
    func put(time: Int64?) {
        guard let time else { return put("null") }
        put("\"")
        Timestamp(milliseconds: time).write(into: self)
        put("\"")
    }
}
