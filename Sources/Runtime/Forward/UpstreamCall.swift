/// One request of a typed client, over the pools of one loop. It is not on any client's way: it may allocate.
final class UpstreamCall {
    private let request: UpstreamCallRequest
    private let pool: UpstreamPool
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
        _ request: UpstreamCallRequest, pool: UpstreamPool,
        then: @escaping (Result<UpstreamResponse, any Error>) -> Void
    ) {
        self.request = request
        self.pool = pool
        self.then = then
    }

    func start() {
        if let connection = pool.takeIdle() {
            upstreamConnected(connection)
        } else {
            ticket = pool.connect(.call(self))
        }
    }

    /// The caller's task was cancelled.
    func cancel() { end(.failure(CancellationError())) }

    func upstreamConnected(_ connection: UpstreamConnection) {
        ticket = nil
        self.connection = connection
        connection.begin(.call(self), method: request.method)
        request.writeHead(for: pool.settings, into: connection.output)
        connection.output.put(request.body)
        connection.finishRequest()
        connection.flush()
        awaitProgress()
    }

    /// Gives the upstream its time anew: for the response's head, and then for each part of its body.
    private func awaitProgress() {
        timer?.cancel()
        timer = pool.loop.schedule(at: Loop.clock().adding(pool.settings.responseHeaderTimeout)) {
            self.end(.failure(UpstreamClientError.timeout))
        }
    }

    func upstreamResponded(_ head: borrowing ResponseHead, _ base: UnsafePointer<UInt8>) {
        awaitProgress()
        status = head.status
        let fields = head.fields(base)
        headers = (0..<fields.count).map { (fields.name(at: $0).string, fields.value(at: $0).string) }
    }

    func upstreamSent(_ data: ByteView) {
        awaitProgress()
        guard body.count + data.count <= UpstreamClient.responseLimit else {
            end(.failure(UpstreamClientError.responseTooLarge))
            return
        }
        body += data.bytes
    }

    func upstreamFinished() {
        connection = nil
        end(.success(UpstreamResponse(status: status, headers: headers, body: body)))
    }

    func upstreamBroke(_ fault: UpstreamFault) {
        connection = nil
        timer?.cancel()
        if fault == .stale, !hasRetried, request.method.isIdempotent {
            hasRetried = true
            ticket = pool.connect(.call(self))
            return
        }
        end(.failure(UpstreamClientError(fault)))
    }

    private func end(_ result: Result<UpstreamResponse, any Error>) {
        if hasEnded { return }
        hasEnded = true
        timer?.cancel()
        ticket?.cancel()
        connection?.cancel()
        connection = nil
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
        guard !target.isRefused, path.hasPrefix("/"), isSafe, !segments.contains(where: { $0 == "." || $0 == ".." })
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

    func writeHead(for upstream: UpstreamSettings, into head: ByteWriter) {
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
