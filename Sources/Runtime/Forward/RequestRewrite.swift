extension RouteTable {
    /// Gives the route's upstream another `Host` than its own.
    @inline(never)
    public mutating func rewriteHost(_ route: some Ordinal, _ host: StaticString) {
        routes[Int(route.index)].rewriteHost = host
    }

    /// Changes the query of the route's requests before they go upstream.
    /// - Parameters:
    ///   - set: takes the place of what was sent under the name.
    ///   - add: stands behind it.
    ///   - remove: does not go on.
    @inline(never)
    public mutating func rewriteQuery(
        _ route: some Ordinal, set: KeyValuePairs<StaticString, StaticString> = [:],
        add: KeyValuePairs<StaticString, StaticString> = [:], remove: [StaticString] = []
    ) {
        routes[Int(route.index)].queryChanges = ValueChanges(set: set, add: add, remove: remove)
    }
}

/// What a route changes in the line and the `Host` of its requests beside their path, made ready.
final class RequestRewrite: Sendable {
    /// None for the upstream's own.
    let host: [UInt8]?
    private let dropped: [[UInt8]]
    /// `name=value` with `&` between, as a query has them.
    private let added: [UInt8]

    init(host: StaticString?, query: ValueChanges) {
        self.host = host.map { Array("\($0)".utf8) }
        dropped = (query.set.map(\.name) + query.remove).map { Array($0.utf8) }
        added = (query.set + query.add).map { Self.encoded($0.name) + [UInt8(ascii: "=")] + Self.encoded($0.value) }
            .joined(separator: [UInt8(ascii: "&")]).map(\.self)
    }

    /// Writes what stands behind the path: the query with its `?`, or nothing. Parameters that stay go on as they were sent.
    func writeQuery(_ query: ByteView?, into output: ByteWriter) {
        if dropped.isEmpty, added.isEmpty {
            guard let query else { return }
            output.put("?")
            output.put(query)
            return
        }
        var separator: StaticString = "?"
        var rest = query
        while let parameters = rest, !parameters.isEmpty {
            let length = parameters.firstIndex(of: UInt8(ascii: "&")) ?? parameters.count
            let pair = parameters.prefix(length)
            rest = parameters.suffix(from: min(length + 1, parameters.count))
            if pair.isEmpty || isDropped(pair.prefix(pair.firstIndex(of: UInt8(ascii: "=")) ?? pair.count)) { continue }
            output.put(separator)
            output.put(pair)
            separator = "&"
        }
        if added.isEmpty { return }
        output.put(separator)
        output.put(added)
    }

    private func isDropped(_ name: ByteView) -> Bool {
        for dropped in dropped where Self.decodes(name, to: dropped) { return true }
        return false
    }

    /// Whether these bytes of a query stand for the name.
    private static func decodes(_ bytes: ByteView, to name: [UInt8]) -> Bool {
        var (index, matched) = (0, 0)
        while index < bytes.count {
            guard let (byte, next) = bytes.decodedByte(at: index), matched < name.count, name[matched] == byte else {
                return false
            }
            matched += 1
            index = next
        }
        return matched == name.count
    }

    /// RFC 3986, 2.3: all but unreserved characters as escapes.
    private static func encoded(_ text: String) -> [UInt8] {
        let classes = ByteClass.table
        let digits = Array("0123456789ABCDEF".utf8)
        return text.utf8.flatMap { byte in
            classes[Int(byte)].contains(.unreserved)
                ? [byte] : [UInt8(ascii: "%"), digits[Int(byte >> 4)], digits[Int(byte & 15)]]
        }
    }
}
