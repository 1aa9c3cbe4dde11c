/// The counters of one event loop. Only that loop writes and reads them; others ask for a ``MetricsSnapshot``.
final class Metrics {
    #if !DEBUG
        @exclusivity(unchecked)
    #endif
    private var counts: MetricsSnapshot
    private let labels: MetricsLabels
    private let cache: ResponseCache?

    /// - Parameters:
    ///   - compresses: whether any route does.
    ///   - answersPreflights: whether there is anything to say to other sites.
    init(
        _ labels: MetricsLabels, cache: ResponseCache? = nil, compresses: Bool = false, answersPreflights: Bool = false
    ) {
        self.labels = labels
        self.cache = cache
        counts = MetricsSnapshot()
        counts.compression.isThere = compresses
        if answersPreflights { counts.preflights = PreflightCounts() }
    }

    /// Counts a request that is over. Allocates nothing but for the first request of its kind.
    /// - Parameters:
    ///   - route: the index of the route, or nothing where none was found.
    ///   - pathIndex: which of the route's paths it was.
    ///   - duration: in nanoseconds.
    func record(route: Int?, pathIndex: Int, method: Method, status: Int, duration: Int64, failure: Failure?) {
        let series = MetricsSnapshot.Series(
            path: labels.path(ofRoute: route, at: pathIndex), method: method, status: status)
        counts.add(duration: UInt64(max(0, duration)), to: series)
        switch failure?.code {
        case .insufficientScope: counts.refusals[AuthFailure.allCases.count] += 1
        case .forbidden: counts.refusals[AuthFailure.allCases.count + 1] += 1
        case .rateLimited: counts.limited[series.path, default: 0] &+= 1
        default: break
        }
    }

    /// Counts a token that was refused, or that was missing where one is needed.
    func count(_ failure: AuthFailure) { counts.refusals[failure.rawValue] += 1 }

    func requestBegan() { counts.requestsInFlight += 1 }

    func requestEnded() { counts.requestsInFlight -= 1 }

    func tunnelOpened() {
        counts.tunnels += 1
        counts.tunnelsTotal &+= 1
    }

    func tunnelClosed() { counts.tunnels -= 1 }

    /// Counts bytes of tunnels: received from clients, sent to clients.
    func countTunnelled(received: Int = 0, sent: Int = 0) {
        counts.tunnelReceived &+= UInt64(max(0, received))
        counts.tunnelSent &+= UInt64(max(0, sent))
    }

    func connectionOpened() {
        counts.connections += 1
        counts.connectionsTotal += 1
    }

    func connectionRefused() { counts.connectionsRefused += 1 }

    func connectionClosed() { counts.connections -= 1 }

    /// Counts a request of a route that keeps responses.
    func countCache(_ outcome: CacheOutcome) { counts.cache.outcomes[Int(outcome.rawValue)] &+= 1 }

    /// Counts a request of the gateway's own for what is stale.
    func countRefresh(succeeded: Bool) {
        if succeeded { counts.cache.refreshes &+= 1 } else { counts.cache.failedRefreshes &+= 1 }
    }

    /// Counts a response that goes through a compressor.
    func countCompressed(_ coding: ContentCoding) { counts.compression[coding].responses &+= 1 }

    /// Counts bytes of one.
    func countCompressed(_ coding: ContentCoding, taken: Int, written: Int) {
        counts.compression[coding].taken &+= UInt64(taken)
        counts.compression[coding].written &+= UInt64(written)
    }

    func countPreflight(isAllowed: Bool) {
        if isAllowed { counts.preflights?.allowed &+= 1 } else { counts.preflights?.refused &+= 1 }
    }

    func snapshot() -> MetricsSnapshot {
        guard let cache else { return counts }
        var snapshot = counts
        snapshot.cache.isThere = true
        snapshot.cache.entries = cache.count
        snapshot.cache.bytes = cache.bytes
        snapshot.cache.evictions = cache.evictions
        return snapshot
    }
}

/// The values of the label `path`: each template once, whatever number of routes it has, so that no series is there twice.
struct MetricsLabels: Sendable {
    /// By number; 0 is `unmatched`, for requests without a route.
    let paths: [String]
    /// The numbers of each route's paths.
    private let numbers: [[Int]]

    init(_ routes: RouteTable) {
        var paths = ["unmatched"]
        var known: [String: Int] = [:]
        numbers = routes.routes.map { route in
            route.paths.map { path in
                let template = "\(path.template)"
                if let number = known[template] { return number }
                known[template] = paths.count
                paths.append(template)
                return paths.count - 1
            }
        }
        self.paths = paths
    }

    func path(ofRoute route: Int?, at index: Int) -> Int {
        guard let route, numbers.indices.contains(route), numbers[route].indices.contains(index) else { return 0 }
        return numbers[route][index]
    }
}
