/// Counters at a moment, to be added up over the event loops.
struct MetricsSnapshot: Sendable {
    /// A path, a method and a status in one word.
    struct Series: Hashable, Comparable, Sendable {
        private let word: UInt32

        init(path: Int, method: Method, status: Int) {
            word =
                UInt32(truncatingIfNeeded: path) << 16 | UInt32(method.rawValue) << 12 | UInt32(Self.label(of: status))
        }

        var path: Int { Int(word >> 16) }
        var method: Method { Method(rawValue: UInt8(word >> 12 & 15)) ?? .other }
        var status: Int { Int(word & 0xFFF) }

        static func < (one: Series, other: Series) -> Bool { one.word < other.word }

        /// A status that is not registered counts as the `x00` of its class (RFC 9110, 15), so that no upstream makes
        /// as many series as it likes. 499 is the gateway's own, of clients that went away.
        private static func label(of status: Int) -> UInt32 {
            switch status {
            case 100...103, 200...208, 226, 300...308, 400...418, 421...426, 428, 429, 431, 451, 499, 500...508, 510,
                511:
                UInt32(status)
            case 100..<600: UInt32(status / 100 * 100)
            default: 0
            }
        }
    }

    /// The upper bounds of the histogram's buckets, in nanoseconds and as the label `le` has them; a last one has no bound.
    static let bounds: [(nanoseconds: UInt64, label: StaticString)] = [
        (1_000_000, "0.001"), (2_500_000, "0.0025"), (5_000_000, "0.005"), (10_000_000, "0.01"),
        (25_000_000, "0.025"), (50_000_000, "0.05"), (100_000_000, "0.1"), (250_000_000, "0.25"),
        (500_000_000, "0.5"), (1_000_000_000, "1"), (2_500_000_000, "2.5"), (5_000_000_000, "5"),
        (10_000_000_000, "10"), (60_000_000_000, "60"),
    ]

    /// Where the buckets of each series begin.
    private(set) var series: [Series: Int] = [:]
    /// For each series: the requests of each bucket, then the sum of their durations in nanoseconds.
    private var slots: [UInt64] = []
    static let slotsPerSeries = bounds.count + 2

    /// By ``AuthFailure``, then lacking scopes and lacking roles.
    var refusals: [UInt64] = Array(repeating: 0, count: AuthFailure.allCases.count + 2)
    static let refusalReasons = AuthFailure.allCases.map(\.reason) + ["scope", "role"]

    /// Requests over a limit, by path.
    var limited: [Int: UInt64] = [:]

    var requestsInFlight = 0
    var connections = 0
    var connectionsTotal: UInt64 = 0
    var tunnels = 0
    var tunnelsTotal: UInt64 = 0
    /// Bytes that clients have sent into tunnels, and that they have got out of them.
    var tunnelReceived: UInt64 = 0
    var tunnelSent: UInt64 = 0
    var connectionsRefused: UInt64 = 0
    var cache = CacheCounts()
    var compression = CompressionCounts()
    /// None where nothing is said to other sites.
    var preflights: PreflightCounts?

    mutating func add(duration: UInt64, to key: Series) {
        let start = start(of: key)
        var bucket = 0
        while bucket < Self.bounds.count && duration > Self.bounds[bucket].nanoseconds { bucket += 1 }
        slots[start + bucket] &+= 1
        slots[start + Self.bounds.count + 1] &+= duration
    }

    /// The requests of each bucket, and the sum of the durations in nanoseconds.
    func histogram(of key: Series) -> (buckets: ArraySlice<UInt64>, sum: UInt64) {
        guard let start = series[key] else { return ([], 0) }
        let end = start + Self.bounds.count + 1
        return (slots[start..<end], slots[end])
    }

    mutating func add(_ other: MetricsSnapshot) {
        for (key, otherStart) in other.series {
            let start = start(of: key)
            for offset in 0..<Self.slotsPerSeries { slots[start + offset] &+= other.slots[otherStart + offset] }
        }
        for index in refusals.indices { refusals[index] &+= other.refusals[index] }
        for (path, count) in other.limited { limited[path, default: 0] &+= count }
        requestsInFlight += other.requestsInFlight
        connections += other.connections
        connectionsTotal &+= other.connectionsTotal
        tunnels += other.tunnels
        tunnelsTotal &+= other.tunnelsTotal
        tunnelReceived &+= other.tunnelReceived
        tunnelSent &+= other.tunnelSent
        connectionsRefused &+= other.connectionsRefused
        cache.add(other.cache)
        compression.add(other.compression)
        if let counts = other.preflights {
            preflights = PreflightCounts(
                allowed: (preflights?.allowed ?? 0) &+ counts.allowed,
                refused: (preflights?.refused ?? 0) &+ counts.refused)
        }
    }

    private mutating func start(of key: Series) -> Int {
        if let start = series[key] { return start }
        let start = slots.count
        series[key] = start
        slots.append(contentsOf: repeatElement(0, count: Self.slotsPerSeries))
        return start
    }
}
