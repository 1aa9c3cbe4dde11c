import NIOCore

/// Adds up the counters of all event loops: each hands out its own on its own loop, so that counting needs no lock.
struct MetricsCollector: Sendable {
    private let workers: [(loop: any EventLoop, metrics: NIOLoopBound<Metrics>)]
    private let text: PrometheusText
    private let writer: LogWriter

    init(
        _ workers: [(loop: any EventLoop, metrics: NIOLoopBound<Metrics>)], labels: MetricsLabels, writer: LogWriter
    ) {
        self.workers = workers
        text = PrometheusText(labels: labels)
        self.writer = writer
    }

    /// The text of all counters, on the loop that asks.
    func render(on loop: any EventLoop) -> EventLoopFuture<ByteBuffer> {
        let snapshots = workers.map { worker in worker.loop.submit { worker.metrics.value.snapshot() } }
        return EventLoopFuture.whenAllSucceed(snapshots, on: loop).map { snapshots in
            var sum = MetricsSnapshot()
            for snapshot in snapshots { sum.add(snapshot) }
            return text.render(sum, lostRecords: writer.lostRecords)
        }
    }
}
