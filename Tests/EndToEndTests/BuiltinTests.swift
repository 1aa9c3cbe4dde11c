import Foundation
import Testing

@Suite("The gateway itself answers") struct BuiltinTests {
    @Test(
        "health and readiness, without a token",
        arguments: [("/health", #"{"status":"ok"}"#), ("/ready", #"{"status":"ready","auth":{"jwt":{"keys":1}}}"#)])
    func health(path: String, body: String) async throws {
        let dead = try DeadPort()
        let (get, head) = try await GatewayProcess.run(upstream: dead.port) { gateway in
            (try gateway.answer("GET", path), try gateway.answer("HEAD", path))
        }
        #expect(get.status == 200)
        #expect(get["Content-Type"] == "application/json")
        #expect(get.body == body)
        #expect(head.status == 200)
        #expect(head["Content-Length"] == get["Content-Length"])
    }

    @Test("a page of documentation that names every route")
    func docs() async throws {
        let dead = try DeadPort()
        let page = try await GatewayProcess.run(upstream: dead.port) { try $0.answer("GET", "/api/v1/docs") }
        #expect(page.status == 200)
        #expect(page["Content-Type"] == "text/html; charset=utf-8")
        #expect(page.body.hasPrefix("<!DOCTYPE html>"))
        for text in ["/api/v1/agents", "{id}", "write:agents", "/api/v1/docs/openapi.json"] {
            #expect(page.body.contains(text), "\(text)")
        }
    }

    @Test("the OpenAPI document, as the compiler wrote it")
    func openAPI() async throws {
        struct Document: Decodable {
            let openapi: String
            let paths: [String: [String: Operation]]
            struct Operation: Decodable {}
        }
        let dead = try DeadPort()
        let response = try await GatewayProcess.run(upstream: dead.port) {
            try $0.answer("GET", "/api/v1/docs/openapi.json")
        }
        #expect(response.status == 200)
        #expect(response["Content-Type"] == "application/json")
        let document = try JSONDecoder().decode(Document.self, from: Data(response.body.utf8))
        #expect(document.openapi.hasPrefix("3."))
        #expect(document.paths["/api/v1/agents"].map { Set($0.keys) } == ["get", "post"])
        #expect(document.paths["/api/v1/agents/{id}"].map { Set($0.keys) } == ["put"])
        let root = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "../..")
        let pinned = root.appending(path: "Snapshots/gateway/openapi.json")
        #expect(response.body + "\n" == (try String(contentsOf: pinned, encoding: .utf8)))
    }
}

@Suite("The gateway records") struct RecordingTests {
    @Test("one JSON line a request, with the keys of 001")
    func accessLine() async throws {
        let upstream = try Upstream.echo()
        let reader = try await TestToken.reader()
        let (record, count) = try await GatewayProcess.run(upstream: upstream.port) { gateway in
            _ = try gateway.answer(
                "GET", "/api/v1/agents?api_key=hidden", [reader, "X-Request-ID: one", "User-Agent: test/1 \"q\""])
            _ = try gateway.answer("GET", "/health", ["X-Request-ID: two"])
            let record = try gateway.record(of: "one")
            _ = try gateway.record(of: "two")
            return (record, gateway.process.output.lines.count)
        }
        #expect(count == 2)
        #expect(
            record.keys == [
                "timestamp", "level", "service", "request_id", "user_id", "method", "path", "route", "status_code",
                "response_time_ms", "user_agent", "ip_address", "cache",
            ])
        #expect(record["timestamp"]?.wholeMatch(of: /\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z/) != nil)
        #expect(record["level"] == "INFO")
        #expect(record["service"] == "Eloquent API gateway")
        #expect(record["method"] == "GET")
        #expect(record["path"] == "/api/v1/agents")
        #expect(record["route"] == "/api/v1/agents")
        #expect(record.number("status_code") == 200)
        #expect(try #require(record.number("response_time_ms")) >= 0)
        #expect(record["user_agent"] == "test/1 \"q\"")
        #expect(record["ip_address"] == "127.0.0.1")
        #expect(!record.line.contains("hidden"))
        #expect(!record.line.contains(reader.suffix(40)))
    }

    @Test(
        "why a request was refused",
        arguments: [
            ("GET", "/api/v1/agents", 401, "ERROR", "UNAUTHORIZED", "client", "admit", "/api/v1/agents"),
            ("GET", "/nothing", 404, "INFO", "NOT_FOUND", "client", "match", nil),
            ("GET", "/api/v1/agents/a%2Fb", 400, "INFO", "BAD_REQUEST", "client", "match", nil),
        ] as [(String, String, Double, String, String, String, String, String?)])
    func refusal(
        method: String, path: String, status: Double, level: String, code: String, side: String, phase: String,
        route: String?
    ) async throws {
        let dead = try DeadPort()
        let record = try await GatewayProcess.run(upstream: dead.port) { gateway in
            _ = try gateway.answer(method, path, ["X-Request-ID: one"])
            return try gateway.record(of: "one")
        }
        #expect(record.number("status_code") == status)
        #expect(record["level"] == level)
        #expect(record["error_code"] == code)
        #expect(record["error_side"] == side)
        #expect(record["error_phase"] == phase)
        #expect(record["route"] == route)
    }

    @Test("counters that Prometheus reads, and that go up")
    func metrics() async throws {
        let upstream = try Upstream.echo()
        let (first, second) = try await GatewayProcess.run(.streaming, upstream: upstream.port) { gateway in
            _ = try gateway.answer("GET", "/users/1/files/x")
            _ = try gateway.answer("GET", "/me")
            let first = try gateway.answer("GET", "/metrics")
            _ = try gateway.answer("GET", "/users/2/files/y?z")
            return (first, try gateway.answer("GET", "/metrics"))
        }
        #expect(first["Content-Type"] == "text/plain; version=0.0.4; charset=utf-8")
        let before = try PrometheusSamples(first.body)
        let after = try PrometheusSamples(second.body)
        // The template, so that the number of series does not grow with the paths that clients ask for.
        let served = #"gateway_requests_total{method="GET",path="/users/{id}/files/*",status="200"}"#
        #expect(before.values[served] == 1)
        #expect(after.values[served] == 2)
        #expect(before.values[#"gateway_requests_total{method="GET",path="/me",status="401"}"#] == 1)
        #expect(before.values[#"gateway_auth_failures_total{reason="missing"}"#] == 1)
        let duration = #"gateway_request_duration_seconds_count{method="GET",path="/users/{id}/files/*",status="200"}"#
        #expect(after.values[duration] == 2)
        for (sample, value) in before.values where before.isCounter(sample) {
            #expect(try #require(after.values[sample]) >= value, "\(sample)")
        }
    }
}

/// The samples of a text in Prometheus' exposition format 0.0.4, which is read strictly.
private struct PrometheusSamples {
    var values: [String: Double] = [:]
    private var types: [String: String] = [:]

    struct Malformed: Error { let line: Substring }

    init(_ text: String) throws {
        #expect(text.hasSuffix("\n"))
        for line in text.split(separator: "\n", omittingEmptySubsequences: false).dropLast() {
            if let type = line.wholeMatch(of: /# TYPE ([a-zA-Z_:][a-zA-Z0-9_:]*) (counter|gauge|histogram)/) {
                types["\(type.1)"] = "\(type.2)"
            } else if line.wholeMatch(of: /# HELP ([a-zA-Z_:][a-zA-Z0-9_:]*) .+/) == nil {
                let sample =
                    #/
                    (?<series> (?<name> [a-zA-Z_:] [a-zA-Z0-9_:]* )
                    (?: \{ [a-zA-Z_]\w* = "(?:[^"\\]|\\["\\n])*" (?: , [a-zA-Z_]\w* = "(?:[^"\\]|\\["\\n])*" )* \} )? )
                    \x20 (?<value> \S+ )
                    /#
                guard let match = line.wholeMatch(of: sample), let value = Double(match.value),
                    values["\(match.series)"] == nil,
                    types["\(match.name)"] ?? types[Self.family("\(match.name)")] != nil
                else { throw Malformed(line: line) }
                values["\(match.series)"] = value
            }
        }
    }

    func isCounter(_ sample: String) -> Bool { types["\(sample.prefix { $0 != "{" })"] == "counter" }

    private static func family(_ name: String) -> String {
        name.replacing(/_(bucket|sum|count)$/, with: "")
    }
}
