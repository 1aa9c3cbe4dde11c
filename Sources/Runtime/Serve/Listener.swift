import NIOCore
import NIOPosix

#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#else
    import Darwin
#endif

/// The socket that clients connect to.
enum Listener {
    /// Binds, and hands connections to the loops in turn.
    ///
    /// One socket, not one a loop (`SO_REUSEPORT`): turns give each loop its share of long-lived connections, where the
    /// kernel's hash would not, and an address that is taken already is an error and not a silent sharing of it.
    static func bind(
        _ address: ListenAddress, group: MultiThreadedEventLoopGroup, workers: [NIOLoopBound<Worker>]
    ) async throws -> any Channel {
        let bootstrap = ServerBootstrap(group: group)
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
        do {
            return try await bootstrap.bind(host: address.host, port: address.port).get()
        } catch let error as IOError where error.errnoCode == EAFNOSUPPORT && address.host == "::" {
            // Every address of a machine without IPv6.
            return try await bootstrap.bind(host: "0.0.0.0", port: address.port).get()
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
