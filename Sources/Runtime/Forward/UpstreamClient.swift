/// The path and query of a request to an upstream, put together by a typed client.
public struct UpstreamTarget: Sendable {
    private(set) var text = ""
    private var hasQuery = false

    public init(_ path: StaticString) { text = "\(path)" }

    /// Appends bytes of the path that are fixed in the spec.
    public mutating func append(_ literal: StaticString) { text += "\(literal)" }

    /// Appends one segment's value, percent-encoded.
    public mutating func append(parameter value: some CustomStringConvertible) { encode(value.description, keeping: "") }

    /// Appends what a `*` stands for, percent-encoded but for its slashes.
    public mutating func append(rest value: String) { encode(value, keeping: "/") }

    /// Appends a query parameter; an absent value appends nothing.
    public mutating func append(query name: StaticString, _ value: (some CustomStringConvertible)?) {
        guard let value else { return }
        text += hasQuery ? "&" : "?"
        hasQuery = true
        encode("\(name)", keeping: "")
        text += "="
        encode(value.description, keeping: "")
    }

    /// Percent-encodes everything but unreserved characters (RFC 3986, 2.3).
    private mutating func encode(_ value: String, keeping kept: String) {
        let digits = Array("0123456789ABCDEF".unicodeScalars)
        for byte in value.utf8 {
            let scalar = Unicode.Scalar(byte)
            switch scalar {
            case "a"..."z", "A"..."Z", "0"..."9", "-", ".", "_", "~": text.unicodeScalars.append(scalar)
            case _ where kept.unicodeScalars.contains(scalar): text.unicodeScalars.append(scalar)
            default:
                text += "%"
                text.unicodeScalars.append(digits[Int(byte >> 4)])
                text.unicodeScalars.append(digits[Int(byte & 15)])
            }
        }
    }
}

/// What an upstream answered to a typed client.
public struct UpstreamResponse: Sendable {
    public let status: Int
    /// In the order they came, names as they were sent.
    public let headers: [(name: String, value: String)]
    public let body: [UInt8]

    public init(status: Int, headers: [(name: String, value: String)], body: [UInt8]) {
        self.status = status
        self.headers = headers
        self.body = body
    }
}
