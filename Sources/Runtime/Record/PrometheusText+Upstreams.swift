// What is known of upstreams and their targets.
extension PrometheusText {
    func writeUpstreams(_ upstreams: [UpstreamStatus], _ text: inout String) {
        if upstreams.isEmpty { return }
        describe("upstream_target_up", "gauge", "Whether a target takes requests.", &text)
        for (labels, target) in targets(of: upstreams) {
            text += "\(namespace)_upstream_target_up{\(labels)} \(target.status == .up ? 1 : 0)\n"
        }
        describe(
            "upstream_ejections_total", "counter", "How often a target was left out since its answers were bad.", &text)
        for (labels, target) in targets(of: upstreams) {
            text += "\(namespace)_upstream_ejections_total{\(labels)} \(target.ejections)\n"
        }
        describe("upstream_requests_total", "counter", "Requests that a target was chosen for.", &text)
        for (labels, target) in targets(of: upstreams) {
            text += "\(namespace)_upstream_requests_total{\(labels)} \(target.requests)\n"
        }
        describe(
            "upstream_failures_total", "counter", "Requests to a target that had a 5xx or no answer.", &text)
        for (labels, target) in targets(of: upstreams) {
            text += "\(namespace)_upstream_failures_total{\(labels)} \(target.failures)\n"
        }
    }

    private func targets(of upstreams: [UpstreamStatus]) -> [(labels: String, target: UpstreamStatus.Target)] {
        upstreams.flatMap { upstream in
            upstream.targets.map { target in
                ("upstream=\"\(escaped(upstream.name))\",target=\"\(escaped(target.url))\"", target)
            }
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
