import Foundation
import Testing

@Suite("Bodies of JSON are changed") struct BodyTransformTests {
    private static let json = "Content-Type: application/json; charset=utf-8"
    private static let changed = #"{"data":{"userId":"u1","n":{"user_id":1}}}"#
    private static let body = #"{"user_id":"u1","n":{"user_id":1}}"#

    @Test("requests on their way upstream, in either framing, and those that are no JSON as they are")
    func requests() async throws {
        let origin = try Origin { _, _ in Origin.response("ok") }
        try await GatewayProcess.run(.traffic, upstream: origin.port) { gateway in
            let fields = [Self.json, "Digest: x", "Accept-Encoding: gzip"]
            #expect(try gateway.answer("POST", "/transformed/wrap", fields, body: Self.body).status == 200)
            let wrapped = try #require(origin.requests.last)
            #expect(wrapped.body == #"{"data":\#(Self.body)}"# && wrapped["Digest"] == nil)
            #expect(wrapped["Content-Length"] == "\(Self.body.utf8.count + 9)" && wrapped["Transfer-Encoding"] == nil)
            #expect(wrapped["Accept-Encoding"] == "gzip")

            _ = try gateway.answer("POST", "/transformed/rename", fields, body: Self.body)
            #expect(origin.requests.last?.body == Self.changed && origin.requests.last?["Content-Length"] == nil)
            // Cut anywhere, in chunks.
            let slow = try gateway.connect()
            try slow.send(
                "POST /transformed/rename HTTP/1.1\r\nHost: a\r\nContent-Type: application/x+JSON\r\nTransfer-Encoding: chunked\r\n\r\n"
            )
            for byte in Self.body { try slow.send("1\r\n\(byte)\r\n") }
            try slow.send("0\r\n\r\n")
            #expect(try slow.readResponse().status == 200)
            #expect(origin.requests.last?.body == Self.changed)

            for untouched in [["Content-Type: text/plain"], []] {
                _ = try gateway.answer("POST", "/transformed/wrap", untouched, body: "1,2")
                #expect(origin.requests.last?.body == "1,2" && origin.requests.last?["Content-Length"] == "3")
            }
            _ = try gateway.answer("GET", "/transformed/wrap", [Self.json])
            #expect(origin.requests.last?.body == "" && origin.requests.last?["Content-Length"] == nil)
            try slow.send(
                "POST /transformed/wrap HTTP/1.1\r\nHost: a\r\n\(Self.json)\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n"
            )
            #expect(try slow.readResponse().status == 200)
            #expect(origin.requests.last?.body == "")
            // The limit is for what the client sends.
            let most = "\"" + String(repeating: "x", count: 198) + "\""
            #expect(try gateway.answer("POST", "/transformed/wrap", [Self.json], body: most).status == 200)
            #expect(try gateway.answer("POST", "/transformed/wrap", [Self.json], body: most + " ").status == 413)
        }
    }

    @Test("a request that is no JSON, or would break out of its wrap, reaches no upstream whole")
    func refusals() async throws {
        let origin = try Origin { _, _ in Origin.response("ok") }
        try await GatewayProcess.run(.traffic, upstream: origin.port) { gateway in
            for body in [#"1,"admin":true"#, #"{"a":1},"admin":{}"#, "{}}", "{", "x"] {
                let answer = try gateway.answer("POST", "/transformed/wrap", [Self.json], body: body)
                #expect(answer.status == 400 && answer.body.contains("BAD_REQUEST"), "\(body)")
            }
            #expect(origin.count == 0)
            try gateway.expectNothingOpen()
        }
    }

    @Test("no field that a client adds takes a request past its transform") func bypasses() async throws {
        let origin = try Origin { _, _ in Origin.response("ok") }
        try await GatewayProcess.run(.traffic, upstream: origin.port) { gateway in
            for fields in [
                [Self.json, "Connection: Content-Encoding", "Content-Encoding: x"], [Self.json, "Content-Encoding:"],
                [Self.json, "Content-Range: x"], ["Content_Type: application/json"],
            ] {
                #expect(try gateway.answer("POST", "/transformed/wrap", fields, body: Self.body).status == 200)
                #expect(origin.requests.last?.body == #"{"data":\#(Self.body)}"#, "\(fields)")
            }
            let count = origin.count
            for (fields, status, code) in [
                ([Self.json, "Content-Type: text/plain"], 400, "BAD_REQUEST"),
                (["Content-Type: text/plain", "Content_Type: application/json"], 400, "BAD_REQUEST"),
                ([Self.json, "Content-Encoding: gzip"], 415, "UNSUPPORTED_MEDIA_TYPE"),
            ] {
                let answer = try gateway.answer("POST", "/transformed/wrap", fields, body: Self.body)
                #expect(answer.status == status && answer.body.contains(code), "\(fields)")
            }
            #expect(origin.count == count)
            try gateway.expectNothingOpen()
        }
    }

    @Test("what is sent again, and the copy for a mirror, are changed like the first") func repeated() async throws {
        let origin = try Origin { count, request in
            Origin.response("ok", status: count == 0 && request.method == "PUT" ? "503 Busy" : "200 OK")
        }
        try await GatewayProcess.run(.traffic, upstream: origin.port) { gateway throws in
            #expect(try gateway.answer("PUT", "/transformed/rename", [Self.json], body: Self.body).status == 200)
            #expect(origin.requests.map(\.body) == [Self.changed, Self.changed])
            #expect(try gateway.answer("POST", "/transformed/mirrored", [Self.json], body: Self.body).status == 200)
            for _ in 0..<1000 where origin.count < 4 { usleep(10_000) }
            #expect(origin.requests.map(\.body) == Array(repeating: Self.changed, count: 4))
        }
    }

    @Test("responses on their way to the client, and what their fields say") func responses() async throws {
        let fields = [Self.json, "ETag: \"a\"", "Accept-Ranges: bytes", "Content-MD5: x"]
        let origin = try Origin { _, request in
            switch request.parameter("as") {
            case "text": Origin.response("1,2", ["Content-Type: text/plain", "ETag: \"a\""])
            case "encoded": Origin.response("1,2", [Self.json, "Content-Encoding: br"])
            case "empty": Origin.response("", [Self.json])
            case "204": "HTTP/1.1 204 No Content\r\n\(Self.json)\r\n\r\n"
            case "304": Origin.notModified + "ETag: \"a\"\r\n\r\n"
            case "error": Origin.response(Self.body, fields, status: "409 Conflict")
            case "HEAD": "HTTP/1.1 200 OK\r\n\(fields.joined(separator: "\r\n"))\r\nContent-Length: 7\r\n\r\n"
            default: Origin.response(Self.body, fields)
            }
        }
        try await GatewayProcess.run(.traffic, upstream: origin.port) { gateway in
            let wrapped = try gateway.answer(
                "GET", "/transformed/response-wrap", ["Accept-Encoding: br", "Range: bytes=0-1", "If-Range: x"])
            #expect(wrapped.body == #"{"data":\#(Self.body)}"#)
            #expect(wrapped["Content-Length"] == "\(Self.body.utf8.count + 9)")
            #expect(wrapped["ETag"] == "W/\"a\"" && wrapped["Accept-Ranges"] == nil && wrapped["Content-MD5"] == nil)
            let asked = try #require(origin.requests.last)
            #expect(asked["Accept-Encoding"] == nil && asked["Range"] == nil && asked["If-Range"] == nil)

            let renamed = try gateway.answer("GET", "/transformed/response-rename?as=error")
            #expect(renamed.status == 409 && renamed.body == #"{"userId":"u1","n":{"user_id":1}}"#)
            #expect(renamed["Content-Length"] == nil && renamed["ETag"] == "W/\"a\"")
            // HTTP/1.0 has no chunks.
            let old = try gateway.connect()
            try old.send("GET /transformed/response-rename HTTP/1.0\r\nConnection: keep-alive\r\n\r\n")
            #expect(old.readToEnd().hasSuffix("\r\n\r\n" + #"{"userId":"u1","n":{"user_id":1}}"#))

            for (word, body) in [("text", "1,2"), ("encoded", "1,2"), ("empty", ""), ("204", "")] {
                let answer = try gateway.answer("GET", "/transformed/response-wrap?as=\(word)")
                #expect(answer.body == body && answer["ETag"] == (word == "text" ? "\"a\"" : nil), "\(word)")
            }
            #expect(try gateway.answer("GET", "/transformed/response-wrap?as=304")["ETag"] == "W/\"a\"")
            let head = try gateway.answer("HEAD", "/transformed/response-wrap?as=HEAD")
            #expect(head.status == 200 && head["ETag"] == "W/\"a\"" && head["Content-Length"] == nil)
        }
    }

    private static let many = 24
    /// What a connection may hold, in KiB; the kernel's buffers are not counted.
    private static let bound = 256
    private static let members = 40_000
    private static func members(named name: String) -> String {
        "{" + Array(repeating: "\"\(name)\":0", count: members).joined(separator: ",") + "}"
    }

    @Test("responses that become twenty times as long, holding little of each while nobody reads")
    func longNames() async throws {
        let body = Self.members(named: "a")
        let origin = try Origin { count, _ in Origin.response(count == 0 ? "{}" : body, [Self.json]) }
        let environment = ["GATEWAY_LOOPS": "1"]
        try await GatewayProcess.run(.traffic, upstream: origin.port, environment: environment) { gateway in
            #expect(try gateway.answer("GET", "/transformed/long").body == "{}")
            let before = try gateway.peakMemory()
            let sockets = try (0..<Self.many).map { _ in
                let socket = try Socket.connect(to: gateway.port, receiveBuffer: 16 * 1024)
                socket.resetAtEnd()
                try socket.send(GatewayProcess.request("GET", "/transformed/long"))
                return socket
            }
            for socket in sockets { _ = try socket.read(to: "\r\n\r\n") }
            var received: [UInt8] = []
            while true {
                let chunk = try sockets[0].read(count: try sockets[0].readChunkSize())
                _ = try sockets[0].read(to: "\r\n")
                if chunk.isEmpty { break }
                received += chunk
            }
            #expect(received == Array(Self.members(named: String(repeating: "long", count: 32)).utf8))
            #expect(try gateway.peakMemory() - before < Self.many * Self.bound)
        }
    }

    @Test("requests that become twenty times as long, holding little of each while no upstream reads")
    func longNamesUpstream() async throws {
        let (heads, end) = (Counter(), Counter())
        let upstream = try Upstream { _, socket in
            let head = try socket.read(to: "\r\n\r\n")
            if head.hasPrefix("GET") { return try socket.respond("", fields: "Connection: close\r\n") }
            heads.add()
            try end.wait(for: 1)
        }
        let body = Self.members(named: "a")
        let environment = ["GATEWAY_LOOPS": "1"]
        try await GatewayProcess.run(.traffic, upstream: upstream.port, environment: environment) { gateway in
            #expect(try gateway.answer("GET", "/transformed/long").status == 200)
            let before = try gateway.peakMemory()
            let sockets = try (0..<Self.many).map { _ in
                let socket = try gateway.connect()
                let request = GatewayProcess.request("POST", "/transformed/long", [Self.json], body: body)
                Thread.detachNewThread { try? socket.send(request) }
                return socket
            }
            try heads.wait(for: Self.many)
            // The loop has had its turn with each, and serves others.
            #expect(try gateway.answer("GET", "/transformed/long").status == 200)
            #expect(try gateway.peakMemory() - before < Self.many * 2 * Self.bound)
            end.add()
            for socket in sockets { #expect(try socket.readResponse().status >= 502) }
        }
    }

    @Test("a response that was said to be JSON and is not never looks whole") func brokenResponse() async throws {
        let origin = try Origin { _, _ in Origin.response("{\"a\":1", [Self.json]) }
        try await GatewayProcess.run(.traffic, upstream: origin.port) { gateway in
            let socket = try gateway.connect()
            try socket.send(GatewayProcess.request("GET", "/transformed/response-rename"))
            let (text, _) = try socket.readToReset()
            #expect(text.contains("{") && !text.hasSuffix("0\r\n\r\n"))
            try gateway.expectNothingOpen()
        }
    }

    @Test("what is kept of a response is kept as the client gets it") func kept() async throws {
        let origin = try Origin { count, _ in
            let age = count == 0 ? "X: y" : "Cache-Control: max-age=0"
            return count < 2
                ? Origin.response(Self.body, [Self.json, "ETag: \"a\"", age])
                : Origin.notModified + "ETag: \"a\"\r\n\r\n"
        }
        // Each loop keeps its own.
        try await GatewayProcess.run(.traffic, upstream: origin.port, environment: ["GATEWAY_LOOPS": "1"]) { gateway in
            for path in ["/transformed/kept?1", "/transformed/kept?1"] {
                let answer = try gateway.answer("GET", path)
                #expect(answer.body == Self.changed && answer["ETag"] == "W/\"a\"")
            }
            #expect(origin.count == 1)
            // What must be asked for again is confirmed, and stays weak.
            for _ in 0..<2 {
                let answer = try gateway.answer("GET", "/transformed/kept?2")
                #expect(answer.body == Self.changed && answer["ETag"] == "W/\"a\"")
            }
            #expect(origin.count == 3 && origin.requests.last?["If-None-Match"] == "W/\"a\"")
            #expect(try gateway.answer("GET", "/transformed/kept?1", ["If-None-Match: W/\"a\""]).status == 304)
        }
    }
}
