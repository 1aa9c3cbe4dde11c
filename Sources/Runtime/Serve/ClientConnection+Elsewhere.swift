// What is answered in place of an upstream: redirects and mocks.
extension ClientConnection {
    func answer(_ redirect: RedirectDefinition, to target: RequestTarget, of route: RoutePlan) {
        let isAbsolute = redirect.scheme != nil || redirect.host != nil || redirect.port != nil
        let host = HostName(target.authority ?? head.host).name
        if isAbsolute, redirect.host == nil, host.isEmpty {
            // HTTP/1.0 may say for which host it is, or not.
            refuse(.badRequest("The request has no host"))
            return
        }
        beginAnswer(status: redirect.status)
        output.put("Location: ")
        if isAbsolute { putAuthority(redirect, host: host) }
        route.path(matched: exchange.captures).write(target, exchange.captures, into: output)
        if let query = target.query {
            output.put("?")
            output.put(query)
        }
        output.put("\r\n")
        finishAnswer(head.target.prefix(0))
    }

    /// Scheme, host and port; the port of the request belongs to its scheme and host, and goes with them.
    private func putAuthority(_ redirect: RedirectDefinition, host: ByteView) {
        let isSecure =
            redirect.scheme.map { ByteView($0.utf8Start, count: $0.utf8CodeUnitCount).equals("https") }
            ?? (address.isTrusted && ForwardingFields.saysSecure(head.fields))
        output.put(isSecure ? "https://" : "http://")
        if let name = redirect.host { output.put(name) } else { output.put(host) }
        guard let port = redirect.port, port != (isSecure ? 443 : 80) else { return }
        output.put(":")
        output.put(decimal: port)
    }

    func answer(_ mock: MockDefinition) {
        beginAnswer(status: mock.status)
        output.put(mock.fields)
        let hasNone = mock.status == 204 || mock.status == 304
        finishAnswer(hasNone ? nil : ByteView(mock.body.utf8Start, count: mock.body.utf8CodeUnitCount))
    }
}
