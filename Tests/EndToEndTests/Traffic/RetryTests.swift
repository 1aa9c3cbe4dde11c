import Foundation
import Testing

@Suite("Requests are sent again") struct RetryTests {
    private static func names(_ target: FickleTarget) -> [String] { target.requests.all.map(\.body) }

    @Test("to another target, after a status that the spec names, and after a broken connection")
    func otherTarget() async throws {
        try await TargetTests.run { gateway, targets throws in
            for mood in [FickleTarget.Mood.failing(503), .breaking] {
                targets[0].become(mood)
                // The budget lets ten through at first, and these are six.
                #expect(try gateway.answers(6, "/again/x") == Array(repeating: "B", count: 6))
            }
            targets[0].become(.failing(500))
            #expect(Set(try gateway.answers(6, "/again/x")) == ["500", "B"])
            targets[0].die()
            try gateway.wait(for: "/again/x", answers: 4) { $0.contains("B") }
            let retries = try gateway.metric("retries_total{route=\"again\"}") ?? 0
            #expect(retries >= 6)
        }
    }

    @Test("with their body, in either framing; nothing of one that is too long")
    func bodies() async throws {
        try await TargetTests.run { gateway, targets throws in
            targets[0].become(.breaking)
            let body = String(repeating: "0123456789abcdef", count: 3_000)
            for _ in 0..<2 {
                let answer = try gateway.answer("PUT", "/again/x", body: body)
                #expect(answer.status == 200 && answer.body == "B")
            }
            let chunked = try gateway.connect()
            for _ in 0..<2 {
                try chunked.send("PUT /again/x HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n5\r\nhello\r\n")
                usleep(50_000)
                try chunked.send("6\r\n world\r\n0\r\n\r\n")
                #expect(try chunked.readResponse().body == "B")
            }
            let arrived = Self.names(targets[1])
            #expect(arrived == [body, body, "hello world", "hello world"])
            let long = String(repeating: "x", count: 65 * 1024)
            let statuses = try (0..<4).map { _ in try gateway.answer("PUT", "/again/x", body: long).status }
            #expect(statuses.sorted() == [200, 200, 502, 502])
        }
    }

    @Test("only if they may arrive twice: a POST with a key, and one that has reached nobody")
    func idempotency() async throws {
        try await TargetTests.run { gateway, targets throws in
            targets[0].become(.breaking)
            let plain = try (0..<4).map { _ in try gateway.answer("POST", "/again/x", body: "b").status }
            #expect(plain.sorted() == [200, 200, 502, 502])
            let keyed = try (0..<4).map { number in
                try gateway.answer("POST", "/again/x", ["Idempotency-Key: k\(number)"], body: "b").status
            }
            #expect(keyed == [200, 200, 200, 200])
            targets[0].die()
            let unsent = try (0..<4).map { _ in try gateway.answer("POST", "/again/x", body: "b").status }
            #expect(unsent == [200, 200, 200, 200])
        }
    }

    @Test("no more often than the budget has it: a dead upstream is not stormed")
    func budget() async throws {
        try await TargetTests.run { gateway, targets throws in
            for target in targets { target.become(.failing(503)) }
            let count = 200
            #expect(Set(try gateway.answers(count, "/again/x")) == ["503"])
            let arrived = targets.reduce(0) { $0 + $1.requests.all.count }
            #expect(arrived > count && arrived <= count + 10 + count / 5)
        }
    }

    @Test("when an attempt takes too long, and within the time of the route")
    func timeouts() async throws {
        try await TargetTests.run { gateway, targets throws in
            targets[0].become(.silent)
            #expect(try gateway.answers(4, "/again/x") == ["B", "B", "B", "B"])
            targets[1].become(.silent)
            let answer = try gateway.answer("GET", "/again/x", ["X-Request-ID: slow"])
            #expect(answer.status == 504)
            #expect(try gateway.record(of: "slow")["error_timeout"] == "per_try")
            #expect(try gateway.record(of: "slow").number("attempts") == 2)
            let hurried = try gateway.answer("GET", "/hurried/x", ["X-Request-ID: hurried"])
            #expect(hurried.status == 504)
            #expect(try gateway.record(of: "hurried")["error_timeout"] == "route")
            // A client that takes longer over its body than a try may last does not take the bound away.
            let slow = try gateway.connect()
            try slow.send(
                "PUT /again/x HTTP/1.1\r\nHost: gateway.example\r\nX-Request-ID: late\r\nContent-Length: 2\r\n\r\na")
            usleep(1_000_000)
            try slow.send("b")
            #expect(try slow.readResponse().status == 504)
            #expect(try gateway.record(of: "late")["error_timeout"] == "per_try")
        }
    }

    @Test("never once the response has begun")
    func begun() async throws {
        let requests = Counter()
        let upstream = try Upstream { _, socket in
            if try socket.readRequest().line.contains("/again") { requests.add() }
            try socket.send("HTTP/1.1 200 OK\r\nContent-Length: 10\r\n\r\nhalf")
        }
        try await GatewayProcess.run(
            .traffic, upstream: upstream.port,
            environment: [
                "TARGET_A": "http://127.0.0.1:\(upstream.port)", "TARGET_B": "http://127.0.0.1:\(upstream.port)/b",
            ]
        ) { gateway throws in
            let socket = try gateway.connect()
            try socket.send(GatewayProcess.request("GET", "/again/x"))
            let (text, isReset) = try socket.readToReset()
            #expect(isReset || text.hasSuffix("half"))
            #expect(requests.value == 1)
        }
    }
}
