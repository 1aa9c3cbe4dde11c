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
                most: count * $0.maxEjectedPercent / 100)
        }
        slowStart = settings.balance.slowStart?.clampedNanoseconds ?? 0
        panicThreshold = settings.balance.panicThreshold
    }

    // MARK: Who may be used

    /// The targets that take requests, a bit each; none where no target is healthy.
    /// - Parameter now: by ``Loop/clock()``, as everywhere here.
    func available(_ now: UInt64) -> UInt64 {
        let ejected = ejected.load(ordering: .relaxed)
        if ejected != 0 { readmit(ejected, now) }
        let up = all & ~(down.load(ordering: .relaxed) | self.ejected.load(ordering: .relaxed))
        // Where so few are left that they would break under the load of all, the verdicts count for nothing.
        let isPanic = up.nonzeroBitCount * 100 < panicThreshold * all.nonzeroBitCount
        return isPanic ? all : up
    }

    /// Takes those back whose time is over.
    private func readmit(_ ejected: UInt64, _ now: UInt64) {
        for index in Bits(ejected) where targets[index].ejectedUntil.load(ordering: .relaxed) <= now {
            targets[index].failures.store(0, ordering: .relaxed)
            targets[index].backSince.store(now, ordering: .relaxed)
            self.ejected.bitwiseAnd(~(1 << UInt64(index)), ordering: .relaxed)
        }
    }

    func status(of index: Int, _ now: UInt64) -> Status {
        let bit: UInt64 = 1 << UInt64(index)
        if down.load(ordering: .relaxed) & bit != 0 { return .down }
        let isEjected = ejected.load(ordering: .relaxed) & bit != 0
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
            down.bitwiseAnd(~bit, ordering: .relaxed)
        } else {
            down.bitwiseOr(bit, ordering: .relaxed)
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
        guard let ejection else { return false }
        let row = targets[index].failures.add(1, ordering: .relaxed).newValue
        return row >= ejection.failures && eject(index, ejection, now)
    }

    private func eject(_ index: Int, _ ejection: Ejection, _ now: UInt64) -> Bool {
        let bit: UInt64 = 1 << UInt64(index)
        var former = ejected.load(ordering: .relaxed)
        while true {
            guard former & bit == 0, former.nonzeroBitCount < ejection.most else { return false }
            targets[index].ejectedUntil.store(now &+ ejection.duration, ordering: .relaxed)
            let (isDone, found) = ejected.compareExchange(
                expected: former, desired: former | bit, ordering: .relaxed)
            if isDone {
                targets[index].ejections.add(1, ordering: .relaxed)
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

    // MARK: Requests in flight

    func began(_ index: Int) { targets[index].inFlight.add(1, ordering: .relaxed) }
    func ended(_ index: Int) { targets[index].inFlight.subtract(1, ordering: .relaxed) }
    func inFlight(_ index: Int) -> Int { targets[index].inFlight.load(ordering: .relaxed) }
    /// How often it has been left out.
    func ejections(of index: Int) -> Int { targets[index].ejections.load(ordering: .relaxed) }
}

/// The words of one target.
private final class TargetState: Sendable {
    let inFlight = Atomic(0)
    /// Failures in a row.
    let failures = Atomic(0)
    let ejectedUntil = Atomic<UInt64>(0)
    let ejections = Atomic(0)
    /// When it was last taken back; 0 where it has always been there.
    let backSince = Atomic<UInt64>(0)
}
