/// The header fields of a typed client's request or response, in order.
public typealias UpstreamHeaders = [(name: String, value: String)]

/// What an upstream answered to a typed client.
public struct UpstreamResponse: Sendable {
    public let status: Int
    /// In the order they came, names as they were sent.
    public let headers: UpstreamHeaders
    public let body: [UInt8]

    public init(status: Int, headers: UpstreamHeaders, body: [UInt8]) {
        self.status = status
        self.headers = headers
        self.body = body
    }
}
