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
