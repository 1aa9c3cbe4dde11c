import NIOCore
import NIOPosix

#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#else
    import Darwin
#endif

/// The verified tokens of one event loop, so that a token is verified once and not with every request.
///
/// It is bounded in entries and in bytes by two generations: new tokens go to the young one; once that is full it becomes
/// the old one, whose unused tokens are forgotten with the next turn. A token goes at its end whatever happens.
final class TokenCache {
    private struct Entry {
        let token: [UInt8]
        let grant: Grant

        var size: Int { token.count + grant.identityHeaders.count + grant.subject.count + 256 }

        /// Compared in full: nothing but the very token that was verified finds its grant. How long that takes tells
        /// nothing: who gets here has sent the last 64 bits of a good signature.
        func isOf(_ other: ByteView) -> Bool {
            token.withUnsafeBufferPointer { mine in
                guard mine.count == other.count, let start = mine.baseAddress else { return false }
                return memcmp(start, other.start, other.count) == 0
            }
        }
    }

    private let verifier: TokenVerifier
    private let entryLimit: Int
    private let byteLimit: Int
    private var young: [UInt64: Entry] = [:]
    private var old: [UInt64: Entry] = [:]
    private var youngBytes = 0

    /// - Parameters:
    ///   - entries: how many tokens are kept at most.
    ///   - bytes: how much memory they take at most, roughly.
    init(_ verifier: TokenVerifier, entries: Int = 8192, bytes: Int = 16 << 20) {
        self.verifier = verifier
        entryLimit = max(1, entries / 2)
        byteLimit = max(1, bytes / 2)
    }

    var count: Int { young.count + old.count }

    /// The grant of a token that has been verified, at a time in seconds since 1970. Allocates nothing for a young token.
    func lookup(_ token: ByteView, now: Int64) -> Grant? {
        let key = Self.key(of: token)
        if let entry = young[key], entry.isOf(token) {
            if now < entry.grant.end { return entry.grant }
            young[key] = nil
            youngBytes -= entry.size
            return nil
        }
        if let entry = old[key], entry.isOf(token) {
            old[key] = nil
            guard now < entry.grant.end else { return nil }
            insert(entry, for: key)
            return entry.grant
        }
        return nil
    }

    /// Longer tokens are verified off the loop, where no other connection waits for it: an HMAC of 4 KiB takes less time than
    /// handing it to another thread.
    static let longestAtOnce = 4096

    /// Verifies a token, keeps it, and calls back on the loop, which must be the cache's own: at once for a token of usual
    /// length, before this returns.
    func verify(
        _ token: ByteView, on loop: any EventLoop, then: @escaping (Result<Grant, AuthFailure>) -> Void
    ) {
        loop.preconditionInEventLoop()
        let bytes = Array(token.bytes)
        let key = Self.key(of: token)
        let verifier = verifier
        guard bytes.count > Self.longestAtOnce else {
            let outcome = Result { () throws(AuthFailure) in try verifier.verify(bytes, now: Int64(time(nil))) }
            if case .success(let grant) = outcome { insert(Entry(token: bytes, grant: grant), for: key) }
            then(outcome)
            return
        }
        NIOThreadPool.singleton.runIfActive(eventLoop: loop) {
            Result { () throws(AuthFailure) in try verifier.verify(bytes, now: Int64(time(nil))) }
        }.assumeIsolated().whenComplete { outcome in
            switch outcome {
            case .success(.success(let grant)):
                self.insert(Entry(token: bytes, grant: grant), for: key)
                then(.success(grant))
            case .success(.failure(let failure)): then(.failure(failure))
            case .failure: then(.failure(.unjudged))
            }
        }
    }

    private func insert(_ entry: Entry, for key: UInt64) {
        if young.count >= entryLimit || youngBytes + entry.size > byteLimit {
            old = young
            young = [:]
            youngBytes = 0
        }
        if let former = young.updateValue(entry, forKey: key) { youngBytes -= former.size }
        youngBytes += entry.size
    }

    /// The last bytes of a token are its signature's, as good as any hash; two tokens with the same ones take turns.
    private static func key(of token: ByteView) -> UInt64 {
        var key = UInt64(truncatingIfNeeded: token.count)
        for index in max(0, token.count - 11)..<token.count {
            key = key &* 67 &+ UInt64(token.start[index])
        }
        return key
    }
}
