import NIOCore
import NIOPosix

#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#else
    import Darwin
#endif

/// The sockets that clients connect to.
enum Listener {
    /// Binds a socket a loop, so that no loop takes connections for another: the kernel spreads them (`SO_REUSEPORT`).
    ///
    /// The first is bound without that option: an address that is taken is an error then, even where its owner would share
    /// it. Once it is ours it is shared, and the other sockets are bound beside it; at no moment is it free for others, and
    /// port 0 is chosen once for all. Linux alone spreads connections over such sockets; elsewhere there is one, and the
    /// loops take turns.
    static func bind(
        _ address: ListenAddress, group: MultiThreadedEventLoopGroup, workers: [NIOLoopBound<Worker>]
    ) async throws -> [any Channel] {
        guard let first = workers.first else { return [] }
        #if os(Linux)
            let listener = try await bindFirst(address, bootstrap(first.eventLoop, serving: first.eventLoop, workers))
            guard workers.count > 1, let bound = listener.localAddress else { return [listener] }
            try await listener.setOption(.socketOption(sharing), value: 1).get()
            var listeners = [listener]
            for worker in workers.dropFirst() {
                let bootstrap = bootstrap(worker.eventLoop, serving: worker.eventLoop, workers)
                    .serverChannelOption(.socketOption(sharing), value: 1)
                listeners.append(try await bootstrap.bind(to: bound).get())
            }
            return listeners
        #else
            return [try await bindFirst(address, bootstrap(first.eventLoop, serving: group, workers))]
        #endif
    }

    private static let sharing = NIOBSDSocket.Option(rawValue: SO_REUSEPORT)

    private static func bindFirst(_ address: ListenAddress, _ bootstrap: ServerBootstrap) async throws -> any Channel {
        do {
            return try await bootstrap.bind(host: address.host, port: address.port).get()
        } catch let error as IOError where error.errnoCode == EAFNOSUPPORT && address.host == "::" {
            // Every address of a machine without IPv6.
            return try await bootstrap.bind(host: "0.0.0.0", port: address.port).get()
        }
    }

    /// - Parameters:
    ///   - loop: the one that listens.
    ///   - serving: those that connections are given to.
    private static func bootstrap(
        _ loop: any EventLoop, serving: any EventLoopGroup, _ workers: [NIOLoopBound<Worker>]
    ) -> ServerBootstrap {
        ServerBootstrap(group: loop, childGroup: serving)
            .serverChannelOption(.backlog, value: 4096)
            .serverChannelOption(.socketOption(.so_reuseaddr), value: 1)
            // Connections inherit it. SwiftNIO reads all that the kernel holds once a client has ended what it sends.
            .serverChannelOption(.socketOption(.so_rcvbuf), value: .init(ConnectionBounds.receiveBuffer))
            .childChannelOption(.allowRemoteHalfClosure, value: true)
            .childChannelOption(.tcpOption(.tcp_nodelay), value: 1)
            .childChannelOption(.maxMessagesPerRead, value: 1)
            .childChannelOption(.writeBufferWaterMark, value: ConnectionBounds.watermark)
            .childChannelInitializer { channel in
                channel.eventLoop.makeCompletedFuture {
                    guard let worker = workers.first(where: { $0.eventLoop === channel.eventLoop }) else {
                        throw ChannelError.ioOnClosedChannel
                    }
                    try open(channel, for: worker.value)
                }
            }
    }

    private static func open(_ channel: any Channel, for worker: Worker) throws {
        if let quota = worker.plan.connections {
            guard quota.take() else {
                try channel.pipeline.syncOperations.addHandler(worker.refusedConnections)
                return
            }
            channel.closeFuture.whenComplete { _ in quota.give() }
        }
        try channel.pipeline.syncOperations.addHandler(ClientConnection(worker))
    }
}
