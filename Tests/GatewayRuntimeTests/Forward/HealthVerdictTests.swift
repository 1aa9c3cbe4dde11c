import Testing

@testable import GatewayRuntime

@Suite("What health checks come to") struct HealthVerdictTests {
    /// Whether the target is up after each check, of which `+` is good.
    private func states(_ checks: String) -> String {
        var verdict = HealthVerdict(unhealthy: 3, healthy: 2)
        return String(
            checks.map { check in
                let former = verdict.isUp
                let hasChanged = verdict.note(check == "+")
                #expect(hasChanged == (former != verdict.isUp))
                return verdict.isUp ? "u" : "d"
            })
    }

    @Test("is down after three bad ones in a row, and up after two good ones; the first decides alone")
    func rows() {
        #expect(states("+++") == "uuu")
        #expect(states("-") == "d")
        #expect(states("+--+---") == "uuuuuud")
        #expect(states("--+-++") == "dddddu")
        #expect(states("-++---+-++") == "dduuuddddu")
    }
}

@Suite("A target is checked again") struct HealthPaceTests {
    private static let second: UInt64 = 1_000_000_000
    private static let pace = HealthPace(
        HealthCheckDefinition(path: "/", interval: .seconds(8), timeout: .seconds(1), unhealthy: 3, healthy: 2))

    private static func verdict(_ checks: String) -> HealthVerdict {
        var verdict = HealthVerdict(unhealthy: 3, healthy: 2)
        for check in checks { _ = verdict.note(check == "+") }
        return verdict
    }

    @Test("after an interval, a tenth more or less; sooner where it has begun to fail", arguments: ["+", "+-", "---"])
    func pause(checks: String) {
        let verdict = Self.verdict(checks)
        let expected = verdict.isInDoubt ? 2 * Self.second : 8 * Self.second
        for random in [0, 1, .max / 2, .max] as [UInt64] {
            let pause = Self.pace.pause(after: verdict, random: random)
            #expect(pause >= expected / 10 * 9 && pause <= expected / 10 * 11)
        }
    }

    @Test("after a client's failure as soon as where it has begun to fail, and no sooner, however many there are")
    func suspicion() {
        for now in 1...100 as ClosedRange<UInt64> {
            let start = Self.pace.startOnSuspicion(of: Self.verdict("+"), lastStart: now * Self.second)
            #expect(start == (now + 2) * Self.second)
        }
        #expect(Self.pace.startOnSuspicion(of: Self.verdict("+-"), lastStart: 0) == nil, "it is soon anyway")
        #expect(Self.pace.startOnSuspicion(of: Self.verdict("-"), lastStart: 0) == nil, "it is known to be down")
    }
}
