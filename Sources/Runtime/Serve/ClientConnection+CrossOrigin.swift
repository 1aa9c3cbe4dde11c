extension PolicyMarks {
    /// The upstream's response says by itself which origins it is for, and the spec lets it.
    static let namesOrigins = PolicyMarks(rawValue: 1 << 15)
}

// CORS (`cors`; Fetch, 3.2): browsers ask before they send what a page of another site would have them send.
extension ClientConnection {
    /// Answers OPTIONS, which is CORS's where CORS is on (`SPEC.md`, Precedence): a preflight on every path that the table
    /// knows, any other but for a route that names OPTIONS.
    /// - Returns: whether the request was answered, so that it goes no further.
    func answerOptions(_ target: RequestTarget, by policy: CrossOriginPolicy) -> Bool {
        let path = PathView(target.path.start, count: target.path.count)
        var request = matchRequest(target)
        let origin = head.fields.first("Origin")
        let isPreflight = origin != nil && head.fields.first("Access-Control-Request-Method") != nil
        if isPreflight {
            // What the request itself will have stands nowhere yet but in a list of names.
            request.ignoresFields = true
        } else {
            var captures = Captures()
            let match = worker.plan.router(path, request, &captures)
            let index = Int(match.index)
            if match.isFound, index < worker.plan.routes.count, worker.plan.routes[index].namesOptions { return false }
        }
        let methods = methods(of: path, request)
        if isPreflight {
            worker.metrics.countPreflight(isAllowed: !methods.isEmpty && (origin.map(policy.allows) ?? false))
        }
        if methods.isEmpty {
            refuse(.notFound)
            return true
        }
        beginAnswer(status: policy.preflightStatus)
        if !isPreflight {
            putAllow(methods)
        } else if let origin, policy.allows(origin) {
            if policy.takesMethodsOfPath {
                output.put("Access-Control-Allow-Methods: ")
                put(methods)
            }
            policy.writePreflight(into: output)
        }
        finishAnswer(policy.preflightStatus == 204 ? nil : head.target.prefix(0))
        return true
    }

    /// Takes note of an upstream that speaks for itself.
    func noteOrigins(of fields: HeaderFields, _ policy: CrossOriginPolicy) {
        guard policy.stripped.isEmpty, fields.first("Access-Control-Allow-Origin") != nil else { return }
        exchange.marks.insert(.namesOrigins)
    }

    func putCrossOriginFields(_ policy: CrossOriginPolicy) {
        // WebSockets know no CORS.
        if exchange.isTunnel || exchange.marks.contains(.namesOrigins) { return }
        policy.write(for: head.isComplete ? head.fields.first("Origin") : nil, into: output)
    }
}
