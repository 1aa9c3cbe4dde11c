/// The addresses of one name. They are looked up for each connection, so that it goes where the name leads to now; who asks
/// while that is being done gets the same answer.
final class Resolver {
    private let host: String
    private let port: Int
    private let loop: Loop
    /// Where the host is an address, and nothing has to be looked up.
    private let literal: [SocketAddress]?
    private var waiting: [(timer: LoopTimer, deadline: UInt64, then: ([SocketAddress]?) -> Void)] = []
    /// How often the name has been asked for.
    private var turn = 0

    init(_ host: String, port: Int, on loop: Loop) {
        self.host = host
        self.port = port
        self.loop = loop
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
        guard waiting.count == 1 else { return }
        let (host, port) = (host, port)
        loop.offload {
            SocketAddress.resolve(host, port: port)
        } then: { addresses in
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
