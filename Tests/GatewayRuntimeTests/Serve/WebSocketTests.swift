import Foundation
import Testing

@testable import GatewayRuntime

/// Handshakes and tunnels of `upgrade: websocket`. The key and its answer are those of RFC 6455, 1.3.
@Suite struct WebSocketTests {
    static let key = "dGhlIHNhbXBsZSBub25jZQ=="
    static let accept = "Sec-WebSocket-Accept: s3pPLMBiTxaQ9kYGzzhZRbK+xOo=\r\n"
    static let switching = "HTTP/1.1 101 Switching Protocols\r\n"
    static let accepted = "\(switching)Upgrade: websocket\r\nConnection: Upgrade\r\n\(accept)\r\n"

    static func accepted(with fields: String) -> String { accepted.dropLast(1) + fields + "\r\n\r\n" }

    static func handshake(
        _ line: String = "GET /live HTTP/1.1", connection: String = "Upgrade", upgrade: String = "websocket",
        version: String = "13", key: String = key, more: String = ""
    ) -> String {
        """
        \(line)\r\nHost: a\r\nConnection: \(connection)\r\nUpgrade: \(upgrade)\r\nSec-WebSocket-Version: \(version)\r\n\
        Sec-WebSocket-Key: \(key)\r\n\(more)\r\n
        """
    }

    /// Accepts the handshake and sends back what it gets; the end too.
    static func echo(_ inbox: Inbox = Inbox()) throws -> Upstream {
        try Upstream { _, socket in
            inbox.add(try socket.readRequest())
            try socket.send(accepted)
            while true {
                let bytes = try socket.readAvailable(atMost: 65536)
                if bytes.isEmpty { return }
                try socket.send(bytes)
            }
        }
    }

    @Test("a client that takes nothing does not keep a tunnel that has ended")
    func stalledClient() async throws {
        let upstream = try Upstream { _, socket in
            _ = try socket.readRequest()
            try socket.send(Self.accepted)
            while true { try socket.send(String(repeating: "x", count: 65_536)) }
        }
        let options = TestGateway.Options(writeTimeout: .milliseconds(300), idleTimeout: .milliseconds(300))
        try await TestGateway.run(upstreamPort: upstream.port, options) { gateway in
            let socket = try gateway.connect()
            try socket.send(Self.handshake())
            #expect(try socket.read(to: "\r\n\r\n").hasPrefix(Self.switching))
            try gateway.wait(for: "tunnels_open", toBe: 0)
            // The one that asks.
            try gateway.wait(for: "connections_open", toBe: 1)
            withExtendedLifetime(socket) {}
        }
    }

    @Test("a handshake goes through, and then every byte in both directions")
    func tunnels() async throws {
        let inbox = Inbox()
        let upstream = try Self.echo(inbox)
        let log = TestLog()
        try await TestGateway.run(upstreamPort: upstream.port, .init(log: log.path)) { gateway in
            let socket = try gateway.connect()
            let more = "Sec-WebSocket-Protocol: chat\r\nX-Request-ID: mine\r\n"
            // What is sent ahead of the answer waits for it.
            try socket.send(
                Self.handshake(connection: "keep-alive, upgrade", upgrade: "x, WebSocket", more: more) + "one")
            #expect(
                try socket.read(to: "\r\n\r\n") == "\(Self.switching)\(Self.accept)Connection: Upgrade\r\n"
                    + "Upgrade: websocket\r\nX-Request-ID: mine\r\n\r\n")
            #expect(try socket.read(count: 3).text == "one")
            for number in 0..<100 {
                // Neither requests nor chunks: nothing in a tunnel means anything.
                let text = "0\r\n\r\nGET /any/\(number) HTTP/1.1\r\n\r\n"
                try socket.send(text)
                #expect(try socket.read(count: text.utf8.count).text == text)
            }
            #expect(try gateway.metric("tunnels_open") == 1)
            socket.shutdownWriting()
            #expect(socket.readToEnd() == "")
            try gateway.wait(for: "tunnels_open", toBe: 0)
            #expect(try gateway.metric("tunnels_total") == 1)
            #expect(try gateway.metric("tunnel_bytes_total{direction=\"received\"}") == 2893)
            #expect(try gateway.metric("tunnel_bytes_total{direction=\"sent\"}") == 2893)
        }
        #expect(try !log.lines().contains { $0.contains("error_") })
        let request = try #require(inbox.all.first)
        #expect(inbox.all.count == 1)
        #expect(request.line == "GET /live HTTP/1.1")
        #expect(
            request.fields == [
                "Host: 127.0.0.1:\(upstream.port)", "Sec-WebSocket-Version: 13", "Sec-WebSocket-Key: \(Self.key)",
                "Sec-WebSocket-Protocol: chat", "X-Request-ID: mine", "X-Forwarded-For: 127.0.0.1",
                "X-Forwarded-Proto: http", "X-Forwarded-Host: a", "Connection: Upgrade", "Upgrade: websocket",
            ])
        #expect(try log.statuses(of: "/live") == [101])
    }

    static let refused: [(String, Int)] = [
        (handshake("POST /live HTTP/1.1"), 400), (handshake("HEAD /live HTTP/1.1"), 400),
        (handshake("GET /live HTTP/1.0"), 400),
        ("GET /live HTTP/1.1\r\nHost: a\r\n\r\n", 400), (handshake(connection: "keep-alive"), 400),
        (handshake(upgrade: "h2c"), 400), (handshake(upgrade: "websockets"), 400),
        (handshake(more: "Content-Length: 2\r\n") + "ab", 400),
        (handshake(more: "Transfer-Encoding: chunked\r\n") + "0\r\n\r\n", 400),
        (handshake(version: "8"), 426), (handshake(version: "13, 8"), 426), (handshake(version: ""), 426),
        (handshake(more: "Sec-WebSocket-Version: 13\r\n"), 426),
        (handshake(key: ""), 400), (handshake(key: "dGhlIHNhbXBsZQ=="), 400), (handshake(key: key + "x"), 400),
        (handshake(key: "dGhlIHNhbXBsZSBub25jZ!=="), 400), (handshake(key: "dGhlIHNhbXBsZSBub25jZQAA"), 400),
        (handshake(more: "Sec-WebSocket-Key: \(key)\r\n"), 400),
    ]

    @Test("what is no handshake is refused, and never reaches the upstream", arguments: refused)
    func refuses(request: String, status: Int) async throws {
        let inbox = Inbox()
        let upstream = try Self.echo(inbox)
        let response = try await TestGateway.run(upstreamPort: upstream.port) { try $0.answer(request) }
        #expect(response.status == status)
        if status == 426 {
            #expect(response["Sec-WebSocket-Version"] == "13")
            #expect(response["Upgrade"] == "websocket")
            #expect(response.body.contains("\"UPGRADE_REQUIRED\""))
        }
        #expect(inbox.all.isEmpty)
    }

    @Test(
        "a 101 that does not answer the handshake is a bad gateway",
        arguments: [
            "\(switching)Upgrade: websocket\r\nConnection: Upgrade\r\n\r\n",
            "\(switching)Upgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Accept: \(key)\r\n\r\n",
            "\(switching)Upgrade: websocket\r\nConnection: Upgrade\r\n\(accept)\(accept)\r\n",
            "\(switching)Upgrade: h2c\r\nConnection: Upgrade\r\n\(accept)\r\n",
            "\(switching)Upgrade: websocket\r\n\(accept)\r\n", "\(switching)Connection: Upgrade\r\n\(accept)\r\n",
            accepted.replacing("HTTP/1.1", with: "HTTP/1.0"),
            accepted(with: "Sec-WebSocket-Protocol: chat, log"), accepted(with: "Sec-WebSocket-Protocol: CHAT"),
            accepted(with: "Sec-WebSocket-Protocol: chat\r\nSec-WebSocket-Protocol: chat"),
            accepted(with: "Sec-WebSocket-Protocol: "),
            accepted(with: "Sec-WebSocket-Extensions: bbf-usp-protocol"),
            accepted(with: "Sec-WebSocket-Extensions: permessage-deflate; a=1, bbf-usp-protocol"),
        ])
    func refusesAnswer(answer: String) async throws {
        let upstream = try Upstream { _, socket in
            _ = try socket.readRequest()
            try socket.send(answer + "HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n")
            _ = socket.isAtEnd()
        }
        try await TestGateway.run(upstreamPort: upstream.port) { gateway in
            let more = "Sec-WebSocket-Protocol: chat, log\r\nSec-WebSocket-Extensions: permessage-deflate\r\n"
            let response = try gateway.answer(Self.handshake(more: more))
            #expect(response.status == 502)
            #expect(try gateway.metric("tunnels_total") == 0)
        }
    }

    @Test("a protocol or an extension that nobody asked for is a bad gateway; one that was asked for is not")
    func negotiates() async throws {
        let fields = "Sec-WebSocket-Protocol: log\r\nSec-WebSocket-Extensions: permessage-deflate; a=1"
        let upstream = try Upstream { _, socket in
            _ = try socket.readRequest()
            try socket.send(Self.accepted(with: fields))
            _ = socket.isAtEnd()
        }
        try await TestGateway.run(upstreamPort: upstream.port) { gateway in
            #expect(try gateway.answer(Self.handshake()).status == 502)
            let both = "Sec-WebSocket-Extensions: x, permessage-deflate; b; c=\"1\"\r\n"
            #expect(try gateway.answer(Self.handshake(more: both)).status == 502)
            let more = "Sec-WebSocket-Protocol: chat\r\nSec-WebSocket-Protocol: log\r\n" + both
            let response = try gateway.answer(Self.handshake(more: more))
            #expect(response.status == 101)
            #expect(response["Sec-WebSocket-Protocol"] == "log")
        }
    }

    @Test("an upstream that says no is heard, and the connection goes on")
    func declines() async throws {
        let upstream = try Upstream { _, socket in
            while true {
                _ = try socket.readRequest()
                try socket.respond("no", status: "403 Forbidden")
            }
        }
        try await TestGateway.run(upstreamPort: upstream.port) { gateway in
            let socket = try gateway.connect()
            for _ in 0..<2 {
                try socket.send(Self.handshake())
                let response = try socket.readResponse()
                #expect(response.status == 403)
                #expect(response.body == "no")
            }
        }
    }

    @Test("the end of either side is the end of the tunnel", arguments: [true, false])
    func ends(byClient: Bool) async throws {
        let ended = Counter()
        let upstream = try Upstream { _, socket in
            _ = try socket.readRequest()
            try socket.send(Self.accepted + "last")
            if byClient {
                #expect(socket.readToEnd() == "bye")
                // Whoever has ended what it sends still gets what was on its way.
                try socket.send("words")
            }
            ended.add()
        }
        try await TestGateway.run(upstreamPort: upstream.port) { gateway in
            let socket = try gateway.connect()
            try socket.send(Self.handshake())
            _ = try socket.read(to: "\r\n\r\n")
            if byClient {
                try socket.send("bye")
                socket.shutdownWriting()
            }
            #expect(socket.readToEnd() == (byClient ? "lastwords" : "last"))
            try ended.wait(for: 1)
            socket.shutdownWriting()
            try gateway.wait(for: "tunnels_open", toBe: 0)
        }
    }

    @Test("a tunnel through which nothing passes is closed; one that is used lives on")
    func idles() async throws {
        let ended = Counter()
        let upstream = try Upstream { _, socket in
            _ = try socket.readRequest()
            try socket.send(Self.accepted)
            for _ in 0..<10 {
                usleep(100_000)
                try socket.send("x")
            }
            _ = socket.readToEnd()
            ended.add()
        }
        let log = TestLog()
        try await TestGateway.run(upstreamPort: upstream.port, .init(idleTimeout: .seconds(1), log: log.path)) {
            gateway in
            let socket = try gateway.connect()
            try socket.send(Self.handshake())
            _ = try socket.read(to: "\r\n\r\n")
            #expect(socket.readToEnd() == "xxxxxxxxxx")
            try ended.wait(for: 1)
        }
        #expect(try log.statuses(of: "/live") == [101])
        let record = try #require(try log.lines().first)
        #expect(record.contains("\"error_side\":\"client\",\"error_phase\":\"serve\",\"error_timeout\":\"idle\""))
    }

    @Test("no more is taken from a side of a tunnel than the other takes, however long that lasts")
    func bounds() async throws {
        let size = 64 << 20
        let sent = Counter()
        let received = Counter()
        let upstream = try Upstream { _, socket in
            _ = try socket.readRequest()
            try socket.send(Self.accepted)
            let sender = Thread { try? Self.send(size, over: socket.descriptor, sent) }
            sender.start()
            try sent.wait(for: 1)
            _ = sent.settled()
            for _ in 0..<(size >> 20) {
                _ = try socket.read(count: 1 << 20)
                received.add(1 << 20)
            }
            while !sender.isFinished { usleep(1000) }
        }
        let options = TestGateway.Options(readTimeout: .milliseconds(300), writeTimeout: .milliseconds(300))
        try await TestGateway.run(upstreamPort: upstream.port, options) { gateway in
            let socket = try Socket.connect(to: gateway.port, receiveBuffer: 64 * 1024)
            try socket.send(Self.handshake())
            _ = try socket.read(to: "\r\n\r\n")
            let sentByClient = Counter()
            Thread.detachNewThread { try? Self.send(size, over: socket.descriptor, sentByClient) }
            #expect(sent.settled() < 24 << 20)
            for _ in 0..<(size >> 20) { _ = try socket.read(count: 1 << 20) }
            try received.wait(for: size)
        }
    }

    /// Sends from a thread of its own while another reads.
    private static func send(_ size: Int, over descriptor: CInt, _ counter: Counter) throws {
        let socket = Socket(dup(descriptor))
        let block = [UInt8](repeating: 0x61, count: 1 << 20)
        for _ in 0..<(size >> 20) {
            try socket.send(block)
            counter.add(block.count)
        }
    }
}
