extension GatewaySpec {
    mutating func readLimiter(_ fields: inout Fields) {
        _ = fields.map("rate_limit", .limiter) { limiter.read(&$0) }
    }
}

extension LimiterSettings {
    fileprivate mutating func read(_ fields: inout Fields) {
        let errors = fields.diagnostics.errorCount
        fields.read("backend", as: .choice, into: &backend)
        let isSettled = fields.diagnostics.errorCount == errors
        _ = fields.map("memory", .limiterMemory) { fields in
            maxKeys = fields.value("max_keys", .number(in: 1...(1 << 26), mayBeEmpty: true))
            ttl = fields.value("ttl", .duration(in: .seconds(1)...Duration.seconds(365 * 86_400)))
            cleanup = fields.value("cleanup", .duration(in: .seconds(1)...Duration.seconds(86_400)))
        }
        redis = fields.value("redis", .redisURL)
        fields.read("redis_key", as: .limitKey, into: &redisKey)
        fields.read("on_error", as: .choice, into: &onError)
        fields.read("order", as: .choice, into: &order)
        fields.read("headers", as: .choice, into: &headers)
        let entries = fields.entries
        let says = { (key: String) in entries.first { $0.key.value == key } }
        if backend == .redis, says("redis") == nil {
            fields.lack("redis", "'redis' is missing in rate_limit; write the server's URL, such as redis://redis:6379")
        }
        for key in ["redis", "redis_key"] where isSettled && backend == .memory {
            guard let entry = says(key) else { continue }
            fields.diagnostics.error(
                at: entry.key.mark, "'\(key)' is for the backend redis; write 'backend: redis', or remove it")
        }
    }
}

extension Shape<String> {
    /// The key of a bucket in Redis, with `{…}` for whose it is.
    fileprivate static var limitKey: Shape {
        fixedText("a key such as rate_limit:{key}") { text throws(Fault) in
            let form = "write it once: rate_limit:{key}"
            guard let open = text.firstIndex(of: "{"), let close = text[open...].firstIndex(of: "}"),
                text.index(after: open) < close
            else { throw Fault("has no '{key}' for whose limit it is; \(form)") }
            let rest = text[..<open] + text[text.index(after: close)...]
            if rest.contains(where: { "{}".contains($0) }) { throw Fault("has more than one name in braces; \(form)") }
            guard text.utf8.count <= 256, text.utf8.allSatisfy({ (0x21...0x7E).contains($0) }) else {
                throw Fault("is longer than 256 bytes, or has characters that are not visible ASCII; \(form)")
            }
            return text
        }
    }
}
