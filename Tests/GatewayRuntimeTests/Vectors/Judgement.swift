/// Where the strict reading and the collections differ: each of them, and why.
enum Judgement {
    /// By the beginning of a vector's name, or of its note.
    static let differences: [String: String] = [
        // Taken by llhttp, refused by us.
        "llhttp/050": "CONNECT: the gateway is no tunnel", "llhttp/051": "CONNECT: the gateway is no tunnel",
        "llhttp/052": "CONNECT: the gateway is no tunnel", "llhttp/113": "CONNECT: the gateway is no tunnel",
        "llhttp/053": "the target * is for OPTIONS only (RFC 9112, 3.2.4)",
        "llhttp/063": "the target * is for OPTIONS only (RFC 9112, 3.2.4)",
        "llhttp/060": "ICE is not HTTP", "llhttp/061": "RTSP is not HTTP", "llhttp/062": "RTSP is not HTTP",
        "llhttp/075": "HTTP/0.9 is not HTTP/1.0 or 1.1",
        "llhttp/097": "of transfer codings there is only chunked",
        "llhttp/098": "of transfer codings there is only chunked",
        "llhttp/112": "a fragment has no place in a target (RFC 9112, 3.2)",
        "llhttp/114": "a name and password before a host (RFC 9110, 4.2.4)",
        // Refused by llhttp, taken by us.
        "llhttp/002": "what follows a connection's last request is nothing, it is not read",
        "llhttp/031": "any token is a method (RFC 9110, 9.1)", "llhttp/040": "any token is a method (RFC 9110, 9.1)",
        // Gadgets that are no gadgets to who reads strictly: the length rules, and the request is whole.
        "gadget 'X: X\\tTransfer-Encoding: chunked'": "a tab may stand inside a value",
        "gadget 'X: X Transfer-Encoding: chunked'": "a space may stand inside a value",
        "gadget 'X: X\\xa0Transfer-Encoding: chunked'": "bytes over 0x7F may stand inside a value",
        "gadget 'X: X\u{ff}Transfer-Encoding: chunked'": "bytes over 0x7F may stand inside a value",
        "gadget 'Transfer_Encoding: chunked'": "another name, and one that is not passed on",
        "gadget 'Content-Encoding: chunked'": "another name, whose value frames nothing",
    ]

    static func entry(for vector: Vector) -> String? {
        differences.keys.first { vector.name.hasPrefix($0) || vector.note.hasPrefix($0) }
    }
}
