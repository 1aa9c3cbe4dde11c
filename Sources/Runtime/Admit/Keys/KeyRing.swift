import Synchronization

/// The keys of all providers, shared by all loops: those of a published set may change at any time.
///
/// It is looked at when a token is verified for the first time. The way of a token that is known leads past it, but for
/// ``generation``.
final class KeyRing: Sendable {
    /// What a provider publishes.
    struct Keys: Sendable {
        /// The set, by `kid`; none where there is none, or none has come yet.
        var published: [String: [VerificationKey]]?
        /// When the set came, in milliseconds since 1970.
        var fetchedAt: Int64?
        /// Why the last fetch failed, where it did.
        var fault: String?
    }

    /// Secrets and keys of PEM files, by provider, which are tried one after the other. They never change, so no lock is needed.
    let fixed: [[VerificationKey]]
    private let keys: Mutex<[Keys]>
    private let revocations = Atomic<Int>(0)

    init(_ fixed: [[VerificationKey]]) {
        self.fixed = fixed
        keys = Mutex(fixed.map { _ in Keys() })
    }

    /// Changes whenever a key is no longer there, or a list of revoked tokens is longer: what was verified before is then not
    /// to be believed.
    var generation: Int { revocations.load(ordering: .acquiring) }

    /// How many keys a provider has.
    func count(of provider: Int) -> Int {
        (fixed.indices.contains(provider) ? fixed[provider].count : 0)
            + (self[provider].published ?? [:]).values.reduce(0) { $0 + $1.count }
    }

    subscript(provider: Int) -> Keys { keys.withLock { $0.indices.contains(provider) ? $0[provider] : Keys() } }

    /// Puts a published set in the place of the last one.
    func publish(_ set: [VerificationKey], of provider: Int, at time: Int64) {
        keys.withLock { keys in
            guard keys.indices.contains(provider) else { return }
            let former = (keys[provider].published ?? [:]).values.joined().map(\.fingerprint)
            keys[provider].published = Dictionary(grouping: set) { $0.id ?? "" }
            keys[provider].fetchedAt = time
            keys[provider].fault = nil
            // While the new set is there already, so that nobody takes a grant of the old one for one of the new.
            if !Set(former).isSubset(of: set.map(\.fingerprint)) {
                doubtTokens()
            }
        }
    }

    /// Has all tokens verified anew.
    func doubtTokens() { revocations.add(1, ordering: .acquiringAndReleasing) }

    /// Notes that a set could not be had. The last one holds on.
    func note(fault: String, of provider: Int) {
        keys.withLock { if $0.indices.contains(provider) { $0[provider].fault = fault } }
    }
}
