/// An upstream, as one event loop has it.
enum LoopUpstream {
    /// Its only target, of which nothing is known but its connections.
    case plain(UpstreamPool)
    case guarded(GuardedUpstream)
}

/// An upstream with several targets, or with one whose health counts.
final class GuardedUpstream {
    /// By target.
    let pools: [UpstreamPool]
    let hashOn: RequestKey?
    private let countsRequests: Bool
    private let states: TargetStates
    private let breaker: CircuitBreaker?
    private var balancer: Balancer
    /// On the loop where health is checked; none where it is not.
    var checks: LoopBound<HealthChecks>?

    init(_ settings: UpstreamSettings, _ shared: SharedUpstream, pools: [UpstreamPool]) {
        self.pools = pools
        hashOn = settings.balance.method == .hash ? settings.balance.hashOn : nil
        countsRequests = settings.balance.countsRequests
        states = shared.states
        breaker = shared.breaker
        balancer = Balancer(settings, shared.states)
    }

    /// Chooses a target for a request. What comes of it must be told to ``settle(_:_:_:)``, and its end to ``release(_:)``,
    /// each once.
    /// - Parameters:
    ///   - key: the hash of what ``hashOn`` names.
    ///   - tried: the targets that have failed the request, a bit each.
    func begin(key: UInt64, tried: UInt64, _ now: UInt64) -> Result<TargetLease, TargetRefusal> {
        var permit: BreakerWord.Permit?
        if let breaker {
            switch breaker.ask(now) {
            case .permitted(let given): permit = given
            case .refused(let seconds): return .failure(.circuitOpen(retryAfter: seconds))
            }
        }
        guard let target = balancer.next(key: key, tried: tried, now) else {
            if let permit { breaker?.end(permit, .neither, now) }
            return .failure(.noHealthyTarget)
        }
        states.asked(target)
        if countsRequests { states.began(target) }
        return .success(TargetLease(target: target, permit: permit))
    }

    /// Whether there is a target to go to but those that have been tried.
    func hasOther(than tried: UInt64, _ now: UInt64) -> Bool { states.available(now) & ~tried != 0 }

    func settle(_ lease: TargetLease, _ outcome: AttemptOutcome, _ now: UInt64) {
        settleBreaker(lease, outcome, now)
        switch outcome {
        case .success: states.succeeded(lease.target)
        case .errorStatus: _ = states.failed(lease.target, now)
        case .noAnswer:
            _ = states.failed(lease.target, now)
            guard let checks, states.suspect(lease.target) else { return }
            checks.loop.execute { checks.value.suspect(lease.target) }
        case .neither: break
        }
    }

    func settleBreaker(_ lease: TargetLease, _ outcome: AttemptOutcome, _ now: UInt64) {
        if let permit = lease.permit { breaker?.end(permit, outcome.forBreaker, now) }
    }

    func release(_ lease: TargetLease) { if countsRequests { states.ended(lease.target) } }
}

/// Why no target was chosen for a request.
enum TargetRefusal: Error {
    /// - Parameter retryAfter: in seconds.
    case circuitOpen(retryAfter: Int)
    case noHealthyTarget
}

/// A target that was chosen for a request.
struct TargetLease {
    let target: Int
    /// Of the upstream's breaker, until that has been told what came of it.
    var permit: BreakerWord.Permit?
}

/// What a try to have a request answered has shown of its target.
enum AttemptOutcome {
    case success
    /// A 5xx.
    case errorStatus
    /// No connection, none in time, or no whole response.
    case noAnswer
    /// Nothing: the client left, or the gateway gave it up for reasons of its own.
    case neither

    var forBreaker: BreakerWord.Outcome {
        switch self {
        case .success: .success
        case .errorStatus, .noAnswer: .failure
        case .neither: .neither
        }
    }
}

extension UpstreamFault {
    /// What it says of the target. A connection that was being closed as the request was on its way says nothing of health.
    var outcome: AttemptOutcome {
        switch self {
        case .full, .stale: .neither
        case .unavailable, .connectTimeout, .malformed, .truncated: .noAnswer
        }
    }
}

/// What the event loops share of an upstream.
struct SharedUpstream: Sendable {
    let settings: UpstreamSettings
    /// The connections to each target; none where there is no bound.
    let quotas: [Quota?]
    let states: TargetStates
    let breaker: CircuitBreaker?

    init(_ settings: UpstreamSettings) {
        self.settings = settings
        quotas = settings.targets.map { $0.maxConnections.map { Quota($0) } }
        states = TargetStates(settings)
        breaker = settings.circuitBreaker.map { CircuitBreaker($0) }
    }
}
