import Logging
import NIOCore
import NIOPosix
import NIOSSL
import Synchronization

/// One server of Redis, over one connection on which commands are pipelined. What breaks is connected anew by itself, the
/// seldomer the longer it fails; until then commands are refused at once, so that nobody waits for what is known to be away.
///
/// A command that was sent may have been done even where there is no reply, and is never sent again by the client.
final class RedisClient: Sendable {
    private struct State {
        var connection: RedisConnection?
        var connectedAt = NIODeadline.now()
        /// Why there is no connection.
        var fault = RedisFault(what: "has not been connected to")
        /// Why it was logged to be away; none since it was there again.
        var logged: RedisFault?
        var pause = TimeAmount.zero
        var isClosed = false
    }

    /// For a connection, and for the first replies over it.
    static let connectTimeout = TimeAmount.seconds(1)
    private static let longestPause = TimeAmount.seconds(3)

    let eventLoop: any EventLoop
    private let url: RedisURL
    private let timeout: TimeAmount
    private let pingInterval: TimeAmount
    /// For a `rediss` server. Made once: the certificates of the system are read from the disk.
    private let tls: Result<NIOSSLContext?, any Error>
    private let logger: Logger
    private let state: NIOLoopBoundBox<State>
    private let hasConnection = Atomic<Bool>(false)
    private let hasConnected = Atomic<Bool>(false)

    /// - Parameters:
    ///   - timeout: for each reply; one that is late ends the connection.
    ///   - pingInterval: how often a server is asked whether it is there, so that one that is not is known before somebody needs it.
    ///   - trustRoots: whose certificates a `rediss` server may show.
    init(
        _ url: RedisURL, timeout: Duration, pingInterval: Duration = .seconds(5),
        trustRoots: NIOSSLTrustRoots = .default, logger: Logger
    ) {
        let eventLoop = MultiThreadedEventLoopGroup.singleton.any()
        self.eventLoop = eventLoop
        self.url = url
        self.timeout = TimeAmount(clamping: timeout)
        self.pingInterval = TimeAmount(clamping: pingInterval)
        tls = Result { url.isSecure ? try NIOSSLContext(configuration: Self.configuration(trustRoots)) : nil }
        self.logger = logger
        state = .makeBoxSendingValue(State(), eventLoop: eventLoop)
    }

    /// Whether there is a connection now over which the server has answered.
    var isUp: Bool { hasConnection.load(ordering: .relaxed) }

    /// Whether there has ever been one.
    var hasBeenUp: Bool { hasConnected.load(ordering: .relaxed) }

    /// Connects, and keeps on. Returns when the first attempt has ended, well or not.
    func start() async { try? await eventLoop.flatSubmit { self.connect() }.get() }

    /// Sends a command, from any thread.
    /// - Returns: the reply, which may be an error of the server's.
    /// - Throws: a ``RedisFault`` where there is no reply.
    func send(_ command: RedisCommand) -> EventLoopFuture<RESPValue> {
        eventLoop.flatSubmit {
            self.state.value.connection?.send(command, within: self.timeout)
                ?? self.eventLoop.makeFailedFuture(self.state.value.fault)
        }
    }

    /// Ends the connection and connects no more.
    func close() {
        eventLoop.execute {
            self.state.value.isClosed = true
            self.state.value.connection?.end(RedisFault(what: "is not used any more"))
        }
    }

    // MARK: On the event loop

    private func connect() -> EventLoopFuture<Void> {
        let ready: EventLoopFuture<Void>
        do {
            ready = try bootstrap().connect(host: url.host, port: url.port).flatMap { self.introduce($0) }
        } catch {
            ready = eventLoop.makeFailedFuture(error)
        }
        return ready.flatMapErrorThrowing { self.failed($0) }
    }

    private func bootstrap() throws -> ClientBootstrap {
        let tls = try tls.get()
        return ClientBootstrap(group: eventLoop)
            .connectTimeout(Self.connectTimeout)
            .channelInitializer { channel in
                channel.eventLoop.makeCompletedFuture {
                    let pipeline = channel.pipeline.syncOperations
                    if let tls {
                        // A server that has an address for a name is verified by it (RFC 6066, 3).
                        let name = self.url.isHostAddress ? nil : self.url.host
                        try pipeline.addHandler(NIOSSLClientHandler(context: tls, serverHostname: name))
                    }
                    try pipeline.addHandler(RedisConnection { self.ended($0) })
                }
            }
    }

    private static func configuration(_ trustRoots: NIOSSLTrustRoots) -> TLSConfiguration {
        var configuration = TLSConfiguration.makeClientConfiguration()
        configuration.minimumTLSVersion = .tlsv12
        configuration.trustRoots = trustRoots
        return configuration
    }

    /// Says who the gateway is; the connection counts once the server has agreed to everything.
    private func introduce(_ channel: any Channel) -> EventLoopFuture<Void> {
        do {
            let connection = try channel.pipeline.syncOperations.handler(type: RedisConnection.self)
            let replies = url.introduction.compactMap { connection.send($0, within: Self.connectTimeout) }
            let bound = NIOLoopBound(connection, eventLoop: eventLoop)
            return EventLoopFuture.whenAllSucceed(replies, on: eventLoop).flatMapThrowing { replies in
                if let code = replies.lazy.compactMap(\.errorCode).first {
                    let fault = RedisFault(what: "refused the gateway with \(code)")
                    bound.value.end(fault)
                    throw fault
                }
                self.succeeded(bound.value)
            }
        } catch {
            return eventLoop.makeFailedFuture(error)
        }
    }

    private func succeeded(_ connection: RedisConnection) {
        if state.value.isClosed { return connection.end(RedisFault(what: "is not used any more")) }
        if let fault = connection.fault { return failed(fault) }
        if state.value.logged != nil { logger.notice("Redis is there again", metadata: metadata) }
        state.value.logged = nil
        state.value.connection = connection
        state.value.connectedAt = .now()
        hasConnection.store(true, ordering: .relaxed)
        hasConnected.store(true, ordering: .relaxed)
        ping(connection)
    }

    private func ping(_ connection: RedisConnection) {
        eventLoop.assumeIsolated().scheduleTask(in: self.pingInterval) {
            guard self.state.value.connection === connection else { return }
            _ = connection.send(RedisCommand("PING"), within: self.timeout)
            self.ping(connection)
        }
    }

    /// A connection has ended; one that never counted is the business of ``connect()``.
    private func ended(_ connection: RedisConnection) {
        guard state.value.connection === connection else { return }
        state.value.connection = nil
        hasConnection.store(false, ordering: .relaxed)
        // A server that takes connections and breaks them is not asked again at once.
        if .now() - state.value.connectedAt > pingInterval { state.value.pause = .zero }
        failed(connection.fault ?? RedisFault(what: "broke off"))
    }

    private func failed(_ error: any Error) {
        let fault = error as? RedisFault ?? RedisFault(what: "could not be connected to: \(error)")
        guard !state.value.isClosed else { return }
        if state.value.logged != fault {
            logger.warning("Redis is away", metadata: metadata.merging(["fault": "\(fault.what)"]) { $1 })
        }
        state.value.logged = fault
        state.value.fault = fault
        state.value.pause = min(max(state.value.pause * 2, .milliseconds(50)), Self.longestPause)
        // Spread out, so that many gateways do not come back in one moment.
        let pause = TimeAmount.nanoseconds(state.value.pause.nanoseconds / 4 * Int64.random(in: 3...5))
        eventLoop.scheduleTask(in: pause) {
            if !self.state.value.isClosed { _ = self.connect() }
        }
    }

    private var metadata: Logger.Metadata { ["server": "\(url.host):\(url.port)"] }
}
