import Foundation
import Testing

/// What needs the second gateway, `Tests/StreamingGateway`, whose limits are other ones.
@Suite("The gateway streams", .serialized) struct StreamingTests {
    private static let gibibyte = LongBody(count: 1 << 30)
    /// How much the gateway's memory may grow for it, in KiB.
    private static let growth = 64 * 1024

    @Test("1 GiB to the upstream, in flat memory")
    func upload() async throws {
        let upstream = try Upstream { _, socket in
            while true {
                let request = Response(try socket.read(to: "\r\n\r\n"))
                let count = try LongBody(count: request["Content-Length"].flatMap { Int($0) } ?? 0).receive(
                    from: socket)
                try socket.respond("\(count)")
            }
        }
        let (response, before, after) = try await GatewayProcess.run(.streaming, upstream: upstream.port) { gateway in
            _ = try gateway.answer("POST", "/upload", body: "")
            let before = try gateway.peakMemory()
            let socket = try gateway.connect()
            try socket.send(GatewayProcess.request("POST", "/upload", ["Content-Length: \(Self.gibibyte.count)"]))
            try Self.gibibyte.send(over: socket)
            return (try socket.readResponse(to: "POST"), before, try gateway.peakMemory())
        }
        #expect(response.status == 200)
        #expect(response.body == "\(1 << 30)")
        #expect(after - before < Self.growth)
    }

    @Test("1 GiB from the upstream, in flat memory", arguments: ["Content-Length: \(1 << 30)", "Connection: close"])
    func download(framing: String) async throws {
        let upstream = try Upstream { _, socket in
            while true {
                let request = try socket.readRequest()
                if request.head.contains("?warm") {
                    try socket.send("HTTP/1.1 204 No Content\r\n\r\n")
                } else {
                    try socket.send("HTTP/1.1 200 OK\r\n\(framing)\r\n\r\n")
                    try Self.gibibyte.send(over: socket)
                    if framing.hasPrefix("Connection") { return }
                }
            }
        }
        let (head, count, before, after) = try await GatewayProcess.run(.streaming, upstream: upstream.port) {
            gateway in
            _ = try gateway.answer("GET", "/download?warm")
            let before = try gateway.peakMemory()
            let socket = try gateway.connect()
            // HTTP/1.0, so that the body comes without chunks, whatever its framing.
            try socket.send("GET /download HTTP/1.0\r\n\r\n")
            let head = Response(try socket.read(to: "\r\n\r\n"))
            let count = try Self.gibibyte.receive(from: socket)
            return (head, count, before, try gateway.peakMemory())
        }
        #expect(head.status == 200)
        #expect(count == 1 << 30)
        #expect(after - before < Self.growth)
    }

    /// What the kernel's buffers of both connections and the gateway's own may hold, with room to spare.
    private static let buffered = 64 << 20
    private static let slow = LongBody(count: 256 << 20)

    @Test("no more from the upstream than a client takes that stops reading for a while")
    func slowClient() async throws {
        let sent = Counter()
        let upstream = try Upstream { _, socket in
            _ = try socket.readRequest()
            try socket.send("HTTP/1.1 200 OK\r\nContent-Length: \(Self.slow.count)\r\n\r\n")
            try Self.slow.send(over: socket, counting: sent)
        }
        let (sentBefore, received) = try await GatewayProcess.run(.streaming, upstream: upstream.port) { gateway in
            let socket = try gateway.connect()
            try socket.send(GatewayProcess.request("GET", "/download"))
            _ = try socket.read(to: "\r\n\r\n")
            try sent.wait(for: 1)
            return (sent.settled(), try Self.slow.receive(from: socket))
        }
        #expect(sentBefore < Self.buffered)
        #expect(received == Self.slow.count)
    }

    @Test("the head of a response of whose body nothing has come yet")
    func headAlone() async throws {
        let hasRead = Counter()
        let upstream = try Upstream { _, socket in
            _ = try socket.readRequest()
            try socket.send("HTTP/1.1 200 OK\r\nContent-Length: 4\r\n\r\n")
            try hasRead.wait(for: 1)
            try socket.send("late")
        }
        let (head, body) = try await GatewayProcess.run(.streaming, upstream: upstream.port) { gateway in
            let socket = try gateway.connect()
            try socket.send(GatewayProcess.request("GET", "/download"))
            let head = Response(try socket.read(to: "\r\n\r\n"))
            hasRead.add()
            return (head, try socket.read(to: "late"))
        }
        #expect(head.status == 200)
        #expect(body == "late")
    }

    @Test("no more from the client than an upstream takes that stops reading for a while")
    func slowUpstream() async throws {
        let sent = Counter()
        let mayRead = DispatchSemaphore(value: 0)
        let upstream = try Upstream { _, socket in
            _ = try socket.read(to: "\r\n\r\n")
            mayRead.wait()
            try socket.respond("\(try Self.slow.receive(from: socket))")
        }
        let (sentBefore, response) = try await GatewayProcess.run(.streaming, upstream: upstream.port) { gateway in
            let socket = try gateway.connect()
            try socket.send(GatewayProcess.request("POST", "/upload", ["Content-Length: \(Self.slow.count)"]))
            Thread.detachNewThread { try? Self.slow.send(over: socket, counting: sent) }
            try sent.wait(for: 1)
            let sentBefore = sent.settled()
            mayRead.signal()
            return (sentBefore, try socket.readResponse(to: "POST"))
        }
        #expect(sentBefore < Self.buffered)
        #expect(response.body == "\(Self.slow.count)")
    }

    private static let many = 64
    /// What a connection may hold of what nobody reads, in KiB: the gateway's memory and pipes, and what the kernel has for it to send.
    private static let bound = 256

    @Test("many responses that nobody reads, holding little of each")
    func slowClients() async throws {
        let sent = Counter()
        let body = LongBody(count: 16 << 20)
        let upstream = try Upstream { _, socket in
            while true {
                if try socket.readRequest().head.contains("?warm") {
                    try socket.respond("")
                } else {
                    try socket.send("HTTP/1.1 200 OK\r\nContent-Length: \(body.count)\r\n\r\n")
                    try body.send(over: socket, counting: sent)
                }
            }
        }
        let (before, after) = try await GatewayProcess.run(.streaming, upstream: upstream.port) { gateway in
            _ = try gateway.answer("GET", "/download?warm")
            let before = try gateway.peakMemory()
            var sockets = try (0..<Self.many).map { _ in
                let socket = try Socket.connect(to: gateway.port, receiveBuffer: 16 * 1024)
                try socket.send(GatewayProcess.request("GET", "/download"))
                return socket
            }
            for socket in sockets { _ = try socket.read(to: "\r\n\r\n") }
            #expect(sent.settled() < Self.many * body.count)
            let queues = try SendQueue.wait(for: Self.many) { $0.localPort == gateway.port }
            let after = try gateway.peakMemory() + gateway.piped() + queues.reduce(0) { $0 + $1.count } / 1024
            for socket in sockets { socket.resetAtEnd() }
            sockets = []
            try gateway.expectNothingOpen()
            return (before, after)
        }
        #expect(after - before < Self.many * Self.bound)
    }

    @Test("many requests that no upstream reads, holding little of each")
    func slowUpstreams() async throws {
        let (sent, heads, end) = (Counter(), Counter(), Counter())
        let body = LongBody(count: 16 << 20)
        let upstream = try Upstream { _, socket in
            let head = try socket.read(to: "\r\n\r\n")
            if head.contains("?warm") { return try socket.respond("", fields: "Connection: close\r\n") }
            heads.add()
            try end.wait(for: 1)
        }
        let port = upstream.port
        let (before, after) = try await GatewayProcess.run(.streaming, upstream: upstream.port) { gateway in
            _ = try gateway.answer("POST", "/upload?warm", body: "")
            let before = try gateway.peakMemory()
            var sockets = try (0..<Self.many).map { _ in
                let socket = try gateway.connect()
                try socket.send(GatewayProcess.request("POST", "/upload", ["Content-Length: \(body.count)"]))
                return socket
            }
            // What comes before there is a connection to the upstream is held in memory: that would count beside what comes later.
            try heads.wait(for: Self.many)
            for socket in sockets { Thread.detachNewThread { try? body.send(over: socket, counting: sent) } }
            #expect(sent.settled() < Self.many * body.count)
            let queues = try SendQueue.wait(for: Self.many) { $0.remotePort == port }
            let after = try gateway.peakMemory() + gateway.piped() + queues.reduce(0) { $0 + $1.count } / 1024
            end.add()
            // Each is answered for: its upstream has gone.
            for socket in sockets { #expect(try socket.readResponse().status == 502) }
            for socket in sockets { socket.resetAtEnd() }
            sockets = []
            try gateway.expectNothingOpen()
            return (before, after)
        }
        #expect(after - before < Self.many * Self.bound)
    }

    @Test("nonsense that a client sends behind a request, while it takes no answers, holding nothing of it")
    func nonsense() async throws {
        let sent = Counter()
        let upstream = try Upstream { _, _ in }
        let growth = try await GatewayProcess.run(
            .streaming, upstream: upstream.port, environment: ["GATEWAY_LOOPS": "1"]
        ) { gateway in
            let before = try gateway.peakMemory()
            let socket = try Socket.connect(to: gateway.port, receiveBuffer: 4096)
            // More answers than the kernel takes, and fewer than end the reading.
            let request = GatewayProcess.request("GET", "/nowhere")
            try socket.send(String(repeating: request, count: 250))
            try socket.send("POST /nowhere HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\nno size\r\n")
            Thread.detachNewThread { try? Self.slow.send(over: socket, counting: sent) }
            try sent.wait(for: 1)
            _ = sent.settled()
            #expect(try gateway.answer("GET", "/metrics").body.contains("requests_in_flight 2\n"))
            let growth = try gateway.peakMemory() - before
            socket.resetAtEnd()
            return growth
        }
        #expect(growth < 32 << 10)
    }

    @Test("the beginning of a response before the upstream has sent its end")
    func responseInParts() async throws {
        let isFirstRead = DispatchSemaphore(value: 0)
        let upstream = try Upstream { _, socket in
            _ = try socket.readRequest()
            try socket.send("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n5\r\nfirst\r\n")
            isFirstRead.wait()
            try socket.send("6\r\nsecond\r\n0\r\n\r\n")
        }
        let (first, rest) = try await GatewayProcess.run(.streaming, upstream: upstream.port) { gateway in
            let socket = try gateway.connect()
            try socket.send(GatewayProcess.request("GET", "/download"))
            _ = try socket.read(to: "\r\n\r\n")
            let first = try socket.read(to: "first\r\n")
            isFirstRead.signal()
            return (first, try socket.read(to: "\r\n0\r\n\r\n"))
        }
        #expect(first == "5\r\nfirst\r\n")
        #expect(rest == "6\r\nsecond\r\n0\r\n\r\n")
    }

    @Test("the beginning of a request before the client has sent its end")
    func requestInParts() async throws {
        let isFirstRead = DispatchSemaphore(value: 0)
        let upstream = try Upstream { _, socket in
            _ = try socket.read(to: "\r\n\r\n")
            let first = try socket.read(count: 5)
            isFirstRead.signal()
            let all = String(decoding: try first + socket.read(count: 6), as: UTF8.self)
            try socket.send("HTTP/1.1 200 OK\r\nContent-Length: 11\r\n\r\n\(all)")
        }
        let response = try await GatewayProcess.run(.streaming, upstream: upstream.port) { gateway in
            let socket = try gateway.connect()
            try socket.send(GatewayProcess.request("POST", "/upload", ["Content-Length: 11"]) + "first")
            isFirstRead.wait()
            try socket.send("second")
            return try socket.readResponse(to: "POST")
        }
        #expect(response.body == "firstsecond")
    }

    @Test("no body over the limit of a route")
    func limit() async throws {
        let upstream = try Upstream.echo()
        let (ten, eleven) = try await GatewayProcess.run(.streaming, upstream: upstream.port) { gateway in
            (
                try gateway.answer("POST", "/small", body: "0123456789"),
                try gateway.answer("POST", "/small", body: "0123456789a")
            )
        }
        #expect(ten.status == 200)
        #expect(eleven.status == 413)
    }
}

/// How the second gateway, whose spec says 502, answers for upstreams that do not.
@Suite("An upstream that fails is answered for") struct UpstreamFaultTests {
    @Test("with 504 where it is slower than the route's timeout")
    func slow() async throws {
        let isAnswered = DispatchSemaphore(value: 0)
        let upstream = try Upstream { _, socket in
            _ = try socket.readRequest()
            isAnswered.wait()
        }
        let (slow, health) = try await GatewayProcess.run(.streaming, upstream: upstream.port) { gateway in
            let socket = try gateway.connect()
            try socket.send(GatewayProcess.request("GET", "/slow") + GatewayProcess.request("GET", "/health"))
            defer { isAnswered.signal() }
            return (try socket.readResponse(), try socket.readResponse())
        }
        #expect(slow.status == 504)
        #expect(slow.body.contains("GATEWAY_TIMEOUT"))
        #expect(health.status == 200)
    }

    @Test("with 502 where nobody listens, as errors.upstream_unavailable says")
    func dead() async throws {
        let dead = try DeadPort()
        let response = try await GatewayProcess.run(.streaming, upstream: dead.port) { gateway in
            try gateway.answer("GET", "/download")
        }
        #expect(response.status == 502)
        #expect(response.body.contains("BAD_GATEWAY"))
    }

    @Test(
        "with 502 where it breaks off or talks nonsense",
        arguments: ["", "HTTP/1.1 200 O", "SSH-2.0-OpenSSH\r\n\r\n", "HTTP/1.1 200 OK\r\nContent-Length: x\r\n\r\n"])
    func broken(answer: String) async throws {
        let upstream = try Upstream { _, socket in
            _ = try socket.readRequest()
            try socket.send(answer)
        }
        let response = try await GatewayProcess.run(.streaming, upstream: upstream.port) { gateway in
            try gateway.answer("GET", "/download")
        }
        #expect(response.status == 502)
    }

    @Test("with a connection that breaks too, where the response had begun")
    func cut() async throws {
        let upstream = try Upstream { _, socket in
            _ = try socket.readRequest()
            try socket.send("HTTP/1.1 200 OK\r\nContent-Length: 10\r\n\r\nhalf")
        }
        let answer = try await GatewayProcess.run(.streaming, upstream: upstream.port) { gateway in
            let socket = try gateway.connect()
            try socket.send(GatewayProcess.request("GET", "/download"))
            return socket.readToEnd()
        }
        #expect(answer.hasPrefix("HTTP/1.1 200 "))
        #expect(answer.hasSuffix("\r\n\r\nhalf"))
    }
}

/// What the second gateway's routes with `stream` and `upgrade` do.
@Suite("The gateway lets through") struct EndlessTests {
    @Test("events as they come")
    func events() async throws {
        let isRead = DispatchSemaphore(value: 0)
        let upstream = try Upstream { _, socket in
            _ = try socket.readRequest()
            try socket.send("HTTP/1.1 200 OK\r\nContent-Type: text/event-stream\r\n\r\n")
            for number in 0..<3 {
                try socket.send("data: \(number)\n\n")
                isRead.wait()
            }
        }
        let (head, rest) = try await GatewayProcess.run(.streaming, upstream: upstream.port) { gateway in
            let socket = try gateway.connect()
            try socket.send(GatewayProcess.request("GET", "/events"))
            let head = Response(try socket.read(to: "\r\n\r\n"))
            for _ in 0..<3 {
                _ = try socket.read(to: "\n\n")
                isRead.signal()
            }
            return (head, try socket.read(to: "\r\n0\r\n\r\n"))
        }
        #expect(head["Content-Type"] == "text/event-stream")
        #expect(rest == "\r\n0\r\n\r\n")
    }

    @Test("WebSockets, of those who may")
    func webSocket() async throws {
        let upstream = try Upstream { _, socket in
            let request = try socket.readRequest()
            try socket.send(
                "HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n"
                    + "Sec-WebSocket-Accept: s3pPLMBiTxaQ9kYGzzhZRbK+xOo=\r\n\r\n")
            try socket.send(request["X-Org-ID"] ?? "none")
            try socket.send(try socket.read(count: 5))
        }
        let handshake = [
            "Connection: Upgrade", "Upgrade: websocket", "Sec-WebSocket-Version: 13",
            "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==",
        ]
        let reader = try await TestToken.reader()
        let (refused, plain, head, rest, record) = try await GatewayProcess.run(.streaming, upstream: upstream.port) {
            gateway in
            let refused = try gateway.answer("GET", "/live", handshake)
            let plain = try gateway.answer("GET", "/live", [reader])
            let socket = try gateway.connect()
            try socket.send(
                GatewayProcess.request("GET", "/live", [reader, "X-Request-ID: tunnel"] + handshake) + "hello")
            let head = Response(try socket.read(to: "\r\n\r\n"))
            let rest = socket.readToEnd()
            return (refused, plain, head, rest, try gateway.record(of: "tunnel"))
        }
        #expect(refused.status == 401)
        #expect(plain.status == 400)
        #expect(head.status == 101)
        #expect(rest == "org-1hello")
        #expect(record.number("status_code") == 101)
    }
}
