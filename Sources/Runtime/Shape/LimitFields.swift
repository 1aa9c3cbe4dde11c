/// What the header fields of a limit say of it, made ready (draft-ietf-httpapi-ratelimit-headers-10, and the fields of 003).
struct LimitFields: Sendable {
    /// `"default"`
    let name: [UInt8]
    /// `"default";q=100;w=60`
    let policy: [UInt8]
    /// `X-RateLimit-Limit-RPS: 5`, `-Burst`, `-Scope` and `-Route`, whole lines.
    let legacy: [UInt8]

    /// The fields by which the gateway, and commonly others, say what is left of a limit.
    static let names = [
        "RateLimit", "RateLimit-Policy", "RateLimit-Limit", "RateLimit-Remaining", "RateLimit-Reset",
        "X-RateLimit-Limit", "X-RateLimit-Limit-RPS", "X-RateLimit-Burst", "X-RateLimit-Scope", "X-RateLimit-Route",
        "X-RateLimit-Remaining", "X-RateLimit-Reset", "X-RateLimit-Used", "X-RateLimit-Resource",
    ]

    init(_ rate: Rate, name: String, scope: String, route: String) {
        let text = "\"\(Self.quoted(name))\""
        self.name = Array(text.utf8)
        let window = (rate.per + 999_999_999) / 1_000_000_000
        policy = Array("\(text);q=\(rate.requests);w=\(window)".utf8)
        legacy = Array(
            ("X-RateLimit-Limit-RPS: \(Self.perSecond(rate))\r\nX-RateLimit-Burst: \(rate.burst)\r\n"
                + "X-RateLimit-Scope: \(scope)\r\nX-RateLimit-Route: \(Self.visible(route))\r\n").utf8)
    }

    /// `5`, `1.667`: requests a second, to a thousandth.
    static func perSecond(_ rate: Rate) -> String {
        let thousandths = (Double(rate.requests) * 1e12 / Double(rate.per)).rounded()
        let text = String(Int(exactly: thousandths) ?? .max)
        let padded = String(repeating: "0", count: max(0, 4 - text.utf8.count)) + text
        var fraction = padded.suffix(3)
        while fraction.hasSuffix("0") { fraction.removeLast() }
        return padded.dropLast(3) + (fraction.isEmpty ? "" : ".\(fraction)")
    }

    /// The inside of a structured field's string (RFC 8941, 3.3.3).
    private static func quoted(_ text: String) -> String {
        visible(text).replacing("\\", with: "\\\\").replacing("\"", with: "\\\"")
    }

    /// What is no visible ASCII could not stand in a field.
    private static func visible(_ text: String) -> String {
        String(decoding: text.utf8.map { (0x20...0x7E).contains($0) ? $0 : UInt8(ascii: "?") }, as: UTF8.self)
    }
}

/// What became of a request by a limit, until its response is written.
struct LimitOutcome {
    /// Which of the limit's rates the caller has.
    let rate: Int
    let isAllowed: Bool
    let remaining: Int
    /// In seconds, rounded up: until there is a token again where none is left, else until the bucket is full.
    let reset: Int

    init(_ taking: Rate.Taking, rate: Int) {
        self.rate = rate
        isAllowed = taking.isAllowed
        remaining = taking.remaining
        let time = taking.remaining == 0 ? taking.wait : taking.full
        reset = Int(truncatingIfNeeded: (time &+ 999_999_999) / 1_000_000_000)
    }
}
