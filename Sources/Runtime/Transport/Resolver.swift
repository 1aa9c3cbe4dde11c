/// The addresses of one name. They are looked up for each connection, so that it goes where the name leads to now; who asks
/// while that is being done gets the same answer.
final class Resolver {
    private let host: String
    private let port: Int
    private let loop: Loop
    private let lookUp: @Sendable (String, Int) -> [SocketAddress]
    /// Where the host is an address, and nothing has to be looked up.
    private let literal: [SocketAddress]?
    private var isLooking = false
    private var waiting: [(timer: LoopTimer, deadline: UInt64, then: ([SocketAddress]?) -> Void)] = []
    /// How often the name has been asked for.
    private var turn = 0

    /// - Parameter lookUp: asks for the addresses of a name, and waits for the answer.
    init(
        _ host: String, port: Int, on loop: Loop,
        lookUp: @escaping @Sendable (String, Int) -> [SocketAddress] = { SocketAddress.resolve($0, port: $1) }
    ) {
        self.host = host
        self.port = port
        self.loop = loop
        self.lookUp = lookUp
        literal = IPAddress(text: host) == nil ? nil : SocketAddress.resolve(host, port: port)
    }

    /// - Parameter then: called with the addresses, the one to be tried first at the front, or with none where the lookup has
    ///   taken longer than it may; in this turn where nothing has to be looked up.
    func addresses(until deadline: UInt64, then: @escaping ([SocketAddress]?) -> Void) {
        if let literal {
            then(literal)
            return
        }
        let timer = loop.schedule(at: deadline) { self.giveUp(at: deadline) }
        waiting.append((timer, deadline, then))
        // Nor another time where nobody waits for the answer any more: where the name servers are away, lookups would pile up.
        if isLooking { return }
        isLooking = true
        let (host, port, lookUp) = (host, port, lookUp)
        loop.offload {
            lookUp(host, port)
        } then: { addresses in
            self.isLooking = false
            let waiting = self.waiting
            self.waiting = []
            for (timer, _, then) in waiting {
                timer.cancel()
                then(self.rotated(addresses))
            }
        }
    }

    private func giveUp(at deadline: UInt64) {
        let late = waiting.filter { $0.deadline <= deadline }
        waiting.removeAll { $0.deadline <= deadline }
        for (_, _, then) in late { then(nil) }
    }

    /// The addresses of the preferred family take turns, so that all of them are used; the others stay behind them.
    private func rotated(_ addresses: [SocketAddress]) -> [SocketAddress] {
        let preferred = addresses.prefix { $0.family == addresses.first?.family }
        guard preferred.count > 1 else { return addresses }
        turn = (turn + 1) % preferred.count
        return Array(preferred[turn...] + preferred[..<turn] + addresses[preferred.count...])
    }
}
