/// What the header fields of a limit say of it, made ready (draft-ietf-httpapi-ratelimit-headers-10, and the fields of 003).
///
/// The views are of memory that its owner gives back: all loops write these fields all the time, and would count references
/// to arrays against each other.
struct LimitFields: @unchecked Sendable {
    // `@unchecked Sendable`: the memory is written here, and never again.
    /// `"default"`
    let name: ByteView
    /// `"default";q=100;w=60`
    let policy: ByteView
    /// `X-RateLimit-Limit-RPS: 5`, `-Burst` and `-Route`, whole lines, and `X-RateLimit-Scope: `, behind which the scope stands.
    let legacy: ByteView

    /// The fields by which the gateway, and commonly others, say what is left of a limit.
    static let names = [
        "RateLimit", "RateLimit-Policy", "RateLimit-Limit", "RateLimit-Remaining", "RateLimit-Reset",
        "X-RateLimit-Limit", "X-RateLimit-Limit-RPS", "X-RateLimit-Burst", "X-RateLimit-Scope", "X-RateLimit-Route",
        "X-RateLimit-Remaining", "X-RateLimit-Reset", "X-RateLimit-Used", "X-RateLimit-Resource",
    ]

    init(_ rate: Rate, name: String, route: String) {
        let text = "\"\(Self.quoted(name))\""
        let quota = Self.quota(rate)
        policy = Self.keep("\(text);q=\(quota.requests);w=\(quota.seconds)")
        self.name = policy.prefix(text.utf8.count)
        legacy = Self.keep(
            "X-RateLimit-Limit-RPS: \(Self.perSecond(rate))\r\nX-RateLimit-Burst: \(rate.burst)\r\n"
                + "X-RateLimit-Route: \(Self.visible(route))\r\nX-RateLimit-Scope: ")
    }

    /// The bytes of a text in memory of their own.
    private static func keep(_ text: String) -> ByteView {
        let bytes = Array(text.utf8)
        let memory = UnsafeMutablePointer<UInt8>.allocate(capacity: bytes.count)
        memory.initialize(from: bytes, count: bytes.count)
        return ByteView(memory, count: bytes.count)
    }

    func deallocate() {
        policy.start.deallocate()
        legacy.start.deallocate()
    }

    /// How many requests in how many whole seconds: what the field has room for, and never more than the rate is.
    static func quota(_ rate: Rate) -> (requests: UInt64, seconds: UInt64) {
        let second: UInt64 = 1_000_000_000
        let seconds = (rate.per - 1) / second + 1
        let product = UInt64(rate.requests).multipliedFullWidth(by: seconds * second)
        // The time is no shorter than the rate's, and less than a second longer: the quotient fits wherever the field does.
        let requests = product.high < rate.per ? rate.per.dividingFullWidth(product).quotient : .max
        return (min(requests, 999_999_999_999_999), seconds)
    }

    /// `5`, `1.666`, `0.0008333`: requests a second, to a thousandth or to four digits, and never more than the rate is.
    static func perSecond(_ rate: Rate) -> String {
        var decimals = 3
        var unit = 1e12
        while Double(rate.requests) * unit < 1000 * Double(rate.per), decimals < 12 {
            decimals += 1
            unit *= 10
        }
        let scaled = (Double(rate.requests) * unit / Double(rate.per)).rounded(.down)
        let text = String(Int(exactly: scaled) ?? .max)
        let padded = String(repeating: "0", count: max(0, decimals + 1 - text.utf8.count)) + text
        var fraction = padded.suffix(decimals)
        while fraction.hasSuffix("0") { fraction.removeLast() }
        return padded.dropLast(decimals) + (fraction.isEmpty ? "" : ".\(fraction)")
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
    /// What was counted: the caller's claim, or his address.
    let scope: LimitScope
    let isAllowed: Bool
    let remaining: Int
    /// In seconds, rounded up: until there is a token again where none is left, else until the bucket is full.
    let reset: Int

    init(_ taking: Rate.Taking, rate: Int, scope: LimitScope) {
        self.rate = rate
        self.scope = scope
        isAllowed = taking.isAllowed
        remaining = taking.remaining
        let time = taking.remaining == 0 ? taking.wait : taking.full
        reset = Int(truncatingIfNeeded: (time &+ 999_999_999) / 1_000_000_000)
    }
}
