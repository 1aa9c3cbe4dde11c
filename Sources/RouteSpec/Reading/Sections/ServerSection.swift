extension ServerSettings {
    /// SPEC, `server`: what holds where the spec is silent.
    static let standard = ServerSettings(
        listen: Template(text: ":${PORT:-8080}", variables: [("PORT", "8080")]), trustedProxies: [],
        headerTimeout: .seconds(5), readTimeout: .seconds(15), writeTimeout: .seconds(60), idleTimeout: .seconds(60),
        drainTimeout: .seconds(30),
        headerLimit: 64 << 10, fieldLimit: 100, targetLimit: 8 << 10, bodyLimit: 10 << 20)

    mutating func read(_ fields: inout Fields) {
        fields.read("listen", as: .listenAddress, into: &listen)
        trustedProxies = fields.list("trusted_proxies", of: .addressRanges)?.map(\.value) ?? trustedProxies
        _ = fields.map("timeouts", .timeouts) { fields in
            fields.read("header", as: .timeout, into: &headerTimeout)
            fields.read("read", as: .timeout, into: &readTimeout)
            fields.read("write", as: .timeout, into: &writeTimeout)
            fields.read("idle", as: .timeout, into: &idleTimeout)
            fields.read("drain", as: .duration(in: .zero ... .seconds(3_600)), into: &drainTimeout)
        }
        _ = fields.map("limits", .serverLimits) { fields in
            fields.read("header", as: .size(in: (1 << 10)...(16 << 20)), into: &headerLimit)
            fields.read("headers", as: .int(in: 1...10_000), into: &fieldLimit)
            fields.read("target", as: .size(in: 64...(1 << 20)), into: &targetLimit)
            fields.read("body", as: .bodyLimit, into: &bodyLimit)
            cacheLimit = fields.value("cache", .size(in: (1 << 20)...(1 << 40))) ?? cacheLimit
            connectionLimit = fields.value("connections", .int(in: 1...10_000_000)) ?? connectionLimit
        }
    }
}

extension Shape<Int> {
    /// How large a request's body may be; of 0 bytes, none may have one.
    static var bodyLimit: Shape { size(in: 0...(1 << 40)) }
}

extension ErrorSettings {
    mutating func read(_ fields: inout Fields) {
        fields.read("format", as: .choice, into: &format)
        fields.read("upstream_unavailable", as: .unavailableStatus, into: &upstreamUnavailable)
    }
}

extension Shape<Int> {
    fileprivate static var unavailableStatus: Shape {
        scalar("502 or 503") { scalar throws(Fault) in
            guard let status = scalar.int, [502, 503].contains(status) else {
                throw Fault("must be 502 or 503, not \(scalar.quoted)")
            }
            return status
        }
    }
}
