// What is known of upstreams and their targets.
extension PrometheusText {
    func writeUpstreams(_ upstreams: [UpstreamStatus], _ text: inout String) {
        let targets = upstreams.flatMap { upstream in
            upstream.targets.map { target in
                (labels: "upstream=\"\(escaped(upstream.name))\",target=\"\(escaped(target.url))\"", target: target)
            }
        }
        writeSeen(targets.compactMap { labels, target in target.seen.map { (labels, $0) } }, &text)
        let bounded = targets.compactMap { labels, target in target.connections.map { (labels, $0) } }
        if bounded.isEmpty { return }
        describe("upstream_connections", "gauge", "Connections to a target that may have only so many.", &text)
        for (labels, connections) in bounded {
            text += "\(namespace)_upstream_connections{\(labels)} \(connections.open)\n"
        }
        describe("upstream_connections_max", "gauge", "Connections that a target may have.", &text)
        for (labels, connections) in bounded {
            text += "\(namespace)_upstream_connections_max{\(labels)} \(connections.most)\n"
        }
    }

    private func writeSeen(_ targets: [(labels: String, seen: UpstreamStatus.Seen)], _ text: inout String) {
        if targets.isEmpty { return }
        describe("upstream_target_up", "gauge", "Whether a target takes requests.", &text)
        for (labels, seen) in targets {
            text += "\(namespace)_upstream_target_up{\(labels)} \(seen.status == .up ? 1 : 0)\n"
        }
        describe(
            "upstream_ejections_total", "counter", "How often a target was left out since its answers were bad.", &text)
        for (labels, seen) in targets {
            text += "\(namespace)_upstream_ejections_total{\(labels)} \(seen.ejections)\n"
        }
        describe("upstream_requests_total", "counter", "Requests that a target was chosen for.", &text)
        for (labels, seen) in targets {
            text += "\(namespace)_upstream_requests_total{\(labels)} \(seen.requests)\n"
        }
        describe(
            "upstream_failures_total", "counter", "Requests to a target that had a 5xx or no answer.", &text)
        for (labels, seen) in targets {
            text += "\(namespace)_upstream_failures_total{\(labels)} \(seen.failures)\n"
        }
    }

    func writeForwarding(_ routes: [ForwardingStatus], _ text: inout String) {
        let retries = routes.compactMap { route in route.retries.map { (route.name, $0) } }
        if !retries.isEmpty {
            describe("retries_total", "counter", "Requests that were sent again.", &text)
            for (name, count) in retries {
                text += "\(namespace)_retries_total{route=\"\(escaped(name))\"} \(count)\n"
            }
        }
        let mirrors = routes.compactMap { route in route.mirror.map { (route.name, $0) } }
        if mirrors.isEmpty { return }
        describe("mirrored_total", "counter", "Copies of requests, and those that there was no room for.", &text)
        for (name, counts) in mirrors {
            let label = "route=\"\(escaped(name))\""
            text += "\(namespace)_mirrored_total{\(label),result=\"sent\"} \(counts.sent)\n"
            text += "\(namespace)_mirrored_total{\(label),result=\"dropped\"} \(counts.dropped)\n"
        }
    }

    /// - Parameter breakers: each with its label.
    func writeBreakers(_ breakers: [(label: String, status: BreakerStatus)], _ text: inout String) {
        if breakers.isEmpty { return }
        describe("circuit_breaker_state", "gauge", "0 for closed, 1 for half open, 2 for open.", &text)
        for (label, status) in breakers {
            text += "\(namespace)_circuit_breaker_state{\(label)} \(status.phase.gauge)\n"
        }
        describe("circuit_breaker_opened_total", "counter", "How often a circuit breaker has opened.", &text)
        for (label, status) in breakers {
            text += "\(namespace)_circuit_breaker_opened_total{\(label)} \(status.opened)\n"
        }
    }
}

extension BreakerWord.Phase {
    fileprivate var gauge: Int {
        switch self {
        case .closed: 0
        case .halfOpen: 1
        case .open: 2
        }
    }
}
