import Synchronization

/// How many of a route's requests may be under way at a time (`concurrency`).
public struct ConcurrencyDefinition: Sendable {
    public let max: Setting
    /// How many more may wait for others to end.
    public let queue: Int
    /// For how long.
    public let wait: Duration
}

/// How many of a route's requests are under way, and how many wait: two words that all loops share.
final class ConcurrencyLimit: Sendable {
    let most: Int
    let queueSize: Int
    /// How long a request may wait, in nanoseconds.
    let wait: UInt64
    private let taken = Atomic(0)
    private let queued = Atomic(0)
    private let refused = Atomic(0)

    init(most: Int, queueSize: Int, wait: UInt64) {
        self.most = most
        self.queueSize = queueSize
        self.wait = wait
    }

    var inFlight: Int { taken.load(ordering: .relaxed) }
    var waiting: Int { queued.load(ordering: .sequentiallyConsistent) }
    /// How many requests have found no place, or none in time.
    var refusals: Int { refused.load(ordering: .relaxed) }

    /// Takes a place, if there is one left.
    func take() -> Bool { Self.add(to: taken, atMost: most) }

    /// Gives a place back.
    /// - Returns: whether somebody waits for one.
    func give() -> Bool {
        taken.subtract(1, ordering: .sequentiallyConsistent)
        return waiting > 0
    }

    /// Takes a place among those that wait, if there is one left.
    func beginWaiting() -> Bool { Self.add(to: queued, atMost: queueSize) }

    func endWaiting() { queued.subtract(1, ordering: .sequentiallyConsistent) }

    func countRefusal() { refused.add(1, ordering: .relaxed) }

    private static func add(to word: borrowing Atomic<Int>, atMost most: Int) -> Bool {
        var count = word.load(ordering: .sequentiallyConsistent)
        while count < most {
            let (exchanged, original) = word.compareExchange(
                expected: count, desired: count + 1, ordering: .sequentiallyConsistent)
            if exchanged { return true }
            count = original
        }
        return false
    }
}

/// The requests of one loop that wait for places of routes, each route's in the order in which they came.
final class ConcurrencyQueues {
    private var waiting: [Int: [ClientConnection]] = [:]
    /// Routes whose places are about to be offered.
    private var offered: Set<Int> = []

    func append(_ connection: ClientConnection, for route: Int) { waiting[route, default: []].append(connection) }

    func remove(_ connection: ClientConnection, for route: Int) {
        if let index = waiting[route]?.firstIndex(where: { $0 === connection }) { waiting[route]?.remove(at: index) }
    }

    func first(for route: Int) -> ClientConnection? { waiting[route]?.first }

    /// - Returns: whether nobody is about to already, and somebody waits.
    func beginOffering(_ route: Int) -> Bool { first(for: route) != nil && offered.insert(route).inserted }

    func endOffering(_ route: Int) { offered.remove(route) }
}
