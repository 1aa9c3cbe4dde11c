import Testing

@testable import GatewayRuntime

/// The breaker against a model that keeps in lists what the breaker keeps in a word.
@Suite("A circuit breaker") struct CircuitBreakerTests {
    /// What a test can do to a breaker. Times are in milliseconds.
    enum Event: Equatable, Sendable {
        case ask
        /// Ends the request that was let through as the n-th of those that still go on.
        case end(Int, BreakerWord.Outcome)
        case wait(UInt64)
    }

    /// What the spec says, as plainly as can be.
    struct Model {
        let limits: BreakerLimits
        /// Every time that it opens or closes, another period begins.
        var period = 0
        var failures = 0
        /// None while it is closed.
        var openUntil: UInt64?
        var trying: Set<Int> = []
        /// Since when there are any.
        var tryingSince: UInt64 = 0
        /// The requests under way, in the order in which they came: their number, and the period in which they did.
        var underWay: [(number: Int, period: Int)] = []
        var asked = 0

        mutating func ask(_ now: UInt64) -> Bool {
            if let openUntil {
                guard now >= openUntil else { return false }
                if trying.isEmpty { tryingSince = now }
                // As many more with every `open` in which none has ended.
                guard trying.count < limits.probes * (1 + Int((now - tryingSince) / limits.open)) else { return false }
                trying.insert(asked)
            }
            underWay.append((asked, period))
            asked += 1
            return true
        }

        mutating func end(_ index: Int, _ outcome: BreakerWord.Outcome, _ now: UInt64) {
            let request = underWay.remove(at: index)
            guard request.period == period else { return }
            if openUntil == nil {
                switch outcome {
                case .success: failures = 0
                case .failure: failures += 1
                case .neither: return
                }
                if failures >= limits.failures { open(now) }
            } else if trying.remove(request.number) != nil {
                switch outcome {
                case .success: close()
                case .failure: open(now)
                case .neither: return
                }
            }
        }

        private mutating func open(_ now: UInt64) {
            (openUntil, failures, trying) = (now + limits.open, 0, [])
            period += 1
        }

        private mutating func close() {
            (openUntil, failures, trying) = (nil, 0, [])
            period += 1
        }
    }

    struct Run {
        /// How many requests are under way at most.
        static let most = 5
        let breaker: CircuitBreaker
        var model: Model
        var permits: [BreakerWord.Permit] = []
        var now: UInt64 = 1_000

        init(_ definition: CircuitBreakerDefinition) {
            breaker = CircuitBreaker(definition)
            model = Model(limits: breaker.limits)
        }

        /// - Returns: what differs.
        mutating func play(_ event: Event) -> String? {
            switch event {
            case .wait(let time): now += time
            case .end(let index, let outcome):
                model.end(index, outcome, now)
                breaker.end(permits.remove(at: index), outcome, now * 1_000_000)
            case .ask:
                let isExpected = model.ask(now)
                switch breaker.ask(now * 1_000_000) {
                case .permitted(let permit):
                    permits.append(permit)
                    if !isExpected { return "let through" }
                case .refused(let seconds):
                    if isExpected { return "refused" }
                    if seconds < 1 { return "says to come again in \(seconds)s" }
                }
            }
            let status = breaker.status(now * 1_000_000)
            if status.phase == .halfOpen, status.inFlight != model.trying.count {
                return "has \(status.inFlight) trying, not \(model.trying.count)"
            }
            if status.phase == .closed, status.failures != model.failures { return "counts \(status.failures)" }
            return (status.phase == .closed) == (model.openUntil == nil) ? nil : "is \(status.phase)"
        }
    }

    static let definitions = (1...3).flatMap { failures in
        (1...3).map { probes in
            CircuitBreakerDefinition(
                failureThreshold: failures, open: .milliseconds(10), halfOpenMaxInFlight: probes)
        }
    }

    /// What tells one state from another, whenever it is reached and however: times are relative, and of those under way counts
    /// whether they still have a say.
    struct State: Hashable {
        let phase: BreakerWord.Phase
        let (failures, inFlight): (Int, Int)
        let (untilOpen, tryingFor): (UInt64, UInt64)
        let underWay: [Bool]

        init(_ run: Run) {
            let (model, status) = (run.model, run.breaker.status(run.now * 1_000_000))
            phase = status.phase
            (failures, inFlight) = (status.failures, status.inFlight)
            untilOpen = model.openUntil.map { $0 > run.now ? $0 - run.now : 0 } ?? .max
            // Another turn lets as many more try, which are more than there can be under way here.
            tryingFor =
                model.trying.isEmpty ? 0 : min(run.now - model.tryingSince, UInt64(Run.most) * model.limits.open)
            underWay = model.underWay.map { $0.period == model.period }
        }
    }

    /// Goes from each state by each event, until no state is new: every sequence of events, however long, is among these.
    @Test("does in every state, and with every event, what the model does", arguments: definitions.indices)
    func exhaustively(index: Int) {
        var known: Set<State> = [State(Run(Self.definitions[index]))]
        var ways: [[Event]] = [[]]
        while let way = ways.popLast() {
            var former = Run(Self.definitions[index])
            for event in way { _ = former.play(event) }
            var events: [Event] = [.wait(3), .wait(10)]
            if former.permits.count < Run.most { events.append(.ask) }
            for number in former.permits.indices {
                events += [.end(number, .success), .end(number, .failure), .end(number, .neither)]
            }
            for event in events {
                var run = Run(Self.definitions[index])
                for former in way { _ = run.play(former) }
                if let fault = run.play(event) {
                    Issue.record("\(fault) after \(way + [event])")
                    return
                }
                if known.insert(State(run)).inserted { ways.append(way + [event]) }
            }
        }
        #expect(known.count > 100)
    }

    @Test("has all loops count together, and lets through no more than may try")
    func manyThreads() async {
        let breaker = CircuitBreaker(
            CircuitBreakerDefinition(failureThreshold: 100, open: .seconds(1), halfOpenMaxInFlight: 3))
        await withTaskGroup(of: Void.self) { group in
            for _ in 0..<4 {
                group.addTask {
                    for _ in 0..<25 {
                        if case .permitted(let permit) = breaker.ask(0) { breaker.end(permit, .failure, 0) }
                    }
                }
            }
        }
        #expect(breaker.status(0).phase == .open)
        let permitted = await withTaskGroup(of: Int.self) { group in
            for _ in 0..<4 {
                group.addTask {
                    (0..<100).reduce(0) { count, _ in
                        if case .permitted = breaker.ask(2_000_000_000) { count + 1 } else { count }
                    }
                }
            }
            return await group.reduce(0, +)
        }
        #expect(permitted == 3)
    }

    @Test("lets another one try where one has been at it for as long as it was open, and takes the first that ends")
    func hangs() {
        let breaker = CircuitBreaker(
            CircuitBreakerDefinition(failureThreshold: 1, open: .milliseconds(10), halfOpenMaxInFlight: 1))
        var permits: [BreakerWord.Permit] = []
        func isPermitted(_ now: UInt64) -> Bool {
            guard case .permitted(let permit) = breaker.ask(now * 1_000_000) else { return false }
            permits.append(permit)
            return true
        }
        #expect(isPermitted(0))
        breaker.end(permits.removeFirst(), .failure, 0)
        // Not as many as the time since it was to try, but since somebody has.
        #expect([50, 51, 59, 60, 61, 69, 70].map(isPermitted) == [true, false, false, true, false, false, true])
        #expect(breaker.status(70_000_000).inFlight == 3)
        breaker.end(permits.removeFirst(), .success, 71_000_000)
        #expect(breaker.status(71_000_000).phase == .closed)
        for permit in permits { breaker.end(permit, .failure, 72_000_000) }
        #expect(breaker.status(72_000_000).failures == 0)
    }

    @Test("says how long it is open, rounded up")
    func retryAfter() {
        let breaker = CircuitBreaker(
            CircuitBreakerDefinition(failureThreshold: 1, open: .milliseconds(2_500), halfOpenMaxInFlight: 1))
        guard case .permitted(let permit) = breaker.ask(0) else { return #expect(Bool(false)) }
        breaker.end(permit, .failure, 0)
        var seconds: [Int] = []
        for now in [0, 400, 600, 1_700, 2_499] as [UInt64] {
            if case .refused(let after) = breaker.ask(now * 1_000_000) { seconds.append(after) }
        }
        #expect(seconds == [3, 3, 2, 1, 1])
    }
}
