import NIOCore

/// The connections of one loop to one target of an upstream: those at rest, and the making of new ones.
final class UpstreamPool {
    let settings: TargetSettings
    let loop: Loop
    private let resolver: Resolver
    /// The most recently used last, so that the rest can grow old.
    #if !DEBUG
        @exclusivity(unchecked)
    #endif
    private var idle: ContiguousArray<UpstreamConnection> = []
    private var isClosed = false
    /// The connections that all loops may have; none for no bound.
    private let quota: Quota?
    /// None where nobody looks whether the target is up.
    private let life: TargetLife?
    /// The life of the target in which the connections at rest were last looked at.
    private var lastLife = 0
    /// Called when a connection comes to rest that nobody may be looking after: whoever does calls ``expire(_:)`` time and again, as
    /// long as one rests.
    var watch: () -> Void = {}
    private var isWatched = false
    /// The other loops' pools for the same target.
    var others: [OtherPool] = []

    init(_ settings: TargetSettings, quota: Quota?, life: TargetLife? = nil, loop: Loop) {
        self.settings = settings
        self.quota = quota
        self.life = life
        self.loop = loop
        resolver = Resolver(settings.host, port: settings.port, on: loop)
        idle.reserveCapacity(min(settings.maxIdle, 256))
    }

    /// An unused connection, if there is one that lives. One that something has come over that nobody asked for is never used
    /// again: it would be taken for the answer to the next request. Before a request that cannot be sent again that is asked of the
    /// kernel; for others it is as of the beginning of the loop's turn.
    func takeIdle(for method: Method) -> UpstreamConnection? {
        while let connection = idle.popLast() {
            let isSilent = method.isIdempotent ? connection.wasSilent : connection.isSilentNow
            if isUsable(connection), isSilent { return connection }
            connection.leave()
        }
        return nil
    }

    /// Which of the target's lives it is in; a connection is of the one in which it was made.
    var lifeNumber: Int { life?.number ?? 0 }

    /// Whether it lives, and its target has not failed since it was made.
    private func isUsable(_ connection: UpstreamConnection) -> Bool {
        connection.isActive && connection.life == lifeNumber
    }

    /// Makes a connection for a caller, who can change its mind by way of the ticket.
    func connect(_ caller: UpstreamCaller) -> ConnectTicket {
        let ticket = ConnectTicket(caller)
        if quota?.take() ?? true { dial(ticket) } else { makeRoom(for: ticket, asking: others[...]) }
        return ticket
    }

    /// Has other loops close connections that rest with them, one after the other, until there is room for one here.
    private func makeRoom(for ticket: ConnectTicket, asking others: ArraySlice<OtherPool>) {
        guard let other = others.first else {
            // Later, since nobody expects an answer before he has his ticket.
            loop.schedule(in: 0) { ticket.take()?.failed(.full) }
            return
        }
        loop.ask(other.pools.loop) {
            other.pools.value[other.index].giveUpOldest()
        } then: { _ in
            if self.quota?.take() ?? true {
                self.dial(ticket)
            } else {
                self.makeRoom(for: ticket, asking: others.dropFirst())
            }
        }
    }

    fileprivate func giveUpOldest() {
        if !idle.isEmpty { idle.removeFirst().leave() }
    }

    /// A connection is no more, or was never made.
    func gone() { quota?.give() }

    private func dial(_ ticket: ConnectTicket) {
        let deadline = Loop.clock().adding(settings.connectTimeout)
        resolver.addresses(until: deadline) { addresses in
            guard let addresses else {
                self.failed(.connectTimeout, ticket)
                return
            }
            _ = Dial(addresses, until: deadline, on: self.loop) { result in
                switch result {
                case .success(let descriptor): self.connected(descriptor, ticket)
                case .failure(let fault): self.failed(fault, ticket)
                }
            }
        }
    }

    private func failed(_ fault: UpstreamFault, _ ticket: ConnectTicket) {
        gone()
        ticket.take()?.failed(fault)
    }

    private func connected(_ descriptor: CInt, _ ticket: ConnectTicket) {
        SystemSocket.sendAtOnce(descriptor)
        let connection = UpstreamConnection(descriptor, of: self)
        do {
            try connection.start()
        } catch {
            failed(.unavailable, ticket)
            return
        }
        if let caller = ticket.take() { caller.connected(connection) } else { put(connection) }
    }

    /// Takes a connection back whose exchange is over.
    func put(_ connection: UpstreamConnection) {
        guard !isClosed, settings.maxIdle > 0, isUsable(connection), connection.hasFallenSilent else {
            connection.leave()
            return
        }
        if idle.count >= settings.maxIdle { idle.removeFirst().leave() }
        connection.output.shrink()
        connection.idleSince = loop.now
        idle.append(connection)
        if isWatched { return }
        isWatched = true
        watch()
    }

    var hasIdle: Bool { !idle.isEmpty }

    /// Forgets a connection that closed while it was at rest.
    func remove(_ connection: UpstreamConnection) {
        if let index = idle.lastIndex(where: { $0 === connection }) { idle.remove(at: index) }
    }

    /// Closes those that have rested for too long, and all those to a target that has failed since.
    func expire(_ now: UInt64) {
        if lastLife != lifeNumber { leaveFormerLives() }
        let bound = UInt64(max(0, settings.idleTimeout.nanoseconds))
        var count = 0
        while count < idle.count, now &- idle[count].idleSince >= bound, now >= idle[count].idleSince { count += 1 }
        defer { isWatched = hasIdle }
        guard count > 0 else { return }
        let old = Array(idle.prefix(count))
        idle.removeFirst(count)
        for connection in old { connection.leave() }
    }

    private func leaveFormerLives() {
        lastLife = lifeNumber
        let former = idle.filter { !isUsable($0) }
        idle.removeAll { !isUsable($0) }
        for connection in former { connection.leave() }
    }

    /// Closes those at rest, and each other one as soon as its exchange is over.
    func close() {
        isClosed = true
        others = []
        let all = idle
        idle = []
        for connection in all { connection.leave() }
    }
}

/// Another loop's pool for the same target.
struct OtherPool: Sendable {
    let pools: LoopBound<[UpstreamPool]>
    let index: Int
}

/// A connection that is being made for a caller.
final class ConnectTicket {
    private var caller: UpstreamCaller?

    init(_ caller: UpstreamCaller) { self.caller = caller }

    /// The caller, if it still waits, once.
    func take() -> UpstreamCaller? {
        defer { caller = nil }
        return caller
    }

    func cancel() { caller = nil }
}
