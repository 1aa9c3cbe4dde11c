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

    static let definitions = [
        CircuitBreakerDefinition(failureThreshold: 1, open: .milliseconds(10), halfOpenMaxInFlight: 1),
        CircuitBreakerDefinition(failureThreshold: 2, open: .milliseconds(10), halfOpenMaxInFlight: 1),
        CircuitBreakerDefinition(failureThreshold: 2, open: .milliseconds(10), halfOpenMaxInFlight: 2),
    ]

    /// Plays every sequence of events of this length.
    @Test("does in every sequence of events what the model does", arguments: definitions.indices)
    func exhaustively(index: Int) {
        let depth = 8
        var explored = 0
        var events: [Event] = []
        func explore() {
            var run = Run(Self.definitions[index])
            for event in events {
                if let fault = run.play(event) {
                    Issue.record("\(fault) after \(events)")
                    return
                }
            }
            explored += 1
            guard events.count < depth else { return }
            var next: [Event] = [.wait(6)]
            // More than three at a time are no other case.
            if run.permits.count < 3 { next.append(.ask) }
            for number in run.permits.indices where number == 0 || number == run.permits.count - 1 {
                next += [.end(number, .success), .end(number, .failure), .end(number, .neither)]
            }
            for event in next {
                events.append(event)
                explore()
                events.removeLast()
            }
        }
        explore()
        #expect(explored > 10_000)
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
