import Foundation
import Testing

/// Bodies of a known length that nobody changes or keeps: the kernel passes them on, and the gateway counts them.
@Suite("A long body", .serialized) struct LongBodyTests {
    private static let body = LongBody(count: 4 << 20)
    /// What clients read before they wait for each other: more than is read with a head.
    private static let beginning = LongBody(count: 1 << 20)
    /// More clients than a loop has pipes.
    private static let many = 100

    @Test("is whole, and what comes behind it in its place, for more slow clients at once than there are pipes")
    func slowClients() async throws {
        let upstream = try Upstream { _, socket in
            while true {
                if try socket.readRequest().head.contains("?next") {
                    try socket.respond("next")
                } else {
                    try socket.send("HTTP/1.1 200 OK\r\nContent-Length: \(Self.body.count)\r\n\r\n")
                    try Self.body.send(over: socket)
                }
            }
        }
        let answers = try await GatewayProcess.run(
            .streaming, upstream: upstream.port, environment: ["GATEWAY_LOOPS": "1"]
        ) { gateway in
            let sockets = try (0..<Self.many).map { _ in
                let socket = try Socket.connect(to: gateway.port, receiveBuffer: 16 * 1024)
                let requests = ["/download", "/download?next"].map { GatewayProcess.request("GET", $0) }
                try socket.send(requests.joined())
                return socket
            }
            let heads = try sockets.map { socket in
                let head = try socket.read(to: "\r\n\r\n")
                #expect(try Self.beginning.receive(from: socket) == Self.beginning.count)
                return head
            }
            // All wait for their clients at once.
            _ = try SendQueue.wait(for: Self.many) { $0.localPort == gateway.port }
            #expect(try gateway.piped() > 0)
            let pipes = try gateway.pipes()
            let answers = try zip(sockets, heads).map { socket, head in
                let count = try Self.body.receive(from: socket, after: Self.beginning.count)
                return "\(head.prefix(15)), \(count), \(try socket.readResponse().body)"
            }
            #expect(try gateway.piped() == 0)
            // Descriptors are for connections.
            #expect(try gateway.pipes() < pipes / 4)
            return answers
        }
        #expect(answers == .init(repeating: "HTTP/1.1 200 OK, \(Self.body.count), next", count: Self.many))
    }

    @Test("is whole where it goes upstream, and the connection carries the next request")
    func upload() async throws {
        let upstream = try Upstream { _, socket in
            while true {
                let head = Response(try socket.read(to: "\r\n\r\n"))
                let count = try LongBody(count: head["Content-Length"].flatMap { Int($0) } ?? 0).receive(from: socket)
                try socket.respond("\(count)", fields: "X-Connection: \(localPort(of: socket.descriptor))\r\n")
            }
        }
        let answers = try await GatewayProcess.run(.streaming, upstream: upstream.port) { gateway in
            let socket = try gateway.connect()
            return try (0..<3).map { _ in
                try socket.send(GatewayProcess.request("POST", "/upload", ["Content-Length: \(Self.body.count)"]))
                try Self.body.send(over: socket)
                return try socket.readResponse(to: "POST").body
            }
        }
        #expect(answers == .init(repeating: "\(Self.body.count)", count: 3))
    }

    @Test("whose upstream breaks off is seen to be cut short, and everything that it held is given back")
    func brokenOff() async throws {
        let upstream = try Upstream { _, socket in
            _ = try socket.readRequest()
            try socket.send("HTTP/1.1 200 OK\r\nContent-Length: \(Self.body.count)\r\n\r\n")
            try LongBody(count: Self.body.count - 1).send(over: socket)
        }
        try await GatewayProcess.run(.streaming, upstream: upstream.port) { gateway in
            for _ in 0..<Self.many {
                let socket = try gateway.connect()
                try socket.send(GatewayProcess.request("GET", "/download"))
                _ = try socket.read(to: "\r\n\r\n")
                let error = #expect(throws: SocketError.self) { try Self.body.receive(from: socket) }
                #expect(error?.code == ECONNRESET)
            }
            try gateway.expectNothingOpen()
            #expect(try gateway.piped() == 0)
        }
    }

    @Test("whose client leaves in the middle of it leaves nothing behind")
    func left() async throws {
        let upstream = try Upstream { _, socket in
            _ = try socket.readRequest()
            try socket.send("HTTP/1.1 200 OK\r\nContent-Length: \(Self.body.count)\r\n\r\n")
            try Self.body.send(over: socket)
        }
        try await GatewayProcess.run(.streaming, upstream: upstream.port) { gateway in
            for round in 0..<Self.many {
                let socket = try Socket.connect(to: gateway.port, receiveBuffer: 16 * 1024)
                try socket.send(GatewayProcess.request("GET", "/download"))
                _ = try socket.read(to: "\r\n\r\n")
                _ = try Self.beginning.receive(from: socket)
                if round % 2 == 0 { socket.resetAtEnd() }
            }
            try gateway.expectNothingOpen()
            #expect(try gateway.piped() == 0)
            // As many again pass, through pipes that are new or empty.
            let answer = try gateway.connect()
            try answer.send(GatewayProcess.request("GET", "/download"))
            _ = try answer.read(to: "\r\n\r\n")
            #expect(try Self.body.receive(from: answer) == Self.body.count)
        }
    }
}
