import Foundation
import Testing

@testable import GatewayRuntime

/// Every vector: what it is to a strict reader, and that the gateway and the origin behind it see just that.
@Suite struct SmugglingTests {
    @Test("the strict reader agrees with the collections, but for what is listed with its reason")
    func judges() {
        var listed: Set<String> = []
        for vector in Vector.all {
            let reading = StrictReading(vector.bytes)
            let isRefused = reading.end == .refused || reading.requests.contains { !$0.isServed }
            let entry = Judgement.entry(for: vector)
            switch vector.verdict {
            case .accept: #expect(isRefused == (entry != nil), "\(vector.name): \(vector.note)")
            case .reject, .normalise, .open: #expect(isRefused == (entry == nil), "\(vector.name): \(vector.note)")
            }
            if let entry { listed.insert(entry) }
        }
        if Vector.isCollected { #expect(listed == Set(Judgement.differences.keys), "one of them is no vector's") }
    }

    @Test("every vector is refused, or forwarded as exactly the requests that it is")
    func forwards() async throws {
        let seen = try await Observation { play(Vector.all, against: $0) }
        // One after the other, so in order too.
        #expect(seen.origin.requests.map(\.summary) == seen.answered)
        try seen.expectAgreement()
    }

    @Test("all at once, on many connections and two loops, and nobody else gets or loses anything by it")
    func forwardsAtOnce() async throws {
        let seen = try await Observation(loops: 2) { gateway in
            try atOnce(6) { number in
                if number % 2 == 0 { return play(Vector.all.shuffled(), against: gateway) }
                let socket = try gateway.connect()
                return try (0..<500).map { count in
                    let body = String(repeating: "x", count: count % 7)
                    let framing = count % 3 == 0 ? nil : "Content-Length: \(body.utf8.count)\r\n\r\n\(body)"
                    let chunked = "Transfer-Encoding: chunked\r\n\r\n\(body.utf8.count)\r\n\(body)\r\n0\r\n\r\n"
                    try socket.send(
                        "PUT /honest/\(number)/\(count) HTTP/1.1\r\nHost: a\r\n"
                            + (body.isEmpty ? "\r\n" : framing ?? chunked))
                    let response = try socket.readResponse()
                    #expect(response.body == "PUT /honest/\(number)/\(count)\n\(body)")
                    return response.body
                }
            }
        }
        try seen.expectAgreement()
    }

    /// What clients, origin, access log and metrics say of the same requests.
    struct Observation {
        let origin: RecordingOrigin
        let answered: [String]
        let records: [String]
        let metrics: [String]

        /// - Parameter script: returns what the origin said that it saw.
        init(loops: Int = 1, _ script: @escaping @Sendable (TestGateway) throws -> [String]) async throws {
            let origin = try RecordingOrigin()
            let log = TestLog()
            let options = TestGateway.Options(
                loops: loops,
                router: { path, _, _ in
                    switch path.segment {
                    case "metrics": RouteMatch(PathRoute.metrics)
                    default: RouteMatch(PathRoute.anything)
                    }
                }, log: log.path)
            (answered, metrics) = try await TestGateway.run(upstreamPort: origin.port, options) { gateway in
                let answered = try script(gateway)
                try gateway.wait(for: "requests_in_flight", toBe: 1)
                return (answered, try gateway.answer("GET /metrics HTTP/1.1\r\nHost: a\r\n\r\n").body.lines)
            }
            self.origin = origin
            records = try log.lines().filter { !$0.contains("\"path\":\"/metrics\"") }
        }

        /// What the clients were answered, what the origin saw and what the gateway counted are the same requests.
        func expectAgreement() throws {
            #expect(origin.refused == [])
            #expect(origin.requests.map(\.summary).sorted() == answered.sorted())
            let forwarded = records.filter { $0.contains("\"status_code\":200,") }
            let ids = forwarded.compactMap { $0.firstMatch(of: /"request_id":"([^"]*)"/).map { String($0.1) } }
            #expect(origin.requests.flatMap { $0.values("x-request-id") }.sorted() == ids.sorted())
            let counts = metrics.filter { $0.hasPrefix("gateway_requests_total{") && !$0.contains("path=\"/metrics\"") }
            #expect(Self.sum(counts) == records.count)
            #expect(Self.sum(counts.filter { $0.contains("status=\"200\"") }) == origin.requests.count)
            #expect(origin.requests.allSatisfy { $0.values("transfer_encoding").isEmpty })
            #expect(origin.requests.allSatisfy { $0.values("host") == ["127.0.0.1:\(origin.port)"] })
        }

        private static func sum(_ lines: [String]) -> Int {
            lines.compactMap { $0.split(separator: " ").last.flatMap { Int($0) } }.reduce(0, +)
        }
    }

    /// Runs scripts that block on a thread each, and waits for all.
    private func atOnce(_ count: Int, _ script: @escaping @Sendable (Int) throws -> [String]) throws -> [String] {
        let results = Results()
        let done = DispatchGroup()
        for number in 0..<count {
            done.enter()
            Thread.detachNewThread {
                results.add(Result { try script(number) })
                done.leave()
            }
        }
        done.wait()
        return try results.all.flatMap { try $0.get() }
    }

    private final class Results: @unchecked Sendable {
        // Guarded by its lock.
        private var results: [Result<[String], any Error>] = []
        private let lock = NSLock()

        func add(_ result: Result<[String], any Error>) { lock.withLock { results.append(result) } }
        var all: [Result<[String], any Error>] { lock.withLock { results } }
    }

    @Sendable private func play(_ vectors: [Vector], against gateway: TestGateway) -> [String] {
        var answered: [String] = []
        for vector in vectors {
            do { answered += try play(vector, against: gateway) } catch { Issue.record("\(vector.name): \(error)") }
        }
        return answered
    }

    /// Sends a vector on a connection of its own, and holds the answers against the strict reading.
    /// - Returns: what the origin said that it saw.
    private func play(_ vector: Vector, against gateway: TestGateway) throws -> [String] {
        let reading = StrictReading(vector.bytes)
        let socket = try gateway.connect()
        try socket.send(vector.bytes)
        var answered: [String] = []
        for request in reading.requests {
            let response = try socket.readResponse(to: request.method)
            #expect(response.status == (request.isServed ? 200 : 400), "\(vector.name)")
            guard request.isServed else { continue }
            #expect(request.method == "HEAD" || response.body == request.summary, "\(vector.name)")
            answered.append(request.summary)
        }
        switch reading.end {
        case .refused:
            let response = try socket.readResponse()
            #expect(response.status == 400, "\(vector.name)")
            #expect(response["Connection"] == "close", "\(vector.name)")
            socket.shutdownWriting()
            #expect(socket.readToEnd() == "", "\(vector.name)")
        case .clean:
            // The connection is where it should be: the next request on it is understood.
            try socket.send("GET /next HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n")
            let response = try socket.readResponse()
            #expect(response.body == "GET /next\n", "\(vector.name)")
            #expect(socket.isAtEnd(), "\(vector.name)")
            answered.append("GET /next\n")
        case .closed:
            socket.shutdownWriting()
            #expect(socket.readToEnd() == "", "\(vector.name)")
        case .incomplete:
            socket.shutdownWriting()
            // No answer: whether the client is still there is asked with an interim response.
            #expect(!socket.readToEnd().contains("HTTP/1.1 2"), "\(vector.name)")
        }
        return answered
    }
}

extension String {
    fileprivate var lines: [String] { split(separator: "\n").map(String.init) }
}
