/// Runs the route tests of a spec (`expect`): each that does not hold is an error.
public func checkExpectations(of plan: RoutePlan, into diagnostics: inout Diagnostics) {
    let finder = RouteFinder(plan)
    for expectation in plan.spec.expectations { check(expectation, plan, finder, &diagnostics) }
}

private func check(
    _ expectation: Expectation, _ plan: RoutePlan, _ finder: RouteFinder, _ diagnostics: inout Diagnostics
) {
    let what = "\(expectation.method) \(expectation.path.value)"
    let target = expectation.path.value.split(separator: "?", maxSplits: 1, omittingEmptySubsequences: false)
    let path: RequestPath
    do throws(RequestPath.Refusal) {
        path = try RequestPath(String(target[0]))
    } catch {
        guard expectation.status?.value != 400 else { return }
        return diagnostics.error(
            at: expectation.path.mark, "\(what) is answered with 400, since \(error.reason); change the path")
    }
    var request = RouteRequest(method: expectation.method, path: path)
    request.query = target.count > 1 ? queryParameters(of: String(target[1])) : []
    let decision = finder.decision(for: request)
    if let status = expectation.status, status.value != decision.status(of: expectation.method) {
        diagnostics.error(
            at: status.mark, "\(what) \(decision.summary(plan)), not \(status.value); change the route or the test")
    }
    if let route = expectation.route {
        guard case .route(let found) = decision, plan.routes[found.endpoint.route].name == route.value else {
            return diagnostics.error(
                at: route.mark,
                "\(what) \(decision.summary(plan)), not route '\(route.value)'; change the route or the test")
        }
    }
    if let expected = expectation.upstreamPath {
        guard case .route(let found) = decision, plan.routes[found.endpoint.route].target.upstream != nil else {
            return diagnostics.error(
                at: expected.mark,
                "\(what) \(decision.summary(plan)), and reaches no upstream; change the route or the test")
        }
        let reached = plan.upstreamPath(for: found)
        if reached != expected.value {
            diagnostics.error(
                at: expected.mark,
                "\(what) reaches '\(reached)', not '\(expected.value)'; change the rewrite or the test")
        }
    }
}

extension RoutePlan {
    /// The path that the upstream of a match sees.
    public func upstreamPath(for found: Candidate) -> String {
        routes[found.endpoint.route].paths[found.endpoint.path].forward.expanded(
            found.captures, wildcard: found.wildcard)
    }
}

extension RouteDecision {
    /// What the table answers by itself; a route's own answer counts as none.
    fileprivate func status(of method: String) -> Int? {
        switch self {
        case .route: nil
        case .methodNotAllowed: method == "OPTIONS" ? 204 : 405
        case .notFound: 404
        }
    }

    fileprivate func summary(_ plan: RoutePlan) -> String {
        switch self {
        case .route(let found): "takes route '\(plan.routes[found.endpoint.route].name)'"
        case .methodNotAllowed(let methods): "is answered with 405 (allowed: \(methods.joined(separator: ", ")))"
        case .notFound: "is answered with 404"
        }
    }
}

/// The parameters of a query, decoded as forms are.
public func queryParameters(of query: String) -> [RouteDeclaration.Condition] {
    query.split(separator: "&").map { pair in
        let parts = pair.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false).map {
            decoded(String($0))
        }
        return RouteDeclaration.Condition(name: parts[0], value: parts.count > 1 ? parts[1] : "")
    }
}

private func decoded(_ text: String) -> String {
    var bytes: [UInt8] = []
    var rest = Array(text.utf8)[...]
    while let byte = rest.popFirst() {
        if byte == UInt8(ascii: "%"), rest.count >= 2,
            let value = UInt8(String(decoding: rest.prefix(2), as: UTF8.self), radix: 16)
        {
            bytes.append(value)
            rest = rest.dropFirst(2)
        } else {
            bytes.append(byte == UInt8(ascii: "+") ? UInt8(ascii: " ") : byte)
        }
    }
    return String(decoding: bytes, as: UTF8.self)
}
