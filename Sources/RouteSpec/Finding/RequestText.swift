extension RouteRequest {
    /// Takes a target as it stands in a request line: a path, and perhaps a query.
    public init(method: String, target: String) throws(RequestPath.Refusal) {
        let parts = target.split(separator: "?", maxSplits: 1, omittingEmptySubsequences: false).map(String.init)
        self.init(method: method, path: try RequestPath(parts[0]))
        queryText = parts.count > 1 ? parts[1] : nil
        for byte in (queryText ?? "").utf8 {
            guard (0x21...0x7E).contains(byte) else {
                throw RequestPath.Refusal(reason: "the query has a byte that is not visible ASCII")
            }
            guard byte != UInt8(ascii: "#") else { throw RequestPath.Refusal(reason: "the query has a '#'") }
        }
        query = queryParameters(of: queryText ?? "")
    }

    /// What is wrong with a request as somebody has typed it, and what to do.
    public static func fault(method: String, target: String, headers: [String]) -> String? {
        let isToken = !method.isEmpty && method.utf8.allSatisfy { (0x21...0x7E).contains($0) }
        guard isToken else { return "'\(method)' is not a method." }
        // RFC 9110, 9.1: `get` is another method than `GET`, and one that nobody means.
        guard method == method.uppercased() else {
            return "Methods are case-sensitive: did you mean '\(method.uppercased())'?"
        }
        guard target.hasPrefix("/") else { return "The path '\(target)' must begin with '/'." }
        let isField = { (header: String) in
            header.contains(":") && String(header.prefix { $0 != ":" }).isToken
        }
        return headers.first { !isField($0) }.map { "The header '\($0)' is not of the form 'Name: value'." }
    }
}

extension RouteRequest.Field {
    /// A header field as it is written: `Name: value`.
    public init(field: String) {
        let pair = field.split(separator: ":", maxSplits: 1, omittingEmptySubsequences: false)
        self.init(name: String(pair[0]), value: pair.count > 1 ? String(pair[1].drop { $0 == " " }) : "")
    }
}

/// The parameters of a query, decoded as forms are.
private func queryParameters(of query: String) -> [RouteRequest.Field] {
    query.split(separator: "&").map { pair in
        let parts = pair.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false).map {
            decoded(String($0))
        }
        return RouteRequest.Field(name: parts[0], value: parts.count > 1 ? parts[1] : "")
    }
}

/// A name or a value of a query, decoded.
func decoded(_ text: String) -> String {
    var bytes: [UInt8] = []
    var rest = Array(text.utf8)[...]
    while let byte = rest.popFirst() {
        if byte == UInt8(ascii: "%"), rest.count >= 2,
            let value = UInt8(String(decoding: rest.prefix(2), as: UTF8.self), radix: 16)
        {
            bytes.append(value)
            rest = rest.dropFirst(2)
        } else {
            bytes.append(byte == UInt8(ascii: "+") ? UInt8(ascii: " ") : byte)
        }
    }
    return String(decoding: bytes, as: UTF8.self)
}
