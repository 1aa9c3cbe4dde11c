import Foundation
import Testing

@testable import GatewayRuntime

/// Upstreams and clients that fail at each point of an exchange. Whatever it was, the client is told, one record is left,
/// nothing stays open, and no broken connection is used again.
@Suite struct FaultTests {
    /// What becomes of a connection to the upstream when its part has been played.
    enum End: Sendable { case close, reset, stall }

    struct Row: Sendable, CustomTestStringConvertible {
        let testDescription: String
        var request = "GET /any/x HTTP/1.1\r\nHost: a\r\n\r\n"
        /// What the upstream sends; in parts, with a moment between them.
        var parts: [String] = []
        let end: End
        /// What the client gets, and what the record says.
        let status: Int
        /// Whether a response has begun that cannot be ended.
        var isBroken = false

        init(
            _ what: String, _ parts: [String] = [], _ end: End, _ status: Int, isBroken: Bool = false,
            request: String? = nil
        ) {
            testDescription = what
            self.parts = parts
            self.end = end
            self.status = status
            self.isBroken = isBroken
            if let request { self.request = request }
        }
    }

    static let length = "HTTP/1.1 200 OK\r\nContent-Length: 10\r\n\r\n12345"
    static let chunked = "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n5\r\n12345\r\n"
    static let untilClose = "HTTP/1.1 200 OK\r\n\r\n12345"
    static let version10 = "GET /any/x HTTP/1.0\r\n\r\n"
    static let head = "HEAD /any/x HTTP/1.1\r\nHost: a\r\n\r\n"
    static let slow = "GET /slow HTTP/1.1\r\nHost: a\r\n\r\n"

    static let rows = [
        Row("closes before the head", [], .close, 503), Row("resets before the head", [], .reset, 503),
        Row("stalls before the head", [], .stall, 504),
        Row("closes in the head", ["HTTP/1.1 200 OK\r\nCont"], .close, 503),
        Row("resets in the head", ["HTTP/1.1 200 OK\r\nCont"], .reset, 503),
        Row("resets in the head, behind an interim one", ["HTTP/1.1 103 Early Hints\r\n\r\nHTTP/1.1 20"], .reset, 503),
        Row("stalls in the head", ["HTTP/1.1 200 OK\r\nCont"], .stall, 504),
        Row(
            "resets between head and body", ["HTTP/1.1 200 OK\r\nContent-Length: 10\r\n\r\n"], .reset, 200,
            isBroken: true),
        Row("closes in a body with a length", [length], .close, 200, isBroken: true),
        Row("resets in a body with a length", [length], .reset, 200, isBroken: true),
        Row("closes in a chunked body", [chunked], .close, 200, isBroken: true),
        Row("resets in a chunked body", [chunked], .reset, 200, isBroken: true),
        Row("resets in a body that ends with it", [untilClose], .reset, 200, isBroken: true),
        Row("closes in a chunked body, to HTTP/1.0", [chunked], .close, 200, isBroken: true, request: version10),
        Row("closes in a body with a length, to HTTP/1.0", [length], .close, 200, isBroken: true, request: version10),
        Row("stalls in a body", [length], .stall, 200, isBroken: true, request: slow),
        Row("sends garbage", ["SSH-2.0-OpenSSH_9.9\r\n"], .stall, 502),
        Row("sends garbage for a chunk", [chunked + "zz\r\n"], .stall, 200, isBroken: true),
        Row("sends two lengths", ["HTTP/1.1 200 OK\r\nContent-Length: 1\r\nContent-Length: 2\r\n\r\nx"], .stall, 502),
        Row(
            "sends more than its length", ["HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nokHTTP/1.1 200 OK\r\n"], .stall,
            200),
        Row(
            "sends more than its length, later", ["HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nok", "more"], .stall, 200
        ),
        Row("sends more than its last chunk", [chunked + "0\r\n\r\n0\r\n\r\n"], .stall, 200),
        Row("sends a body to a HEAD", ["HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nok"], .stall, 200, request: head),
        Row("sends a chunked body to a HEAD", [chunked + "0\r\n\r\n"], .stall, 200, request: head),
        Row(
            "sends a body to a HEAD, later", ["HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\n", "ok"], .stall, 200,
            request: head),
        Row("sends a body that ends with it to a HEAD", [untilClose], .close, 200, request: head),
        Row("sends a body with a 204", ["HTTP/1.1 204 No Content\r\n\r\nok"], .stall, 204),
        Row("sends a body with a 304", ["HTTP/1.1 304 Not Modified\r\nContent-Length: 2\r\n\r\nok"], .stall, 304),
    ]

    @Test("an upstream that fails harms nobody but its request", arguments: rows)
    func upstreamFails(row: Row) async throws {
        let played = Counter()
        let upstream = try Upstream { number, socket in
            if number > 0 {
                while true { try socket.respond("\(try socket.readRequest().line.prefix(4))") }
            }
            _ = try socket.readRequest()
            for part in row.parts {
                try socket.send(part)
                usleep(50_000)
            }
            played.add()
            switch row.end {
            case .close: return
            case .reset: socket.resetAtEnd()
            case .stall: _ = socket.readToEnd()
            }
        }
        let log = TestLog()
        // Short only where it is to pass: a machine that is busy may take long over any answer.
        let options = TestGateway.Options(
            responseHeaderTimeout: row.status == 504 ? .seconds(1) : .seconds(15), log: log.path)
        try await TestGateway.run(upstreamPort: upstream.port, options) { gateway in
            var socket = try gateway.connect()
            try socket.send(row.request)
            if row.isBroken {
                let (text, isReset) = try socket.readToReset()
                #expect(text.hasPrefix("HTTP/1.1 \(row.status) "))
                #expect(!text.hasSuffix("\r\n0\r\n\r\n"))
                #expect(isReset)
                socket = try gateway.connect()
            } else {
                var response = try socket.readResponse(to: String(row.request.prefix { $0 != " " }))
                if response.status == 103 { response = try socket.readResponse() }
                #expect(response.status == row.status)
            }
            try played.wait(for: 1)
            // A request that is never sent twice: a broken connection would be its end. Nothing that the upstream should not
            // have sent stands before its answer.
            try socket.send("POST /items HTTP/1.1\r\nHost: a\r\nContent-Length: 1\r\n\r\nx")
            #expect(try socket.readResponse().body == "POST")
            socket.reset()
            try Self.expectNothingOpen(gateway)
        }
        let path = row.request.split(separator: " ")[1]
        #expect(try log.statuses(of: String(path)) == [row.status])
    }

    @Test("an upstream that refuses costs one answer and one record")
    func upstreamRefuses() async throws {
        let dead = try DeadPort()
        let log = TestLog()
        try await TestGateway.run(upstreamPort: dead.port, .init(log: log.path)) { gateway in
            let socket = try gateway.connect()
            for _ in 0..<3 {
                try socket.send("GET /any/x HTTP/1.1\r\nHost: a\r\n\r\n")
                #expect(try socket.readResponse().status == 503)
            }
            socket.reset()
            try Self.expectNothingOpen(gateway)
        }
        #expect(try log.statuses(of: "/any/x") == [503, 503, 503])
    }

    /// A client that resets: what it has sent by then, and what the upstream has done.
    struct Departure: Sendable, CustomTestStringConvertible {
        enum Upstream: Sendable {
            /// No request has reached it.
            case idle
            /// It has a request, and has sent nothing.
            case waits
            /// It has answered a first request.
            case answered
            /// It has begun a response; the client has some of it.
            case answers
            /// It sends more than the client takes.
            case floods
            /// The connection has become a tunnel.
            case tunnels
        }

        let testDescription: String
        let sent: String
        let upstream: Upstream
        /// Of the records.
        let statuses: [Int]

        init(_ what: String, _ sent: String, _ upstream: Upstream, _ statuses: [Int]) {
            testDescription = what
            self.sent = sent
            self.upstream = upstream
            self.statuses = statuses
        }
    }

    static let get = "GET /any/x HTTP/1.1\r\nHost: a\r\n\r\n"
    static let post = "POST /any/x HTTP/1.1\r\nHost: a\r\n"
    static let postChunks = post + "Transfer-Encoding: chunked\r\n\r\n"

    static let departures = [
        Departure("before its request", "", .idle, []),
        Departure("in the request line", "GET /any", .idle, []),
        Departure("in the head", "GET /any/x HTTP/1.1\r\nHo", .idle, []),
        Departure("in the head of its second request", get + "GET /any/x HTTP/1.1\r\nHo", .answered, [200]),
        Departure(
            "asked to go on with its body", post + "Expect: 100-continue\r\nContent-Length: 4\r\n\r\n", .waits, [499]),
        Departure("in the body", post + "Content-Length: 9\r\n\r\n1234", .waits, [499]),
        Departure("in a chunk", postChunks + "9\r\n1234", .waits, [499]),
        Departure("in the size of a chunk", postChunks + "4\r\n1234\r\n1", .waits, [499]),
        Departure("in the trailers", postChunks + "4\r\n1234\r\n0\r\nX: ", .waits, [499]),
        Departure("while it waits", get, .waits, [499]),
        Departure("while it waits, with a body sent", post + "Content-Length: 4\r\n\r\n1234", .waits, [499]),
        // The second is not begun as long as the first is not over.
        Departure("while two requests wait", get + get, .waits, [499]),
        Departure("in the response", get, .answers, [200]),
        Departure("in the response, with its body half sent", post + "Content-Length: 9\r\n\r\n1234", .answers, [200]),
        Departure("in a response that it does not take", get, .floods, [200]),
        Departure("in a tunnel", WebSocketTests.handshake(), .tunnels, [101]),
    ]

    @Test("a client that resets takes its request along, and nothing else", arguments: departures)
    func clientResets(row: Departure) async throws {
        let (reached, gone) = (Counter(), Counter())
        let upstream = try Upstream { number, socket in
            var head = try socket.read(to: "\r\n\r\n")
            if row.upstream == .answered, head.hasPrefix("GET") {
                try socket.respond("x")
                head = try socket.read(to: "\r\n\r\n")
            }
            if head.hasPrefix("PUT") {
                _ = try socket.read(count: 1)
                return try socket.respond("fine")
            }
            reached.add()
            switch row.upstream {
            case .answers: try socket.send(Self.length)
            case .tunnels: try socket.send(WebSocketTests.accepted)
            case .floods: try? socket.respond(String(repeating: "x", count: 30_000_000))
            case .idle, .waits, .answered: break
            }
            _ = socket.readToEnd()
            gone.add()
        }
        let log = TestLog()
        try await TestGateway.run(upstreamPort: upstream.port, .init(log: log.path)) { gateway in
            do {
                let socket = try Socket.connect(to: gateway.port, receiveBuffer: 16 * 1024)
                try socket.send(row.sent)
                switch row.upstream {
                case .idle: break
                case .answered: #expect(try socket.readResponse().status == 200)
                case .waits: try reached.wait(for: 1)
                case .answers: _ = try socket.read(to: "12345")
                case .floods, .tunnels: _ = try socket.read(to: "\r\n\r\n")
                }
                socket.resetAtEnd()
            }
            if row.upstream != .idle, row.upstream != .answered { try gone.wait(for: 1) }
            let next = try gateway.answer("PUT /items/1 HTTP/1.1\r\nHost: a\r\nContent-Length: 1\r\n\r\nx")
            #expect(next.body == "fine")
            try Self.expectNothingOpen(gateway)
        }
        let statuses = try log.statuses { !$0.contains("/metrics") && !$0.contains("/items/1") }
        #expect(statuses == row.statuses)
    }

    @Test("a client that resets before there is a connection to the upstream leaves one record, and nothing open")
    func clientResetsEarly() async throws {
        let full = try FullPort()
        let log = TestLog()
        try await TestGateway.run(upstreamPort: full.port, .init(log: log.path)) { gateway in
            do {
                let socket = try gateway.connect()
                try socket.send(Self.get)
                try gateway.wait(for: "requests_in_flight", toBe: 2)
                socket.resetAtEnd()
            }
            try Self.expectNothingOpen(gateway)
        }
        #expect(try log.statuses(of: "/any/x") == [499])
    }

    /// But for the request and the connection that ask.
    private static func expectNothingOpen(_ gateway: TestGateway) throws {
        try gateway.wait(for: "requests_in_flight", toBe: 1)
        try gateway.wait(for: "connections_open", toBe: 1)
        try gateway.wait(for: "tunnels_open", toBe: 0)
    }
}
