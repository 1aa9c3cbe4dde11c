import Logging
import Testing

@testable import GatewayRuntime

@Suite("The metrics")
struct MetricsTests {
    private let labels = MetricsLabels(testDefinition().routes)

    private func text(_ snapshots: [MetricsSnapshot], lost: Int = 0) -> String {
        var sum = MetricsSnapshot()
        for snapshot in snapshots { sum.add(snapshot) }
        return (PrometheusText(labels: labels).render(sum, lostRecords: lost))
    }

    @Test("count requests by method, template and status over all loops")
    func requests() {
        let (one, two) = (Metrics(labels), Metrics(labels))
        one.record(route: 0, pathIndex: 0, method: .get, status: 200, duration: 3_000_000, failure: nil)
        two.record(route: 0, pathIndex: 0, method: .get, status: 200, duration: 70_000_000_000, failure: nil)
        two.record(route: 5, pathIndex: 0, method: .delete, status: 403, duration: 0, failure: nil)
        two.record(route: nil, pathIndex: 0, method: .other, status: 404, duration: -5, failure: nil)
        let text = text([one.snapshot(), two.snapshot()])
        let lines = Set(text.split(separator: "\n").map(String.init))
        #expect(lines.contains(#"gateway_requests_total{method="GET",path="/api/v1/agents",status="200"} 2"#))
        #expect(lines.contains(#"gateway_requests_total{method="DELETE",path="/api/v1/agents/{id}",status="403"} 1"#))
        #expect(lines.contains(#"gateway_requests_total{method="OTHER",path="unmatched",status="404"} 1"#))
        let series = #"{method="GET",path="/api/v1/agents",status="200""#
        #expect(lines.contains("gateway_request_duration_seconds_bucket\(series),le=\"0.0025\"} 0"))
        #expect(lines.contains("gateway_request_duration_seconds_bucket\(series),le=\"0.005\"} 1"))
        #expect(lines.contains("gateway_request_duration_seconds_bucket\(series),le=\"60\"} 1"))
        #expect(lines.contains("gateway_request_duration_seconds_bucket\(series),le=\"+Inf\"} 2"))
        #expect(lines.contains("gateway_request_duration_seconds_sum\(series)} 70.003"))
        #expect(lines.contains("gateway_request_duration_seconds_count\(series)} 2"))
    }

    @Test("count refusals for a token by reason, and what is open now")
    func gauges() {
        let metrics = Metrics(labels)
        metrics.count(.missing)
        metrics.count(.expired)
        metrics.count(.expired)
        metrics.count(.notYetValid)
        metrics.record(
            route: 1, pathIndex: 0, method: .post, status: 403, duration: 1,
            failure: Failure(.admit, .client, .insufficientScope, ""))
        metrics.connectionOpened()
        metrics.connectionOpened()
        metrics.connectionClosed()
        metrics.requestBegan()
        let lines = Set(text([metrics.snapshot()], lost: 9).split(separator: "\n").map(String.init))
        #expect(lines.contains(#"gateway_auth_failures_total{reason="missing"} 1"#))
        #expect(lines.contains(#"gateway_auth_failures_total{reason="expired"} 2"#))
        #expect(lines.contains(#"gateway_auth_failures_total{reason="not_yet_valid"} 1"#))
        #expect(lines.contains(#"gateway_auth_failures_total{reason="scope"} 1"#))
        #expect(lines.contains(#"gateway_auth_failures_total{reason="role"} 0"#))
        #expect(lines.contains("gateway_connections_open 1"))
        #expect(lines.contains("gateway_connections_total 2"))
        #expect(lines.contains("gateway_requests_in_flight 1"))
        #expect(lines.contains("gateway_access_records_lost_total 9"))
    }

    @Test(
        "keep the number of series small, whatever status an upstream invents",
        arguments: [(299, 200), (599, 500), (418, 418), (499, 499), (42, 0), (1000, 0), (-1, 0)])
    func statuses(status: Int, counted: Int) {
        #expect(MetricsSnapshot.Series(path: 3, method: .patch, status: status).status == counted)
        #expect(MetricsSnapshot.Series(path: 3, method: .patch, status: status).path == 3)
        #expect(MetricsSnapshot.Series(path: 3, method: .patch, status: status).method == .patch)
    }

    @Test("are the text format of Prometheus: every sample under its type, no series twice")
    func syntax() throws {
        let metrics = Metrics(labels)
        for (route, method) in [(0, Method.get), (1, .get), (1, .post), (5, .delete)] {
            for status in [200, 401, 503] {
                metrics.record(route: route, pathIndex: 0, method: method, status: status, duration: 1, failure: nil)
            }
        }
        let text = text([metrics.snapshot()])
        #expect(text.hasSuffix("\n"))
        let sample =
            #/(?<name>[a-zA-Z_:][a-zA-Z0-9_:]*)(?<labels>\{([a-z]+="([^"\\\n]|\\[\\"n])*",?)+\})? (?<value>[0-9.e+-]+)/#
        var types: [String: Substring] = [:]
        var seen: Set<Substring> = []
        for line in text.dropLast().split(separator: "\n", omittingEmptySubsequences: false) {
            let words = line.split(separator: " ")
            if line.hasPrefix("# TYPE ") {
                #expect(types.updateValue(words[3], forKey: String(words[2])) == nil, "one TYPE a metric")
            } else if !line.hasPrefix("# HELP ") {
                let match = try #require(line.wholeMatch(of: sample), "\(line)")
                let name = String(match.name)
                let family =
                    ["_bucket", "_sum", "_count"].first { name.hasSuffix($0) && types[name] == nil }
                    .map { String(name.dropLast($0.count)) } ?? name
                #expect(types[family] != nil, "\(line)")
                #expect(seen.insert(line.prefix(upTo: match.value.startIndex)).inserted, "\(line)")
            }
        }
        #expect(types["gateway_request_duration_seconds"] == "histogram")
    }

    @Test("are collected from every loop")
    func collected() async throws {
        let labels = labels
        let loops = try [Loop(), Loop()]
        var counters: [LoopBound<Metrics>] = []
        for loop in loops {
            counters.append(
                try await loop.submit {
                    let metrics = Metrics(labels)
                    metrics.connectionOpened()
                    return LoopBound(metrics, on: loop)
                })
        }
        let collector = MetricsCollector(counters, labels: labels, writer: LogWriter(logger: .init(label: "test")))
        let text = await withCheckedContinuation { continuation in
            _ = loops[0].execute { collector.render(on: loops[0]) { continuation.resume(returning: $0) } }
        }
        #expect(text.contains("\ngateway_connections_open 2\n"))
        for loop in loops { await loop.stop() }
    }
}
