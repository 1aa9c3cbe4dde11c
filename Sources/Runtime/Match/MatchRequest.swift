/// What a router may look at beside the path: the method, and for routes with `match` conditions host, headers and query.
///
/// The views are slices of the request's own bytes, valid during the match only.
public struct MatchRequest {
    public let method: Method
    /// The `Host` field's value, port and all, or nothing.
    public let host: ByteView
    /// What stands behind the first `?` of the target, or nothing.
    public let query: ByteView
    /// All header fields, in the order they came.
    public let fields: HeaderFields
    /// Whether conditions on header fields count as met: so for what a preflight announces.
    var ignoresFields = false

    public init(method: Method, host: ByteView, query: ByteView, fields: HeaderFields) {
        self.method = method
        self.host = host
        self.query = query
        self.fields = fields
    }

    /// This request with another method: how `Allow` is found out.
    public func with(method: Method) -> MatchRequest {
        var request = MatchRequest(method: method, host: host, query: query, fields: fields)
        request.ignoresFields = ignoresFields
        return request
    }

    /// Whether the request is for this host. Case and port do not count.
    public func isFor(host name: StaticString) -> Bool {
        HostName(host).equals(name)
    }

    /// Whether the request is for a host below this domain, at any depth: `*.example.com` is `isFor(hostBelow: "example.com")`.
    public func isFor(hostBelow domain: StaticString) -> Bool {
        HostName(host).isBelow(domain)
    }

    /// Whether a header field has exactly this value. The name's case does not count; the value's does.
    public func hasHeader(_ name: StaticString, _ value: StaticString) -> Bool {
        ignoresFields || fields.contains(name, value)
    }

    /// Whether the first query parameter of this name has this value, both percent-decoded.
    public func hasQuery(_ name: StaticString, _ value: StaticString) -> Bool {
        QueryParameters(query).first(name).map { $0.decodesTo(value) } ?? false
    }
}
