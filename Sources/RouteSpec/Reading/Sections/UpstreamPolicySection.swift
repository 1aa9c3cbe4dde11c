extension UpstreamPolicy {
    mutating func read(_ fields: inout Fields, targets: Int) {
        fields.read("balance", as: .choice, into: &balance)
        let hashOn = fields.marked("hash_on", .requestKey)
        slowStart = fields.value("slow_start", .timeout)
        fields.read("panic_threshold", as: .percentage(in: 1...100), into: &panicThreshold)
        healthCheck = fields.map("health_check", .healthCheck) { fields in
            var check = HealthCheck()
            fields.require("path", "write the path that answers 2xx where all is well, such as '/health'")
            fields.read("path", as: .checkedPath, into: &check.path)
            fields.read("interval", as: .timeout, into: &check.interval)
            fields.read("timeout", as: .timeout, into: &check.timeout)
            fields.read("unhealthy", as: .int(in: 1...100), into: &check.unhealthy)
            fields.read("healthy", as: .int(in: 1...100), into: &check.healthy)
            return check
        }
        outlierDetection = fields.map("outlier_detection", .outlierDetection) { fields in
            var outliers = OutlierDetection()
            fields.read("consecutive_5xx", as: .int(in: 1...1_000_000), into: &outliers.consecutiveFailures)
            fields.read("eject", as: .timeout, into: &outliers.eject)
            fields.read("max_ejected_percent", as: .int(in: 1...100), into: &outliers.maxEjectedPercent)
            return outliers
        }
        circuitBreaker = fields.circuitBreaker()
        if let hashOn { self.hashOn = hashOn.value }
        checkKeys(&fields, targets: targets)
    }

    /// Keys that would do nothing.
    private func checkKeys(_ fields: inout Fields, targets: Int) {
        func error(at key: String, _ message: String) {
            guard let mark = fields.entries.first(where: { $0.key.value == key })?.key.mark else { return }
            fields.diagnostics.error(at: mark, message)
        }
        if targets == 1 {
            error(
                at: "outlier_detection",
                "'outlier_detection' leaves out one of several targets, and there is but one; "
                    + "write 'targets' with another, or 'circuit_breaker' in its place")
        }
        if balance != .hash {
            error(at: "hash_on", "'hash_on' says what 'balance: hash' goes by, and that is not the balance; add it")
        } else {
            error(
                at: "slow_start",
                "'slow_start' cannot stand beside 'balance: hash', whose keys would move twice; remove it")
        }
        guard healthCheck == nil, outlierDetection == nil else { return }
        for key in ["slow_start", "panic_threshold"] where key != "slow_start" || balance != .hash {
            error(
                at: key,
                "'\(key)' is for targets that can be down, and nothing finds that out; "
                    + "add 'health_check' or 'outlier_detection'")
        }
    }
}

extension UpstreamTarget {
    /// `targets`: one at least, no two alike.
    static func readList(_ fields: inout Fields) -> [UpstreamTarget] {
        guard let entry = fields.entry("targets"), let nodes = fields.diagnostics.list(entry.value, "targets") else {
            return []
        }
        if nodes.isEmpty || nodes.count > most {
            fields.diagnostics.error(
                at: entry.value.mark,
                "'targets' has \(nodes.count) entries; write 1 to \(most), such as '- { url: $AGENTS_A }'")
        }
        var targets: [UpstreamTarget] = []
        for node in nodes {
            let target = fields.diagnostics.map(node, .target, of: "an entry of 'targets'") {
                fields -> UpstreamTarget? in
                fields.require("url", "write 'url: http://host:port', or a variable")
                let weight = fields.value("weight", .int(in: 1...1_000)) ?? 1
                return fields.marked("url", .upstreamURL).map { UpstreamTarget(url: $0, weight: weight) }
            }
            guard let target = target ?? nil else { continue }
            if let twin = targets.first(where: { $0.url.value == target.url.value }) {
                fields.diagnostics.error(
                    at: target.url.mark,
                    "the target is the same as that at \(twin.url.mark.place); give one of them a 'weight' instead")
            }
            targets.append(target)
        }
        return targets
    }

    /// As many as a word has bits, which is how the gateway tells those that are up.
    static let most = 64
}

extension Shape<RequestKey> {
    /// `ip`, or one of `{ header: … }`, `{ cookie: … }` and `{ claim: … }`.
    static var requestKey: Shape {
        let forms = "write 'ip', '{ header: X-Tenant }', '{ cookie: session }' or '{ claim: sub }'"
        return Shape { node throws(Fault) in
            switch node.content {
            case .scalar(let scalar) where scalar.isText && scalar.text == "ip": return .address
            case .map(let entries) where entries.count == 1:
                let value = entries[0].value
                switch entries[0].key.value {
                case "header": return .header(try Shape<String>.headerName.read(value))
                case "cookie": return .cookie(try Shape<String>.headerName.read(value))
                case "claim": return .claim(try Shape<String>.text.read(value))
                default: throw Fault("has another key than 'header', 'cookie' or 'claim'; \(forms)")
                }
            case .scalar, .map, .list, .broken: throw Fault("is not what requests can be told by; \(forms)")
            }
        }
    }
}

extension Shape<String> {
    /// What a health check asks for: a path, perhaps with a query.
    fileprivate static var checkedPath: Shape {
        fixedText("a path such as /health") { text throws(Fault) in
            guard text.hasPrefix("/"), text.utf8.allSatisfy({ $0 > 0x20 && $0 < 0x7F && $0 != UInt8(ascii: "#") })
            else {
                throw Fault("is '\(text.visible)', which is no path; write one such as /health, percent-encoded")
            }
            let path = text.prefix { $0 != "?" }
            let hasDots = path.split(separator: "/").contains { segment in
                let plain = segment.replacing("%2e", with: ".").replacing("%2E", with: ".")
                return plain == "." || plain == ".."
            }
            guard !hasDots else {
                throw Fault("is '\(text.visible)', which has a '.' or '..' segment; write the path it leads to")
            }
            return text
        }
    }
}
