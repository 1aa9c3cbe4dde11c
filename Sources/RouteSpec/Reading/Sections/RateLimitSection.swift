extension Fields {
    /// `rate_limit`: `none`, one limit, or a list with one by the address and one by something else.
    mutating func rateLimits() -> RateLimits? {
        guard let entry = entry("rate_limit") else { return nil }
        switch entry.value.content {
        case .scalar:
            _ = diagnostics.read(entry.value, as: .none, of: "'rate_limit'")
            return RateLimits(limits: [], isShared: false)
        case .list(let nodes):
            if nodes.isEmpty {
                diagnostics.error(
                    at: entry.value.mark, "'rate_limit' is an empty list; write 'none', or one limit at least")
            }
            return RateLimits(
                limits: distinct(nodes.compactMap { limit($0, of: "an entry of 'rate_limit'") }), isShared: false)
        default:
            return RateLimits(limits: limit(entry.value, of: "'rate_limit'").map { [$0] } ?? [], isShared: false)
        }
    }

    private mutating func limit(_ node: Node, of subject: String) -> RateLimit? {
        diagnostics.map(node, .rateLimit, of: subject) { RateLimit(reading: &$0) }
    }

    /// One limit holds before anything but the address is known, one when all is: a second of a kind would never be asked.
    private mutating func distinct(_ limits: [RateLimit]) -> [RateLimit] {
        for (index, limit) in limits.enumerated() {
            let other = limits[..<index].first { ($0.key == .address) == (limit.key == .address) }
            guard let other else { continue }
            diagnostics.error(
                at: limit.mark,
                "the limit is the second \(limit.key == .address ? "by the address" : "by the caller"), after the one at "
                    + "\(other.mark.place); keep one by the address, and one by a claim")
        }
        return limits
    }
}

extension RateLimit {
    fileprivate init(reading fields: inout Fields) {
        let (key, scope) = (fields.marked("key", .text), fields.marked("scope", Shape<LimitScope>.choice))
        let rate = fields.rate()
        let tierClaim = fields.marked("tier_claim", .text)
        let tiers = fields.tiers()
        _ = fields.value("algorithm", Shape<LimitAlgorithm>.choice)
        self.init(
            mark: fields.firstKey, key: .subject, rate: rate, tierClaim: tierClaim?.value, tiers: tiers ?? [])
        if let key, let scope {
            fields.diagnostics.error(
                at: scope.mark, "'scope' cannot stand beside 'key' at \(key.mark.place); keep one of them")
        }
        if let key { self.key = key.value == "ip" ? .address : .claim(key.value) }
        if let scope { self.key = scope.value == .ip ? .address : .subject }
        if let tierClaim, self.key == .address {
            fields.diagnostics.error(
                at: tierClaim.mark,
                "'tier_claim' is a claim of a token, and the limit goes by the address; give it a 'key' that is a claim"
            )
        }
        let entries = fields.entries
        let says = { (key: String) in entries.contains { $0.key.value == key } }
        if says("tiers") != says("tier_claim") {
            let missing = says("tiers") ? "tier_claim" : "tiers"
            fields.lack(
                missing,
                "'\(missing)' is missing in rate_limit; write "
                    + (missing == "tiers"
                        ? "'tiers: { free: { requests: 60, per: 1m } }'" : "the claim that names the tier"))
        }
        if let fallback = self.tiers.first(where: { $0.name.value == "default" }), rate != nil {
            fields.diagnostics.error(
                at: fallback.name.mark,
                "the tier 'default' and a rate beside 'tiers' are both for whoever has no tier; keep one of them")
        }
        if !says("tiers"), !["requests", "rps", "per", "burst"].contains(where: says) {
            fields.lack("requests", "'requests' is missing in rate_limit; write 'requests: 100, per: 1m', or 'rps: 5'")
        }
    }
}

extension Fields {
    /// `requests` and `per`, or `rps`; and `burst`. Whether there must be one is the caller's to say.
    fileprivate mutating func rate() -> RateLimit.Rate? {
        let requests = marked("requests", .count)
        let per = value("per", .duration(in: .milliseconds(1)...Duration.seconds(30 * 86_400)))
        let perSecond = marked("rps", .count)
        let burst = marked("burst", .optionalCount)
        let says = { (entries: [Node.Entry], key: String) in entries.first { $0.key.value == key } }
        if let rps = says(entries, "rps"), let other = says(entries, "requests") ?? says(entries, "per") {
            diagnostics.error(
                at: rps.key.mark, "'rps' cannot stand beside '\(other.key.value)'; keep 'requests' and 'per', or 'rps'")
        } else if says(entries, "requests") != nil, says(entries, "per") == nil {
            lack("per", "'per' is missing beside 'requests'; write 'per: 1m'")
        } else if says(entries, "per") != nil, says(entries, "requests") == nil {
            lack("requests", "'requests' is missing beside 'per'; write 'requests: 100'")
        } else if let burst = says(entries, "burst"), says(entries, "rps") == nil, says(entries, "requests") == nil {
            diagnostics.error(
                at: burst.key.mark, "'burst' has no rate beside it; write 'requests' and 'per', or 'rps'")
        }
        let rate =
            perSecond.map { RateLimit.Rate(requests: $0.value, per: .seconds(1), burst: burst?.value) }
            ?? requests.flatMap { requests in
                per.map { RateLimit.Rate(requests: requests.value, per: $0, burst: burst?.value) }
            }
        if let rate, rate.isEndless, let mark = (burst ?? requests ?? perSecond)?.mark {
            diagnostics.error(
                at: mark, "the burst would take more than a year to come back at this rate; give a smaller one")
        }
        return rate
    }

    /// `tiers`: name and rate.
    fileprivate mutating func tiers() -> [(name: Marked<String>, rate: RateLimit.Rate)]? {
        guard let tiers = entries("tiers") else { return nil }
        if tiers.isEmpty, let entry = entries.first(where: { $0.key.value == "tiers" }) {
            diagnostics.error(at: entry.value.mark, "'tiers' is empty; write one tier at least")
        }
        return tiers.compactMap { tier in
            let name = diagnostics.read(key: tier.key, as: .text, of: "the tier")
            let rate = diagnostics.map(tier.value, .tier, of: "'\(tier.key.value)'") { fields in
                if fields.entries.isEmpty {
                    fields.lack(
                        "requests", "'requests' is missing in a tier; write 'requests: 100, per: 1m', or 'rps: 5'")
                }
                return fields.rate()
            }
            guard let name, let rate = rate ?? nil else { return nil }
            return (name, rate)
        }
    }
}

private enum LimitScope: String, CaseIterable { case user, ip }

/// How a rate is kept: there is one way.
private enum LimitAlgorithm: String, CaseIterable { case gcra }

extension Shape<Void> {
    /// The word that takes a default away.
    fileprivate static var none: Shape {
        .rawText("a limit such as { requests: 100, per: 1m }, or none") { text throws(Fault) in
            guard text == "none" else {
                throw Fault("is '\(text.visible)'; write a limit such as { requests: 100, per: 1m }, or none")
            }
        }
    }
}

extension RateLimit.Rate {
    /// The numbers, where they are settled when the gateway is built.
    var fixed: (requests: Int, burst: Int)? {
        guard let requests = Int(requests.text), let burst = burst.map({ Int($0.text) }) ?? requests else { return nil }
        return (requests, burst)
    }

    /// Whether a bucket would take more than a year to be full again.
    fileprivate var isEndless: Bool {
        guard let (requests, burst) = fixed else { return false }
        return per / requests > .seconds(365 * 86_400) / burst
    }

    /// `100/60s`, `100/60s+10`
    var text: String { "\(requests.text)/\(per.specText)" + (burst.map { "+\($0.text)" } ?? "") }
}

extension RateLimit {
    /// `100/60s+10 by user_id`, `free 60/60s, pro 600/60s by sub`
    var text: String {
        let rates = (rate.map { [$0.text] } ?? []) + tiers.map { "\($0.name.value) \($0.rate.text)" }
        return "\(rates.joined(separator: ", ")) by \(key.text)"
    }
}

extension RateLimit.Key {
    var text: String {
        switch self {
        case .address: "ip"
        case .subject: "user"
        case .claim(let name): name
        }
    }
}
