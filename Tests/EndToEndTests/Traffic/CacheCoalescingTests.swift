import Foundation
import Testing

@Suite("Equal requests at once") struct CacheCoalescingTests {
    /// Sends the same request over so many connections, one behind the other, once the upstream has the first.
    private static func crowd(
        _ count: Int, _ path: String, _ gateway: GatewayProcess, _ arrived: Counter
    ) throws -> [Socket] {
        try (0..<count).map { number in
            let socket = try gateway.connect()
            try socket.send(GatewayProcess.request("GET", path, ["X-Request-ID: crowd-\(number)"]))
            if number == 0 { try arrived.wait(for: 1) }
            return socket
        }
    }

    private static let environment = ["GATEWAY_LOOPS": "1"]

    /// Waits until the gateway has taken so many requests that are not answered.
    private static func awaitInFlight(_ count: Int, _ gateway: GatewayProcess) throws {
        for _ in 0..<1000 {
            let metrics = try gateway.answer("GET", "/metrics").body
            if metrics.contains("gateway_requests_in_flight \(count + 1)\n") { return }
            usleep(10_000)
        }
        throw SocketError(what: "never \(count) in flight", code: 0)
    }

    @Test("are one to the upstream")
    func one() async throws {
        let (arrived, go) = (Counter(), Counter())
        let origin = try Origin { number, _ in
            arrived.add()
            try? go.wait(for: 1)
            return Origin.response("\(number)")
        }
        try await GatewayProcess.run(.traffic, upstream: origin.port, environment: Self.environment) { gateway throws in
            let sockets = try Self.crowd(20, "/cached/a", gateway, arrived)
            try Self.awaitInFlight(20, gateway)
            go.add()
            let responses = try sockets.map { try $0.readResponse() }
            #expect(responses.allSatisfy { $0.body == "0" })
            #expect(responses[0].cacheStatus == "fwd=uri-miss; stored")
            #expect(responses.dropFirst().allSatisfy { $0.cacheStatus == "fwd=miss; collapsed" })
            #expect(try gateway.record(of: "crowd-7")["cache"] == "collapsed")
            #expect(origin.count == 1)
        }
    }

    @Test("are what they are where the route wants it so")
    func alone() async throws {
        let (arrived, go) = (Counter(), Counter())
        let origin = try Origin { number, _ in
            arrived.add()
            try? go.wait(for: 1)
            return Origin.response("\(number)")
        }
        try await GatewayProcess.run(.traffic, upstream: origin.port, environment: Self.environment) { gateway throws in
            let sockets = try Self.crowd(5, "/cached-alone/a", gateway, arrived)
            try arrived.wait(for: 5)
            go.add()
            #expect(Set(try sockets.map { try $0.readResponse().body }).count == 5)
        }
    }

    @Test("go on their own where the response is for one of them")
    func uncacheable() async throws {
        let (arrived, go) = (Counter(), Counter())
        let origin = try Origin { number, _ in
            arrived.add()
            if number == 0 { try? go.wait(for: 1) }
            return Origin.response("\(number)", ["Cache-Control: private"])
        }
        try await GatewayProcess.run(.traffic, upstream: origin.port, environment: Self.environment) { gateway throws in
            let sockets = try Self.crowd(10, "/cached/a", gateway, arrived)
            try Self.awaitInFlight(10, gateway)
            go.add()
            #expect(Set(try sockets.map { try $0.readResponse().body }).count == 10)
            // From then on nobody waits for what cannot be shared.
            #expect(try gateway.answer("GET", "/cached/a").cacheStatus == "fwd=uri-miss")
        }
    }

    @Test("go on when the first one's client leaves, or its upstream breaks", arguments: [true, false])
    func leader(_ leaves: Bool) async throws {
        let (arrived, go) = (Counter(), Counter())
        let origin = try Origin { number, _ in
            arrived.add()
            if number == 0 {
                try? go.wait(for: 1)
                return leaves ? Origin.response("late") : "HTTP/1.1 nonsense\r\n\r\n"
            }
            return Origin.response("good")
        }
        try await GatewayProcess.run(.traffic, upstream: origin.port, environment: Self.environment) { gateway throws in
            var sockets = try Self.crowd(10, "/cached/a", gateway, arrived)
            try Self.awaitInFlight(10, gateway)
            let first = sockets.removeFirst()
            if leaves { first.reset() } else { go.add() }
            #expect(try sockets.map { try $0.readResponse().body } == Array(repeating: "good", count: 9))
            if !leaves { #expect(try first.readResponse().status == 502) }
            #expect(origin.count == (leaves ? 2 : 3))
            go.add()
        }
    }

    @Test("are twice as many to the upstream with each of its failures")
    func failures() async throws {
        let (arrived, round) = (Counter(), Counter())
        let origin = try Origin { number, _ in
            arrived.add()
            // None is answered before all of its round are here.
            try? round.wait(for: number < 1 ? 1 : number < 3 ? 2 : 3)
            return number < 3 ? Origin.response("bad", status: "503 Service Unavailable") : Origin.response("good")
        }
        try await GatewayProcess.run(.traffic, upstream: origin.port, environment: Self.environment) { gateway throws in
            let sockets = try Self.crowd(20, "/cached/a", gateway, arrived)
            try Self.awaitInFlight(20, gateway)
            round.add()
            try arrived.wait(for: 3)
            round.add()
            try arrived.wait(for: 7)
            #expect(arrived.settled() == 7)
            round.add()
            let bodies = try sockets.map { try $0.readResponse().body }
            #expect(bodies.count { $0 == "good" } == 17)
            #expect(origin.count == 7)
        }
    }

    @Test("get all what is stale where the upstream fails the first of them")
    func standIn() async throws {
        let (arrived, go) = (Counter(), Counter())
        let origin = try Origin { number, _ in
            if number == 0 { return Origin.response("good") }
            arrived.add()
            try? go.wait(for: 1)
            return Origin.response("bad", status: "503 Service Unavailable")
        }
        try await GatewayProcess.run(.traffic, upstream: origin.port, environment: Self.environment) { gateway throws in
            let path = "/cached-for-failures/a"
            #expect(try gateway.answer("GET", path).body == "good")
            usleep(150_000)
            let sockets = try Self.crowd(10, path, gateway, arrived)
            try Self.awaitInFlight(10, gateway)
            go.add()
            #expect(try sockets.map { try $0.readResponse().body } == Array(repeating: "good", count: 10))
            #expect(origin.count == 2)
        }
    }

    @Test("do not wait for a client that takes its response slowly")
    func slowLeader() async throws {
        let arrived = Counter()
        let size = 1 << 20
        let origin = try Upstream { number, socket in
            while true {
                _ = try socket.readRequest()
                arrived.add()
                try socket.send("HTTP/1.1 200 OK\r\nContent-Length: \(size)\r\n\r\n")
                try socket.send([UInt8](repeating: 0x61, count: size))
            }
        }
        try await GatewayProcess.run(.traffic, upstream: origin.port, environment: Self.environment) { gateway throws in
            let slow = try Socket.connect(to: gateway.port, receiveBuffer: 4096)
            try slow.send(GatewayProcess.request("GET", "/cached/a"))
            try arrived.wait(for: 1)
            #expect(try gateway.answer("GET", "/cached/a").body.utf8.count == size)
            #expect(try slow.readResponse().body.utf8.count == size)
        }
    }
}
