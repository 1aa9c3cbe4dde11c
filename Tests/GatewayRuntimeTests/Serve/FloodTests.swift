import Foundation
import Testing

@testable import GatewayRuntime

/// Many clients that do nothing, or next to nothing, keep nobody else from being served: all share one loop.
@Suite struct FloodTests {
    static let get = "GET /any/x HTTP/1.1\r\nHost: a\r\n\r\n"
    static let count = 200

    /// Requests of one that does as it should, while the others are there.
    private static func serve(_ gateway: TestGateway) throws {
        let socket = try gateway.connect()
        for _ in 0..<50 {
            try socket.send(Self.get)
            #expect(try socket.readResponse().body == "GET /any/x HTTP/1.1")
        }
    }

    @Test("heads that come byte by byte, and never end")
    func slowloris() async throws {
        let upstream = try ConnectionTests.paths()
        let options = TestGateway.Options(headerTimeout: .seconds(2))
        try await TestGateway.run(upstreamPort: upstream.port, options) { gateway in
            let slow = try (0..<Self.count).map { _ in try gateway.connect() }
            for byte in "GET /any/x HTTP/1.1\r\nX: " {
                for socket in slow { try? socket.send(String(byte)) }
            }
            try Self.serve(gateway)
            for socket in slow {
                let response = try socket.readResponse()
                #expect(response.status == 408)
                #expect(socket.isAtEnd())
            }
        }
    }

    @Test("connections on which nothing comes")
    func idle() async throws {
        let upstream = try ConnectionTests.paths()
        try await TestGateway.run(upstreamPort: upstream.port, .init(idleTimeout: .seconds(2))) { gateway in
            let idle = try (0..<Self.count).map { _ in try gateway.connect() }
            try Self.serve(gateway)
            for socket in idle { #expect(socket.isAtEnd()) }
        }
    }

    @Test("responses that nobody reads")
    func slowReaders() async throws {
        let requests = Counter()
        let gone = Counter()
        let upstream = try Upstream { _, socket in
            defer { gone.add() }
            while true {
                let line = try socket.readRequest().line
                if line.contains("long") {
                    requests.add()
                    try socket.respond(String(repeating: "x", count: 10_000_000))
                } else {
                    try socket.respond(line)
                }
            }
        }
        try await TestGateway.run(upstreamPort: upstream.port, .init(writeTimeout: .seconds(2))) { gateway in
            let slow = try (0..<30).map { _ in try Socket.connect(to: gateway.port, receiveBuffer: 16 * 1024) }
            for socket in slow { try socket.send("GET /any/long HTTP/1.1\r\nHost: a\r\n\r\n") }
            try requests.wait(for: slow.count)
            try Self.serve(gateway)
            // The gateway has let go of them before anybody reads.
            try gone.wait(for: slow.count)
            for socket in slow { #expect(socket.readToEnd().utf8.count < 10_000_000) }
        }
    }
}
