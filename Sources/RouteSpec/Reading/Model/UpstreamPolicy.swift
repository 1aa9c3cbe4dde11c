/// How an upstream's requests are spread over its targets, and which of these take any. `Reading/Sections` has the defaults.
public struct UpstreamPolicy: Sendable {
    public enum Balance: String, Sendable, CaseIterable {
        case roundRobin = "round_robin"
        case leastRequest = "least_request"
        case randomTwo = "random_two"
        case random
        case hash
    }

    public var balance = Balance.roundRobin
    /// What `hash` goes by.
    public var hashOn = RequestKey.address
    /// How long a target that comes back takes to have its whole share; none for at once.
    public var slowStart: Duration?
    /// Below this share of targets that may be used, in percent, all of them are; 0 for never.
    public var panicThreshold = 0
    public var healthCheck: HealthCheck?
    public var outlierDetection: OutlierDetection?
    public var circuitBreaker: CircuitBreaker?

    public init() {}

    /// Whether there is nothing but a round.
    var isUsual: Bool {
        balance == .roundRobin && slowStart == nil && panicThreshold == 0
    }
}

/// A target of an upstream: where it is, and its share of the requests.
public struct UpstreamTarget: Sendable {
    public var url: Marked<Template>
    public var weight = 1
}

/// What of a request tells it from others: requests that have the same go the same way.
public enum RequestKey: Hashable, Sendable {
    case address
    case header(String)
    case cookie(String)
    case claim(String)

    /// As reviewers read it: `ip`, `header:X-Tenant`.
    var text: String {
        switch self {
        case .address: "ip"
        case .header(let name): "header:\(name)"
        case .cookie(let name): "cookie:\(name)"
        case .claim(let name): "claim:\(name)"
        }
    }
}

/// `health_check`: requests of the gateway's own that tell which targets are up.
public struct HealthCheck: Sendable {
    public var path = "/"
    public var interval = Duration.seconds(5)
    public var timeout = Duration.seconds(2)
    /// How many checks in a row must fail for a target to be down, and succeed for it to be up again.
    public var unhealthy = 3
    public var healthy = 2
}

/// `outlier_detection`: targets whose answers to clients are bad are left out for a while.
public struct OutlierDetection: Sendable {
    public var consecutiveFailures = 5
    public var eject = Duration.seconds(30)
    public var maxEjectedPercent = 50
}

/// `circuit_breaker`, of a route or an upstream.
public struct CircuitBreaker: Sendable {
    public var failureThreshold = 5
    public var open = Duration.seconds(10)
    public var halfOpenMaxInFlight = 1

    /// As reviewers read it: `5/10s/1`.
    var text: String { "\(failureThreshold)/\(open.specText)/\(halfOpenMaxInFlight)" }
}
