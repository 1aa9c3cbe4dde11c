import Synchronization
import Testing

@testable import GatewayRuntime

/// A clock that goes on by a nanosecond whenever it is looked at.
private final class TestClock: Sendable {
    private let time = Atomic<UInt64>(0)

    func next() -> UInt64 { time.add(1, ordering: .relaxed).newValue }
}

/// The choice of a target, with a clock and random numbers of the test's own.
@Suite("Requests are spread over targets") struct BalancerTests {
    static func settings(
        _ weights: [Int], _ balance: BalanceDefinition.Method, slowStart: Duration? = nil, panic: Int = 0,
        outliers: OutlierDefinition? = nil
    ) -> UpstreamSettings {
        let definition = UpstreamDefinition(
            name: "u", targets: [], connectTimeout: .seconds(1), responseHeaderTimeout: .seconds(1),
            idleTimeout: .seconds(1), maxIdle: 1,
            balance: BalanceDefinition(balance, slowStart: slowStart, panicThreshold: panic),
            outlierDetection: outliers)
        let targets = weights.enumerated().map { index, weight in
            TargetSettings(definition, url: UpstreamURL(loopbackPort: 1000 + index), weight: weight)
        }
        return UpstreamSettings(definition, targets: targets)
    }

    struct Spread {
        let settings: UpstreamSettings
        let states: TargetStates
        var balancer: Balancer

        init(_ settings: UpstreamSettings, seed: UInt64 = 7) {
            self.settings = settings
            states = TargetStates(settings)
            balancer = Balancer(settings, states, random: RandomWords(seed: seed))
        }

        mutating func next(key: UInt64 = 0, tried: UInt64 = 0, _ now: UInt64 = 0) -> Int? {
            balancer.next(key: key, tried: tried, now)
        }

        mutating func counts(of turns: Int, _ now: UInt64 = 0) -> [Int] {
            var counts = settings.targets.map { _ in 0 }
            for _ in 0..<turns { if let target = next(now) { counts[target] += 1 } }
            return counts
        }
    }

    @Test(
        "in turns, exactly by weight over every cycle, wherever it begins",
        arguments: [[1], [1, 1], [5, 1, 1], [1, 2, 3, 4], [7, 3], [100, 1, 13]])
    func roundRobin(weights: [Int]) {
        let cycle = weights.reduce(0, +)
        for seed in 0..<20 as Range<UInt64> {
            var spread = Spread(Self.settings(weights, .roundRobin), seed: seed)
            for _ in 0..<3 { #expect(spread.counts(of: cycle) == weights) }
            _ = spread.next()
            #expect(spread.counts(of: cycle) == weights)
        }
    }

    @Test("smoothly: with 5 to 1 to 1, the five are not in a row")
    func smooth() {
        var turns = SmoothWeights(count: 3)
        let order = (0..<7).map { _ in turns.next(among: 0b111) { [5, 1, 1][$0] } }
        #expect(order == [0, 0, 1, 0, 2, 0, 0])
    }

    @Test("in turns of those that are left, while others are down, and of all once they are back")
    func roundRobinWithoutSome() {
        var spread = Spread(Self.settings([3, 2, 1], .roundRobin))
        spread.states.note(0, isUp: false, 0)
        #expect(spread.counts(of: 30) == [0, 20, 10])
        spread.states.note(0, isUp: true, 0)
        #expect(spread.counts(of: 60) == [30, 20, 10])
        for target in 0..<3 { spread.states.note(target, isUp: false, 0) }
        #expect(spread.next() == nil)
    }

    @Test("at random by weight")
    func random() {
        var spread = Spread(Self.settings([1, 2, 5], .random))
        for (count, share) in zip(spread.counts(of: 80_000), [10_000, 20_000, 50_000]) {
            #expect(abs(count - share) < 1_000)
        }
    }

    @Test("to the less busy of two, for their weights", arguments: [BalanceDefinition.Method.leastRequest, .randomTwo])
    func leastRequest(method: BalanceDefinition.Method) {
        var spread = Spread(Self.settings([1, 1], method))
        for _ in 0..<5 { spread.states.began(0) }
        for _ in 0..<50 { #expect(spread.next() == 1) }
        // Requests that never end: the rest is as even as the weights are.
        var weighted = Spread(Self.settings([1, 3, 2], method))
        for _ in 0..<6_000 { weighted.states.began(weighted.next() ?? 0) }
        for (target, share) in [1_000, 3_000, 2_000].enumerated() {
            #expect(abs(weighted.states.inFlight(target) - share) < 30)
        }
    }

    @Test("by hash, a key always to the same; what changes moves no more than its share of keys")
    func hash() {
        let keys = (0..<20_000).map { TargetHash.mix($0) }
        for count in 2...10 {
            var spread = Spread(Self.settings(Array(repeating: 1, count: count), .hash))
            let before = keys.map { spread.next(key: $0) }
            #expect(keys.map { spread.next(key: $0) } == before)
            for gone in 0..<count {
                spread.states.note(gone, isUp: false, 0)
                let after = keys.map { spread.next(key: $0) }
                let moved = zip(before, after).count { $0 != $1 }
                // Exactly its own keys, which are one share of them, give or take what chance does to 20,000.
                #expect(moved == before.count { $0 == gone })
                #expect(moved < keys.count / count * 11 / 10)
                spread.states.note(gone, isUp: true, 0)
            }
        }
    }

    @Test("by hash and weight, whatever the order of the targets")
    func weightedHash() {
        let weights = [1, 2, 5]
        var spread = Spread(Self.settings(weights, .hash))
        var counts = [0, 0, 0]
        for key in 0..<80_000 as Range<UInt64> { counts[spread.next(key: TargetHash.mix(key)) ?? 0] += 1 }
        for (count, weight) in zip(counts, weights) { #expect(abs(count - weight * 10_000) < 1_000) }
    }

    @Test("by hash, with a bound on how much one target has to do")
    func boundedHash() {
        var spread = Spread(Self.settings([1, 1, 1, 1], .hash))
        // All have the same key, and none ends.
        for _ in 0..<400 { spread.states.began(spread.next(key: 42) ?? 0) }
        for target in 0..<4 { #expect(spread.states.inFlight(target) <= 126) }
    }

    @Test(
        "to another than those that have failed a request, while there is another",
        arguments: [
            BalanceDefinition.Method.roundRobin, .leastRequest, .random, .hash,
        ])
    func retries(method: BalanceDefinition.Method) {
        var spread = Spread(Self.settings([9, 1, 1], method))
        for key in 0..<200 as Range<UInt64> {
            #expect(spread.next(key: key, tried: 0b101) == 1)
            #expect(spread.next(key: key, tried: 0b111) != nil)
        }
    }

    @Test("less to a target that has just come back")
    func slowStart() {
        var spread = Spread(Self.settings([1, 1], .roundRobin, slowStart: .seconds(10)))
        let second: UInt64 = 1_000_000_000
        spread.states.note(0, isUp: false, second)
        spread.states.note(0, isUp: true, 2 * second)
        let early = spread.counts(of: 1_000, 3 * second)
        #expect(abs(early[0] - 91) < 10)
        let late = spread.counts(of: 1_000, 11 * second)
        #expect(abs(late[0] - 474) < 20)
        #expect(spread.counts(of: 1_000, 12 * second) == [500, 500])
    }

    @Test("to all where too few are up, if the spec says so")
    func panic() {
        var spread = Spread(Self.settings([1, 1, 1, 1], .roundRobin, panic: 50))
        spread.states.note(0, isUp: false, 0)
        spread.states.note(1, isUp: false, 0)
        #expect(spread.counts(of: 40) == [0, 0, 20, 20])
        spread.states.note(2, isUp: false, 0)
        #expect(spread.counts(of: 40).allSatisfy { $0 == 10 })
        spread.states.note(3, isUp: false, 0)
        #expect(spread.counts(of: 40).allSatisfy { $0 == 10 })
    }

    @Test("not to one that fails again and again; never are more left out than may be, and each comes back")
    func outliers() {
        let outliers = OutlierDefinition(consecutiveFailures: 3, eject: .seconds(10), maxEjectedPercent: 50)
        let states = TargetStates(Self.settings([1, 1, 1], .roundRobin, outliers: outliers))
        #expect(!states.failed(0, 0))
        #expect(!states.failed(0, 0))
        states.succeeded(0)
        #expect([0, 0, 0].map { states.failed($0, 100) } == [false, false, true])
        #expect(states.available(100) == 0b110)
        #expect(states.status(of: 0, 100) == .ejected)
        // One of three may be out: half of them is less than two.
        #expect([1, 1, 1, 1].map { states.failed($0, 100) } == [false, false, false, false])
        #expect(states.available(10_000_000_099) == 0b110)
        #expect(states.available(10_000_000_100) == 0b111)
        #expect(states.status(of: 0, 10_000_000_100) == .up)
        #expect(states.ejections(of: 0) == 1)
        // It has a fresh start, and the other one, which has not recovered, is out with its next failure.
        #expect(!states.failed(0, 10_000_000_200))
        #expect(states.failed(1, 10_000_000_200))
    }

    @Test("one of few is left out, however small the share that may be; a single one never is")
    func fewOutliers() {
        let outliers = OutlierDefinition(consecutiveFailures: 1, eject: .seconds(10), maxEjectedPercent: 10)
        let two = TargetStates(Self.settings([1, 1], .roundRobin, outliers: outliers))
        #expect(two.failed(0, 0) && !two.failed(1, 0))
        #expect(two.available(0) == 0b10)
        let one = TargetStates(Self.settings([1], .roundRobin, outliers: outliers))
        #expect(!one.failed(0, 0))
        #expect(one.available(0) == 0b1)
    }

    @Test("of which never are more left out than may be, whoever finds them out and takes them back")
    func manyThreads() async {
        let outliers = OutlierDefinition(consecutiveFailures: 2, eject: .nanoseconds(50), maxEjectedPercent: 50)
        let states = TargetStates(Self.settings([1, 1, 1, 1], .roundRobin, outliers: outliers))
        let clock = TestClock()
        await withTaskGroup(of: Void.self) { group in
            for seed in 0..<4 as Range<UInt64> {
                group.addTask {
                    var random = RandomWords(seed: seed)
                    for _ in 0..<20_000 {
                        let now = clock.next()
                        _ = states.failed(Int(random.next() % 4), now)
                        if states.available(now).nonzeroBitCount < 2 { Issue.record("too few are left") }
                    }
                }
            }
        }
        // All come back, and what was counted of each is neither more nor less than that.
        #expect(states.available(.max / 2) == 0b1111)
        let sum = (0..<4).reduce(0) { $0 + states.counts(of: $1).failed }
        #expect(sum == 80_000)
        #expect((0..<4).allSatisfy { states.ejections(of: $0) > 0 && states.status(of: $0, 0) == .up })
    }

    @Test("with the first choice by weight too, so that many loops are not all at the same one")
    func firstChoice() {
        var counts = [0, 0]
        for seed in 0..<3_000 as Range<UInt64> {
            var spread = Spread(Self.settings([2, 1], .roundRobin), seed: seed)
            counts[spread.next() ?? 0] += 1
        }
        #expect(abs(counts[0] - 2_000) < 150 && counts[0] + counts[1] == 3_000)
    }

    @Test("over connections that were made since it was last down or left out")
    func lives() {
        let outliers = OutlierDefinition(consecutiveFailures: 1, eject: .seconds(10), maxEjectedPercent: 50)
        let states = TargetStates(Self.settings([1, 1], .roundRobin, outliers: outliers))
        let numbers = { (0..<2).map { states.life(of: $0).number } }
        let first = numbers()
        _ = states.failed(0, 0)
        #expect(numbers()[0] != first[0] && numbers()[1] == first[1])
        let second = numbers()
        states.note(1, isUp: false, 0)
        states.note(1, isUp: true, 0)
        #expect(numbers()[0] == second[0] && numbers()[1] != second[1])
    }
}
