#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#endif

/// The verified tokens of one event loop, so that a token is verified once and not with every request.
///
/// It is bounded in entries and in bytes by two generations: new tokens go to the young one; once that is full it becomes
/// the old one, whose unused tokens are forgotten with the next turn. Only what a key has signed gets in, so that no flood
/// of bad tokens can drive a good one out. A token goes at its end whatever happens, and all go when a key does. Where tokens can
/// be revoked one by one, it is kept with the last word on that, which does not hold for long.
package final class TokenCache {
    private struct Entry {
        let token: [UInt8]
        /// Whose token it was to be when it was verified.
        let provider: Int?
        let grant: Grant
        /// Whether the token is revoked, as far as that is known.
        var verdict: RevocationVerdict

        var size: Int {
            token.count + grant.identityHeaders.count + grant.subject.count + 256
                + (grant.revocation?.id.bytes.count ?? 0) + grant.limitClaims.reduce(0) { $0 + 32 + $1.count }
        }

        func isGood(at clock: UInt64) -> Bool { verdict.failure == nil && clock < verdict.end }

        /// Compared in full: nothing but the very token that was verified finds its grant, and only where it could have been
        /// verified again. How long that takes tells nothing: who gets here has sent the last 64 bits of a good signature.
        func holds(for other: ByteView, _ demand: TokenDemand) -> Bool {
            guard provider == demand.provider, grant.sources & 1 << UInt32(demand.source) != 0 else { return false }
            return token.withUnsafeBufferPointer { mine in
                guard mine.count == other.count, let start = mine.baseAddress else { return false }
                return memcmp(start, other.start, other.count) == 0
            }
        }
    }

    let sources: TokenSources
    private let verifier: TokenVerifier
    private let entryLimit: Int
    private let byteLimit: Int
    #if !DEBUG
        @exclusivity(unchecked)
    #endif
    private var young: [UInt64: Entry] = [:]
    #if !DEBUG
        @exclusivity(unchecked)
    #endif
    private var old: [UInt64: Entry] = [:]
    private var youngBytes = 0
    private var lastHeader = LastTokenHeader()
    /// That of the ``KeyRing`` when all entries were last known to be good.
    private var generation: Int

    /// - Parameters:
    ///   - entries: how many tokens are kept at most.
    ///   - bytes: how much memory they take at most, roughly.
    package init(_ verifier: TokenVerifier, entries: Int = 8192, bytes: Int = 16 << 20) {
        self.verifier = verifier
        sources = verifier.sources
        generation = verifier.keys.generation
        entryLimit = max(1, entries / 2)
        byteLimit = max(1, bytes / 2)
    }

    var count: Int { young.count + old.count }

    /// The grant of a token that has been verified, and of which it is known that it is not revoked. Allocates nothing for a
    /// young token.
    /// - Parameters:
    ///   - now: in seconds since 1970.
    ///   - clock: by ``Loop/clock()``.
    package func lookup(_ token: ByteView, for demand: TokenDemand, now: Int64, clock: UInt64) -> Grant? {
        guard let entry = entry(of: token, demand, now: now), entry.isGood(at: clock) else { return nil }
        return entry.grant
    }

    @inline(__always)
    private func entry(of token: ByteView, _ demand: TokenDemand, now: Int64) -> Entry? {
        if generation != verifier.keys.generation { forgetAll() }
        let key = Self.key(of: token, demand)
        if let entry = young[key], entry.holds(for: token, demand) {
            if now < entry.grant.end { return entry }
            young[key] = nil
            youngBytes -= entry.size
            return nil
        }
        if let entry = old[key], entry.holds(for: token, demand) {
            old[key] = nil
            guard now < entry.grant.end else { return nil }
            insert(entry, for: key)
            return entry
        }
        return nil
    }

    /// Longer tokens are verified off the loop, where no other connection waits for it: an HMAC of 4 KiB takes less time than
    /// handing it to another thread. Signatures of public keys take ten times as long and more, so they always go there.
    static let longestAtOnce = 4096

    /// Verifies a token, keeps it, and calls back on the loop, which must be the cache's own: at once for a token of usual
    /// length that a secret has signed, before this returns. A token whose key is not there waits for the keys to be fetched,
    /// where they may be. One that can be revoked waits for the word on that, where there is none that still holds.
    func verify(
        _ token: ByteView, for demand: TokenDemand, on loop: Loop,
        then: @escaping (Result<Grant, AuthFailure>) -> Void
    ) {
        precondition(loop.isCurrent, "a cache is used on its loop")
        let now = Int64(time(nil))
        let known = entry(of: token, demand, now: now)
        if let verdict = known?.verdict, Loop.clock() < verdict.end, let failure = verdict.failure {
            return then(.failure(failure))
        }
        let bytes = Array(token.bytes)
        if let grant = known?.grant {
            judge(grant, of: bytes, for: demand, on: loop, then: then)
        } else if let outcome = verifyAtOnce(bytes, for: demand, now: now) {
            guard case .success(let grant) = outcome else { return then(outcome) }
            judge(grant, of: bytes, for: demand, on: loop, then: then)
        } else {
            verify(bytes, for: demand, mayFetchKeys: true, on: loop, then: then)
        }
    }

    /// Verifies a token of usual length that a secret has signed, and keeps it; nothing for another.
    private func verifyAtOnce(_ token: [UInt8], for demand: TokenDemand, now: Int64) -> Result<Grant, AuthFailure>? {
        guard token.count <= Self.longestAtOnce else { return nil }
        let generation = verifier.keys.generation
        do throws(AuthFailure) {
            let parts = try SignedToken(token, header: &lastHeader)
            guard parts.algorithm.isSymmetric else { return nil }
            let grant = try verifier.verify(parts, for: demand, now: now)
            keep(grant, of: token, for: demand, generation)
            return .success(grant)
        } catch {
            return .failure(error)
        }
    }

    private func verify(
        _ token: [UInt8], for demand: TokenDemand, mayFetchKeys: Bool, on loop: Loop,
        then: @escaping (Result<Grant, AuthFailure>) -> Void
    ) {
        let generation = verifier.keys.generation
        let verifier = verifier
        loop.offload {
            Result { () throws(AuthFailure) in
                try verifier.verify(try SignedToken(token), for: demand, now: Int64(time(nil)))
            }
        } then: { outcome in
            switch outcome {
            case .success(let grant):
                self.keep(grant, of: token, for: demand, generation)
                return self.judge(grant, of: token, for: demand, on: loop, then: then)
            case .failure(.unknownKey), .failure(.keyless):
                guard mayFetchKeys, let fetch = verifier.fetchKeys(for: token, demand) else { break }
                loop.wait(for: fetch) {
                    self.verify(token, for: demand, mayFetchKeys: false, on: loop, then: then)
                }
                return
            case .failure: break
            }
            then(outcome)
        }
    }

    /// Finds out whether a token that is verified has been revoked.
    private func judge(
        _ grant: Grant, of token: [UInt8], for demand: TokenDemand, on loop: Loop,
        then: @escaping (Result<Grant, AuthFailure>) -> Void
    ) {
        guard let revocation = grant.revocation else { return then(.success(grant)) }
        let finish = LoopBound(
            { (verdict: RevocationVerdict) in
                self.note(verdict, on: token, for: demand)
                then(verdict.failure.map { .failure($0) } ?? .success(grant))
            }, on: loop)
        revocation.list.ask(revocation.id) { verdict in loop.execute { finish.value(verdict) } }
    }

    /// Keeps the word on a token's revocation, where the token itself is still kept.
    private func note(_ verdict: RevocationVerdict, on token: [UInt8], for demand: TokenDemand) {
        token.withUnsafeBufferPointer { bytes in
            let view = ByteView(bytes)
            let key = Self.key(of: view, demand)
            if let entry = young[key], entry.holds(for: view, demand) { young[key]?.verdict = verdict }
            if let entry = old[key], entry.holds(for: view, demand) { old[key]?.verdict = verdict }
        }
    }

    /// Keeps what a token was found to grant.
    /// - Parameter generation: that of the keys before the token was verified: one that has gone meanwhile may be the one that
    ///   signed it.
    package func keep(_ grant: Grant, of token: [UInt8], for demand: TokenDemand, _ generation: Int) {
        guard generation == verifier.keys.generation, generation == self.generation else { return }
        token.withUnsafeBufferPointer { bytes in
            guard let start = bytes.baseAddress else { return }
            let entry = Entry(
                token: token, provider: demand.provider, grant: grant,
                verdict: grant.revocation == nil ? .good : .pending)
            insert(entry, for: Self.key(of: ByteView(start, count: bytes.count), demand))
        }
    }

    private func insert(_ entry: Entry, for key: UInt64) {
        if young.count >= entryLimit || youngBytes + entry.size > byteLimit {
            // The room of the oldest is the room of the youngest: a dictionary that grows anew moves what is in it ten times.
            swap(&old, &young)
            young.removeAll(keepingCapacity: true)
            youngBytes = 0
        }
        if let former = young.updateValue(entry, forKey: key) { youngBytes -= former.size }
        youngBytes += entry.size
    }

    private func forgetAll() {
        generation = verifier.keys.generation
        young = [:]
        old = [:]
        youngBytes = 0
    }

    /// The last bytes of a token are its signature's, as good as any hash; two tokens with the same ones take turns.
    private static func key(of token: ByteView, _ demand: TokenDemand) -> UInt64 {
        var key =
            UInt64(truncatingIfNeeded: token.count) &+ UInt64(truncatingIfNeeded: (demand.provider ?? -1) + 1) << 32
        for index in max(0, token.count - 11)..<token.count {
            key = key &* 67 &+ UInt64(token.start[index])
        }
        return key
    }
}
