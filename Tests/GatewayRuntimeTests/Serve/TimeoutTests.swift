import Foundation
import Testing

@testable import GatewayRuntime

/// Each time that can run out: what the client sees, and what the access record says.
@Suite struct TimeoutTests {
    typealias Options = TestGateway.Options

    /// What becomes of a request before an upstream, and the end of its record.
    private func end(
        of request: String, _ options: Options, status: Int, before upstreamPort: Int, reading: Bool = true
    ) async throws -> (seen: String, record: String) {
        var options = options
        options.log = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString).path
        let log = options.log
        defer { try? FileManager.default.removeItem(atPath: log) }
        let seen = try await TestGateway.run(upstreamPort: upstreamPort, options) { gateway in
            let socket = try gateway.connect()
            try socket.send(request)
            return socket.readToEnd()
        }
        #expect(seen.hasPrefix("HTTP/1.1 \(status) "), "\(seen.prefix(60))")
        let lines = try String(contentsOfFile: log, encoding: .utf8).split(separator: "\n")
        #expect(lines.count == 1)
        let record = String(lines.first ?? "")
        #expect(record.contains("\"status_code\":\(status),"))
        return (seen, record)
    }

    private static func failure(_ code: String, _ side: String, _ phase: String, _ timeout: String) -> String {
        "\"error_code\":\"\(code)\",\"error_side\":\"\(side)\",\"error_phase\":\"\(phase)\",\"error_timeout\":\"\(timeout)\"}"
    }

    static let short = Duration.milliseconds(200)

    static let clients: [(String, Options, String)] = [
        ("GET /any/x HTTP/1.1\r\nHo", Options(headerTimeout: short), "header"),
        ("POST /items HTTP/1.1\r\nHost: a\r\nContent-Length: 5\r\n\r\nhe", Options(readTimeout: short), "read"),
        ("POST /items HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n5", Options(readTimeout: short), "read"),
    ]

    @Test("a client that is slow with its request", arguments: clients)
    func slowClient(request: String, options: Options, timeout: String) async throws {
        let upstream = try Upstream { _, socket in _ = try socket.readRequest() }
        let (_, record) = try await end(of: request, options, status: 408, before: upstream.port)
        #expect(record.hasSuffix(Self.failure("REQUEST_TIMEOUT", "client", "wire", timeout)))
        let time = record.firstMatch(of: /"response_time_ms":([0-9.]+)/).flatMap { Double($0.1) }
        #expect(try #require(time) >= 200)
    }

    static let upstreams: [(String, Options, String)] = [
        ("/any/x", Options(responseHeaderTimeout: short), "response_header"), ("/slow", Options(), "route"),
    ]

    @Test("an upstream that is slow with its response", arguments: upstreams)
    func slowUpstream(path: String, options: Options, timeout: String) async throws {
        let upstream = try Upstream { _, socket in
            _ = try socket.readRequest()
            try socket.send("HTTP/1.1 200 OK\r\nContent-")
            _ = socket.isAtEnd()
        }
        let request = "GET \(path) HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n"
        let (_, record) = try await end(of: request, options, status: 504, before: upstream.port)
        #expect(record.hasSuffix(Self.failure("GATEWAY_TIMEOUT", "upstream", "forward", timeout)))
    }

    @Test("a client that is slow with its request, for longer than its route may take, is the one at fault")
    func slowOnRoute() async throws {
        let upstream = try Upstream { _, socket in _ = try socket.readRequest() }
        let request = "GET /slow HTTP/1.1\r\nHost: a\r\nConnection: close\r\nContent-Length: 5\r\n\r\nhe"
        let (_, record) = try await end(of: request, Options(), status: 408, before: upstream.port)
        #expect(record.hasSuffix(Self.failure("REQUEST_TIMEOUT", "client", "wire", "route")))
    }

    @Test("an upstream that takes a long request slowly has its time for the response when it has all of it")
    func slowToTake() async throws {
        let size = 1 << 20
        let upstream = try Upstream { _, socket in
            var little: CInt = 16 * 1024
            setsockopt(socket.descriptor, SOL_SOCKET, SO_RCVBUF, &little, socklen_t(MemoryLayout<CInt>.size))
            _ = try socket.read(to: "\r\n\r\n")
            var left = size
            while left > 0 {
                left -= try socket.readAvailable(atMost: min(left, 64 * 1024)).count
                usleep(200_000)
            }
            try socket.respond("all")
        }
        // Sixteen parts of a fifth of a second, at least; each moves something well within a second.
        let options = Options(responseHeaderTimeout: .seconds(1))
        let response = try await TestGateway.run(upstreamPort: upstream.port, options) { gateway in
            let socket = try gateway.connect()
            try socket.send("POST /items HTTP/1.1\r\nHost: a\r\nContent-Length: \(size)\r\n\r\n")
            try socket.send([UInt8](repeating: 0x61, count: size))
            return try socket.readResponse(to: "POST")
        }
        #expect(response.status == 200 && response.body == "all")
    }

    @Test("an upstream that takes nothing of a long request is slow with its response")
    func takesNothing() async throws {
        let end = Counter()
        let upstream = try Upstream { _, socket in
            _ = try socket.read(to: "\r\n\r\n")
            try end.wait(for: 1)
        }
        defer { end.add() }
        let options = Options(responseHeaderTimeout: .seconds(1))
        let response = try await TestGateway.run(upstreamPort: upstream.port, options) { gateway in
            let socket = try gateway.connect()
            try socket.send("POST /items HTTP/1.1\r\nHost: a\r\nContent-Length: \(64 << 20)\r\n\r\n")
            Thread.detachNewThread { try? socket.send([UInt8](repeating: 0x61, count: 64 << 20)) }
            return try socket.readResponse(to: "POST")
        }
        #expect(response.status == 504)
    }

    @Test("an upstream that does not accept")
    func slowConnect() async throws {
        let full = try FullPort()
        let request = "GET /any/x HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n"
        let (_, record) = try await end(
            of: request, Options(connectTimeout: Self.short), status: 504, before: full.port)
        #expect(record.hasSuffix(Self.failure("GATEWAY_TIMEOUT", "upstream", "forward", "connect")))
    }

    @Test(
        "an upstream that falls silent in its body, without a bound of the route and with one",
        arguments: [("/any/x", Options(writeTimeout: short), "write"), ("/slow", Options(), "route")])
    func silentUpstream(path: String, options: Options, timeout: String) async throws {
        let gone = Counter()
        let upstream = try Upstream { _, socket in
            _ = try socket.readRequest()
            try socket.send("HTTP/1.1 200 OK\r\nContent-Length: 10\r\n\r\n12345")
            _ = socket.isAtEnd()
            gone.add()
        }
        let request = "GET \(path) HTTP/1.1\r\nHost: a\r\n\r\n"
        let (seen, record) = try await end(of: request, options, status: 200, before: upstream.port)
        #expect(seen.hasSuffix("\r\n\r\n12345"))
        #expect(record.hasSuffix(Self.failure("GATEWAY_TIMEOUT", "upstream", "forward", timeout)))
        try gone.wait(for: 1)
    }

    @Test("an upstream that is slow but goes on, for longer than it may be silent")
    func slowButSteady() async throws {
        let upstream = try Upstream { _, socket in
            _ = try socket.readRequest()
            try socket.send("HTTP/1.1 200 OK\r\nContent-Length: 25\r\n\r\n")
            for _ in 0..<25 {
                usleep(100_000)
                try socket.send("x")
            }
        }
        let response = try await TestGateway.run(
            upstreamPort: upstream.port, .init(writeTimeout: .seconds(2))
        ) { try $0.answer("GET /any/x HTTP/1.1\r\nHost: a\r\n\r\n") }
        #expect(response.body == String(repeating: "x", count: 25))
    }

    @Test("a client that takes nothing of its response is the one at fault")
    func stalledClient() async throws {
        let gone = Counter()
        let upstream = try Upstream { _, socket in
            defer { gone.add() }
            _ = try socket.readRequest()
            try socket.respond(String(repeating: "x", count: 30_000_000))
        }
        // The upstream is not to be the one that is silent for so long, however busy the machine.
        var options = Options(writeTimeout: .seconds(2))
        options.log = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString).path
        let log = options.log
        defer { try? FileManager.default.removeItem(atPath: log) }
        try await TestGateway.run(upstreamPort: upstream.port, options) { gateway in
            let socket = try Socket.connect(to: gateway.port, receiveBuffer: 16 * 1024)
            try socket.send("GET /any/x HTTP/1.1\r\nHost: a\r\n\r\n")
            try gone.wait(for: 1)
        }
        let record = try String(contentsOfFile: log, encoding: .utf8)
        #expect(record.contains(Self.failure("REQUEST_TIMEOUT", "client", "serve", "write")))
    }

    @Test(
        "a client that takes nothing of a response that has come whole is the one at fault, and sees that it is cut short",
        arguments: ["1.0", "1.1"])
    func stalledAtEnd(version: String) async throws {
        let upstream = try Upstream { _, socket in
            _ = try socket.readRequest()
            try socket.send("HTTP/1.1 200 OK\r\n\r\n" + String(repeating: "x", count: 150_000))
        }
        var options = Options(writeTimeout: .seconds(1))
        let log = TestLog()
        options.log = log.path
        let isCutShort = try await TestGateway.run(upstreamPort: upstream.port, options) { gateway in
            let socket = try Socket.connect(to: gateway.port, receiveBuffer: 16 * 1024)
            try socket.send("GET /any/x HTTP/\(version)\r\nHost: a\r\n\r\n")
            try log.waitForRecord()
            return try socket.readToReset().isReset
        }
        #expect(isCutShort)
        #expect(try log.lines().joined().contains(Self.failure("REQUEST_TIMEOUT", "client", "serve", "write")))
    }

    @Test("a client that takes its response slowly, in less at a time than is known here, may go on")
    func slowButSteadyClient() async throws {
        let size = 200_000
        let upstream = try Upstream { _, socket in
            _ = try socket.readRequest()
            try socket.respond(String(repeating: "x", count: size))
        }
        let options = Options(writeTimeout: .seconds(1))
        let count = try await TestGateway.run(upstreamPort: upstream.port, options) { gateway in
            let socket = try Socket.connect(to: gateway.port, receiveBuffer: 4096)
            try socket.send("GET /any/x HTTP/1.1\r\nHost: a\r\n\r\n")
            _ = try socket.read(to: "\r\n\r\n")
            var count = 0
            while count < size {
                count += try socket.read(count: min(8000, size - count)).count
                usleep(100_000)
            }
            return count
        }
        #expect(count == size)
    }
}
