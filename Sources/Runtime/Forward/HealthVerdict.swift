/// What a row of checks comes to. The first one decides alone.
struct HealthVerdict {
    private(set) var isUp = true
    private(set) var isKnown = false
    /// How many checks in a row have said the contrary.
    private var contrary = 0
    private let unhealthy: Int
    private let healthy: Int

    init(unhealthy: Int, healthy: Int) {
        self.unhealthy = unhealthy
        self.healthy = healthy
    }

    /// Whether a target that is up has begun to fail.
    var isInDoubt: Bool { isUp && contrary > 0 }

    /// Takes in what a check has found.
    /// - Returns: whether the verdict is another now.
    mutating func note(_ isGood: Bool) -> Bool {
        defer { isKnown = true }
        guard isGood != isUp else {
            contrary = 0
            return false
        }
        contrary += 1
        guard !isKnown || contrary >= (isUp ? unhealthy : healthy) else { return false }
        isUp = isGood
        contrary = 0
        return true
    }
}

/// When a target is checked again.
struct HealthPace {
    private let interval: UInt64
    private let intervalInDoubt: UInt64

    init(_ definition: HealthCheckDefinition) {
        interval = definition.interval.clampedNanoseconds
        intervalInDoubt = interval / UInt64(definition.unhealthy + 1)
    }

    /// How long after the end of a check the next one begins, in nanoseconds: the interval, a tenth more or less so that many
    /// gateways do not check at once. A target that has begun to fail is looked at more often, so that it is known within one
    /// interval whether it is down.
    func pause(after verdict: HealthVerdict, random: UInt64) -> UInt64 {
        let pause = verdict.isInDoubt ? intervalInDoubt : interval
        return pause / 10 * 9 + random % (pause / 5 + 1)
    }

    /// When to check a target that has left a client's request without an answer: as soon as one that has begun to fail would be,
    /// and no sooner, however many requests fail. None where that is so anyway, or where the target is known to be down.
    /// - Parameter lastStart: when its last check began.
    func startOnSuspicion(of verdict: HealthVerdict, lastStart: UInt64) -> UInt64? {
        guard verdict.isUp, !verdict.isInDoubt else { return nil }
        return lastStart.adding(nanoseconds: intervalInDoubt)
    }
}

/// When a target is checked, and what that has shown: without a clock or a loop, so that any course of events can be tried.
struct HealthSchedule {
    private(set) var verdict: HealthVerdict
    private let pace: HealthPace
    /// When the last check began.
    private var start: UInt64 = 0
    /// When the next check is to begin; none while one is being made.
    private(set) var next: UInt64? = 0
    /// Whether a client's request had no answer while a check was being made, which may have begun before the target failed.
    private var isSuspected = false

    init(_ definition: HealthCheckDefinition) {
        verdict = HealthVerdict(unhealthy: definition.unhealthy, healthy: definition.healthy)
        pace = HealthPace(definition)
    }

    /// A check begins.
    mutating func begin(_ now: UInt64) {
        start = now
        next = nil
        isSuspected = false
    }

    /// A check has ended.
    /// - Returns: whether the verdict is another now.
    mutating func end(_ isGood: Bool, _ now: UInt64, random: UInt64) -> Bool {
        let hasChanged = verdict.note(isGood)
        next = now.adding(nanoseconds: pace.pause(after: verdict, random: random))
        if isSuspected { suspect() }
        return hasChanged
    }

    /// A client's request had no answer: the next check may be sooner.
    mutating func suspect() {
        guard next != nil else {
            isSuspected = true
            return
        }
        if let sooner = pace.startOnSuspicion(of: verdict, lastStart: start) { next = sooner }
    }
}
