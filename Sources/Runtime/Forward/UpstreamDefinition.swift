/// A service behind the gateway (`upstreams.<name>`, or a URL that stands in a route).
public struct UpstreamDefinition: Sendable {
    public let name: StaticString
    /// Where it is: one or several places that do the same.
    public let targets: [TargetDefinition]
    /// How long making a connection may take.
    public let connectTimeout: Duration
    /// How long an upstream may take from the end of the request to the end of its response's head.
    public let responseHeaderTimeout: Duration
    /// How long an unused connection is kept.
    public let idleTimeout: Duration
    /// How many connections there may be to each target, over all event loops; none for no bound.
    public let maxConnections: Int?
    /// How many unused connections to each target each event loop keeps.
    public let maxIdle: Int
    public let balance: BalanceDefinition
    public let healthCheck: HealthCheckDefinition?
    public let outlierDetection: OutlierDefinition?
    public let circuitBreaker: CircuitBreakerDefinition?

    public init(
        name: StaticString, targets: [TargetDefinition], connectTimeout: Duration, responseHeaderTimeout: Duration,
        idleTimeout: Duration, maxConnections: Int? = nil, maxIdle: Int,
        balance: BalanceDefinition = BalanceDefinition(.roundRobin), healthCheck: HealthCheckDefinition? = nil,
        outlierDetection: OutlierDefinition? = nil, circuitBreaker: CircuitBreakerDefinition? = nil
    ) {
        self.name = name
        self.targets = targets
        self.connectTimeout = connectTimeout
        self.responseHeaderTimeout = responseHeaderTimeout
        self.idleTimeout = idleTimeout
        self.maxConnections = maxConnections
        self.maxIdle = maxIdle
        self.balance = balance
        self.healthCheck = healthCheck
        self.outlierDetection = outlierDetection
        self.circuitBreaker = circuitBreaker
    }

    /// - Parameter url: `http://host[:port][/base]`.
    public init(
        name: StaticString, url: Setting, connectTimeout: Duration, responseHeaderTimeout: Duration,
        idleTimeout: Duration, maxConnections: Int? = nil, maxIdle: Int,
        balance: BalanceDefinition = BalanceDefinition(.roundRobin), healthCheck: HealthCheckDefinition? = nil,
        outlierDetection: OutlierDefinition? = nil, circuitBreaker: CircuitBreakerDefinition? = nil
    ) {
        self.init(
            name: name, targets: [TargetDefinition(url)], connectTimeout: connectTimeout,
            responseHeaderTimeout: responseHeaderTimeout, idleTimeout: idleTimeout, maxConnections: maxConnections,
            maxIdle: maxIdle, balance: balance, healthCheck: healthCheck, outlierDetection: outlierDetection,
            circuitBreaker: circuitBreaker)
    }
}

/// One of the places where an upstream is.
public struct TargetDefinition: Sendable {
    /// `http://host[:port][/base]`; of several targets, one that comes out empty is as if it were not written.
    public let url: Setting
    /// Its share of the requests, against that of the others.
    public let weight: Int

    public init(_ url: Setting, weight: Int = 1) {
        self.url = url
        self.weight = weight
    }
}

/// How requests are spread over targets (`balance` and what belongs to it).
public struct BalanceDefinition: Sendable {
    public enum Method: Sendable { case roundRobin, leastRequest, randomTwo, random, hash }

    public let method: Method
    public let hashOn: RequestKey
    /// How long a target that comes back takes to have its whole share.
    public let slowStart: Duration?
    /// Below this share of targets that may be used, in percent, all of them are; 0 for never.
    public let panicThreshold: Int

    public init(
        _ method: Method, hashOn: RequestKey = .address, slowStart: Duration? = nil, panicThreshold: Int = 0
    ) {
        self.method = method
        self.hashOn = hashOn
        self.slowStart = slowStart
        self.panicThreshold = panicThreshold
    }

    /// Whether it goes by how many requests each target has.
    var countsRequests: Bool { method == .leastRequest || method == .randomTwo || method == .hash }
}

/// What of a request tells it from others. Where a request does not have it, it is the client's address.
public enum RequestKey: Sendable {
    case address
    case header(StaticString)
    case cookie(StaticString)
    case claim(StaticString)
}

/// `health_check`.
public struct HealthCheckDefinition: Sendable {
    public let path: StaticString
    public let interval: Duration
    public let timeout: Duration
    /// How many checks in a row must fail for a target to be down.
    public let unhealthy: Int
    /// How many checks in a row must succeed for it to be up again.
    public let healthy: Int

    public init(path: StaticString, interval: Duration, timeout: Duration, unhealthy: Int, healthy: Int) {
        self.path = path
        self.interval = interval
        self.timeout = timeout
        self.unhealthy = unhealthy
        self.healthy = healthy
    }
}

/// `outlier_detection`.
public struct OutlierDefinition: Sendable {
    public let consecutiveFailures: Int
    public let eject: Duration
    public let maxEjectedPercent: Int

    public init(consecutiveFailures: Int, eject: Duration, maxEjectedPercent: Int) {
        self.consecutiveFailures = consecutiveFailures
        self.eject = eject
        self.maxEjectedPercent = maxEjectedPercent
    }
}

/// `circuit_breaker`, of a route or an upstream.
public struct CircuitBreakerDefinition: Sendable {
    /// How many failures in a row open it.
    public let failureThreshold: Int
    /// How long it then lets nothing through.
    public let open: Duration
    /// How many requests may then try at a time whether all is well again.
    public let halfOpenMaxInFlight: Int

    public init(failureThreshold: Int, open: Duration, halfOpenMaxInFlight: Int) {
        self.failureThreshold = failureThreshold
        self.open = open
        self.halfOpenMaxInFlight = halfOpenMaxInFlight
    }
}
