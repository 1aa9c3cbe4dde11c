/// Which responses of an upstream are worth compressing, and may be.
enum CompressionRules {
    /// Shorter bodies gain nothing that is worth the work.
    static let shortest = 1024

    /// Whether a response may be compressed for clients that take it; as to HEAD and of a 304, whether that to a GET may.
    static func apply(
        to head: borrowing ResponseHead, _ fields: HeaderFields, framing: BodyFraming, for method: Method
    ) -> Bool {
        if head.status == 304 { return true }
        let framing = method == .head ? head.facts.contentLength.map { .length($0) } ?? .chunked : framing
        switch framing {
        case .none: return false
        case .length(let length) where length < shortest: return false
        case .length, .chunked, .untilClose: break
        }
        // Parts of a body are parts of what it was (RFC 9110, 15.3.7).
        guard head.status >= 200, head.status != 206 else { return false }
        var isCompressible = false
        for index in 0..<fields.count where fields.kind(at: index) == .endToEnd {
            let (name, value) = (fields.name(at: index), fields.value(at: index))
            if name.equalsIgnoringCase("Content-Type") {
                isCompressible = isText(value.mediaType)
            } else if name.equalsIgnoringCase("Content-Encoding"), !value.equalsIgnoringCase("identity") {
                return false
            } else if name.equalsIgnoringCase("Content-Range") {
                return false
            } else if name.equalsIgnoringCase("Cache-Control"), forbidsTransforming(value) {
                return false
            }
        }
        return isCompressible
    }

    /// Whether the request or the response is to pass as it is (RFC 9111, 5.2.1.6 and 5.2.2.6).
    static func forbidsTransforming(_ value: ByteView) -> Bool {
        var members = ListMembers(value)
        while let member = members.next() {
            if member.equalsIgnoringCase("no-transform") { return true }
        }
        return false
    }

    /// Types that are text, but for the one that streams.
    private static func isText(_ type: ByteView) -> Bool {
        if type.count > 5, type.prefix(5).equalsIgnoringCase("text/") {
            return !type.equalsIgnoringCase("text/event-stream")
        }
        if type.isJSONBySuffix { return true }
        if type.count > 4, type.suffix(from: type.count - 4).equalsIgnoringCase("+xml") { return true }
        return types.contains { type.equalsIgnoringCase($0) }
    }

    private static let types: [StaticString] = [
        "application/json", "application/javascript", "application/xml", "application/x-ndjson",
        "application/graphql-response", "application/x-javascript", "application/yaml", "application/wasm",
    ]
}
