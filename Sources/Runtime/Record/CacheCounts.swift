/// What the caches of responses have done, and what is in them.
struct CacheCounts: Sendable {
    /// Whether any route keeps responses.
    var isThere = false
    /// By ``CacheOutcome``.
    var outcomes: [UInt64] = Array(repeating: 0, count: CacheOutcome.allCases.count)
    var entries = 0
    var bytes = 0
    var evictions: UInt64 = 0
    /// Requests of the gateway's own for what is stale, which have brought what can be stored, and which have not.
    var refreshes: UInt64 = 0
    var failedRefreshes: UInt64 = 0

    mutating func add(_ other: CacheCounts) {
        isThere = isThere || other.isThere
        for index in outcomes.indices { outcomes[index] &+= other.outcomes[index] }
        entries += other.entries
        bytes += other.bytes
        evictions &+= other.evictions
        refreshes &+= other.refreshes
        failedRefreshes &+= other.failedRefreshes
    }

    /// The requests of each result, in the order in which they are named.
    var results: [(name: StaticString, count: UInt64)] {
        CacheOutcome.names.map { name in
            let outcomes = CacheOutcome.allCases.filter { "\($0.name)" == "\(name)" }
            return (name, outcomes.reduce(0) { $0 &+ self.outcomes[Int($1.rawValue)] })
        }
    }
}
