import Testing

@testable import GatewayRuntime

/// A target that fails and recovers at any time, checks that take any time up to their timeout, and clients whose requests fail
/// while it is taken for well: under a clock of the test's own.
@Suite("Health is known in time") struct HealthScheduleTests {
    private static let millisecond: UInt64 = 1_000_000

    @Test("that a target is down, and that it is up again, however it goes", arguments: 0..<200)
    func bounds(seed: UInt64) throws {
        var numbers = SplitMix(state: seed)
        let (unhealthy, healthy) = (1 + numbers.next() % 10, 1 + numbers.next() % 5)
        let interval = (100 + numbers.next() % 10_000) * Self.millisecond
        let timeout = (1 + numbers.next() % 2_000) * Self.millisecond
        var target = Target(
            HealthCheckDefinition(
                path: "/", interval: .nanoseconds(Int64(interval)), timeout: .nanoseconds(Int64(timeout)),
                unhealthy: Int(unhealthy), healthy: Int(healthy)),
            timeout: timeout, numbers: numbers)
        // As docs/traffic.md has them; tenths since that is what a pause may be longer.
        let doubt = interval / (unhealthy + 1)
        let untilDown = doubt + (unhealthy - 1) * (doubt * 11 / 10) + (unhealthy + 1) * timeout
        let untilDownByChecks = (unhealthy - 1) * (doubt * 11 / 10 + timeout)
        let untilUp = (healthy - 1) * (interval * 11 / 10 + timeout)
        #expect(untilDown <= interval + (unhealthy + 1) * timeout)
        // The first check decides alone.
        target.run(for: timeout)
        for _ in 0..<20 {
            // Well for a while.
            target.run(for: target.random(below: 3 * interval))
            try #require(target.isUp)
            let down = target.fail(
                clientsPause: target.random(below: 2) == 0 ? nil : 1 + target.random(below: interval))
            #expect(down.since <= (down.byClient ? untilDown : untilDownByChecks))
            #expect(down.checks >= Int(unhealthy))
            // Out for a while.
            target.run(for: target.random(below: 3 * interval))
            try #require(!target.isUp)
            let up = target.recover()
            #expect(up.since <= untilUp)
            #expect(up.checks == Int(healthy))
        }
    }

    @Test("by a client's failure during a check that began before it, and ends well")
    func duringCheck() {
        var schedule = HealthSchedule(
            HealthCheckDefinition(path: "/", interval: .seconds(10), timeout: .seconds(1), unhealthy: 1, healthy: 1))
        let start: UInt64 = 1_000_000_000_000
        schedule.begin(start)
        schedule.suspect()
        _ = schedule.end(true, start + 1_000_000, random: 0)
        #expect(schedule.next == start + 5_000_000_000)
        schedule.begin(start + 5_000_000_000)
        _ = schedule.end(true, start + 5_001_000_000, random: 0)
        #expect(schedule.next == start + 14_001_000_000, "once it is looked at, all is as before")
    }
}

/// A target and its checks.
private struct Target {
    private var schedule: HealthSchedule
    private let timeout: UInt64
    private var numbers: SplitMix
    private var now: UInt64 = 1_000_000_000_000
    private var isWell = true
    /// The check that is being made: its end, and what it will find.
    private var check: (end: UInt64, isGood: Bool)?

    /// What has come of it, in nanoseconds since it showed first, and checks that ended so in a row.
    typealias Course = (since: UInt64, byClient: Bool, checks: Int)

    init(_ definition: HealthCheckDefinition, timeout: UInt64, numbers: SplitMix) {
        schedule = HealthSchedule(definition)
        self.timeout = timeout
        self.numbers = numbers
    }

    var isUp: Bool { schedule.verdict.isUp }
    mutating func random(below bound: UInt64) -> UInt64 { numbers.next() % max(1, bound) }

    private var nextEvent: UInt64 { check?.end ?? max(now, schedule.next ?? .max) }

    /// Goes on to the next beginning or end of a check.
    /// - Returns: what a check has found, if that was its end.
    private mutating func step() -> Bool? {
        now = nextEvent
        guard let ended = check else {
            schedule.begin(now)
            // As bad as it can be: what a check finds is what was so at its beginning.
            check = (now + random(below: timeout + 1), isWell)
            return nil
        }
        check = nil
        let random = numbers.next()
        // The ends of what is random are what bounds are about.
        _ = schedule.end(ended.isGood, now, random: random % 4 == 0 ? .max : random)
        return ended.isGood
    }

    /// Lets time pass.
    mutating func run(for duration: UInt64) {
        let end = now + duration
        while nextEvent <= end { _ = step() }
        now = end
    }

    /// Fails until that is known.
    /// - Parameter clientsPause: from one client's request to the next; none where nobody asks.
    mutating func fail(clientsPause: UInt64?) -> Course {
        isWell = false
        var client = clientsPause.map { now + random(below: $0) }
        var first: (time: UInt64, byClient: Bool)?
        var bad = 0
        while isUp {
            if let request = client, request <= nextEvent {
                now = request
                first = first ?? (now, true)
                schedule.suspect()
                client = clientsPause.map { now + $0 }
            } else if let isGood = step() {
                bad = isGood ? 0 : bad + 1
                if !isGood { first = first ?? (now, false) }
            }
        }
        return (now - (first?.time ?? now), first?.byClient ?? false, bad)
    }

    /// Is well again until that is known.
    mutating func recover() -> Course {
        isWell = true
        var first: UInt64?
        var good = 0
        while !isUp {
            guard let isGood = step() else { continue }
            good = isGood ? good + 1 : 0
            if isGood { first = first ?? now }
        }
        return (now - (first ?? now), false, good)
    }
}
