import Synchronization

/// A circuit breaker: after so many failures in a row nothing goes through for a while; then a few requests try, and the
/// first of them that ends decides (`circuit_breaker`). Where none of them ends for as long, as many more may try. One word
/// that all event loops share.
final class CircuitBreaker: Sendable {
    private let word = Atomic(BreakerWord.start.rawValue)
    private let opened = Atomic(0)
    let limits: BreakerLimits

    init(_ definition: CircuitBreakerDefinition) {
        limits = BreakerLimits(
            failures: definition.failureThreshold,
            open: max(1, definition.open.clampedNanoseconds / 1_000_000), probes: definition.halfOpenMaxInFlight)
    }

    /// Asks whether a request may go through. A permit must be given back with ``end(_:_:_:)``, once.
    /// - Parameter now: by ``Loop/clock()``.
    func ask(_ now: UInt64) -> BreakerWord.Verdict {
        var former = BreakerWord(rawValue: word.load(ordering: .relaxed))
        while true {
            let (next, verdict) = former.asked(limits, now / 1_000_000)
            if next.rawValue == former.rawValue { return verdict }
            let (isDone, found) = word.compareExchange(
                expected: former.rawValue, desired: next.rawValue, ordering: .relaxed)
            if isDone { return verdict }
            former = BreakerWord(rawValue: found)
        }
    }

    func end(_ permit: BreakerWord.Permit, _ outcome: BreakerWord.Outcome, _ now: UInt64) {
        var former = BreakerWord(rawValue: word.load(ordering: .relaxed))
        while true {
            let next = former.ended(permit, outcome, limits, (now + 999_999) / 1_000_000)
            if next.rawValue == former.rawValue { return }
            let (isDone, found) = word.compareExchange(
                expected: former.rawValue, desired: next.rawValue, ordering: .relaxed)
            if isDone {
                if next.phase == .open { opened.add(1, ordering: .relaxed) }
                return
            }
            former = BreakerWord(rawValue: found)
        }
    }

    func status(_ now: UInt64) -> BreakerStatus {
        let word = BreakerWord(rawValue: word.load(ordering: .relaxed))
        let wait = word.phase == .open ? word.time.subtractingReportingOverflow(now / 1_000_000) : (0, true)
        return BreakerStatus(
            phase: word.phase, failures: word.phase == .closed ? word.count : 0,
            inFlight: word.phase == .halfOpen ? word.count : 0,
            retryAfter: wait.1 ? 0 : Int(clamping: (wait.0 + 999) / 1000), opened: opened.load(ordering: .relaxed))
    }
}

/// A breaker at a moment.
struct BreakerStatus: Sendable {
    let phase: BreakerWord.Phase
    /// In a row, while closed.
    let failures: Int
    /// Requests that try, while half open.
    let inFlight: Int
    /// In seconds, while open.
    let retryAfter: Int
    /// How often it has opened.
    let opened: Int
}

/// What a breaker goes by.
struct BreakerLimits: Sendable {
    let failures: Int
    /// In milliseconds.
    let open: UInt64
    let probes: Int
}

/// The state of a breaker in one word, and what becomes of it.
///
/// Who was let through in one period says nothing of another: a request that began before the breaker opened and fails while
/// it is half open, or the second of two that tried, when the first has settled the matter. So a permit names its period: the
/// phase, and when that began.
struct BreakerWord: RawRepresentable, Sendable {
    enum Phase: UInt64, Sendable { case closed, open, halfOpen }
    enum Outcome: Sendable { case success, failure, neither }

    struct Permit: Equatable, Sendable { fileprivate let period: UInt64 }

    enum Verdict: Sendable {
        case permitted(Permit)
        /// - Parameter retryAfter: in seconds.
        case refused(retryAfter: Int)
    }

    /// From the top: 2 bits of the phase, 22 of the count, 40 of the time.
    let rawValue: UInt64

    static let start = BreakerWord(.closed, count: 0, time: 0)

    init(rawValue: UInt64) { self.rawValue = rawValue }

    private init(_ phase: Phase, count: Int, time: UInt64) {
        rawValue = phase.rawValue << 62 | UInt64(count) << 40 | time & Self.times
    }

    private static let times: UInt64 = 1 << 40 - 1
    private static let mostCounted = 1 << 22 - 1

    var phase: Phase { Phase(rawValue: rawValue >> 62) ?? .closed }
    /// Failures in a row while closed, requests that try while half open.
    var count: Int { Int(rawValue >> 40) & Self.mostCounted }
    /// When it is to let requests try, or the first of them began to, in milliseconds of the monotonic clock.
    var time: UInt64 { rawValue & Self.times }

    private var period: UInt64 { rawValue & ~(UInt64(Self.mostCounted) << 40) }

    func asked(_ limits: BreakerLimits, _ now: UInt64) -> (BreakerWord, Verdict) {
        let now = now & Self.times
        switch phase {
        case .closed:
            return (self, .permitted(Permit(period: period)))
        case .open where now < time:
            return (self, .refused(retryAfter: Int(clamping: (time - now + 999) / 1000)))
        case .open,
            .halfOpen where count == 0:
            let next = BreakerWord(.halfOpen, count: 1, time: now)
            return (next, .permitted(Permit(period: next.period)))
        case .halfOpen where count < mostTrying(limits, now):
            return (BreakerWord(.halfOpen, count: count + 1, time: time), .permitted(Permit(period: period)))
        case .halfOpen:
            return (self, .refused(retryAfter: 1))
        }
    }

    /// How many requests may try: more of them with every `open` in which none has ended. One that hangs, or whose client is
    /// slow to send it, would else keep the breaker shut for as long as it likes.
    private func mostTrying(_ limits: BreakerLimits, _ now: UInt64) -> Int {
        let turns = 1 + (now > time ? now - time : 0) / limits.open
        let (most, overflow) = turns.multipliedReportingOverflow(by: UInt64(limits.probes))
        return overflow ? Self.mostCounted : Int(min(most, UInt64(Self.mostCounted)))
    }

    func ended(_ permit: Permit, _ outcome: Outcome, _ limits: BreakerLimits, _ now: UInt64) -> BreakerWord {
        guard permit.period == period else { return self }
        switch (phase, outcome) {
        case (.closed, .success): return BreakerWord(.closed, count: 0, time: time)
        case (.closed, .failure) where count + 1 < limits.failures:
            return BreakerWord(.closed, count: count + 1, time: time)
        case (.closed, .failure), (.halfOpen, .failure): return BreakerWord(.open, count: 0, time: now + limits.open)
        case (.halfOpen, .success): return BreakerWord(.closed, count: 0, time: time)
        case (.halfOpen, .neither): return BreakerWord(.halfOpen, count: max(0, count - 1), time: time)
        case (.closed, .neither), (.open, _): return self
        }
    }
}
