extension GatewaySpec {
    mutating func readUpstreams(_ fields: inout Fields) {
        guard let entry = fields.entry("upstreams") else { return }
        if !entry.value.hasAllNames { gaps.insert(.upstreams) }
        guard let entries = fields.diagnostics.entries(entry.value, of: "'upstreams'") else {
            gaps.insert(.upstreams)
            return
        }
        for entry in entries {
            guard let name = fields.diagnostics.read(key: entry.key, as: .name, of: "the upstream's name") else {
                gaps.insert(.upstreams)
                continue
            }
            var upstream = Upstream(name: name)
            _ = fields.diagnostics.map(entry.value, .upstream, of: "'\(name.value)'") { upstream.read(&$0) }
            upstreams.append(upstream)
        }
    }
}

extension Upstream {
    fileprivate init(name: Marked<String>) {
        self.init(
            name: name, targets: [], connectTimeout: Self.defaultConnectTimeout,
            responseHeaderTimeout: Self.defaultResponseHeaderTimeout, idleTimeout: Self.defaultIdleTimeout,
            maxIdle: Self.defaultMaxIdle)
    }

    fileprivate mutating func read(_ fields: inout Fields) {
        fields.requireOne(of: "url", or: "targets", "write 'url: http://host:port', or a variable")
        if let url = fields.marked("url", .upstreamURL) { targets = [UpstreamTarget(url: url)] }
        targets += UpstreamTarget.readList(&fields)
        policy.read(&fields, targets: targets.count)
        _ = fields.map("connect", .connect) { fields in
            fields.read("timeout", as: .timeout, into: &connectTimeout)
            fields.read("response_header_timeout", as: .timeout, into: &responseHeaderTimeout)
            fields.read("idle_timeout", as: .timeout, into: &idleTimeout)
            maxConnections = fields.value("max_connections", .int(in: 1...1_000_000)) ?? maxConnections
            fields.read("max_idle", as: .int(in: 0...100_000), into: &maxIdle)
        }
    }
}
