import Foundation
import Logging
import Testing

@testable import GatewayRuntime

/// The sockets of a gateway with several loops.
@Suite struct ListenerTests {
    /// Listens at the port as an owner who would share it.
    private static func listen(at port: Int, shares: Bool) throws -> (descriptor: CInt, port: Int) {
        let descriptor = socket(AF_INET, streamType, 0)
        var one: CInt = shares ? 1 : 0
        setsockopt(descriptor, SOL_SOCKET, SO_REUSEPORT, &one, socklen_t(MemoryLayout<CInt>.size))
        // Connections that have just ended do not hold the port; a socket that still listens does.
        var reuse: CInt = 1
        setsockopt(descriptor, SOL_SOCKET, SO_REUSEADDR, &reuse, socklen_t(MemoryLayout<CInt>.size))
        guard withAddress(port: port, { bind(descriptor, $0, $1) }) == 0, Foundation.listen(descriptor, 8) == 0 else {
            let code = errno
            close(descriptor)
            throw SocketError(what: "listen", code: code)
        }
        return (descriptor, localPort(of: descriptor))
    }

    @Test("one port for all loops, each of which serves; all of them are closed at the end", arguments: [1, 2, 4])
    func servesOnAll(loops: Int) async throws {
        let upstream = try ConnectionTests.paths()
        let port = try await TestGateway.run(upstreamPort: upstream.port, .init(loops: loops)) { gateway in
            // That one of four loops gets none of so many connections has a chance of less than 1 in 10 to the 23rd.
            let sockets = try (0..<192).map { _ in try gateway.connect() }
            for socket in sockets {
                try socket.send("GET /any/x HTTP/1.1\r\nHost: a\r\n\r\n")
                #expect(try socket.readResponse().status == 200)
            }
            return gateway.port
        }
        let again = try Self.listen(at: port, shares: false)
        close(again.descriptor)
    }

    @Test(
        "an address that is taken is an error, also where its owner would share it", arguments: [true, false], [1, 2])
    func refusesTaken(shares: Bool, loops: Int) async throws {
        let owner = try Self.listen(at: 0, shares: shares)
        defer { close(owner.descriptor) }
        let definition = testDefinition(listen: "127.0.0.1:${PORT}")
        let settings = try GatewaySettings.resolve(
            definition,
            environment: [
                "AGENTS_SERVICE_URL": "http://127.0.0.1:1", "JWT_SECRET": String(repeating: "s", count: 32),
                "PORT": "\(owner.port)",
            ])
        let log = open("/dev/null", O_WRONLY)
        defer { close(log) }
        let gateway = Gateway(
            definition, settings: settings, loops: loops, logger: Logger(label: "test"), accessLog: log)
        await #expect(throws: (any Error).self) { try await gateway.start() }
        await gateway.shutdown()
    }
}
