import Foundation
import Mocks
import Testing

@Suite("The cache of responses") struct CacheTests {
    /// An origin whose response has the fields that the query `f` names, with `|` between them; the body is the request's number.
    private func origin() throws -> Origin {
        try Origin { number, request in
            let fields = request.parameter("f")?.split(separator: "|").map(String.init) ?? []
            return Origin.response("\(number)", fields, status: request.parameter("s") ?? "200 OK")
        }
    }

    private static func target(_ path: String, _ fields: String..., status: String? = nil) -> String {
        var components = URLComponents()
        components.path = path
        components.queryItems = [URLQueryItem(name: "f", value: fields.joined(separator: "|"))]
        if let status { components.queryItems?.append(URLQueryItem(name: "s", value: status)) }
        return components.string ?? path
    }

    @Test("keeps a response for as long as the route says, where the upstream says nothing")
    func ttl() async throws {
        let origin = try origin()
        let environment = ["GATEWAY_LOOPS": "1", "ADMIN_KEY": "open-sesame"]
        try await GatewayProcess.run(.traffic, upstream: origin.port, environment: environment) { gateway throws in
            let first = try gateway.answer("GET", "/cached/a?x=1", ["X-Request-ID: one"])
            #expect(first.body == "0")
            #expect(first.cacheStatus == "fwd=uri-miss; stored")
            #expect(first["Age"] == nil)
            let second = try gateway.answer("GET", "/cached/a?x=1", ["X-Request-ID: two"])
            #expect(second.body == "0")
            #expect(second.status == 200)
            #expect(second.cacheStatus == "hit")
            #expect(second["Age"] == "0")
            #expect(second["Date"] == first["Date"])
            #expect(second["X-Request-ID"] == "two")
            #expect(second["Content-Length"] == "1")
            // Another query, another path and another host are other responses; the letters of an escape are not.
            #expect(try gateway.answer("GET", "/cached/a?x=2").body == "1")
            #expect(try gateway.answer("GET", "/cached/b?x=1").body == "2")
            let socket = try gateway.connect()
            try socket.send("GET /cached/a?x=1 HTTP/1.1\r\nHost: other.example\r\n\r\n")
            #expect(try socket.readResponse().body == "3")
            #expect(try gateway.answer("GET", "/cached/%C3%A9").body == "4")
            #expect(try gateway.answer("GET", "/cached/%c3%a9").body == "4")
            // HEAD is served from what a GET has brought, and brings nothing itself.
            let head = try gateway.answer("HEAD", "/cached/a?x=1")
            #expect(head["Content-Length"] == "1")
            #expect(head.cacheStatus == "hit")
            #expect(try gateway.answer("HEAD", "/cached/c").cacheStatus == "fwd=uri-miss")
            #expect(try gateway.answer("GET", "/cached/c").cacheStatus == "fwd=uri-miss; stored")
            #expect(origin.requests.map(\.method) == ["GET", "GET", "GET", "GET", "GET", "HEAD", "GET"])
            #expect(try gateway.record(of: "one")["cache"] == "miss")
            #expect(try gateway.record(of: "two")["cache"] == "hit")
            #expect(try gateway.record(of: "two").number("status_code") == 200)
            let metrics = try gateway.answer("GET", "/metrics").body
            #expect(metrics.contains("gateway_cache_requests_total{result=\"hit\"} 3\n"))
            #expect(metrics.contains("gateway_cache_requests_total{result=\"miss\"} 7\n"))
            #expect(metrics.contains("gateway_cache_entries 6\n"))
            let state = try gateway.answer("GET", "/-/limits", ["X-Admin-Key: open-sesame"]).body
            #expect(state.contains("\"cache\":{\"entries\":6,\"bytes\":"))
            #expect(state.contains("\"results\":{\"hit\":3,"))
            // A route without a cache says nothing of one.
            let plain = try gateway.answer("GET", "/plain/a", ["X-Request-ID: plain"])
            #expect(plain["Cache-Status"] == nil)
            #expect(try !gateway.record(of: "plain").keys.contains("cache"))
        }
    }

    @Test(
        "keeps nothing that the upstream forbids, that is private or that sets a cookie",
        arguments: [
            ["Cache-Control: no-store, max-age=60"], ["Cache-Control: private"], ["Cache-Control: PRIVATE, max-age=60"],
            ["Cache-Control: max-age=60", "Cache-Control: private"], ["Cache-Control: private=\"\""],
            ["Cache-Control: private=\"X-Secret"], ["Set-Cookie: a=b"],
            ["Set-Cookie: a=b", "Cache-Control: public, max-age=60"],
            ["Vary: *"], ["Vary: Accept, *"], ["Vary: X-Forwarded-For"], ["Vary: X-Request-ID"],
            ["Cache-Control: max-age=0"], ["Cache-Control: s-maxage=0, max-age=60"], ["Cache-Control: max-age=x"],
            ["Cache-Control: max-age=60", "Age: 60"], ["Expires: 0"], ["Expires: Sun, 06 Nov 1994 08:49:37 GMT"],
            ["Cache-Control: no-cache"], ["Pragma: no-cache"], ["Content-Range: bytes 0-0/1"],
        ])
    func notStored(_ fields: [String]) async throws {
        let origin = try origin()
        let path = Self.target("/cached/a", fields.joined(separator: "|"))
        try await GatewayProcess.run(.traffic, upstream: origin.port, environment: ["GATEWAY_LOOPS": "1"]) {
            gateway throws in
            let first = try gateway.answer("GET", path)
            #expect(first.cacheStatus == "fwd=uri-miss")
            #expect(first.body == "0")
            #expect(try gateway.answer("GET", path).body == "1")
            #expect(try gateway.answer("GET", "/metrics").body.contains("gateway_cache_entries 0\n"))
        }
    }

    @Test("keeps what the upstream allows, for as long as it says, and nothing of what it does not speak of")
    func upstreamsWord() async throws {
        let origin = try origin()
        try await GatewayProcess.run(.traffic, upstream: origin.port, environment: ["GATEWAY_LOOPS": "1"]) {
            gateway throws in
            /// Whether it is kept for so many seconds, of which some may have gone.
            func isKept(_ path: String, for seconds: Int) throws -> Bool {
                _ = try gateway.answer("GET", path)
                let response = try gateway.answer("GET", path)
                return response.cacheStatus == "hit" && (seconds - 5...seconds).contains(response.timeToLive ?? -1)
            }
            func isKept(_ path: String) throws -> Bool {
                _ = try gateway.answer("GET", path)
                return try gateway.answer("GET", path).cacheStatus == "hit"
            }
            #expect(try isKept(Self.target("/cached/a", "Cache-Control: max-age=30"), for: 30))
            #expect(try isKept(Self.target("/cached/a", "Cache-Control: max-age=30, s-maxage=90"), for: 90))
            #expect(try isKept(Self.target("/cached/a", "Cache-Control: max-age=90", "Age: 40"), for: 50))
            #expect(try isKept(Self.target("/cached/a", "Cache-Control: public"), for: 60))
            #expect(try isKept(Self.target("/cached/a", "Cache-Control: must-revalidate"), for: 60))
            let dates = ["Date: Sun, 06 Nov 1994 08:49:37 GMT", "Expires: Sun, 06 Nov 2094 08:49:37 GMT"]
            #expect(try isKept(Self.target("/cached/a", dates.joined(separator: "|"))))
            #expect(try isKept(Self.target("/cached/a", "Cache-Control: no-store, must-understand, max-age=9"), for: 9))
            // `cache_ttl` is for answers; errors are kept where the upstream says so.
            #expect(try !isKept(Self.target("/cached/a", status: "404 Not Found")))
            #expect(try !isKept(Self.target("/cached/a", status: "500 Internal Server Error")))
            #expect(try isKept(Self.target("/cached/b", "Cache-Control: max-age=30", status: "404 Not Found"), for: 30))
            #expect(try isKept(Self.target("/cached/b", "Location: /x", status: "301 Moved Permanently"), for: 60))
            #expect(try !isKept(Self.target("/cached/b", "Location: /x", status: "302 Found")))
            // Without `cache_ttl`, only the upstream's word counts.
            #expect(try !isKept("/cached-by-word/a"))
            #expect(try isKept(Self.target("/cached-by-word/a", "Cache-Control: max-age=30"), for: 30))
            // Fields that are for one client only are not kept, the others are.
            let fields = Self.target(
                "/cached/c", "Cache-Control: private=\"X-Secret, Set-Cookie\", no-cache=\"X-Old\"", "X-Secret: 1",
                "Set-Cookie: a=b", "X-Old: 1", "X-Open: 1")
            #expect(try gateway.answer("GET", fields)["X-Secret"] == "1")
            let kept = try gateway.answer("GET", fields)
            #expect(kept.cacheStatus == "hit")
            #expect(kept["X-Open"] == "1")
            for name in ["X-Secret", "Set-Cookie", "X-Old"] { #expect(kept[name] == nil) }
        }
    }

    @Test("does what the request says")
    func requests() async throws {
        let origin = try origin()
        try await GatewayProcess.run(.traffic, upstream: origin.port, environment: ["GATEWAY_LOOPS": "1"]) {
            gateway throws in
            func status(_ path: String, _ fields: String...) throws -> String? {
                try gateway.answer("GET", path, fields).cacheStatus
            }
            let nothing = try gateway.answer("GET", "/cached/a", ["Cache-Control: only-if-cached"])
            #expect(nothing.status == 504)
            #expect(nothing.body.contains("\"GATEWAY_TIMEOUT\""))
            #expect(try status("/cached/a", "Cache-Control: no-store") == "fwd=uri-miss")
            #expect(try status("/cached/a") == "fwd=uri-miss; stored")
            #expect(try status("/cached/a", "Cache-Control: only-if-cached") == "hit")
            #expect(try status("/cached/a", "Cache-Control: no-store") == "hit")
            #expect(try status("/cached/a", "Cache-Control: no-cache") == "fwd=request; stored")
            #expect(try status("/cached/a", "Pragma: no-cache") == "fwd=request; stored")
            #expect(try status("/cached/a", "Pragma: no-cache", "Cache-Control: max-age=100") == "hit")
            let old = Self.target("/cached/a", "Cache-Control: max-age=100", "Age: 50")
            #expect(try status(old) == "fwd=uri-miss; stored")
            #expect(try status(old, "Cache-Control: max-age=60") == "hit")
            #expect(try status(old, "Cache-Control: max-age=40") == "fwd=request; stored")
            #expect(try status(old, "Cache-Control: min-fresh=40") == "hit")
            #expect(try status(old, "Cache-Control: min-fresh=55") == "fwd=request; stored")
            // A body, parts of the response and conditions on writing are not the cache's.
            #expect(try status("/cached/a", "Range: bytes=0-0") == "fwd=bypass")
            #expect(try status("/cached/a", "If-Match: \"a\"") == "fwd=bypass")
            #expect(try gateway.answer("GET", "/cached/a", body: "x").cacheStatus == "fwd=bypass")
            #expect(try gateway.answer("POST", "/cached/a", body: "x").cacheStatus == "fwd=bypass")
            let range = ["Range: bytes=0-0", "Cache-Control: only-if-cached"]
            #expect(try gateway.answer("GET", "/cached/a", range).status == 504)
            #expect(origin.requests.contains { $0["Range"] == "bytes=0-0" })
            // What is stale is what a client may take.
            let stale = Self.target("/cached/s", "Cache-Control: max-age=0", "ETag: \"a\"")
            #expect(try status(stale) == "fwd=uri-miss; stored")
            #expect(try status(stale, "Cache-Control: max-stale") == "hit")
            #expect(try status(stale, "Cache-Control: max-stale=10") == "hit")
            #expect(try status(stale) == "fwd=stale; stored")
            let strict = Self.target("/cached/s", "Cache-Control: max-age=0, must-revalidate", "ETag: \"a\"")
            #expect(try status(strict) == "fwd=uri-miss; stored")
            #expect(try status(strict, "Cache-Control: max-stale") == "fwd=stale; stored")
        }
    }

    @Test("tells requests apart by what the upstream's Vary names, and by what the spec does")
    func vary() async throws {
        let origin = try Origin { number, request in
            Origin.response("\(number)", request.target.contains("vary") ? ["Vary: Accept-Encoding, X-A"] : [])
        }
        try await GatewayProcess.run(.traffic, upstream: origin.port, environment: ["GATEWAY_LOOPS": "1"]) {
            gateway throws in
            func answer(_ path: String, _ fields: String...) throws -> (String, String?) {
                let response = try gateway.answer("GET", path, fields)
                return (response.body, response.cacheStatus)
            }
            let path = "/cached/vary"
            #expect(try answer(path, "Accept-Encoding: gzip") == ("0", "fwd=uri-miss; stored"))
            #expect(try answer(path, "accept-encoding: gzip") == ("0", "hit"))
            #expect(try answer(path) == ("1", "fwd=vary-miss; stored"))
            #expect(try answer(path, "Accept-Encoding: br") == ("2", "fwd=vary-miss; stored"))
            #expect(try answer(path, "Accept-Encoding: gzip", "X-A: 1") == ("3", "fwd=vary-miss; stored"))
            #expect(try answer(path, "Accept-Encoding: gzip", "X-A: 1", "X-A: 2") == ("4", "fwd=vary-miss; stored"))
            #expect(try answer(path, "Accept-Encoding: gzip", "X-A: 1, 2") == ("4", "hit"))
            #expect(try answer(path, "Accept-Encoding: gzip") == ("0", "hit"))
            #expect(try answer(path) == ("1", "hit"))
            let languages = "/cached-by-language/a"
            #expect(try answer(languages, "Accept-Language: de").0 == "5")
            #expect(try answer(languages, "Accept-Language: en").0 == "6")
            #expect(try answer(languages, "X-Tenant: de").0 == "7")
            #expect(try answer(languages).0 == "8")
            #expect(try answer(languages, "Accept-Language: de").0 == "5")
            #expect(try answer(languages, "X-Tenant: de").0 == "7")
        }
    }

    @Test("answers conditions of clients, and asks the upstream by what is stored")
    func conditions() async throws {
        let origin = try Origin { number, request in
            let fields = [
                "ETag: W/\"v1\"", "Last-Modified: Sun, 06 Nov 1994 08:49:37 GMT", "Cache-Control: max-age=60",
                "X-N: \(number)",
            ]
            if request["If-None-Match"] == "W/\"v1\"" {
                return Origin.notModified + fields.map { $0 + "\r\n" }.joined() + "\r\n"
            }
            return Origin.response("body", fields)
        }
        try await GatewayProcess.run(.traffic, upstream: origin.port, environment: ["GATEWAY_LOOPS": "1"]) {
            gateway throws in
            func answer(_ fields: String...) throws -> Response { try gateway.answer("GET", "/cached/a", fields) }
            #expect(try answer().body == "body")
            for condition in [
                "If-None-Match: \"v1\"", "If-None-Match: \"x,y\", W/\"v1\"", "If-None-Match: *",
                "If-Modified-Since: Sun, 06 Nov 1994 08:49:37 GMT", "If-Modified-Since: Sunday, 06-Nov-94 08:49:37 GMT",
                "If-Modified-Since: Sun Nov  6 08:49:38 1994",
            ] {
                let response = try answer(condition)
                #expect(response.status == 304, "\(condition)")
                #expect(response["ETag"] == "W/\"v1\"")
                #expect(response["Cache-Control"] == "max-age=60")
                #expect(response["Date"] != nil && response["Age"] == "0")
                #expect(response["Content-Length"] == nil && response["X-N"] == nil)
                #expect(response.cacheStatus == "hit")
            }
            for condition in [
                "If-None-Match: \"v2\"", "If-None-Match: v1", "If-Modified-Since: Sun, 06 Nov 1994 08:49:36 GMT",
                "If-Modified-Since: yesterday",
            ] {
                #expect(try answer(condition).status == 200, "\(condition)")
            }
            // A tag has the last word (RFC 9110, 13.2.2).
            let both = try answer("If-None-Match: \"v2\"", "If-Modified-Since: Sun, 06 Nov 1994 08:49:37 GMT")
            #expect(both.status == 200)
            #expect(origin.count == 1)
            // The upstream confirms what is stored; its 304 says what is new of it.
            let confirmed = try answer("Cache-Control: no-cache", "If-None-Match: \"v0\"")
            #expect(confirmed.status == 200)
            #expect(confirmed.body == "body")
            #expect(confirmed["X-N"] == "1")
            #expect(confirmed.cacheStatus == "fwd=stale; fwd-status=304")
            #expect(origin.requests[1]["If-None-Match"] == "W/\"v1\"")
            #expect(origin.requests[1]["If-Modified-Since"] == "Sun, 06 Nov 1994 08:49:37 GMT")
            #expect(origin.requests[1].fields.filter { $0.hasPrefix("If-None-Match") }.count == 1)
            #expect(try answer("Cache-Control: no-cache", "If-None-Match: \"v1\"").status == 304)
            #expect(try answer()["X-N"] == "2")
            // Where nothing is stored, the client's condition is the upstream's to judge.
            let other = try gateway.answer("GET", "/cached/b", ["If-None-Match: W/\"v1\""])
            #expect(other.status == 304)
            #expect(other.cacheStatus == "fwd=uri-miss")
        }
    }

    @Test("takes no 304 that is not to what it has stored")
    func otherConfirmation() async throws {
        let origin = try Origin { number, request in
            if request["If-None-Match"] != nil { return Origin.notModified + "ETag: \"v2\"\r\n\r\n" }
            return Origin.response("\(number)", ["ETag: \"v1\"", "Cache-Control: no-cache"])
        }
        try await GatewayProcess.run(.traffic, upstream: origin.port, environment: ["GATEWAY_LOOPS": "1"]) {
            gateway throws in
            #expect(try gateway.answer("GET", "/cached/a").body == "0")
            let response = try gateway.answer("GET", "/cached/a")
            #expect(response.status == 200)
            #expect(response.body == "2")
        }
    }

    @Test("gives a stored body of any length to any client, and keeps none that broke off")
    func bodies() async throws {
        let long = String(repeating: "0123456789abcdef", count: 40_000)
        let origin = try Origin { number, request in
            switch request.target {
            case "/cached/chunked":
                return "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n3\r\nabc\r\n4\r\ndefg\r\n0\r\n\r\n"
            case "/cached/none": return "HTTP/1.1 204 No Content\r\n\r\n"
            case "/cached/empty": return Origin.response("")
            case "/cached/huge": return Origin.response(String(repeating: long, count: 4))
            default: return Origin.response(long)
            }
        }
        try await GatewayProcess.run(.traffic, upstream: origin.port, environment: ["GATEWAY_LOOPS": "1"]) {
            gateway throws in
            #expect(try gateway.answer("GET", "/cached/chunked").body == "abcdefg")
            let chunked = try gateway.answer("GET", "/cached/chunked")
            #expect(chunked.body == "abcdefg")
            #expect(chunked["Content-Length"] == "7")
            #expect(chunked["Transfer-Encoding"] == nil)
            for (path, status) in [("/cached/none", 204), ("/cached/empty", 200)] {
                _ = try gateway.answer("GET", path)
                let kept = try gateway.answer("GET", path)
                #expect(kept.status == status)
                #expect(kept.cacheStatus == "hit")
                #expect(kept["Content-Length"] == (status == 204 ? nil : "0"))
            }
            #expect(try gateway.answer("GET", "/cached/long").body == long)
            // One that does not read, with requests behind that wait for their turn.
            let request = GatewayProcess.request("GET", "/cached/long")
            do {
                let slow = try Socket.connect(to: gateway.port, receiveBuffer: 4096)
                try slow.send(request + request + GatewayProcess.request("GET", "/cached/chunked"))
                usleep(100_000)
                #expect(try gateway.answer("GET", "/cached/long").cacheStatus == "hit")
                #expect(try slow.readResponse().body == long)
                #expect(try slow.readResponse().body == long)
                #expect(try slow.readResponse().body == "abcdefg")
            }
            // More than an eighth of the cache is passed on only.
            #expect(try gateway.answer("GET", "/cached/huge").cacheStatus == "fwd=uri-miss")
            #expect(try gateway.answer("GET", "/cached/huge").body.utf8.count == long.utf8.count * 4)
            #expect(origin.requests.filter { $0.target == "/cached/huge" }.count == 2)
            #expect(origin.requests.filter { $0.target == "/cached/long" }.count == 1)
            // A client that goes in the middle takes nothing with it.
            for _ in 0..<4 {
                let gone = try Socket.connect(to: gateway.port, receiveBuffer: 4096)
                try gone.send(request)
                gone.reset()
            }
            try gateway.expectNothingOpen()
            #expect(try gateway.answer("GET", "/cached/long").body == long)
        }
    }

    @Test("makes no sums of lengths that nobody can send", arguments: ["9223372036854775807", "9223372036854775000"])
    func absurd(_ length: String) async throws {
        let origin = try Upstream { number, socket in
            _ = try socket.readRequest()
            try socket.send("HTTP/1.1 200 OK\r\nContent-Length: \(number > 0 ? "1" : length)\r\n\r\na")
        }
        try await GatewayProcess.run(.traffic, upstream: origin.port, environment: ["GATEWAY_LOOPS": "1"]) {
            gateway throws in
            let broken = try gateway.connect()
            try broken.send(GatewayProcess.request("GET", "/cached/a"))
            #expect(broken.readToEnd().hasSuffix("a"))
            #expect(try gateway.answer("GET", "/cached/a").body == "a")
        }
    }

    @Test("keeps no response that broke off")
    func truncated() async throws {
        let origin = try Upstream { number, socket in
            _ = try socket.readRequest()
            try socket.send("HTTP/1.1 200 OK\r\nContent-Length: 10\r\n\r\n01234" + (number > 0 ? "56789" : ""))
        }
        try await GatewayProcess.run(.traffic, upstream: origin.port, environment: ["GATEWAY_LOOPS": "1"]) {
            gateway throws in
            let broken = try gateway.connect()
            try broken.send(GatewayProcess.request("GET", "/cached/a"))
            #expect(broken.readToEnd().hasSuffix("01234"))
            let whole = try gateway.answer("GET", "/cached/a")
            #expect(whole.body == "0123456789")
            #expect(whole.cacheStatus == "fwd=uri-miss; stored")
            #expect(try gateway.answer("GET", "/cached/a").cacheStatus == "hit")
        }
    }
}
