extension ByteView {
    /// The value of a `Content-Type` without its parameters (RFC 9110, 8.3.1).
    var mediaType: ByteView { prefix(firstIndex(of: UInt8(ascii: ";")) ?? count).trimmed }

    /// Whether this is a media type whose suffix says that it is JSON (RFC 6839, 3.1).
    var isJSONBySuffix: Bool { count > 5 && suffix(from: count - 5).equalsIgnoringCase("+json") }
}
