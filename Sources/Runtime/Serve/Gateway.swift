public import Logging
import NIOCore
import NIOPosix
import Synchronization

/// A gateway that can be started and stopped.
///
/// ```swift
/// let gateway = Gateway(definition, settings: settings, loops: 2, logger: logger)
/// try await gateway.start()
/// // until it is to end:
/// await gateway.shutdown()
/// ```
public final class Gateway: Sendable {
    private struct State {
        var workers: [NIOLoopBound<Worker>] = []
        var listeners: [any Channel] = []
        var hasStarted = false
        var isEnding = false
        /// They keep the published keys of tokens fresh.
        var refreshing: [Task<Void, Never>] = []
    }

    private let definition: GatewayDefinition
    private let settings: GatewaySettings
    private let group: MultiThreadedEventLoopGroup
    private let writer: LogWriter
    private let logger: Logger
    private let state = Mutex(State())

    /// - Parameters:
    ///   - loops: how many event loops, each a thread; at least one.
    ///   - logger: for what the gateway itself has to say. Access records go to `accessLog`.
    ///   - accessLog: the file descriptor that access records are written to; it is never closed.
    public init(
        _ definition: GatewayDefinition, settings: GatewaySettings, loops: Int, logger: Logger, accessLog: CInt = 1
    ) {
        self.definition = definition
        self.settings = settings
        self.logger = logger
        group = MultiThreadedEventLoopGroup(numberOfThreads: max(1, loops))
        writer = LogWriter(descriptor: accessLog, logger: logger)
    }

    /// Binds the listeners; requests are taken from then on.
    /// - Returns: the port, which is the settings' unless that is 0.
    /// - Throws: what keeps the address from being listened at, or a ``DefinitionFault``.
    @discardableResult
    public func start() async throws -> Int {
        let isFirst = state.withLock { state in
            defer { state.hasStarted = true }
            return !state.hasStarted
        }
        precondition(isFirst, "a gateway is started once")
        let plan = try await ServingPlan(definition, settings: settings, logger: logger)
        let workers = try await makeWorkers(plan)
        await refreshKeys(plan)
        state.withLock { $0.workers = workers }
        let listeners = try await Listener.bind(settings.listen, group: group, workers: workers)
        state.withLock { $0.listeners = listeners }
        return listeners.first?.localAddress?.port ?? settings.listen.port
    }

    /// Fetches the published keys of tokens, and has that go on. Whether they could be had is for the readiness to say.
    private func refreshKeys(_ plan: ServingPlan) async {
        let refreshers = plan.verifier?.refreshers ?? []
        for fetch in refreshers.map({ $0.fetch() }) { await fetch.value }
        state.withLock { $0.refreshing = refreshers.map { refresher in Task { await refresher.run() } } }
    }

    private func makeWorkers(_ plan: ServingPlan) async throws -> [NIOLoopBound<Worker>] {
        let labels = MetricsLabels(definition.routes)
        var workers: [NIOLoopBound<Worker>] = []
        var metrics: [(loop: any EventLoop, metrics: NIOLoopBound<Metrics>)] = []
        var pools: [[NIOLoopBound<UpstreamPool>]] = []
        for loop in group.makeIterator() {
            let (worker, counters, ownPools) = try await loop.submit { [writer] in
                let worker = Worker(plan, labels: labels, writer: writer, loop: loop)
                return (
                    NIOLoopBound(worker, eventLoop: loop), NIOLoopBound(worker.metrics, eventLoop: loop),
                    worker.pools.map { NIOLoopBound($0, eventLoop: loop) }
                )
            }.get()
            workers.append(worker)
            metrics.append((loop, counters))
            pools.append(ownPools)
        }
        let collector = MetricsCollector(metrics, labels: labels, writer: writer)
        for (index, worker) in workers.enumerated() {
            let others = Array(pools[..<index] + pools[(index + 1)...])
            try await worker.eventLoop.submit {
                worker.value.collector = collector
                worker.value.join(others)
            }.get()
        }
        return workers
    }

    /// Takes no new connections, lets requests that are under way come to their end for up to `drainTimeout`, then ends
    /// everything. The gateway cannot be started again.
    public func shutdown() async {
        let isFirst = state.withLock { state in
            defer { state.isEnding = true }
            return !state.isEnding
        }
        guard isFirst else { return }
        let (workers, listeners, refreshing) = state.withLock { ($0.workers, $0.listeners, $0.refreshing) }
        for task in refreshing { task.cancel() }
        for listener in listeners { try? await listener.close().get() }
        let drained = workers.map { worker in
            let promise = worker.eventLoop.makePromise(of: Void.self)
            worker.eventLoop.execute { worker.value.drain(promise) }
            return promise.futureResult
        }
        if let loop = workers.first?.eventLoop {
            let ended = loop.makePromise(of: Void.self)
            EventLoopFuture.andAllComplete(drained, on: loop).cascade(to: ended)
            let timeout = loop.scheduleTask(in: settings.drainTimeout) { ended.succeed() }
            try? await ended.futureResult.get()
            timeout.cancel()
        }
        for worker in workers { try? await worker.eventLoop.submit { worker.value.stop() }.get() }
        writer.drain()
        do {
            try await group.shutdownGracefully()
        } catch {
            logger.error("the event loops did not end in order", metadata: ["error": "\(error)"])
        }
    }

    /// The transport of a typed client.
    /// - Parameters:
    ///   - upstream: a case of the generated `Upstream`.
    ///   - headers: sent with every request.
    public func client<Upstream: RawRepresentable>(
        _ upstream: Upstream, headers: UpstreamHeaders = []
    ) -> UpstreamClient where Upstream.RawValue == UInt16 {
        UpstreamClient(
            workers: state.withLock { $0.workers }, upstream: Int(upstream.rawValue), headers: headers)
    }
}
