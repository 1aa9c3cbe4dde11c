/// What a header field means to a gateway.
enum FieldKind: UInt8, Sendable {
    /// Passed on as it was sent.
    case endToEnd
    case host
    case contentLength
    case transferEncoding
    case connection
    case expect
    case authorization
    case userAgent
    case date
    /// `X-Request-ID`.
    case requestID
    /// Meant for one connection only (RFC 9110, 7.6.1), and so never passed on; also what some upstreams take for a field
    /// that frames a message, `Content_Length` and `Transfer_Encoding`.
    case hopByHop
    /// What proxies say about the client: dropped, unless it comes from a trusted one (``ForwardingFields``).
    case forwarding

    init(named name: String) {
        var name = name
        self = name.withUTF8 { bytes in
            bytes.baseAddress.map { FieldKind(ByteView($0, count: bytes.count)) } ?? .endToEnd
        }
    }

    /// The kind of the field with this name, which is not empty.
    init(_ name: ByteView) {
        self = .endToEnd
        // The length and the first letter tell all but a few names apart, so that most fields cost one jump.
        switch (name.count, name.start[0] | 0x20) {
        case (2, UInt8(ascii: "t")) where name.equalsIgnoringCase("te"): self = .hopByHop
        case (4, UInt8(ascii: "d")) where name.equalsIgnoringCase("date"): self = .date
        case (4, UInt8(ascii: "h")) where name.equalsIgnoringCase("host"): self = .host
        case (6, UInt8(ascii: "e")) where name.equalsIgnoringCase("expect"): self = .expect
        case (7, UInt8(ascii: "t")) where name.equalsIgnoringCase("trailer"): self = .hopByHop
        case (7, UInt8(ascii: "u")) where name.equalsIgnoringCase("upgrade"): self = .hopByHop
        case (9, UInt8(ascii: "f")) where name.equalsIgnoringCase("forwarded"): self = .forwarding
        case (9, UInt8(ascii: "x")) where name.namesField("x-real-ip"): self = .forwarding
        case (10, UInt8(ascii: "c")) where name.equalsIgnoringCase("connection"): self = .connection
        case (10, UInt8(ascii: "k")) where name.equalsIgnoringCase("keep-alive"): self = .hopByHop
        case (10, UInt8(ascii: "u")) where name.equalsIgnoringCase("user-agent"): self = .userAgent
        case (12, UInt8(ascii: "x")) where name.namesField("x-request-id"): self = .requestID
        case (13, UInt8(ascii: "a")) where name.equalsIgnoringCase("authorization"): self = .authorization
        case (14, UInt8(ascii: "c")) where name.equalsIgnoringCase("content-length"): self = .contentLength
        case (14, UInt8(ascii: "c")) where name.namesField("content-length"): self = .hopByHop
        case (16, UInt8(ascii: "p")) where name.equalsIgnoringCase("proxy-connection"): self = .hopByHop
        case (17, UInt8(ascii: "t")) where name.equalsIgnoringCase("transfer-encoding"): self = .transferEncoding
        case (17, UInt8(ascii: "t")) where name.namesField("transfer-encoding"): self = .hopByHop
        case (18, UInt8(ascii: "p")) where name.equalsIgnoringCase("proxy-authenticate"): self = .hopByHop
        case (19, UInt8(ascii: "p")) where name.equalsIgnoringCase("proxy-authorization"): self = .hopByHop
        case (12..., UInt8(ascii: "x")) where name.prefix(12).namesField("x-forwarded-"): self = .forwarding
        default: break
        }
    }
}

extension ByteView {
    /// Whether this is the field name, which is written in small letters, with `_` equal to `-`: upstreams that make
    /// variables of header names (CGI, WSGI) cannot tell the two apart.
    func namesField(_ name: StaticString) -> Bool {
        guard count == name.utf8CodeUnitCount else { return false }
        for index in 0..<count {
            let byte = start[index] == UInt8(ascii: "_") ? UInt8(ascii: "-") : start[index].asciiLowercased
            if byte != name.utf8Start[index] { return false }
        }
        return true
    }
}
