import NIOCore
import NIOPosix

/// The connections of one loop to one upstream: those at rest, and the making of new ones.
final class UpstreamPool {
    let settings: UpstreamSettings
    let loop: any EventLoop
    let outgoing: OutgoingBuffer
    /// The address, where the host is one and no name has to be looked up.
    private let address: SocketAddress?
    /// The most recently used last, so that the rest can grow old.
    private var idle: ContiguousArray<UpstreamConnection> = []
    private var isClosed = false
    /// The connections that all loops may have; none for no bound.
    private let quota: Quota?
    /// The other loops' pools for the same upstream.
    var others: [NIOLoopBound<UpstreamPool>] = []

    init(_ settings: UpstreamSettings, quota: Quota?, loop: any EventLoop, outgoing: OutgoingBuffer) {
        self.settings = settings
        self.quota = quota
        self.loop = loop
        self.outgoing = outgoing
        address = try? SocketAddress(ipAddress: settings.host, port: settings.port)
        idle.reserveCapacity(settings.maxIdle)
    }

    /// An unused connection, if there is one that lives.
    func takeIdle() -> UpstreamConnection? {
        while let connection = idle.popLast() {
            if connection.isActive { return connection }
        }
        return nil
    }

    /// Makes a connection for a caller, who can change its mind by way of the ticket.
    func connect(_ caller: UpstreamCaller) -> ConnectTicket {
        let ticket = ConnectTicket(caller)
        if quota?.take() ?? true { dial(ticket) } else { makeRoom(for: ticket, asking: others[...]) }
        return ticket
    }

    /// Has other loops close connections that rest with them, one after the other, until there is room for one here.
    private func makeRoom(for ticket: ConnectTicket, asking others: ArraySlice<NIOLoopBound<UpstreamPool>>) {
        guard let other = others.first else {
            // On the next turn, since nobody expects an answer before he has his ticket.
            loop.assumeIsolated().execute { ticket.take()?.failed(.full) }
            return
        }
        let asked = other.eventLoop.submit { other.value.giveUpOldest() }
        asked.hop(to: loop).assumeIsolated().whenComplete { _ in
            if self.quota?.take() ?? true {
                self.dial(ticket)
            } else {
                self.makeRoom(for: ticket, asking: others.dropFirst())
            }
        }
    }

    private func giveUpOldest() {
        if !idle.isEmpty { idle.removeFirst().close() }
    }

    /// A connection is no more, or was never made.
    func gone() { quota?.give() }

    private func dial(_ ticket: ConnectTicket) {
        let bootstrap = ClientBootstrap(group: loop)
            .connectTimeout(settings.connectTimeout)
            .channelOption(.tcpOption(.tcp_nodelay), value: 1)
            .channelOption(.maxMessagesPerRead, value: 1)
            .channelOption(.writeBufferWaterMark, value: ConnectionBounds.watermark)
            // SwiftNIO reads all that the kernel holds once the peer has closed, however slow the client is.
            .channelOption(.socketOption(.so_rcvbuf), value: .init(ConnectionBounds.receiveBuffer))
            .channelInitializer { [pool = NIOLoopBound(self, eventLoop: loop)] channel in
                channel.eventLoop.makeCompletedFuture {
                    try channel.pipeline.syncOperations.addHandler(UpstreamConnection(pool.value))
                }
            }
        let channel =
            address.map { bootstrap.connect(to: $0) } ?? bootstrap.connect(host: settings.host, port: settings.port)
        channel.assumeIsolated().whenComplete { self.connected($0, ticket) }
    }

    private func connected(_ result: Result<any Channel, any Error>, _ ticket: ConnectTicket) {
        let caller = ticket.take()
        do {
            let channel = try result.get()
            let connection = try channel.pipeline.syncOperations.handler(type: UpstreamConnection.self)
            guard connection.isActive else {
                gone()
                caller?.failed(.unavailable)
                return
            }
            connection.isCounted = true
            if let caller { caller.connected(connection) } else { put(connection) }
        } catch {
            gone()
            caller?.failed(Self.fault(of: error))
        }
    }

    private static func fault(of error: any Error) -> UpstreamFault {
        if let error = error as? ChannelError, case .connectTimeout = error { return .connectTimeout }
        if let error = error as? NIOConnectionError {
            let timeouts = error.connectionErrors.filter {
                if case ChannelError.connectTimeout? = $0.error as? ChannelError { true } else { false }
            }
            if !timeouts.isEmpty, timeouts.count == error.connectionErrors.count { return .connectTimeout }
        }
        return .unavailable
    }

    /// Takes a connection back whose exchange is over.
    func put(_ connection: UpstreamConnection) {
        guard !isClosed, settings.maxIdle > 0, connection.isActive else {
            connection.close()
            return
        }
        if idle.count >= settings.maxIdle { idle.removeFirst().close() }
        connection.output.shrink()
        connection.idleSince = NIODeadline.now().uptimeNanoseconds
        idle.append(connection)
    }

    var hasIdle: Bool { !idle.isEmpty }

    /// Forgets a connection that closed while it was at rest.
    func remove(_ connection: UpstreamConnection) {
        if let index = idle.lastIndex(where: { $0 === connection }) { idle.remove(at: index) }
    }

    /// Closes those that have rested for too long.
    func expire(_ now: UInt64) {
        let bound = UInt64(max(0, settings.idleTimeout.nanoseconds))
        var count = 0
        while count < idle.count, now &- idle[count].idleSince >= bound, now >= idle[count].idleSince { count += 1 }
        guard count > 0 else { return }
        let old = Array(idle.prefix(count))
        idle.removeFirst(count)
        for connection in old { connection.close() }
    }

    /// Closes those at rest, and each other one as soon as its exchange is over.
    func close() {
        isClosed = true
        others = []
        let all = idle
        idle = []
        for connection in all { connection.close() }
    }
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

/// How much a connection holds in memory at most: about 256 KiB in each direction, kernel and ourselves together.
enum ConnectionBounds {
    /// Bytes that wait to be written: above the first the other side is not read any more, below the second it is again.
    static let watermark = ChannelOptions.Types.WriteBufferWaterMark(low: 32 * 1024, high: 64 * 1024)
    /// The kernel's buffer for what a client or an upstream sends; Linux makes it twice as much.
    static let receiveBuffer: Int = 128 * 1024
    /// Bytes of further requests that are read while one is under way.
    static let pipelined = 64 * 1024
    /// Bytes of a body that are read over to save a connection.
    static let discarded = 64 * 1024
}
