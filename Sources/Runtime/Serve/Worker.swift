#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#endif

/// Everything that belongs to one event loop: its pools, tokens, counters, log and connections. Nothing in it is shared,
/// so nothing in it is locked.
final class Worker {
    let loop: Loop
    let plan: ServingPlan
    /// Of all targets, those of an upstream beside each other.
    let pools: [UpstreamPool]
    /// In the order of ``GatewayDefinition/upstreams``.
    let upstreams: [LoopUpstream]
    /// Health checks that are made on this loop, for all of them.
    private var checks: [HealthChecks] = []
    let tokens: TokenCache?
    /// Absent where no route keeps responses.
    let cache: ResponseCache?
    /// Keys of the cache are put together here.
    let cacheKey = ByteWriter()
    let metrics: Metrics
    let log: AccessLog
    private let refusedConnections: RefusedConnections
    let classes = ByteClass.table
    var identifiers = RequestIdentifier()
    var random = RandomWords()
    var date = DateField()
    #if !DEBUG
        @exclusivity(unchecked)
    #endif
    var deadlines = DeadlineTable()
    let compressors = Compressors()
    let jsonBodies = JSONBodies()
    /// Bodies of the gateway's own responses are put together here.
    let scratch = ByteWriter()
    /// Set once all loops have their worker.
    var collector: MetricsCollector?
    /// Requests that wait for a place of their route.
    let queues = ConcurrencyQueues()
    /// Those of the other loops.
    var others: [LoopBound<Worker>] = []

    private(set) var isDraining = false
    private var isStopped = false
    /// ``Loop/clock()``, at most a tick old.
    private(set) var now = Loop.clock()
    /// What ``Loop/clock()`` lacks of the time since 1970, in nanoseconds: read anew with each tick, since that clock may be set.
    private var epoch: Int64 = 0
    private var isTicking = false
    private var passed: ContiguousArray<ClientConnection> = []
    private var whenEmpty: (() -> Void)?

    /// How often deadlines are looked at, and so how late they may be.
    static let tick: UInt64 = 50_000_000

    init(_ plan: ServingPlan, labels: MetricsLabels, writer: LogWriter, loop: Loop) {
        self.loop = loop
        self.plan = plan
        var pools: [UpstreamPool] = []
        upstreams = plan.upstreams.map { upstream in
            let isPlain = upstream.settings.isPlain
            let own = zip(upstream.settings.targets, upstream.quotas).enumerated().map { index, target in
                UpstreamPool(
                    target.0, quota: target.1, life: isPlain ? nil : upstream.states.life(of: index), loop: loop)
            }
            pools += own
            if isPlain, let only = own.first { return .plain(only) }
            return .guarded(GuardedUpstream(upstream.settings, upstream, pools: own))
        }
        self.pools = pools
        tokens = plan.verifier.map { TokenCache($0) }
        cache = plan.invalidations.map {
            ResponseCache(bytes: plan.settings.cacheLimit / plan.settings.loops, invalidations: $0)
        }
        metrics = Metrics(
            labels, cache: cache, compresses: plan.routes.contains { !$0.codings.isEmpty },
            answersPreflights: plan.crossOrigin != nil)
        refusedConnections = RefusedConnections(plan, metrics: metrics, loop: loop)
        log = AccessLog(loop: loop, writer: writer, service: plan.definition.title)
        for pool in pools { pool.watch = { [weak self] in self?.startTicking() } }
    }

    /// Makes the pools of the other loops known to those of this one.
    func join(_ others: [LoopBound<[UpstreamPool]>]) {
        for (index, pool) in pools.enumerated() where pool.settings.maxConnections != nil {
            pool.others = others.map { OtherPool(pools: $0, index: index) }
        }
    }

    /// Makes known where the health of an upstream's targets is checked.
    func join(_ checks: LoopBound<HealthChecks>, of upstream: Int) {
        if case .guarded(let guarded) = upstreams[upstream] { guarded.checks = checks }
    }

    /// Checks the health of upstreams' targets from now on.
    /// - Parameter then: called when each of them has been checked once.
    func begin(_ checks: [HealthChecks], then: @escaping () -> Void) {
        if isStopped || checks.isEmpty { return then() }
        self.checks = checks
        var unknown = checks.count
        for checks in checks {
            checks.start {
                unknown -= 1
                if unknown == 0 { then() }
            }
        }
    }

    /// Reads the clock.
    func updateNow() -> UInt64 {
        now = Loop.clock()
        return now
    }

    /// When this turn of the loop began, or later: as good as the clock for what has come with it.
    func turnTime() -> UInt64 {
        now = max(now, loop.now)
        return now
    }

    /// Milliseconds since 1970, at a time of ``Loop/clock()`` that has just been.
    func wallTime(at time: UInt64) -> Int64 { (Int64(truncatingIfNeeded: time) &+ epoch) / 1_000_000 }

    /// Milliseconds since 1970.
    static func wallClock() -> Int64 {
        var time = timespec()
        clock_gettime(CLOCK_REALTIME, &time)
        return Int64(time.tv_sec) * 1000 + Int64(time.tv_nsec) / 1_000_000
    }

    // MARK: Connections

    /// Serves a connection that was accepted, or says that there is no room for it.
    func accept(_ descriptor: CInt, from peer: IPAddress?) {
        SystemSocket.sendAtOnce(descriptor)
        if plan.connections?.take() ?? true {
            ClientConnection(descriptor, from: peer, of: self).serve()
        } else {
            refusedConnections.refuse(descriptor)
        }
    }

    func opened(_ connection: ClientConnection) -> Int {
        metrics.connectionOpened()
        startTicking()
        return deadlines.insert(connection)
    }

    func closed(at place: Int) {
        metrics.connectionClosed()
        deadlines.remove(at: place)
        if deadlines.count == 0 { finishDraining() }
    }

    // MARK: Places of routes

    /// There may be a place for somebody who waits, of this loop or of another: whose turn it is, chance decides between them.
    func wakeQueue(of route: Int) {
        offerPlaces(of: route)
        for other in others { other.loop.execute { other.value.offerPlaces(of: route) } }
    }

    /// Lets in who waits here, as far as there are places: later, since the end of one exchange is no place to begin others in, and once
    /// for however many places have become free meanwhile.
    func offerPlaces(of route: Int) {
        guard queues.beginOffering(route) else { return }
        loop.schedule(in: 0) { [self] in
            queues.endOffering(route)
            while let connection = queues.first(for: route), connection.takePlace(plan.routes[route]) {}
        }
    }

    // MARK: Time

    private func startTicking() {
        if isTicking { return }
        isTicking = true
        readClocks()
        loop.schedule(in: Self.tick) { self.ticked() }
    }

    private func readClocks() {
        var time = timespec()
        clock_gettime(CLOCK_REALTIME, &time)
        let sinceEpoch = Int64(time.tv_sec) &* 1_000_000_000 &+ Int64(time.tv_nsec)
        epoch = sinceEpoch &- Int64(truncatingIfNeeded: updateNow())
    }

    /// Ticks as long as there is anything that time could do something to.
    private func ticked() {
        readClocks()
        deadlines.takePassed(now, into: &passed)
        for connection in passed { connection.deadlinePassed(now) }
        passed.removeAll(keepingCapacity: true)
        var hasIdle = false
        for pool in pools {
            pool.expire(now)
            hasIdle = hasIdle || pool.hasIdle
        }
        isTicking = false
        if deadlines.count > 0 || hasIdle { startTicking() }
    }

    // MARK: The end

    /// Takes no further requests.
    /// - Parameter then: called when the last connection has gone.
    func drain(then: @escaping () -> Void) {
        isDraining = true
        whenEmpty = then
        for connection in deadlines.all { connection.drain() }
        if deadlines.count == 0 { finishDraining() }
    }

    private func finishDraining() {
        let then = whenEmpty
        whenEmpty = nil
        then?()
    }

    /// Ends what is left, and hands the log over.
    func stop() {
        isStopped = true
        for connection in deadlines.all { connection.stop() }
        for checks in checks { checks.stop() }
        for pool in pools { pool.close() }
        log.flush()
    }
}
