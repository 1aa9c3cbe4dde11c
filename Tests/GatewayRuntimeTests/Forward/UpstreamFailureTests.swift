import Foundation
import Testing

@testable import GatewayRuntime

/// Upstreams that are slow, broken or gone, and clients that are.
@Suite struct UpstreamFailureTests {
    static let get = "GET /any/x HTTP/1.1\r\nHost: a\r\n\r\n"

    @Test(
        "an upstream that breaks off before its response is unavailable; one that talks nonsense is a bad gateway",
        arguments: [
            ("", 503), ("HTTP/1.1 200 OK\r\nContent-", 503), ("SSH-2.0-x\r\n", 502),
            ("HTTP/1.1 200 OK\r\nContent-Length: 1\r\nTransfer-Encoding: chunked\r\n\r\n", 502),
            ("HTTP/1.1 101 Switching Protocols\r\n\r\n", 502),
            (String(repeating: "HTTP/1.1 103 Early Hints\r\n\r\n", count: 20), 503),
            ("HTTP/1.1 200 OK\r\nX: \(String(repeating: "y", count: 200_000))\r\n\r\n", 502),
        ])
    func breaksEarly(text: String, status: Int) async throws {
        let upstream = try Upstream { _, socket in
            _ = try socket.readRequest()
            try socket.send(text)
        }
        try await TestGateway.run(upstreamPort: upstream.port) { gateway in
            let socket = try gateway.connect()
            for _ in 0..<2 {
                try socket.send(Self.get)
                var response = try socket.readResponse()
                while response.status == 103 { response = try socket.readResponse() }
                #expect(response.status == status)
            }
        }
    }

    @Test("interim responses pass, however many come before the response")
    func passesInterim() async throws {
        let upstream = try Upstream { _, socket in
            while true {
                _ = try socket.readRequest()
                try socket.send(String(repeating: "HTTP/1.1 102 Processing\r\n\r\n", count: 50))
                try socket.respond("at last")
            }
        }
        try await TestGateway.run(upstreamPort: upstream.port) { gateway in
            let socket = try gateway.connect()
            for _ in 0..<2 {
                try socket.send(Self.get)
                for _ in 0..<50 { #expect(try socket.readResponse().status == 102) }
                #expect(try socket.readResponse().body == "at last")
            }
        }
    }

    @Test("a bad head of an upstream's is a bad gateway, and nothing of it is passed on")
    func refusesHeads() async throws {
        let heads = ResponseHeadTests.bad.map(\.0)
        let upstream = try Upstream { _, socket in
            let path = try socket.readRequest().line.split(separator: "/")[2]
            guard let index = Int(path.prefix { $0 != " " }) else { return }
            try socket.send(heads[index])
            // The end of the connection is no part of the fault.
            _ = socket.isAtEnd()
        }
        try await TestGateway.run(upstreamPort: upstream.port) { gateway in
            for (index, head) in heads.enumerated() {
                let response = try gateway.answer("GET /any/\(index) HTTP/1.1\r\nHost: a\r\n\r\n")
                #expect(response.status == 502, "\(head.debugDescription)")
                #expect(response.body.contains("\"code\":\"BAD_GATEWAY\""))
                #expect(
                    Set(response.lines.map { $0.prefix { $0 != ":" }.lowercased() }).isSubset(of: [
                        "date", "content-type", "content-length", "x-request-id",
                    ]), "\(head.debugDescription)")
            }
        }
    }

    @Test("an upstream that is not there is unavailable")
    func refuses() async throws {
        let nobody = try DeadPort()
        let response = try await TestGateway.run(upstreamPort: nobody.port) { try $0.answer(Self.get) }
        #expect(response.status == 503)
        #expect(response.body.contains("SERVICE_UNAVAILABLE"))
        withExtendedLifetime(nobody) {}
    }

    @Test(
        "a response that breaks off in its body does not look whole",
        arguments: [
            "HTTP/1.1 200 OK\r\nContent-Length: 10\r\n\r\n12345",
            "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n5\r\n12345\r\n",
            "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n5\r\n12345\r\nzz\r\n",
        ])
    func breaksLate(text: String) async throws {
        let upstream = try Upstream { _, socket in
            _ = try socket.readRequest()
            try socket.send(text)
        }
        let seen = try await TestGateway.run(upstreamPort: upstream.port) { gateway in
            let socket = try gateway.connect()
            try socket.send(Self.get + Self.get)
            return socket.readToEnd()
        }
        #expect(seen.contains("12345"))
        #expect(!seen.hasSuffix("\r\n0\r\n\r\n"))
        #expect(seen.components(separatedBy: "HTTP/1.1").count == 2)
    }

    @Test("a kept connection that was closing meanwhile costs no idempotent request, and no other is sent twice")
    func retriesStale() async throws {
        let inbox = Inbox()
        let upstream = try Upstream { number, socket in
            inbox.add(try socket.readRequest())
            try socket.respond("\(number)")
            // The next request is taken, and the connection closed without a word.
            inbox.add(try socket.readRequest())
        }
        try await TestGateway.run(upstreamPort: upstream.port) { gateway in
            let socket = try gateway.connect()
            try socket.send(Self.get)
            #expect(try socket.readResponse().body == "0")
            try socket.send(Self.get)
            #expect(try socket.readResponse().body == "1")
            try socket.send("POST /any/x HTTP/1.1\r\nHost: a\r\nContent-Length: 1\r\n\r\nx")
            #expect(try socket.readResponse().status == 503)
        }
        #expect(inbox.all.map { String($0.line.prefix(4)) } == ["GET ", "GET ", "GET ", "POST"])
    }

    @Test(
        "nor the body of an idempotent one, all of which has gone on already",
        arguments: [
            "Content-Length: 5\r\n\r\nhello", "Transfer-Encoding: chunked\r\n\r\n2\r\nhe\r\n3\r\nllo\r\n0\r\n\r\n",
        ])
    func retriesStaleBody(framed: String) async throws {
        let upstream = try Upstream { number, socket in
            try socket.respond("\(number):\(try socket.readRequest().body)")
            _ = try socket.readRequest()
        }
        let log = TestLog()
        try await TestGateway.run(upstreamPort: upstream.port, .init(log: log.path)) { gateway in
            let socket = try gateway.connect()
            for number in 0..<3 {
                try socket.send("PUT /any/x HTTP/1.1\r\nHost: a\r\n\(framed)")
                #expect(try socket.readResponse().body == "\(number):hello")
            }
        }
        #expect(try log.lines().map { $0.contains("\"attempts\":2") } == [false, true, true])
    }

    @Test("a kept connection that the upstream has closed is not used again")
    func noticesClosed() async throws {
        let closed = Counter()
        let upstream = try Upstream { number, socket in
            _ = try socket.readRequest()
            try socket.respond("\(number)")
            closed.add()
        }
        try await TestGateway.run(upstreamPort: upstream.port) { gateway in
            for number in 0..<5 {
                let response = try gateway.answer("POST /any/x HTTP/1.1\r\nHost: a\r\nContent-Length: 1\r\n\r\nx")
                #expect(response.body == "\(number)")
                try closed.wait(for: number + 1)
                usleep(50_000)
            }
        }
    }

    @Test(
        "an upstream that takes too long is a gateway timeout",
        arguments: [("/any/x", TestGateway.Options(responseHeaderTimeout: .milliseconds(100))), ("/slow", .init())])
    func timesOut(path: String, options: TestGateway.Options) async throws {
        let gone = Counter()
        let upstream = try Upstream { _, socket in
            _ = try socket.readRequest()
            _ = socket.isAtEnd()
            gone.add()
        }
        try await TestGateway.run(upstreamPort: upstream.port, options) { gateway in
            let response = try gateway.answer("GET \(path) HTTP/1.1\r\nHost: a\r\n\r\n")
            #expect(response.status == 504)
            #expect(response.body.contains("GATEWAY_TIMEOUT"))
            try gone.wait(for: 1)
        }
    }

    @Test("a client that is too slow with its head or its body is told so; one that only waits is let go")
    func slowClients() async throws {
        let upstream = try Upstream { _, socket in _ = try socket.readRequest() }
        let short = Duration.milliseconds(100)
        let options = TestGateway.Options(headerTimeout: short, readTimeout: short, idleTimeout: .milliseconds(300))
        try await TestGateway.run(upstreamPort: upstream.port, options) { gateway in
            let head = try gateway.connect()
            try head.send("GET /any/x HTTP/1.1\r\nHo")
            #expect(try head.readResponse().status == 408)
            #expect(head.isAtEnd())
            let body = try gateway.connect()
            try body.send("POST /items HTTP/1.1\r\nHost: a\r\nContent-Length: 5\r\n\r\nhe")
            #expect(try body.readResponse().status == 408)
            #expect(body.isAtEnd())
            let idle = try gateway.connect()
            #expect(idle.isAtEnd())
            let used = try gateway.connect()
            try used.send("GET /health HTTP/1.1\r\nHost: a\r\n\r\n")
            #expect(try used.readResponse().status == 200)
            #expect(used.isAtEnd())
        }
    }

    @Test("a client that takes nothing of its response is let go, and its upstream too")
    func stalledClient() async throws {
        let gone = Counter()
        let upstream = try Upstream { _, socket in
            defer { gone.add() }
            _ = try socket.readRequest()
            try socket.respond(String(repeating: "x", count: 100_000_000))
        }
        try await TestGateway.run(upstreamPort: upstream.port, .init(writeTimeout: .milliseconds(400))) { gateway in
            let socket = try Socket.connect(to: gateway.port, receiveBuffer: 16 * 1024)
            try socket.send(Self.get)
            try gone.wait(for: 1)
            #expect(socket.readToEnd().utf8.count < 100_000_000)
        }
    }

    @Test("a client that goes away takes its request along", arguments: [true, false])
    func clientGone(inBody: Bool) async throws {
        let requests = Counter()
        let gone = Counter()
        let upstream = try Upstream { _, socket in
            _ = try socket.read(to: "\r\n\r\n")
            requests.add()
            _ = socket.readToEnd()
            gone.add()
        }
        try await TestGateway.run(upstreamPort: upstream.port) { gateway in
            let socket = try gateway.connect()
            try socket.send(inBody ? "POST /items HTTP/1.1\r\nHost: a\r\nContent-Length: 50\r\n\r\nhe" : Self.get)
            try requests.wait(for: 1)
            socket.reset()
            try gone.wait(for: 1)
        }
    }

    @Test("an upstream that answers before it has the whole request is heard")
    func answersEarly() async throws {
        let upstream = try Upstream { _, socket in
            _ = try socket.read(to: "\r\n\r\n")
            try socket.respond("enough", status: "403 Forbidden")
            _ = socket.isAtEnd()
        }
        try await TestGateway.run(upstreamPort: upstream.port) { gateway in
            let socket = try gateway.connect()
            try socket.send("POST /items HTTP/1.1\r\nHost: a\r\nContent-Length: 1000000\r\n\r\nhe")
            let response = try socket.readResponse()
            #expect(response.status == 403)
            #expect(response.body == "enough")
            socket.shutdownWriting()
            #expect(socket.readToEnd() == "")
        }
    }

    static let size = 96 << 20

    @Test("interim responses without end do not pile up before a client that does not read, nor put the timeout off")
    func boundsInterim() async throws {
        let sent = Counter()
        let upstream = try Upstream { _, socket in
            _ = try socket.readRequest()
            let block = Array(String(repeating: "HTTP/1.1 103 Early Hints\r\nLink: x\r\n\r\n", count: 1 << 10).utf8)
            while true {
                try socket.send(block)
                sent.add(block.count)
            }
        }
        let options = TestGateway.Options(responseHeaderTimeout: .seconds(2))
        try await TestGateway.run(upstreamPort: upstream.port, options) { gateway in
            let socket = try Socket.connect(to: gateway.port, receiveBuffer: 64 * 1024)
            try socket.send("GET /any/x HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n")
            try sent.wait(for: 1)
            #expect(sent.settled() < 32 << 20)
            #expect(socket.readToEnd().contains("\r\n\r\nHTTP/1.1 504 "))
        }
    }

    @Test("a long response does not pile up before a client that does not read, and arrives whole when it does")
    func boundsResponses() async throws {
        let sent = Counter()
        let upstream = try Upstream { _, socket in
            _ = try socket.readRequest()
            try socket.send("HTTP/1.1 200 OK\r\nContent-Length: \(Self.size)\r\n\r\n")
            let block = [UInt8](repeating: 0x61, count: 1 << 20)
            for _ in 0..<(Self.size >> 20) {
                try socket.send(block)
                sent.add(block.count)
            }
        }
        try await TestGateway.run(upstreamPort: upstream.port) { gateway in
            let socket = try Socket.connect(to: gateway.port, receiveBuffer: 64 * 1024)
            try socket.send(Self.get)
            #expect(sent.settled() < 32 << 20)
            _ = try socket.read(to: "\r\n\r\n")
            var left = Self.size
            while left > 0 {
                let block = try socket.read(count: min(left, 1 << 20))
                #expect(block.allSatisfy { $0 == 0x61 })
                left -= block.count
            }
        }
    }

    @Test("a long request does not pile up before an upstream that does not read, and arrives whole when it does")
    func boundsRequests() async throws {
        let sent = Counter()
        let go = Counter()
        let upstream = try Upstream { _, socket in
            _ = try socket.read(to: "\r\n\r\n")
            try go.wait(for: 1)
            for _ in 0..<(Self.size >> 20) { _ = try socket.read(count: 1 << 20) }
            try socket.respond("all")
        }
        try await TestGateway.run(upstreamPort: upstream.port) { gateway in
            let socket = try gateway.connect()
            Thread.detachNewThread {
                try? socket.send("POST /items HTTP/1.1\r\nHost: a\r\nContent-Length: \(Self.size)\r\n\r\n")
                let block = [UInt8](repeating: 0x61, count: 1 << 20)
                for _ in 0..<(Self.size >> 20) {
                    try? socket.send(block)
                    sent.add(block.count)
                }
            }
            #expect(sent.settled() < 32 << 20)
            go.add()
            #expect(try socket.readResponse().body == "all")
        }
    }
}
