public import Logging
import NIOCore
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
        var workers: [LoopBound<Worker>] = []
        var listeners: [LoopBound<Listener>] = []
        var hasStarted = false
        var isEnding = false
        /// They keep the published keys of tokens fresh and lists of revoked ones, and forget limits that nobody is near.
        var refreshing: [Task<Void, Never>] = []
        var revocations: [RevocationList] = []
        var limits: RedisLimiter?
    }

    private let definition: GatewayDefinition
    private let settings: GatewaySettings
    private let loopCount: Int
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
        loopCount = max(1, loops)
        writer = LogWriter(descriptor: accessLog, logger: logger)
    }

    /// Binds the listeners; requests are taken from then on.
    /// - Returns: the port, which is the settings' unless that is 0.
    /// - Throws: what keeps the address from being listened at, or a ``DefinitionFault``; the gateway is shut down then.
    @discardableResult
    public func start() async throws -> Int {
        let isFirst = state.withLock { state in
            defer { state.hasStarted = true }
            return !state.hasStarted
        }
        precondition(isFirst, "a gateway is started once")
        do {
            return try await serve()
        } catch {
            await shutdown()
            // Where somebody else has shut it down before, this may have come to be since.
            endBackground()
            throw error
        }
    }

    private func serve() async throws -> Int {
        let plan = try await ServingPlan(definition, settings: settings, logger: logger)
        let workers = try await makeWorkers(plan)
        // From here on, a shutdown ends them.
        let isEnding = state.withLock { state in
            state.workers = workers
            return state.isEnding
        }
        if isEnding {
            for worker in workers { await worker.loop.stop() }
            throw CancellationError()
        }
        await refreshKeys(plan)
        try await checkHealth(plan, workers)
        if state.withLock({ $0.isEnding }) { throw CancellationError() }
        let descriptors = try Listener.bind(settings.listen, count: workers.count)
        let port = descriptors.first.flatMap { SocketAddress(of: $0)?.port } ?? settings.listen.port
        for (worker, descriptor) in zip(workers, descriptors) {
            let listener = try await worker.loop.submit {
                let listener = Listener(descriptor, on: worker.loop) { worker.value.accept($0, from: $1) }
                try listener.open(.readable)
                return LoopBound(listener, on: worker.loop)
            }
            state.withLock { $0.listeners.append(listener) }
        }
        return port
    }

    /// Fetches the published keys of tokens and finds out where it stands which are revoked, and has that go on. Whether it
    /// could be done is for the readiness to say.
    private func refreshKeys(_ plan: ServingPlan) async {
        let refreshers = plan.verifier?.refreshers ?? []
        let revocations = plan.verifier?.revocations.compactMap(\.self) ?? []
        let fetches = refreshers.map { $0.fetch() }
        await withTaskGroup(of: Void.self) { group in
            for list in revocations { group.addTask { await list.start() } }
            if let redis = plan.limiter?.redis { group.addTask { await redis.client.start() } }
        }
        for fetch in fetches { await fetch.value }
        state.withLock { state in
            state.refreshing = refreshers.map { refresher in Task { await refresher.run() } }
            state.refreshing += revocations.map { list in Task { await list.run() } }
            state.revocations = revocations
            if let limiter = plan.limiter { state.refreshing.append(Task { await limiter.run() }) }
            state.limits = plan.limiter?.redis
        }
    }

    /// Has the first loop find out which targets are up, and waits until each has been checked once: for no longer than the
    /// longest check of all may take.
    private func checkHealth(_ plan: ServingPlan, _ workers: [LoopBound<Worker>]) async throws {
        guard let first = workers.first else { return }
        var all: [LoopBound<HealthChecks>] = []
        for (index, upstream) in plan.upstreams.enumerated() {
            let checks = try await first.loop.submit { [logger] in
                try HealthChecks(upstream, on: first.loop, logger: logger).map { LoopBound($0, on: first.loop) }
            }
            guard let checks else { continue }
            for worker in workers { try await worker.loop.submit { worker.value.join(checks, of: index) } }
            all.append(checks)
        }
        await withCheckedContinuation { [all] known in
            let isTaken = first.loop.execute { first.value.begin(all.map(\.value)) { known.resume() } }
            if !isTaken { known.resume() }
        }
    }

    private func makeWorkers(_ plan: ServingPlan) async throws -> [LoopBound<Worker>] {
        let labels = MetricsLabels(definition.routes)
        var workers: [LoopBound<Worker>] = []
        var metrics: [LoopBound<Metrics>] = []
        var pools: [LoopBound<[UpstreamPool]>] = []
        for _ in 0..<loopCount {
            let loop = try Loop()
            let (worker, counters, ownPools) = try await loop.submit { [writer] in
                let worker = Worker(plan, labels: labels, writer: writer, loop: loop)
                return (
                    LoopBound(worker, on: loop), LoopBound(worker.metrics, on: loop), LoopBound(worker.pools, on: loop)
                )
            }
            workers.append(worker)
            metrics.append(counters)
            pools.append(ownPools)
        }
        let collector = MetricsCollector(metrics, labels: labels, writer: writer, plan: plan)
        for worker in workers {
            let others = pools.filter { $0.loop !== worker.loop }
            let otherWorkers = workers.filter { $0.loop !== worker.loop }
            try await worker.loop.submit {
                worker.value.collector = collector
                worker.value.join(others)
                worker.value.others = otherWorkers
            }
        }
        return workers
    }

    /// Takes no new connections, lets requests that are under way come to their end for up to `drainTimeout`, then ends
    /// everything. The gateway cannot be started again.
    public func shutdown() async {
        let (isFirst, workers, listeners) = state.withLock { state in
            defer { state.isEnding = true }
            return (!state.isEnding, state.workers, state.listeners)
        }
        guard isFirst else { return }
        for listener in listeners { try? await listener.loop.submit { listener.value.shut() } }
        await drain(workers)
        await stop(workers)
        for worker in workers { await worker.loop.stop() }
        endBackground()
        writer.drain()
    }

    /// Ends what goes on beside the loops.
    private func endBackground() {
        let (refreshing, revocations, limits) = state.withLock { ($0.refreshing, $0.revocations, $0.limits) }
        for task in refreshing { task.cancel() }
        for list in revocations { list.stop() }
        limits?.client.close()
    }

    /// Waits until no worker has a connection left; after `drainTimeout` they are ended.
    private func drain(_ workers: [LoopBound<Worker>]) async {
        let timeout = Duration.nanoseconds(settings.drainTimeout.nanoseconds)
        let end = Task {
            try await Task.sleep(for: timeout)
            await stop(workers)
        }
        await withTaskGroup(of: Void.self) { group in
            for worker in workers {
                group.addTask {
                    await withCheckedContinuation { drained in
                        let isTaken = worker.loop.execute { worker.value.drain { drained.resume() } }
                        if !isTaken { drained.resume() }
                    }
                }
            }
        }
        end.cancel()
    }

    private func stop(_ workers: [LoopBound<Worker>]) async {
        for worker in workers { try? await worker.loop.submit { worker.value.stop() } }
    }

    /// The transport of a typed client.
    /// - Parameters:
    ///   - upstream: a case of the generated `Upstream`.
    ///   - headers: sent with every request.
    public func client(
        _ upstream: some Ordinal, headers: UpstreamHeaders = []
    ) -> UpstreamClient {
        UpstreamClient(
            workers: state.withLock { $0.workers }, upstream: Int(upstream.index), headers: headers)
    }
}
