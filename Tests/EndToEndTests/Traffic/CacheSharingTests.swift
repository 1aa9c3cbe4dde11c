import Foundation
import Mocks
import Testing

@Suite("The cache of responses, among callers and with failing upstreams") struct CacheSharingTests {
    private func token(_ claims: [String: ClaimValue]) async throws -> String {
        "Authorization: Bearer \(try await TestToken.make(claims))"
    }

    @Test("never gives one caller what is another's")
    func identity() async throws {
        let origin = try Origin { number, request in
            Origin.response("\(number) \(request["X-User-ID"] ?? "-") \(request["X-Org-ID"] ?? "-")")
        }
        let (anna, otherAnna) = (
            try await token(["sub": "anna", "org_id": "one"]),
            try await token(["sub": "anna", "org_id": "one", "jti": "another"])
        )
        let bert = try await token(["sub": "bert", "org_id": "one"])
        let elsewhere = try await token(["sub": "anna", "org_id": "two"])
        try await GatewayProcess.run(.traffic, upstream: origin.port, environment: ["GATEWAY_LOOPS": "1"]) {
            gateway throws in
            func answer(_ fields: String...) throws -> String {
                try gateway.answer("GET", "/cached-mine/a", fields).body
            }
            #expect(try answer(anna) == "0 anna one")
            #expect(try answer(bert) == "1 bert one")
            #expect(try answer(elsewhere) == "2 anna two")
            #expect(try answer(otherAnna) == "0 anna one")
            #expect(try answer(bert) == "1 bert one")
            // Made up by the client, it is nobody's.
            #expect(try answer(bert, "X-User-ID: anna", "X-Org-ID: one") == "1 bert one")
            #expect(try gateway.answer("GET", "/cached-mine/a").status == 401)
            #expect(try gateway.answer("GET", "/cached-mine/a", ["Authorization: Bearer x"]).status == 401)
            #expect(origin.count == 3)
        }
    }

    @Test("on a shared route, gives callers what the upstream says is for all")
    func shared() async throws {
        let origin = try Origin { number, request in
            Origin.response("\(number)", request.parameter("f").map { [$0] } ?? [])
        }
        let callers = [try await token(["sub": "anna"]), try await token(["sub": "bert"])]
        try await GatewayProcess.run(.traffic, upstream: origin.port, environment: ["GATEWAY_LOOPS": "1"]) {
            gateway throws in
            func bodies(_ path: String) throws -> [String] {
                try callers.map { try gateway.answer("GET", path, [$0]).body }
            }
            // RFC 9111, 3.5.
            #expect(try bodies("/cached-ours/a") == ["0", "1"])
            #expect(try bodies("/cached-ours/a?f=Cache-Control:%20max-age=60") == ["2", "3"])
            #expect(try bodies("/cached-ours/a?f=Cache-Control:%20public") == ["4", "4"])
            #expect(try bodies("/cached-ours/a?f=Cache-Control:%20s-maxage=60") == ["5", "5"])
            #expect(try gateway.answer("GET", "/cached-ours/a?f=Cache-Control:%20public").status == 401)
        }
    }

    @Test("on a public route, keeps credentials that it does not know apart")
    func credentials() async throws {
        let origin = try Origin { number, request in
            Origin.response("\(number)", request.parameter("f").map { [$0] } ?? [])
        }
        try await GatewayProcess.run(.traffic, upstream: origin.port, environment: ["GATEWAY_LOOPS": "1"]) {
            gateway throws in
            func answer(_ path: String, _ fields: String...) throws -> String {
                try gateway.answer("GET", path, fields).body
            }
            #expect(try answer("/cached/a", "Authorization: Basic YTph") == "0")
            #expect(try answer("/cached/a") == "1")
            #expect(try answer("/cached/a") == "1")
            #expect(try answer("/cached/a", "Authorization: Basic YTph") == "2")
            let open = "/cached/a?f=Cache-Control:%20public"
            #expect(try answer(open, "Authorization: Basic YTph") == "3")
            #expect(try answer(open, "Authorization: Basic YjpI") == "3")
            #expect(try answer(open) == "3")
        }
    }

    @Test("is emptied of what an unsafe request may have changed, on all loops", arguments: ["1", "3"])
    func invalidation(_ loops: String) async throws {
        let origin = try Origin { number, request in
            switch request.method {
            case "GET": Origin.response("\(number)")
            case "DELETE": Origin.response("", status: "409 Conflict")
            case "POST": Origin.response("", ["Location: /cached/a"], status: "201 Created")
            default: Origin.response("", ["Content-Location: http://gateway.example/cached/b?x"])
            }
        }
        try await GatewayProcess.run(.traffic, upstream: origin.port, environment: ["GATEWAY_LOOPS": loops]) {
            gateway throws in
            // So many connections that each loop has some, with what each was last told.
            let sockets = try (0..<24).map { _ in try gateway.connect() }
            func bodies(_ path: String) throws -> [Int] {
                try sockets.map { socket in
                    try socket.send(GatewayProcess.request("GET", path))
                    return Int(try socket.readResponse().body) ?? -1
                }
            }
            func isNew(_ path: String, after: () throws -> Void) throws -> Bool {
                _ = try bodies(path)
                let before = try bodies(path)
                try after()
                let behind = try bodies(path)
                return zip(before, behind).allSatisfy { $0 < $1 }
            }
            #expect(try !isNew("/cached/a") {})
            #expect(try isNew("/cached/a") { _ = try gateway.answer("PUT", "/cached/a", body: "x") })
            #expect(try isNew("/cached/a?page=2") { _ = try gateway.answer("PUT", "/cached/a", body: "x") })
            #expect(try isNew("/cached/a") { _ = try gateway.answer("POST", "/cached/", body: "x") })
            #expect(try isNew("/cached/b") { _ = try gateway.answer("PUT", "/cached/c", body: "x") })
            #expect(try isNew("/cached-not/a") { _ = try gateway.answer("PUT", "/cached-not/a", body: "x") })
            #expect(try !isNew("/cached/a") { _ = try gateway.answer("DELETE", "/cached/a") })
            #expect(try !isNew("/cached/a") { _ = try gateway.answer("PUT", "/cached/z", body: "x") })
        }
    }

    @Test("answers with what is stale and has it refreshed once")
    func refreshing() async throws {
        let (go, arrived) = (Counter(), Counter())
        let origin = try Origin { number, _ in
            arrived.add()
            if number == 1 { try? go.wait(for: 1) }
            return Origin.response("\(number)")
        }
        try await GatewayProcess.run(.traffic, upstream: origin.port, environment: ["GATEWAY_LOOPS": "1"]) {
            gateway throws in
            #expect(try gateway.answer("GET", "/cached-briefly/a").body == "0")
            usleep(150_000)
            for _ in 0..<5 {
                let stale = try gateway.answer("GET", "/cached-briefly/a", ["X-Request-ID: stale"])
                #expect(stale.body == "0")
                #expect(stale.cacheStatus == "hit")
                #expect((stale.timeToLive ?? 0) < 0)
                #expect(try gateway.record(of: "stale")["cache"] == "stale")
            }
            try arrived.wait(for: 2)
            #expect(origin.count == 2)
            go.add()
            var body = "0"
            for _ in 0..<500 where body == "0" {
                usleep(10_000)
                body = try gateway.answer("GET", "/cached-briefly/a").body
            }
            #expect(body != "0")
            #expect(origin.requests[1]["X-Request-ID"] == "stale")
        }
    }

    @Test("stands in for an upstream that fails, and for no longer than it may")
    func failures() async throws {
        let mode = Counter()
        let origin = try Origin { number, request in
            switch mode.value {
            case 0: Origin.response("good", request.parameter("f").map { [$0] } ?? [])
            case 1: Origin.response("bad", status: "503 Service Unavailable")
            case 2: nil
            default: Origin.response("gone", status: "404 Not Found")
            }
        }
        try await GatewayProcess.run(.traffic, upstream: origin.port, environment: ["GATEWAY_LOOPS": "1"]) {
            gateway throws in
            let path = "/cached-for-failures/a"
            let strict = "/cached-for-failures/a?f=Cache-Control:%20max-age=0,%20must-revalidate"
            let own = "/cached-for-failures/a?f=Cache-Control:%20max-age=0,%20stale-if-error=0"
            for path in [path, strict, own] { #expect(try gateway.answer("GET", path).body == "good") }
            usleep(150_000)
            for failing in [1, 2] {
                mode.add(failing - mode.value)
                let kept = try gateway.answer("GET", path, ["X-Request-ID: kept"])
                #expect(kept.body == "good")
                #expect(kept.status == 200)
                #expect(kept.cacheStatus == "fwd=stale; detail=stale-if-error")
                #expect(try gateway.answer("HEAD", path).status >= 500)
                #expect(try gateway.answer("GET", strict).status >= 500)
                #expect(try gateway.answer("GET", own).status >= 500)
                #expect(try gateway.answer("GET", path, ["Cache-Control: no-cache"]).status >= 500)
            }
            // What the upstream says otherwise is its word.
            mode.add()
            #expect(try gateway.answer("GET", path).body == "gone")
            mode.add(1 - mode.value)
            #expect(try gateway.answer("GET", path).status == 503)
        }
    }

    @Test("stands in for an upstream that is slow or away")
    func slowUpstream() async throws {
        let isAway = Counter()
        let origin = try Upstream { _, socket in
            while true {
                _ = try socket.readRequest()
                if isAway.value > 0 { _ = socket.readToEnd() }
                try socket.respond("good")
            }
        }
        try await GatewayProcess.run(.traffic, upstream: origin.port, environment: ["GATEWAY_LOOPS": "1"]) {
            gateway throws in
            #expect(try gateway.answer("GET", "/cached-for-failures/a").body == "good")
            isAway.add()
            usleep(150_000)
            #expect(try gateway.answer("GET", "/cached-for-failures/a").body == "good")
            #expect(try gateway.answer("GET", "/cached-for-failures/b").status == 504)
        }
    }
}
