import Foundation
import Testing

@Suite("Requests of a route have a number of places") struct ConcurrencyTests {
    /// An upstream that answers `/now` at once, breaks off at `/break`, and holds all else until it is let go.
    private static func upstream(_ held: Counter, _ gate: Gate) throws -> Upstream {
        try Upstream { _, socket in
            while true {
                let request = try socket.readRequest()
                if request.line.contains("now") {
                    try socket.respond("now")
                } else {
                    held.add()
                    gate.wait()
                    if request.line.contains("break") { return }
                    try socket.respond("held")
                }
            }
        }
    }

    private func run(
        _ program: Program = .traffic,
        _ script: @escaping @Sendable (GatewayProcess, Counter, Gate) throws -> Void
    ) async throws {
        let (held, gate) = (Counter(), Gate())
        let upstream = try Self.upstream(held, gate)
        try await GatewayProcess.run(program, upstream: upstream.port, environment: ["GATEWAY_LOOPS": "2"]) {
            try script($0, held, gate)
            gate.open()
        }
    }

    /// Sends a request and leaves it alone.
    private static func send(_ gateway: GatewayProcess, _ path: String) throws -> Socket {
        let socket = try gateway.connect()
        try socket.send(GatewayProcess.request("GET", path))
        return socket
    }

    /// Waits until a request gets through.
    private static func waitForPlace(_ gateway: GatewayProcess, _ path: String) throws -> Bool {
        for _ in 0..<1000 {
            if try gateway.answer("GET", path).status == 200 { return true }
            usleep(10_000)
        }
        return false
    }

    @Test("and no more; each is free again with its request's end")
    func places() async throws {
        try await run { gateway, held, gate throws in
            let (one, two) = (try Self.send(gateway, "/limits/places"), try Self.send(gateway, "/limits/places"))
            try held.wait(for: 2)
            let refused = try gateway.answer("GET", "/limits/places?now")
            #expect(refused.status == 503)
            #expect(refused.body.hasPrefix("{\"error\":{\"code\":\"TOO_BUSY\""))
            let metrics = try gateway.answer("GET", "/metrics").body
            for line in [
                "in_flight{route=\"atATime\"} 2", "refused_total{route=\"atATime\"} 1", "waiting{route=\"patient\"} 0",
            ] {
                #expect(metrics.contains("gateway_concurrency_\(line)\n"))
            }
            gate.open()
            #expect(try one.readResponse().status == 200)
            #expect(try two.readResponse().status == 200)
            #expect(try gateway.answer("GET", "/limits/places?now").status == 200)
        }
    }

    @Test(
        "which are free again however a request ends", arguments: ["client leaves", "upstream dies", "timeout", "body"])
    func ends(_ end: String) async throws {
        try await run { gateway, held, gate throws in
            let route = end == "timeout" ? "/limits/timed" : "/limits/places"
            let path = "\(route)?\(end == "upstream dies" ? "break" : "hold")"
            var sockets: [Socket] = []
            if end == "body" {
                // Bodies that never come: nothing is answered, and the clients leave.
                for _ in 0..<2 {
                    let socket = try gateway.connect()
                    try socket.send("POST /limits/places HTTP/1.1\r\nHost: a\r\nContent-Length: 100\r\n\r\nabc")
                    sockets.append(socket)
                }
                for _ in 0..<1000 {
                    // The place of the last one who asked is free again by then.
                    usleep(50_000)
                    if try gateway.answer("GET", "\(route)?now").status == 503 { break }
                }
            } else {
                sockets = [try Self.send(gateway, path), try Self.send(gateway, path)]
                try held.wait(for: 2)
            }
            // A timeout may have passed already.
            if end != "timeout" { #expect(try gateway.answer("GET", "\(route)?now").status == 503) }
            switch end {
            case "client leaves", "body": for socket in sockets { socket.reset() }
            case "upstream dies": gate.open()
            default: #expect(try sockets[0].readResponse().status == 504)
            }
            #expect(try Self.waitForPlace(gateway, "\(route)?now"))
            for socket in sockets where end == "upstream dies" { #expect(try socket.readResponse().status == 502) }
        }
    }

    @Test("or wait in a queue, for so long and no longer")
    func queue() async throws {
        try await run { gateway, held, gate throws in
            let first = try Self.send(gateway, "/limits/queue")
            try held.wait(for: 1)
            let waiting = [try Self.send(gateway, "/limits/queue?now"), try Self.send(gateway, "/limits/queue?now")]
            for socket in waiting { #expect(try socket.readResponse().status == 503) }
            gate.open()
            #expect(try first.readResponse().status == 200)
            #expect(try gateway.answer("GET", "/limits/queue?now").status == 200)
        }
    }

    @Test("which hands each place over in the order in which they came; who leaves it makes room")
    func order() async throws {
        let (arrived, turns) = (Inbox(), Counter())
        let upstream = try Upstream { _, socket in
            while true {
                let number = arrived.add(try socket.readRequest())
                try turns.wait(for: number + 1)
                try socket.respond("held")
            }
        }
        try await GatewayProcess.run(.traffic, upstream: upstream.port, environment: ["GATEWAY_LOOPS": "1"]) {
            gateway throws in
            let path = "/limits/patient"
            let first = try Self.send(gateway, "\(path)?0")
            try Self.wait { arrived.all.count == 1 }
            /// Adds one to the queue, and waits until it is there.
            func queue(_ number: Int, length: Int) throws -> Socket {
                let socket = try Self.send(gateway, "\(path)?\(number)")
                try Self.wait { try gateway.metric("concurrency_waiting{route=\"patient\"}") == length }
                return socket
            }
            let second = try queue(1, length: 1)
            let gone = try queue(2, length: 2)
            let third = try queue(3, length: 3)
            #expect(try gateway.answer("GET", path).status == 503)
            gone.reset()
            try Self.wait { try gateway.metric("concurrency_waiting{route=\"patient\"}") == 2 }
            let fourth = try queue(4, length: 3)
            #expect(try gateway.answer("GET", path).status == 503)
            for (number, socket) in [first, second, third, fourth].enumerated() {
                try Self.wait { arrived.all.count == number + 1 }
                #expect(try gateway.metric("concurrency_in_flight{route=\"patient\"}") == 1)
                turns.add()
                #expect(try socket.readResponse().status == 200)
            }
            #expect(arrived.all.compactMap { $0.target.last } == ["0", "1", "3", "4"])
            #expect(try gateway.metric("concurrency_waiting{route=\"patient\"}") == 0)
        }
    }

    private static func wait(until isThere: () throws -> Bool) throws {
        for _ in 0..<1000 {
            if try isThere() { return }
            usleep(10_000)
        }
        throw SocketError(what: "waited in vain", code: 0)
    }

    @Test("of which whoever waits gets one as soon as there is one, whichever loop it waits on")
    func turns() async throws {
        try await run { gateway, held, gate throws in
            let first = try Self.send(gateway, "/limits/patient")
            try held.wait(for: 1)
            // Three may wait; the fourth is refused at once, whichever that is.
            var waiting = try (0..<4).map { _ in try Self.send(gateway, "/limits/patient?now") }
            var ready = waiting.map { pollfd(fd: $0.descriptor, events: Int16(POLLIN), revents: 0) }
            #expect(poll(&ready, 4, 10_000) == 1)
            let refused = try #require(ready.firstIndex { $0.revents != 0 })
            #expect(try waiting.remove(at: refused).readResponse().status == 503)
            gate.open()
            for socket in [first] + waiting { #expect(try socket.readResponse().status == 200) }
        }
    }

    @Test("for which nobody waits beyond his route's timeout")
    func hurry() async throws {
        try await run { gateway, held, gate throws in
            let first = try Self.send(gateway, "/limits/hurried")
            try held.wait(for: 1)
            // It is refused, or has the first one's place and its own end; it does not wait for twenty seconds.
            let second = try gateway.answer("GET", "/limits/hurried?hold")
            #expect([503, 504].contains(second.status))
            #expect(try first.readResponse().status == 504)
        }
    }

    @Test("which a client that is slow with what nobody reads any more does not hold")
    func trickle() async throws {
        try await run { gateway, held, gate throws in
            let slow = try (0..<2).map { _ in try gateway.connect() }
            for socket in slow {
                try socket.send("POST /limits/timed HTTP/1.1\r\nHost: a\r\nContent-Length: 60000\r\n\r\nabc")
            }
            for socket in slow { #expect(try socket.readResponse().status == 408) }
            for socket in slow { try socket.send("d") }
            #expect(try gateway.answer("GET", "/limits/timed?now").status == 200)
            for socket in slow { try socket.send("e") }
        }
    }

    @Test("whose refusal says so in 003's words")
    func flat() async throws {
        try await run(.limits) { gateway, held, gate throws in
            let one = try Self.send(gateway, "/slow")
            try held.wait(for: 1)
            let refused = try gateway.answer("GET", "/slow")
            #expect(refused.status == 503)
            #expect(refused.body.hasPrefix("{\"error\":\"too_busy\",\"message\":"))
            #expect(refused.body.hasSuffix(",\"route\":\"slow\",\"max_in_flight\":1}"))
            // Every route has places of its own.
            #expect(try gateway.answer("GET", "/open?now").status == 200)
            gate.open()
            #expect(try one.readResponse().status == 200)
        }
    }
}

/// Holds threads up until it is opened.
private final class Gate: Sendable {
    private let condition = NSCondition()
    private nonisolated(unsafe) var isOpen = false

    func wait() {
        condition.withLock { while !isOpen { condition.wait() } }
    }

    func open() {
        condition.withLock {
            isOpen = true
            condition.broadcast()
        }
    }
}
