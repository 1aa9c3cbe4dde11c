/// Adds up the counters of all event loops: each hands out its own on its own loop, so that counting needs no lock.
struct MetricsCollector: Sendable {
    private let counters: [LoopBound<Metrics>]
    private let text: PrometheusText
    private let writer: LogWriter
    /// None in tests of counters alone.
    private let plan: ServingPlan?

    init(
        _ counters: [LoopBound<Metrics>], labels: MetricsLabels, writer: LogWriter, plan: ServingPlan? = nil
    ) {
        self.counters = counters
        text = PrometheusText(labels: labels)
        self.writer = writer
        self.plan = plan
    }

    /// Collects the text of all counters, and calls back on the loop that asks.
    func render(on loop: Loop, then: @escaping (String) -> Void) {
        collect(on: loop) { snapshot in
            let now = Loop.clock()
            then(
                text.render(
                    snapshot, lostRecords: writer.lostRecords, keys: plan?.verifier?.status ?? [],
                    limiter: plan?.limiter, upstreams: plan?.upstreams.compactMap { $0.status(now) } ?? [],
                    breakers: plan?.breakers(now) ?? [], forwarding: plan?.forwarding ?? [],
                    places: plan?.places ?? []))
        }
    }

    /// Adds up the counters of all loops, and calls back on the loop that asks.
    func collect(on loop: Loop, then: @escaping (MetricsSnapshot) -> Void) {
        let sum = Sum(missing: counters.count)
        for counter in counters {
            loop.ask(counter.loop) {
                counter.value.snapshot()
            } then: { snapshot in
                sum.snapshot.add(snapshot)
                sum.missing -= 1
                if sum.missing == 0 { then(sum.snapshot) }
            }
        }
    }

    /// What the loops have said so far.
    private final class Sum {
        var snapshot = MetricsSnapshot()
        var missing: Int

        init(missing: Int) { self.missing = missing }
    }
}
