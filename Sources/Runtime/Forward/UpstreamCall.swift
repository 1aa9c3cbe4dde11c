/// One request of a typed client, over the pools of one loop. It is not on any client's way: it may allocate.
final class UpstreamCall {
    private let request: UpstreamCallRequest
    private let upstream: LoopUpstream
    private var lease: TargetLease?
    /// The targets that had no connection left, a bit each.
    private var tried: UInt64 = 0
    private let then: (Result<UpstreamResponse, any Error>) -> Void
    private var connection: UpstreamConnection?
    private var ticket: ConnectTicket?
    private var timer: LoopTimer?
    private var status = 0
    private var headers: UpstreamHeaders = []
    private var body: [UInt8] = []
    private var hasRetried = false
    private var hasEnded = false

    /// - Parameter then: called once, on the loop.
    init(
        _ request: UpstreamCallRequest, upstream: LoopUpstream,
        then: @escaping (Result<UpstreamResponse, any Error>) -> Void
    ) {
        self.request = request
        self.upstream = upstream
        self.then = then
    }

    func start() {
        switch upstream {
        case .plain(let pool): connect(pool)
        case .guarded(let guarded):
            switch guarded.begin(key: key(for: guarded.hashOn), tried: tried, Loop.clock()) {
            case .success(let lease):
                self.lease = lease
                connect(guarded.pools[lease.target])
            case .failure: end(.failure(UpstreamClientError.unavailable))
            }
        }
    }

    private func connect(_ pool: UpstreamPool) {
        if let connection = pool.takeIdle(for: request.method) {
            upstreamConnected(connection)
        } else {
            ticket = pool.connect(.call(self))
        }
    }

    /// What the call is told by: a header that it has, else nothing.
    private func key(for hashOn: RequestKey?) -> UInt64 {
        if case .header(let name)? = hashOn,
            let header = request.headers.first(where: { $0.name.lowercased() == "\(name)".lowercased() })
        {
            return TargetHash.mix(TargetHash.hash(header.value.utf8))
        }
        return .random(in: .min ... .max)
    }

    /// Tells the target what has come of the call, once.
    private func settle(_ outcome: AttemptOutcome) {
        guard let lease, case .guarded(let guarded) = upstream else { return }
        self.lease = nil
        guarded.settle(lease, outcome, Loop.clock())
        guarded.release(lease)
    }

    /// The caller's task was cancelled.
    func cancel() { end(.failure(CancellationError())) }

    func upstreamConnected(_ connection: UpstreamConnection) {
        ticket = nil
        self.connection = connection
        connection.begin(.call(self), method: request.method)
        request.writeHead(for: connection.pool.settings, into: connection.output)
        connection.output.put(request.body)
        connection.finishRequest()
        connection.flush()
        awaitProgress(connection)
    }

    /// Gives the upstream its time anew: for the response's head, and then for each part of its body.
    private func awaitProgress(_ connection: UpstreamConnection?) {
        guard let pool = connection?.pool else { return }
        timer?.cancel()
        timer = pool.loop.schedule(at: Loop.clock().adding(pool.settings.responseHeaderTimeout)) {
            self.settle(.noAnswer)
            self.end(.failure(UpstreamClientError.timeout))
        }
    }

    func upstreamResponded(_ head: borrowing ResponseHead, _ base: UnsafePointer<UInt8>) {
        awaitProgress(connection)
        status = head.status
        let fields = head.fields(base)
        headers = (0..<fields.count).map { (fields.name(at: $0).string, fields.value(at: $0).string) }
    }

    func upstreamSent(_ data: ByteView) {
        awaitProgress(connection)
        guard body.count + data.count <= UpstreamClient.responseLimit else {
            end(.failure(UpstreamClientError.responseTooLarge))
            return
        }
        body += data.bytes
    }

    func upstreamFinished() {
        connection = nil
        settle(status >= 500 ? .errorStatus : .success)
        end(.success(UpstreamResponse(status: status, headers: headers, body: body)))
    }

    func upstreamBroke(_ fault: UpstreamFault) {
        let broken = connection
        connection = nil
        timer?.cancel()
        if fault == .stale, !hasRetried, request.method.isIdempotent, let pool = broken?.pool {
            hasRetried = true
            ticket = pool.connect(.call(self))
            return
        }
        if fault == .full, goesElsewhere() { return }
        settle(fault.outcome)
        end(.failure(UpstreamClientError(fault)))
    }

    /// Goes to another target, if there is one.
    private func goesElsewhere() -> Bool {
        guard let lease, case .guarded(let guarded) = upstream else { return false }
        tried |= 1 << UInt64(lease.target)
        guard guarded.hasOther(than: tried, Loop.clock()) else { return false }
        settle(.neither)
        start()
        return true
    }

    private func end(_ result: Result<UpstreamResponse, any Error>) {
        if hasEnded { return }
        hasEnded = true
        timer?.cancel()
        ticket?.cancel()
        connection?.cancel()
        connection = nil
        settle(.neither)
        then(result)
    }
}

/// The request of an ``UpstreamCall``, checked: nothing in it can end its line or leave its path.
struct UpstreamCallRequest: Sendable {
    let method: Method
    let target: String
    let headers: UpstreamHeaders
    let body: [UInt8]

    init(
        _ method: Method, _ target: UpstreamTarget, headers: UpstreamHeaders, body: [UInt8]
    ) throws(UpstreamClientError) {
        let classes = ByteClass.table
        guard method != .other, method != .connect else { throw .badRequest("the method has no name") }
        let path = target.text.prefix { $0 != "?" }
        let isSafe = target.text.utf8.allSatisfy { $0 > 0x20 && $0 < 0x7F && $0 != UInt8(ascii: "#") }
        let segments = path.split(separator: "/", omittingEmptySubsequences: false)
        guard !target.isRefused, path.hasPrefix("/"), isSafe, !segments.contains(where: \.isDotSegment)
        else {
            throw .badRequest("the path has an empty parameter, a dot segment or a character that no path has")
        }
        for (name, value) in headers {
            guard !name.isEmpty, name.utf8.allSatisfy({ classes[Int($0)].contains(.token) }) else {
                throw .badRequest("a header's name is no token")
            }
            guard value.utf8.allSatisfy(\.isFieldContent) else {
                throw .badRequest("the value of header \(name) has a control character")
            }
            switch FieldKind(named: name) {
            case .host, .contentLength, .transferEncoding, .connection, .expect, .hopByHop:
                throw .badRequest("the header \(name) is the connection's own")
            case .endToEnd, .authorization, .userAgent, .date, .requestID, .forwarding: break
            }
        }
        self.method = method
        self.target = target.text
        self.headers = headers
        self.body = body
    }

    func writeHead(for upstream: TargetSettings, into head: ByteWriter) {
        head.put(method.name)
        head.put(" ")
        head.put(upstream.basePath)
        head.put(text: target)
        head.put(" HTTP/1.1\r\nHost: ")
        head.put(upstream.hostHeader)
        head.put("\r\n")
        for (name, value) in headers { head.put(text: "\(name): \(value)\r\n") }
        if !body.isEmpty || method == .post || method == .put || method == .patch {
            head.put(text: "Content-Length: \(body.count)\r\n")
        }
        head.put("\r\n")
    }
}
