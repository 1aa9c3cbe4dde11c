/// Tokens that have been fetched from Redis before they were asked for, and refusals that hold for a while: what a gateway
/// knows of its callers without asking.
///
/// One word a caller: until when it holds, how many tokens are left in Redis, how many were fetched last, how many of them are
/// left here. Whatever is lost here was taken down there: it is never let through twice.
final class Leases: Sendable {
    /// The most tokens that are fetched at a time.
    static let most = 10

    private let table: KeyTable

    /// - Parameter capacity: how many callers it holds, rounded up to a power of two.
    init(capacity: Int) { table = KeyTable(capacity: capacity) }

    /// A tenth of the burst, so that what lies with gateways is never much of it; ten at most.
    static func most(of rate: Rate) -> Int { min(most, max(1, rate.burst / 10)) }

    enum Answer: Equatable {
        /// A token was here; so many are left, here and in Redis.
        case token(remaining: Int)
        /// There is none for so long, in nanoseconds.
        case none(wait: UInt64)
        /// Redis has to be asked for so many.
        case unknown(ask: Int)
    }

    func take(_ key: UInt64, at rate: Rate, now: UInt64) -> Answer {
        let set = table.set(of: key)
        for way in 0..<KeyTable.ways where set.key(at: way) == key {
            while true {
                let word = Word(set.word(at: way))
                guard word.until > now else { return .unknown(ask: 1) }
                guard word.tokens > 0 else {
                    if word.size == 0 { return .none(wait: word.until - now) }
                    // Whoever has used what was fetched will use more.
                    return .unknown(ask: min(word.size * 2, Self.most(of: rate)))
                }
                guard set.change(word.bits, to: word.bits - 1, at: way) else { continue }
                // The place may have become another's meanwhile.
                guard set.key(at: way) == key else { return .unknown(ask: 1) }
                return .token(remaining: word.remaining + word.tokens - 1)
            }
        }
        return .unknown(ask: 1)
    }

    /// Keeps tokens that were fetched, for as long as the bucket would take to have them back.
    /// - Parameters:
    ///   - size: how many were fetched, with the one that is used at once.
    ///   - remaining: how many are left in Redis.
    func add(_ tokens: Int, of size: Int, remaining: Int, to key: UInt64, at rate: Rate, now: UInt64) {
        put(key, now) { old in
            let kept = old.until > now ? old.tokens : 0
            return Word(
                until: now &+ rate.capacity, remaining: remaining, size: size,
                tokens: min(Self.most(of: rate), kept + tokens))
        }
    }

    /// Keeps in mind that there is no token for so long, in nanoseconds.
    func refuse(_ key: UInt64, for wait: UInt64, now: UInt64) {
        put(key, now) { old in
            old.until > now && old.tokens > 0 ? old : Word(until: now &+ wait, remaining: 0, size: 0, tokens: 0)
        }
    }

    /// Changes the word of a key, which gets a place where it has none. What cannot be done at once is left undone.
    private func put(_ key: UInt64, _ now: UInt64, _ change: (Word) -> Word) {
        let set = table.set(of: key)
        var way = 0
        var least = UInt64.max
        for candidate in 0..<KeyTable.ways {
            let other = set.key(at: candidate)
            if other == key {
                let word = Word(set.word(at: candidate))
                _ = set.change(word.bits, to: change(word).bits, at: candidate)
                return
            }
            let value = other == 0 ? 0 : Word(set.word(at: candidate)).until
            if value < least { (way, least) = (candidate, value) }
        }
        // Nobody finds the place while it changes hands: the word is never one key's with another's tokens.
        let old = set.key(at: way)
        guard old == 0 || set.replace(old, with: 0, at: way) else { return }
        let word = set.word(at: way)
        guard set.change(word, to: change(Word(0)).bits, at: way) else { return }
        _ = set.replace(0, with: key, at: way)
    }

    /// What is known of one caller.
    private struct Word {
        let bits: UInt64

        init(_ bits: UInt64) { self.bits = bits }

        /// - Parameter until: in nanoseconds, kept in units of about a millisecond.
        init(until: UInt64, remaining: Int, size: Int, tokens: Int) {
            bits =
                (until >> 20) << 24 | UInt64(min(max(0, remaining), 0xFFFF)) << 8 | UInt64(size & 15) << 4
                | UInt64(tokens & 15)
        }

        var until: UInt64 { (bits >> 24) << 20 }
        var remaining: Int { Int(bits >> 8 & 0xFFFF) }
        var size: Int { Int(bits >> 4 & 15) }
        var tokens: Int { Int(bits & 15) }
    }
}
