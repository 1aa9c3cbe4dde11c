import Synchronization

/// What all event loops know of an upstream's targets: words that they share.
final class TargetStates: Sendable {
    /// Why a target gets no requests.
    enum Status: String, Sendable { case up, down, ejected }

    private struct Ejection: Sendable {
        let failures: Int
        let duration: UInt64
        /// How many targets may be out at a time.
        let most: Int
    }

    /// A bit for each target.
    let all: UInt64
    /// Those that failed their health checks.
    private let down = Atomic<UInt64>(0)
    /// Those that are left out since their answers were bad.
    private let ejected = Atomic<UInt64>(0)
    /// Those whose health is to be checked at once.
    private let suspects = Atomic<UInt64>(0)
    private let targets: [TargetState]
    private let ejection: Ejection?
    private let slowStart: UInt64
    private let panicThreshold: Int

    init(_ settings: UpstreamSettings) {
        let count = min(settings.targets.count, 64)
        all = count == 64 ? .max : (1 << UInt64(count)) - 1
        targets = settings.targets.prefix(count).map { _ in TargetState() }
        ejection = settings.outlierDetection.map {
            Ejection(
                failures: $0.consecutiveFailures, duration: $0.eject.clampedNanoseconds,
                // However few they are: else what is asked for would never be done. A single one is always taken.
                most: count > 1 ? max(1, count * $0.maxEjectedPercent / 100) : 0)
        }
        slowStart = settings.balance.slowStart?.clampedNanoseconds ?? 0
        panicThreshold = settings.balance.panicThreshold
    }

    // MARK: Who may be used

    /// The targets that take requests, a bit each; none where no target is healthy.
    /// - Parameter now: by ``Loop/clock()``, as everywhere here.
    func available(_ now: UInt64) -> UInt64 {
        let ejected = ejected.load(ordering: .acquiring)
        if ejected != 0 { readmit(ejected, now) }
        let up = all & ~(down.load(ordering: .acquiring) | self.ejected.load(ordering: .acquiring))
        // Where so few are left that they would break under the load of all, the verdicts count for nothing.
        let isPanic = up.nonzeroBitCount * 100 < panicThreshold * all.nonzeroBitCount
        return isPanic ? all : up
    }

    /// Takes those back whose time is over. Whoever has the time of one, for which he puts 0, is the one who does it: until then
    /// nobody can leave it out once more.
    private func readmit(_ ejected: UInt64, _ now: UInt64) {
        for index in Bits(ejected) {
            let target = targets[index]
            let until = target.ejectedUntil.load(ordering: .relaxed)
            guard until != 0, until <= now,
                target.ejectedUntil.compareExchange(expected: until, desired: 0, ordering: .relaxed).exchanged
            else { continue }
            target.failures.store(0, ordering: .relaxed)
            target.backSince.store(now, ordering: .relaxed)
            self.ejected.bitwiseAnd(~(1 << UInt64(index)), ordering: .acquiringAndReleasing)
        }
    }

    func status(of index: Int, _ now: UInt64) -> Status {
        let bit: UInt64 = 1 << UInt64(index)
        if down.load(ordering: .acquiring) & bit != 0 { return .down }
        let isEjected = ejected.load(ordering: .acquiring) & bit != 0
        return isEjected && targets[index].ejectedUntil.load(ordering: .relaxed) > now ? .ejected : .up
    }

    /// The weight of a target at its present share, in hundredths: less than the whole where it came back lately.
    func share(of index: Int, weight: Int, _ now: UInt64) -> Int {
        guard slowStart > 0 else { return weight * 100 }
        let since = targets[index].backSince.load(ordering: .relaxed)
        guard since > 0, now &- since < slowStart else { return weight * 100 }
        return max(1, weight * max(1, Int((now &- since) / max(1, slowStart / 100))))
    }

    // MARK: What is known of them

    /// Notes what health checks say.
    func note(_ index: Int, isUp: Bool, _ now: UInt64) {
        let bit: UInt64 = 1 << UInt64(index)
        if isUp {
            targets[index].failures.store(0, ordering: .relaxed)
            targets[index].backSince.store(now, ordering: .relaxed)
            down.bitwiseAnd(~bit, ordering: .acquiringAndReleasing)
        } else {
            down.bitwiseOr(bit, ordering: .acquiringAndReleasing)
            targets[index].life.end()
        }
    }

    /// Notes an answer: one that is not a failure ends the row of those that were.
    func succeeded(_ index: Int) {
        let target = targets[index]
        if target.failures.load(ordering: .relaxed) != 0 { target.failures.store(0, ordering: .relaxed) }
    }

    /// Notes a 5xx or a missing answer.
    /// - Returns: whether the target is left out because of it.
    func failed(_ index: Int, _ now: UInt64) -> Bool {
        targets[index].failed.add(1, ordering: .relaxed)
        guard let ejection else { return false }
        let row = targets[index].failures.add(1, ordering: .relaxed).newValue
        return row >= ejection.failures && eject(index, ejection, now)
    }

    private func eject(_ index: Int, _ ejection: Ejection, _ now: UInt64) -> Bool {
        let bit: UInt64 = 1 << UInt64(index)
        var former = ejected.load(ordering: .acquiring)
        while true {
            guard former & bit == 0, former.nonzeroBitCount < ejection.most else { return false }
            // Before the bit, with which it is seen.
            targets[index].ejectedUntil.store(max(1, now &+ ejection.duration), ordering: .relaxed)
            let (isDone, found) = ejected.compareExchange(
                expected: former, desired: former | bit, ordering: .acquiringAndReleasing)
            if isDone {
                targets[index].ejections.add(1, ordering: .relaxed)
                targets[index].life.end()
                return true
            }
            former = found
        }
    }

    /// Asks for a check of a target's health.
    /// - Returns: whether nobody has asked before.
    func suspect(_ index: Int) -> Bool {
        let bit: UInt64 = 1 << UInt64(index)
        if suspects.load(ordering: .relaxed) & bit != 0 { return false }
        return suspects.bitwiseOr(bit, ordering: .relaxed).oldValue & bit == 0
    }

    /// The target is being checked.
    func clearSuspicion(of index: Int) { suspects.bitwiseAnd(~(1 << UInt64(index)), ordering: .relaxed) }

    // MARK: Requests

    /// A request is sent to it.
    func asked(_ index: Int) { targets[index].asked.add(1, ordering: .relaxed) }
    /// How many requests it was sent, and how many of them had a 5xx or no answer.
    func counts(of index: Int) -> (asked: Int, failed: Int) {
        (targets[index].asked.load(ordering: .relaxed), targets[index].failed.load(ordering: .relaxed))
    }

    func began(_ index: Int) { targets[index].inFlight.add(1, ordering: .relaxed) }
    func ended(_ index: Int) { targets[index].inFlight.subtract(1, ordering: .relaxed) }
    func inFlight(_ index: Int) -> Int { targets[index].inFlight.load(ordering: .relaxed) }
    /// How often it has been left out.
    func ejections(of index: Int) -> Int { targets[index].ejections.load(ordering: .relaxed) }
    /// What tells connections to it from those that were made before it failed.
    func life(of index: Int) -> TargetLife { targets[index].life }
}

/// The lives of a target: one ends when it goes down or is left out, and its connections are of no use after that.
final class TargetLife: Sendable {
    private let count = Atomic(0)

    /// Which one it is in.
    var number: Int { count.load(ordering: .relaxed) }

    func end() { count.add(1, ordering: .relaxed) }
}

/// The words of one target.
private final class TargetState: Sendable {
    let inFlight = Atomic(0)
    /// Failures in a row.
    let failures = Atomic(0)
    let ejectedUntil = Atomic<UInt64>(0)
    let ejections = Atomic(0)
    let asked = Atomic(0)
    let failed = Atomic(0)
    let life = TargetLife()
    /// When it was last taken back; 0 where it has always been there.
    let backSince = Atomic<UInt64>(0)
}
