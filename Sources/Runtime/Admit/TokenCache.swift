#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#endif

/// The verified tokens of one event loop, so that a token is verified once and not with every request.
///
/// Only what a key has signed gets in, so that no flood of bad tokens can drive a good one out. A token goes at its end whatever
/// happens, and all go when a key does. Where tokens can be revoked one by one, it is kept with the last word on that, which does
/// not hold for long.
package final class TokenCache {
    let sources: TokenSources
    private let verifier: TokenVerifier
    private let table: TokenTable
    private let reader = TokenReader()
    /// That of the ``KeyRing`` when all entries were last known to be good.
    private var generation: Int

    /// - Parameters:
    ///   - entries: how many tokens are kept at most.
    ///   - bytes: how much memory they take at most, roughly.
    package init(_ verifier: TokenVerifier, entries: Int = 8192, bytes: Int = 16 << 20) {
        self.verifier = verifier
        sources = verifier.sources
        generation = verifier.keys.generation
        table = TokenTable(entries: entries, bytes: bytes)
    }

    var count: Int { table.count }

    /// The grant of a token that has been verified, and of which it is known that it is not revoked. Allocates nothing.
    /// - Parameters:
    ///   - now: in seconds since 1970.
    ///   - clock: by ``Loop/clock()``.
    package func lookup(_ token: ByteView, for demand: TokenDemand, now: Int64, clock: UInt64) -> Grant? {
        guard let number = find(token, demand, now: now) else { return nil }
        let verdict = table.verdict(number)
        return verdict.failure == nil && clock < verdict.end ? table.grant(number) : nil
    }

    /// The number in the table of a token that still holds.
    private func find(_ token: ByteView, _ demand: TokenDemand, now: Int64) -> Int? {
        if generation != verifier.keys.generation { forgetAll() }
        guard let number = table.find(token, demand), let grant = table.grant(number) else { return nil }
        guard now < grant.end else {
            table.remove(number)
            return nil
        }
        return number
    }

    /// Longer tokens are verified off the loop, where no other connection waits for it: an HMAC of 4 KiB takes less time than
    /// handing it to another thread. Signatures of public keys take ten times as long and more, so they always go there.
    static let longestAtOnce = 4096

    /// What is to be said at once of a token that was not found: of one that is known to be revoked, and of one of usual length
    /// that a secret has signed, which is verified and kept. Nothing where that takes a while.
    func judge(
        _ token: ByteView, for demand: TokenDemand, now: Int64, clock: UInt64
    ) -> Result<Grant, AuthFailure>? {
        if let number = find(token, demand, now: now) {
            let verdict = table.verdict(number)
            return clock < verdict.end ? verdict.failure.map { .failure($0) } : nil
        }
        guard token.count <= Self.longestAtOnce else { return nil }
        let generation = verifier.keys.generation
        do throws(AuthFailure) {
            let parts = try reader.read(token)
            guard parts.algorithm.isSymmetric else { return nil }
            let grant = try verifier.verify(parts, for: demand, now: now)
            keep(grant, for: demand, generation)
            return grant.revocation == nil ? .success(grant) : nil
        } catch {
            return .failure(error)
        }
    }

    /// Verifies a token that ``judge(_:for:now:clock:)`` has left open, keeps it, and calls back on the loop, which must be the
    /// cache's own. A token whose key is not there waits for the keys to be fetched, where they may be. One that can be revoked waits
    /// for the word on that, where there is none that still holds.
    func verifyInTime(
        _ token: ByteView, for demand: TokenDemand, on loop: Loop,
        then: @escaping (Result<Grant, AuthFailure>) -> Void
    ) {
        precondition(loop.isCurrent, "a cache is used on its loop")
        let bytes = Array(token.bytes)
        if let grant = find(token, demand, now: Int64(time(nil))).flatMap(table.grant) {
            ask(about: grant, of: bytes, for: demand, on: loop, then: then)
        } else {
            verify(bytes, for: demand, mayFetchKeys: true, on: loop, then: then)
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
                self.keep(grant, for: demand, generation)
                return self.ask(about: grant, of: token, for: demand, on: loop, then: then)
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
    private func ask(
        about grant: Grant, of token: [UInt8], for demand: TokenDemand, on loop: Loop,
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
        guard let number = token.withUnsafeBufferPointer({ table.find(ByteView($0), demand) }) else { return }
        table.note(verdict, on: number)
    }

    /// Keeps what a token was found to grant.
    /// - Parameter generation: that of the keys before the token was verified: one that has gone meanwhile may be the one that
    ///   signed it.
    package func keep(_ grant: Grant, for demand: TokenDemand, _ generation: Int) {
        guard generation == verifier.keys.generation, generation == self.generation else { return }
        table.insert(grant, demand, grant.revocation == nil ? .good : .pending)
    }

    private func forgetAll() {
        generation = verifier.keys.generation
        table.removeAll()
    }
}
