// The fixed chain of a request (`SPEC.md`, One fixed chain): request id, CORS, limit by address, token, scopes and
// roles, limit by caller, request checks, then a redirect, a mock, a builtin, or the cache, places of the route and its
// upstream. Which limit an address has depends on the route, so that is found first; where there is none, the limit of
// `defaults` is asked before that is said. Identity and hop-by-hop headers never get past `writeRequest`, which writes
// what goes on.
extension ClientConnection {
    /// Leads the request whose head has been read through the chain.
    func follow() {
        exchange.keepsAlive = head.keepsAlive && !worker.isDraining
        exchange.body = BodyReader(head.framing)
        if address.isTrusted { exchange.client = ForwardingFields.client(in: head.fields) }
        exchange.awaitsContinue = head.facts.expectsContinue && !head.isVersion10
        guard head.method != .connect, let target = RequestTarget(head, classes: worker.classes) else {
            limitUnmatched()
            return
        }
        exchange.target = target
        if head.method == .options, let policy = worker.plan.crossOrigin, answerOptions(target, by: policy) { return }
        match(target)
    }

    /// Keeps the client's request id, or makes one.
    func identify() {
        if head.isComplete, let sent = head.value(at: head.facts.requestIDIndex), RequestIdentifier.isAcceptable(sent) {
            exchange.requestID = sent
        } else {
            worker.identifiers.write(to: head.identifierScratch)
            exchange.requestID = ByteView(head.identifierScratch, count: RequestIdentifier.count)
        }
    }

    private func match(_ target: RequestTarget) {
        let path = PathView(target.path.start, count: target.path.count)
        let request = matchRequest(target)
        // What is no route's to have is asked for with `Method.named` only.
        let match = head.method == .trace ? .none : worker.plan.router(path, request, &exchange.captures)
        let index = Int(match.index)
        guard match.isFound, index < worker.plan.routes.count else {
            limitUnmatched()
            return
        }
        let route = worker.plan.routes[index]
        exchange.route = route
        limitAddress(route)
    }

    /// What the router may look at beside the path.
    func matchRequest(_ target: RequestTarget) -> MatchRequest {
        MatchRequest(
            method: head.method, host: target.authority ?? head.host, query: target.query ?? target.path.prefix(0),
            fields: head.fields)
    }

    /// The cold path: which methods find a route?
    func methods(of path: PathView, _ request: MatchRequest) -> [Method] {
        var captures = Captures()
        return Method.named.filter { worker.plan.router(path, request.with(method: $0), &captures).isFound }
    }

    /// The end of a request that has no route; one whose path is not acceptable has none either.
    func refuseUnmatched() {
        guard let target = exchange.target else {
            let isAboutAll = head.method == .options && head.target.equals("*")
            if isAboutAll { answerOptions(allowing: Method.named) } else { refuse(.badPath) }
            return
        }
        let allowed = methods(of: PathView(target.path.start, count: target.path.count), matchRequest(target))
        if allowed.isEmpty {
            refuse(.notFound)
        } else if head.method == .options {
            answerOptions(allowing: allowed)
        } else {
            refuse(.methodNotAllowed, allowing: allowed)
        }
    }

    func admit(_ route: RoutePlan) {
        guard route.access.needsToken else {
            limitCaller(route)
            return
        }
        guard let tokens = worker.tokens else {
            // A gateway without keys does not start with such a route; this is here so that it could not let anybody in.
            refuse(AuthFailure.unjudged.failure)
            return
        }
        let credentials = route.credentials
        switch tokens.sources.token(in: head.fields, among: credentials.sources) {
        case .none: deny(.missing, route)
        case .malformed: deny(.malformed, route)
        case .token(let token, let source):
            let demand = TokenDemand(provider: credentials.provider, source: source)
            if let grant = tokens.lookup(token, for: demand, now: exchange.time / 1000, clock: exchange.start) {
                admit(grant, to: route)
                return
            }
            if let outcome = tokens.judge(token, for: demand, now: exchange.time / 1000, clock: exchange.start) {
                settle(outcome, route)
                return
            }
            let number = exchange.number
            tokens.verifyInTime(token, for: demand, on: worker.loop) { [self] result in
                guard phase == .exchange, exchange.number == number, exchange.response == .none else { return }
                _ = worker.updateNow()
                settle(result, route)
                process()
            }
        }
    }

    private func settle(_ outcome: Result<Grant, AuthFailure>, _ route: RoutePlan) {
        switch outcome {
        case .success(let grant): admit(grant, to: route)
        case .failure(let failure): deny(failure, route)
        }
    }

    /// Refuses a token, or the lack of one; a caller over his limit may have to be told that instead.
    private func deny(_ failure: AuthFailure, _ route: RoutePlan) {
        if worker.plan.limitsBeforeAuth { limitCaller(route, then: .refused(failure)) } else { refuse(failure) }
    }

    func refuse(_ failure: AuthFailure) {
        worker.metrics.count(failure)
        refuse(failure.failure)
    }

    private func admit(_ grant: Grant, to route: RoutePlan) {
        exchange.grant = grant
        if worker.plan.limitsBeforeAuth {
            limitCaller(route)
        } else if authorize(grant, route) {
            limitCaller(route)
        }
    }

    /// Whether a token's scopes and roles are enough; else the request is refused.
    private func authorize(_ grant: Grant, _ route: RoutePlan) -> Bool {
        guard let failure = route.access.refusal(for: grant) else { return true }
        refuse(failure)
        return false
    }

    /// The caller is within his limit.
    func limited(_ route: RoutePlan) {
        if worker.plan.limitsBeforeAuth, let grant = exchange.grant, !authorize(grant, route) { return }
        check(route)
    }

    private func check(_ route: RoutePlan) {
        guard let target = exchange.target else { return }
        let failure = route.checks.refusal(
            path: target.forwarded, captures: exchange.captures, query: target.query ?? target.path.prefix(0))
        if let failure {
            refuse(failure)
            return
        }
        exchange.upgrade = route.upgrade
        if exchange.upgrade == .websocket, let failure = WebSocketHandshake.refusal(of: head) {
            refuse(failure)
            return
        }
        switch route.target {
        case .builtin(let builtin): answer(builtin)
        case .redirect(let redirect): answer(redirect, to: target, of: route)
        case .mock(let mock): answer(mock)
        case .upstream:
            if head.method == .options, answersLast(target) { return }
            consultCache(route, now: exchange.start)
        }
    }

    /// The request has its place among those of its route.
    func leadOn(_ route: RoutePlan) {
        guard case .upstream(let upstream) = route.target else { return }
        passBreaker(route, to: upstream)
    }
}
