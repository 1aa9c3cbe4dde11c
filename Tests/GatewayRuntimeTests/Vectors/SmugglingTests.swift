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
        let origin = try RecordingOrigin()
        let log = NSTemporaryDirectory() + "vectors-\(UUID().uuidString)"
        defer { try? FileManager.default.removeItem(atPath: log) }
        let options = TestGateway.Options(router: { _, _, _ in RouteMatch(PathRoute.anything) }, log: log)
        let answered = try await TestGateway.run(upstreamPort: origin.port, options) { gateway in
            var answered: [String] = []
            for vector in Vector.all {
                do { answered += try play(vector, against: gateway) } catch {
                    Issue.record("\(vector.name): \(error)")
                }
            }
            return answered
        }
        #expect(origin.refused == [])
        // What the client was answered, what the origin saw and what the gateway counted are the same requests.
        #expect(origin.requests.map(\.summary) == answered)
        let records = try String(contentsOfFile: log, encoding: .utf8).split(separator: "\n")
        let counted = records.filter { $0.contains("\"status_code\":200") }.compactMap {
            $0.firstMatch(of: /"request_id":"([^"]*)"/).map { String($0.1) }
        }
        #expect(origin.requests.flatMap { $0.values("x-request-id") } == counted)
        #expect(origin.requests.allSatisfy { $0.values("transfer_encoding").isEmpty })
        #expect(origin.requests.allSatisfy { $0.values("host") == ["127.0.0.1:\(origin.port)"] })
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
