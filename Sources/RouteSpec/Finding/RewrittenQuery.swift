extension ValueChanges {
    /// A request's query as its upstream gets it, with its `?`, or nothing: what stays, as it was sent, and behind it what is
    /// set and added.
    func query(from sent: String?) -> String {
        if names.isEmpty { return sent.map { "?" + $0 } ?? "" }
        let dropped = (self.set.map(\.name) + remove).map(\.value)
        let kept = (sent ?? "").split(separator: "&").filter { pair in
            !dropped.contains(decoded(String(pair.prefix { $0 != "=" })))
        }
        let pairs = kept.map(String.init) + (self.set + add).map { "\($0.name.value.escaped)=\($0.value.escaped)" }
        return pairs.isEmpty ? "" : "?" + pairs.joined(separator: "&")
    }
}

extension String {
    /// RFC 3986, 2.3: all but unreserved characters as escapes.
    fileprivate var escaped: String {
        let bytes = utf8.flatMap { byte -> [UInt8] in
            if byte.isUnreserved { return [byte] }
            let digits = String(byte, radix: 16, uppercase: true)
            return Array("%\(digits.count == 1 ? "0" : "")\(digits)".utf8)
        }
        return String(decoding: bytes, as: UTF8.self)
    }
}
