import NIOCore

/// The copy of a request on its way to a mirror: its answer is read over. It is not on any client's way: it may allocate.
final class MirrorCall {
    private let method: Method
    private let policy: MirrorPolicy
    private let request = ByteWriter()
    private var upstream: LoopUpstream?
    private var lease: TargetLease?
    private var connection: UpstreamConnection?
    private var ticket: ConnectTicket?
    private var timer: LoopTimer?

    /// - Parameter policy: has room for it, which is given back at the end.
    init(method: Method, policy: MirrorPolicy) {
        self.method = method
        self.policy = policy
    }

    /// Sends the copy to one of the upstream's targets.
    /// - Parameter write: writes the whole request for a target.
    func send(to upstream: LoopUpstream, _ write: (TargetSettings, ByteWriter) -> Void) {
        self.upstream = upstream
        let pool: UpstreamPool
        switch upstream {
        case .plain(let only): pool = only
        case .guarded(let guarded):
            guard case .success(let lease) = guarded.begin(key: .random(in: .min ... .max), tried: 0, Loop.clock())
            else {
                policy.end()
                return
            }
            self.lease = lease
            pool = guarded.pools[lease.target]
        }
        write(pool.settings, request)
        let timeout = pool.settings.connectTimeout.nanoseconds + pool.settings.responseHeaderTimeout.nanoseconds
        timer = pool.loop.schedule(in: UInt64(max(0, timeout))) { self.end(.noAnswer) }
        if let connection = pool.takeIdle(for: method) {
            connected(connection)
        } else {
            ticket = pool.connect(.mirror(self))
        }
    }

    func connected(_ connection: UpstreamConnection) {
        ticket = nil
        self.connection = connection
        connection.begin(.mirror(self), method: method)
        connection.output.put(request.view)
        connection.finishRequest()
        connection.flush()
    }

    func responded(_ status: Int) { settle(status >= 500 ? .errorStatus : .success) }

    func finished() {
        connection = nil
        end(.success)
    }

    func broke(_ fault: UpstreamFault) {
        connection = nil
        end(fault.outcome)
    }

    private func settle(_ outcome: AttemptOutcome) {
        guard let lease, case .guarded(let guarded)? = upstream else { return }
        self.lease = nil
        guarded.settle(lease, outcome, Loop.clock())
        guarded.release(lease)
    }

    private func end(_ outcome: AttemptOutcome) {
        guard upstream != nil else { return }
        settle(outcome)
        upstream = nil
        timer?.cancel()
        ticket?.cancel()
        connection?.cancel()
        connection = nil
        policy.end()
    }
}
