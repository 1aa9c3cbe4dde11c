/// Answers connections for which there is no room (`server.limits.connections`) with 503, before anything is read, and closes
/// them.
final class RefusedConnections {
    private let plan: ServingPlan
    private let metrics: Metrics
    private let loop: Loop
    private var identifiers = RequestIdentifier()
    private var date = DateField()
    private let body = ByteWriter()
    /// How many are still listened to.
    fileprivate var count = 0

    /// More than these are closed without a wait.
    private static let most = 1024
    private static let wait: UInt64 = 1_000_000_000

    init(_ plan: ServingPlan, metrics: Metrics, loop: Loop) {
        self.plan = plan
        self.metrics = metrics
        self.loop = loop
    }

    func refuse(_ descriptor: CInt) {
        metrics.connectionRefused()
        let connection = RefusedConnection(descriptor, of: self, on: loop)
        do { try connection.start() } catch { return }
        count += 1
        write(to: connection.output)
        guard count <= Self.most else {
            connection.flush()
            connection.close()
            return
        }
        // Closing on bytes that nobody has read makes the kernel reset the connection, and the answer may be lost with it
        // (RFC 9112, 9.6): what comes is read over until the client closes.
        connection.endOutput()
        loop.schedule(in: Self.wait) { connection.close() }
    }

    private func write(to output: ByteWriter) {
        let failure = Failure.tooManyConnections
        let time = Worker.wallClock()
        body.clear()
        output.put(statusLine: failure.status)
        date.write(time / 1000, into: output)
        withUnsafeTemporaryAllocation(of: UInt8.self, capacity: RequestIdentifier.count) { buffer in
            guard let base = buffer.baseAddress else { return }
            identifiers.write(to: base)
            let id = ByteView(base, count: RequestIdentifier.count)
            plan.errorBody.write(failure, requestID: id, time: time, into: body)
            output.put(requestID: id)
        }
        plan.crossOrigin?.write(for: nil, into: output)
        output.put("Content-Type: ")
        output.put(plan.errorBody.contentType)
        output.put("\r\nContent-Length: ")
        output.put(decimal: body.count)
        output.put("\r\nConnection: close\r\n\r\n")
        output.put(body.bytes)
    }
}

/// A connection that is told that there is no room, and then listened to until its client closes it.
private final class RefusedConnection: Stream {
    private let group: RefusedConnections

    init(_ descriptor: CInt, of group: RefusedConnections, on loop: Loop) {
        self.group = group
        super.init(descriptor, on: loop)
    }

    override func received() { input.clear() }

    override func closed(hasFailed: Bool) { group.count -= 1 }
}
