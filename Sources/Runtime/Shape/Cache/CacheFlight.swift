/// Requests that wait for the response to an equal one that has gone upstream.
///
/// Where the upstream fails that one, two of them go in its place, then four, and so on: nobody stands behind a row of failures,
/// and an upstream that is in need is not sent them all at once.
final class CacheFlight {
    private struct Waiter {
        let client: ClientConnection
        /// Of its exchange: it may have another one by now.
        let number: UInt64
    }

    private let cache: ResponseCache
    private let hash: UInt64
    let key: [UInt8]
    private let loop: Loop
    private var waiting: ArraySlice<Waiter> = []
    /// Requests that are upstream for it.
    private var leaders = 0
    private var timer: LoopTimer?
    private var isOver = false

    /// How long anybody waits; after that, each goes upstream.
    static let longestWait: UInt64 = 5_000_000_000
    /// How many go in the place of one that the upstream has failed.
    static let heirs = 2

    init(_ hash: UInt64, _ key: ByteView, in cache: ResponseCache, loop: Loop) {
        self.cache = cache
        self.hash = hash
        self.key = Array(key.bytes)
        self.loop = loop
    }

    /// One more request goes upstream.
    func lead() { leaders += 1 }

    func join(_ client: ClientConnection) {
        waiting.append(Waiter(client: client, number: client.exchange.number))
        if timer == nil { timer = loop.schedule(in: Self.longestWait) { self.land() } }
    }

    /// There is nothing more to wait for: the response is stored, or is not going to be.
    func land() {
        guard close() else { return }
        let waiting = waiting
        self.waiting = []
        // In a turn of its own: whoever calls is in the middle of an exchange of its own.
        if !waiting.isEmpty { loop.schedule(in: 0) { for waiter in waiting { waiter.client.goOn(waiter.number) } } }
    }

    /// One that went upstream brings nothing for the others: as many of these go in its place, where there are so many.
    func passOn(to count: Int) {
        if isOver { return }
        leaders -= 1
        guard !waiting.isEmpty else { return abandon() }
        loop.schedule(in: 0) { [self] in
            let wanted = leaders + count
            // Some have left meanwhile, and some are refused on their way.
            while leaders < wanted, let next = waiting.popFirst() { next.client.lead(self, next.number) }
            abandon()
        }
    }

    /// Nobody waits for what nobody brings.
    private func abandon() {
        if leaders == 0 { close() }
    }

    /// - Returns: whether it was open.
    @discardableResult
    private func close() -> Bool {
        if isOver { return false }
        isOver = true
        timer?.cancel()
        if cache.flights[hash] === self { cache.flights[hash] = nil }
        return true
    }
}
