/// Requests that wait for the response to an equal one that has gone upstream.
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
    private var waiting: [Waiter] = []
    private var timer: LoopTimer?
    private var isOver = false

    /// How long anybody waits; after that, each goes upstream.
    static let longestWait: UInt64 = 5_000_000_000

    init(_ hash: UInt64, _ key: ByteView, in cache: ResponseCache, loop: Loop) {
        self.cache = cache
        self.hash = hash
        self.key = Array(key.bytes)
        self.loop = loop
    }

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

    /// Whoever went upstream has left, failed or is slow: the next one goes, and the others wait for that.
    func passOn() {
        guard close() else { return }
        let waiting = waiting
        self.waiting = []
        if !waiting.isEmpty {
            loop.schedule(in: 0) { for waiter in waiting { waiter.client.consultAgain(waiter.number) } }
        }
    }

    /// - Returns: whether it was open.
    private func close() -> Bool {
        if isOver { return false }
        isOver = true
        timer?.cancel()
        if cache.flights[hash] === self { cache.flights[hash] = nil }
        return true
    }
}
