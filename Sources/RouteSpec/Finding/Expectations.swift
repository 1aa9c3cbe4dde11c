/// Runs the route tests of a spec (`expect`): each that does not hold is an error.
public func checkExpectations(of plan: RoutePlan, into diagnostics: inout Diagnostics) {
    let finder = RouteFinder(plan)
    for expectation in plan.spec.expectations { check(expectation, plan, finder, &diagnostics) }
}

private func check(
    _ expectation: Expectation, _ plan: RoutePlan, _ finder: RouteFinder, _ diagnostics: inout Diagnostics
) {
    let what = "\(expectation.method) \(expectation.path.value)"
    let request: RouteRequest
    do throws(RequestPath.Refusal) {
        request = try RouteRequest(method: expectation.method, target: expectation.path.value)
    } catch {
        guard expectation.status?.value != 400 else { return }
        return diagnostics.error(
            at: expectation.path.mark, "\(what) is answered with 400, since \(error.reason); change the path")
    }
    let decision = finder.decision(for: request)
    if let status = expectation.status, status.value != decision.status(plan) {
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

extension PlannedRoute.Target {
    /// What the gateway answers without asking anybody; a builtin's may change.
    fileprivate var ownStatus: Int? {
        switch self {
        case .redirect(let redirect): redirect.status
        case .mock(let mock): mock.status
        case .upstream, .builtin: nil
        }
    }
}

extension RouteDecision {
    /// What is answered by the table, a redirect or a mock.
    fileprivate func status(_ plan: RoutePlan) -> Int? {
        switch self {
        case .route(let found): plan.routes[found.endpoint.route].target.ownStatus
        case .methodNotAllowed: 405
        case .options(let answer): answer.status
        case .notFound: 404
        }
    }

    fileprivate func summary(_ plan: RoutePlan) -> String {
        switch self {
        case .route(let found): "takes route '\(plan.routes[found.endpoint.route].name)'"
        case .methodNotAllowed(let methods): "is answered with 405 (allowed: \(methods.joined(separator: ", ")))"
        case .options(let answer): "is answered with \(answer.status)"
        case .notFound: "is answered with 404"
        }
    }
}
