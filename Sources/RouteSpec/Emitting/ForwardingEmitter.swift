/// Where else a route's requests go, and how often.
func emitForwarding(of route: PlannedRoute, _ name: String, _ plan: RoutePlan, into writer: inout CodeWriter) {
    if let retry = route.traffic.retry?.policy {
        let key = route.traffic.idempotencyKey.map { ["idempotencyKey: \(literal($0.value))"] } ?? []
        writer.call("routes.retry", [name] + retry.arguments + key)
    }
    if !route.split.isEmpty {
        let shares = route.split.map { "Upstream.\(plan.upstreams[$0.upstream].identifier.spelling): \($0.weight)" }
        let key = route.splitKey.map { ["hashOn: \($0.swift)"] } ?? []
        writer.call("routes.split", [name, arrayLiteral(shares)] + key)
    }
    if let mirror = route.mirror, let policy = route.traffic.mirror?.policy {
        let upstream = plan.upstreams[mirror].identifier.spelling
        writer.call("routes.mirror", [name, "to: Upstream.\(upstream)", "percent: \(policy.percent)"])
    }
}

extension PlannedRoute {
    /// What leads its requests to the same one of several upstreams.
    var splitKey: RequestKey? { split.isEmpty ? nil : traffic.hashOn?.value }
}

extension Retry {
    /// `attempts: 2, on: [.connect, .status(503)], budget: 20, backoff: .milliseconds(25)`
    var arguments: [String] {
        var arguments = [
            "attempts: \(attempts)", "on: \(arrayLiteral(causes.map(\.swift)))", "budget: \(budget)",
            "backoff: \(backoff.swift)",
        ]
        if let perTryTimeout { arguments.append("perTryTimeout: \(perTryTimeout.swift)") }
        return arguments
    }

    /// As reviewers read it: `2/connect,503/20%`.
    var text: String { "\(attempts)/\(causes.map(\.text).joined(separator: ","))/\(budget)%" }
}

extension Retry.Cause {
    fileprivate var text: String {
        switch self {
        case .connect: "connect"
        case .reset: "reset"
        case .timeout: "timeout"
        case .status(let status): "\(status)"
        }
    }

    fileprivate var swift: String {
        if case .status(let status) = self { ".status(\(status))" } else { ".\(text)" }
    }
}
