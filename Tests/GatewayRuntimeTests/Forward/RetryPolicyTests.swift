import Testing

@testable import GatewayRuntime

@Suite("Sending requests again") struct RetryPolicyTests {
    private static func policy(budget: Int, backoff: Duration = .milliseconds(10)) -> RetryPolicy {
        RetryPolicy(
            RetryDefinition(
                attempts: 3, causes: [.connect, .status(503)], budget: budget, backoff: backoff, perTryTimeout: nil,
                idempotencyKey: nil))
    }

    @Test("never takes more than the budget, whatever comes when", arguments: [1, 20, 50, 100])
    func budget(percent: Int) {
        for seed in 0..<50 as Range<UInt64> {
            var random = RandomWords(seed: seed)
            let budget = RetryBudget(percent: percent)
            var (requests, retries, row) = (0, 0, 0)
            for _ in 0..<5_000 {
                // Phases of traffic without faults, and of nothing but them.
                let isStorm = random.next() % 64 < 32
                for _ in 0..<random.next() % 20 {
                    if isStorm, random.next() % 8 > 0 {
                        guard budget.withdraw() else { continue }
                        retries += 1
                        row += 1
                    } else {
                        budget.deposit()
                        requests += 1
                        row = 0
                    }
                    #expect(retries * 100 <= RetryBudget.reserve * 100 + requests * percent)
                    // What was saved up, and the share that was one too many.
                    #expect(row <= RetryBudget.most + 1)
                }
            }
            #expect(retries > 0)
        }
    }

    @Test("is not refused while there is budget")
    func budgetIsUsed() {
        let budget = RetryBudget(percent: 20)
        #expect((0..<11).map { _ in budget.withdraw() } == Array(repeating: true, count: 10) + [false])
        for _ in 0..<5 { budget.deposit() }
        #expect(budget.withdraw())
        #expect(!budget.withdraw())
    }

    @Test("waits for anything up to a bound that doubles, ten times the first at most")
    func pauses() {
        let policy = Self.policy(budget: 20)
        var random = RandomWords(seed: 3)
        for (tried, most) in [(1, 10), (2, 20), (3, 40), (4, 80), (5, 100), (9, 100)] as [(Int, UInt64)] {
            let pauses = (0..<1_000).map { _ in policy.pause(after: tried, random: random.next()) }
            #expect(pauses.allSatisfy { $0 <= most * 1_000_000 })
            #expect((pauses.max() ?? 0) > most * 900_000 && (pauses.min() ?? .max) < most * 100_000)
        }
    }

    @Test("is for the causes that the spec names")
    func causes() {
        let policy = Self.policy(budget: 20)
        let causes: [RetryDefinition.Cause] = [.connect, .reset, .timeout, .status(503), .status(502)]
        #expect(causes.map(policy.covers) == [true, false, false, true, false])
    }
}
