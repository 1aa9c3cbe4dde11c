import Foundation
import Testing

@Suite("A circuit breaker") struct BreakerTests {
    private static func run(
        _ script: @escaping @Sendable (GatewayProcess, FickleTarget) throws -> Void
    ) async throws {
        let target = try FickleTarget("A")
        try await GatewayProcess.run(
            .traffic, upstream: target.port, environment: ["TARGET_A": target.url]
        ) { gateway in try script(gateway, target) }
    }

    @Test(
        "opens after so many failures in a row, and says when to come again",
        arguments: [("/closing/x", "route=\"closing\""), ("/shut/x", "upstream=\"shut\"")])
    func opens(path: String, label: String) async throws {
        try await Self.run { gateway, target throws in
            target.become(.failing(404))
            #expect(try gateway.answers(5, path) == Array(repeating: "404", count: 5))
            target.become(.failing(500))
            #expect(try gateway.answers(2, path) == ["500", "500"])
            target.become(.good)
            #expect(try gateway.answers(1, path) == ["A"])
            target.become(.failing(500))
            #expect(try gateway.answers(4, path) == ["500", "500", "500", "503"])
            let asked = target.requests.all.count
            let refused = try gateway.answer("GET", path, ["X-Request-ID: refused"])
            #expect(refused.status == 503 && refused["Retry-After"].flatMap { Int($0) } ?? 0 > 3_000)
            #expect(refused.body.contains("CIRCUIT_OPEN"))
            #expect(try gateway.record(of: "refused")["error_code"] == "CIRCUIT_OPEN")
            #expect(target.requests.all.count == asked)
            #expect(try gateway.metric("circuit_breaker_state{\(label)}") == 2)
            #expect(try gateway.metric("circuit_breaker_opened_total{\(label)}") == 1)
        }
    }

    @Test("closes once one that tries succeeds, and not before", arguments: ["/broken/x", "/fused/x"])
    func closes(path: String) async throws {
        try await Self.run { gateway, target throws in
            target.become(.failing(500))
            try gateway.wait(for: path, answers: 1) { $0 == ["503"] }
            try gateway.wait(for: path, answers: 1) { $0 == ["500"] }
            target.become(.good)
            try gateway.wait(for: path) { Set($0) == ["A"] }
            let label = path == "/broken/x" ? "route=\"broken\"" : "upstream=\"fused\""
            #expect(try gateway.metric("circuit_breaker_state{\(label)}") == 0)
        }
    }

    @Test("opens for an upstream that is dead, and for one that breaks off")
    func transport() async throws {
        try await Self.run { gateway, target throws in
            target.become(.breaking)
            #expect(try gateway.answers(4, "/closing/x") == ["502", "502", "502", "503"])
            target.die()
            #expect(try gateway.answers(4, "/shut/x") == ["502", "502", "502", "503"])
        }
    }

    @Test("gets back what a client held that left while it tried")
    func leaves() async throws {
        try await Self.run { gateway, target throws in
            target.become(.failing(500))
            try gateway.wait(for: "/broken/x", answers: 1) { $0 == ["503"] }
            target.become(.silent)
            // The one that may try hangs: nobody else may, until it leaves.
            var trying = try gateway.connect()
            let asked = target.requests.all.count
            for _ in 0..<200 where target.requests.all.count == asked {
                trying = try gateway.connect()
                try trying.send(GatewayProcess.request("GET", "/broken/try"))
                usleep(50_000)
            }
            try #require(target.requests.all.count > asked)
            let refused = try gateway.answer("GET", "/broken/x")
            #expect(refused.status == 503 && refused["Retry-After"] == "1")
            target.become(.good)
            trying.reset()
            try gateway.wait(for: "/broken/x") { Set($0) == ["A"] }
        }
    }

    /// An upstream that fails at `/fail`, says nothing at `/hold`, sends without end at `/big`, and is well otherwise.
    private static func runMany(_ script: @escaping @Sendable (GatewayProcess, Counter) throws -> Void) async throws {
        let held = Counter()
        let upstream = try Upstream { _, socket in
            while true {
                let line = try socket.readRequest().line
                if line.contains("/fail") {
                    try socket.respond("no", status: "500 Failing")
                } else if line.contains("/hold") {
                    held.add()
                    _ = socket.isAtEnd()
                    return
                } else if line.contains("/big") {
                    let body = LongBody(count: 1 << 30)
                    try socket.send("HTTP/1.1 200 OK\r\nContent-Length: \(body.count)\r\n\r\n")
                    try body.send(over: socket)
                } else {
                    try socket.respond("A")
                }
            }
        }
        try await GatewayProcess.run(.traffic, upstream: upstream.port) { gateway in try script(gateway, held) }
    }

    @Test("closes with the head of a response, however slowly its client reads the rest")
    func slowReader() async throws {
        try await Self.runMany { gateway, _ throws in
            #expect(try gateway.answers(3, "/broken/fail") == ["500", "500", "500"])
            var reader = try gateway.connect()
            var status = 503
            for _ in 0..<200 where status == 503 {
                reader = try gateway.connect()
                try reader.send(GatewayProcess.request("GET", "/broken/big"))
                status = Response(try reader.read(to: "\r\n\r\n")).status
                usleep(20_000)
            }
            #expect(status == 200)
            #expect(try gateway.answers(4, "/broken/x") == ["A", "A", "A", "A"])
            reader.reset()
        }
    }

    @Test("does not count it where a client is so slow that the route's time runs out; it does where the upstream is")
    func slowerReader() async throws {
        try await Self.runMany { gateway, _ throws in
            let reader = try gateway.connect()
            try reader.send(GatewayProcess.request("GET", "/impatient/big", ["X-Request-ID: slow-reader"]))
            #expect(Response(try reader.read(to: "\r\n\r\n")).status == 200)
            #expect(try gateway.record(of: "slow-reader")["error_timeout"] == "route")
            // One that sends its body too late.
            let writer = try gateway.connect()
            try writer.send("PUT /impatient/x HTTP/1.1\r\nHost: a\r\nContent-Length: 5\r\n\r\nhel")
            #expect(try writer.readResponse(to: "PUT").status == 408)
            #expect(try gateway.answers(2, "/impatient/x") == ["A", "A"])
            #expect(try gateway.answers(1, "/impatient/hold") == ["504"])
            #expect(try gateway.answers(1, "/impatient/x") == ["503"])
        }
    }

    @Test("does not count it where most of the route's time has passed in a queue")
    func queue() async throws {
        try await Self.runMany { gateway, held throws in
            let first = try gateway.connect()
            try first.send(GatewayProcess.request("GET", "/queueing/hold"))
            try held.wait(for: 1)
            let second = try gateway.connect()
            try second.send(GatewayProcess.request("GET", "/queueing/hold", ["X-Request-ID: second"]))
            usleep(2_600_000)
            first.reset()
            #expect(try second.readResponse().status == 504)
            #expect(try gateway.record(of: "second")["error_timeout"] == "route")
            #expect(held.value == 2)
            #expect(try gateway.answers(1, "/queueing/x") == ["A"])
        }
    }
}
