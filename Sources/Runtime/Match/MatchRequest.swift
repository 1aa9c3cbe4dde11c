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

    /// Whether there is a header field of this name, whose case does not count.
    public func hasHeader(_ name: StaticString) -> Bool { ignoresFields || fields.first(name) != nil }

    /// Whether a header field has exactly this value, whose case counts.
    public func hasHeader(_ name: StaticString, _ value: StaticString) -> Bool {
        ignoresFields || fields.contains(name, value)
    }

    /// Whether the value of a header field begins so.
    public func hasHeader(_ name: StaticString, prefix: StaticString) -> Bool {
        ignoresFields || fields.contains(name) { $0.hasPrefix(prefix) }
    }

    /// Whether the value of a header field is as the table has it, which the compiler makes of a regular expression.
    public func hasHeader(_ name: StaticString, like table: StaticString) -> Bool {
        ignoresFields || fields.contains(name) { $0.matches(table) }
    }

    /// Whether there is a query parameter of this name, percent-decoded.
    public func hasQuery(_ name: StaticString) -> Bool { QueryParameters(query).first(name) != nil }

    /// Whether the first query parameter of this name has this value, both percent-decoded.
    public func hasQuery(_ name: StaticString, _ value: StaticString) -> Bool {
        QueryParameters(query).first(name).map { $0.decodesTo(value) } ?? false
    }

    /// Whether the value of the first query parameter of this name begins so, both percent-decoded.
    public func hasQuery(_ name: StaticString, prefix: StaticString) -> Bool {
        QueryParameters(query).first(name).map { $0.decodedHasPrefix(prefix) } ?? false
    }

    /// Whether the value of the first query parameter of this name, percent-decoded, is as the table has it.
    public func hasQuery(_ name: StaticString, like table: StaticString) -> Bool {
        QueryParameters(query).first(name).map { $0.decodedMatches(table) } ?? false
    }
}
