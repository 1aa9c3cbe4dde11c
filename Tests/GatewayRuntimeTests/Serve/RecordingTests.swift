import Foundation
import Testing

@testable import GatewayRuntime

/// What is left behind of requests.
@Suite struct RecordingTests {
    @Test("every request leaves exactly one record, however it ends")
    func records() async throws {
        let requests = Counter()
        let upstream = try Upstream { _, socket in
            while true {
                let request = try socket.readRequest()
                requests.add()
                if request.line.contains("/broken") {
                    return try socket.send("HTTP/1.1 200 OK\r\nContent-Length: 9\r\n\r\nx")
                }
                if request.line.contains("/never") { _ = socket.isAtEnd() }
                if request.line.contains("/dead") { return }
                try socket.respond("x")
            }
        }
        let log = NSTemporaryDirectory() + "records-\(UUID().uuidString)"
        defer { try? FileManager.default.removeItem(atPath: log) }
        try await TestGateway.run(upstreamPort: upstream.port, .init(headerTimeout: .milliseconds(100), log: log)) {
            gateway in
            let fields = "HTTP/1.1\r\nHost: a\r\nX-Request-ID: one\r\n\r\n"
            for line in [
                "GET /any/x?secret=1", "GET /nowhere", "DELETE /items", "GET /health", "GET /any/../x", "GET /any/dead",
                "GET /slow/x",
            ] {
                _ = try gateway.answer("\(line) \(fields)")
            }
            _ = try gateway.answer("POST /small HTTP/1.1\r\nHost: a\r\nContent-Length: 99\r\n\r\n")
            _ = try gateway.answer("nonsense\r\n\r\n")
            let slow = try gateway.connect()
            try slow.send("GET /")
            _ = try slow.readResponse()
            let broken = try gateway.connect()
            try broken.send("GET /any/broken \(fields)")
            _ = broken.readToEnd()
            let gone = try gateway.connect()
            let before = requests.value
            try gone.send("GET /any/never \(fields)")
            try requests.wait(for: before + 1)
            gone.reset()
            // Neither a request that never began nor an empty connection is one.
            _ = try gateway.connect()
        }
        let lines = try String(contentsOfFile: log, encoding: .utf8).split(separator: "\n")
        let statuses = lines.compactMap { $0.firstMatch(of: /"status_code":(\d+)/).flatMap { Int($0.1) } }
        #expect(statuses.sorted() == [200, 200, 200, 400, 400, 404, 404, 405, 408, 413, 499, 503])
        #expect(lines.allSatisfy { $0.contains("\"ip_address\":\"127.0.0.1\"") })
        #expect(!lines.contains { $0.contains("secret") })
        #expect(
            lines.filter { $0.contains("\"error_code\":\"BAD_GATEWAY\"") && $0.contains("\"status_code\":200") }.count
                == 1)
    }

    @Test("a gateway that is sent noise goes on serving")
    func survivesNoise() async throws {
        let upstream = try ConnectionTests.paths()
        try await TestGateway.run(
            upstreamPort: upstream.port, .init(headerTimeout: .milliseconds(50), readTimeout: .milliseconds(50))
        ) { gateway in
            var random = SystemRandomNumberGenerator()
            let seeds = [
                "GET /any/x?y=z HTTP/1.1\r\nHost: a\r\nConnection: keep-alive\r\n\r\n",
                "POST /items HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n5\r\nhello\r\n0\r\n\r\n",
                "POST /items HTTP/1.1\r\nHost: a\r\nContent-Length: 5\r\nExpect: 100-continue\r\n\r\nhello",
                "HEAD http://b/items/%61%20%2e HTTP/1.0\r\nHost: a\r\n\r\n",
            ].map { Array($0.utf8) }
            for _ in 0..<400 {
                var bytes: [UInt8] = []
                for _ in 0..<Int.random(in: 1...3, using: &random) {
                    bytes += seeds.randomElement(using: &random) ?? []
                }
                for _ in 0..<Int.random(in: 0...6, using: &random) {
                    bytes[Int.random(in: 0..<bytes.count, using: &random)] = .random(in: 0...255, using: &random)
                }
                let socket = try gateway.connect()
                let cut = Int.random(in: 0...bytes.count, using: &random)
                try? socket.send(Array(bytes.prefix(cut)))
                try? socket.send(Array(bytes.suffix(from: cut)))
                if Bool.random() { socket.reset() } else { socket.shutdownWriting() }
            }
            #expect(try gateway.answer("GET /any/x HTTP/1.1\r\nHost: a\r\n\r\n").status == 200)
        }
    }
}
