import Foundation
import Testing

/// The gateway stands still while the connection's upstream says something, so that the next request has come first, or is there
/// already: it is looked at before the connection is.
@Suite("A kept connection to an upstream is not used again") struct ReuseTests {
    /// Has a connection made and kept, and something happen to it while the next request comes.
    private func answer(after surprise: @escaping @Sendable (Socket) throws -> Void) async throws -> Response {
        let (mayGoOn, isDone) = (Counter(), Counter())
        let upstream = try Upstream { number, socket in
            _ = try socket.readRequest()
            try socket.respond("\(number)")
            if number > 0 { return }
            try mayGoOn.wait(for: 1)
            try surprise(socket)
            isDone.add()
            _ = socket.readToEnd()
        }
        return try await GatewayProcess.run(
            .streaming, upstream: upstream.port, environment: ["GATEWAY_LOOPS": "1"]
        ) { gateway in
            let socket = try gateway.connect()
            try socket.send(GatewayProcess.request("GET", "/download"))
            #expect(try socket.readResponse().body == "0")
            try gateway.process.whileStopped {
                try socket.send(GatewayProcess.request("POST", "/upload", body: "abc"))
                mayGoOn.add()
                try isDone.wait(for: 1)
            }
            return try socket.readResponse(to: "POST")
        }
    }

    @Test("where more has come than was promised: nobody gets what is not his")
    func surplus() async throws {
        let response = try await answer { try $0.respond("evil") }
        #expect(response.body == "1")
    }

    @Test("where its end has come: a request that may not arrive twice does not fail for it")
    func end() async throws {
        let response = try await answer { $0.shutdownWriting() }
        #expect(response.status == 200)
        #expect(response.body == "1")
    }

    @Test("where its end has come with the response that the next request waits for")
    func endWithResponse() async throws {
        let (hasBegun, mayGoOn, isDone) = (Counter(), Counter(), Counter())
        let upstream = try Upstream { number, socket in
            _ = try socket.readRequest()
            if number == 0 {
                hasBegun.add()
                try mayGoOn.wait(for: 1)
            }
            try socket.respond("\(number)")
            if number > 0 { return }
            socket.shutdownWriting()
            isDone.add()
            _ = socket.readToEnd()
        }
        let (first, second) = try await GatewayProcess.run(
            .streaming, upstream: upstream.port, environment: ["GATEWAY_LOOPS": "1"]
        ) { gateway in
            let socket = try gateway.connect()
            try socket.send(
                GatewayProcess.request("GET", "/download") + GatewayProcess.request("POST", "/upload", body: "abc"))
            try hasBegun.wait(for: 1)
            try gateway.process.whileStopped {
                mayGoOn.add()
                try isDone.wait(for: 1)
            }
            return (try socket.readResponse(), try socket.readResponse(to: "POST"))
        }
        #expect(first.body == "0")
        #expect(second.status == 200)
        #expect(second.body == "1")
    }
}
