// What tells requests from others (`hash_on`).
extension ClientConnection {
    /// The hash of what the key names; of the client's address where the request does not have it.
    func hash(of key: RequestKey) -> UInt64 {
        switch key {
        case .address: break
        case .header(let name):
            if let value = head.fields.first(name), !value.isEmpty { return Self.hash(value) }
        case .cookie(let name):
            if let value = head.fields.firstCookie(name), !value.isEmpty { return Self.hash(value) }
        case .claim(let name):
            if let value = exchange.grant?.hash(ofClaim: name) { return value }
        }
        if let client = exchange.client {
            var word: UInt64 = 0
            client.withText { word = Self.hash($0) }
            return word
        }
        return TargetHash.mix(TargetHash.hash(address.text))
    }

    private static func hash(_ value: ByteView) -> UInt64 { TargetHash.mix(TargetHash.hash(value.bytes)) }
}

extension HeaderFields {
    fileprivate func firstCookie(_ name: StaticString) -> ByteView? {
        var found: ByteView?
        eachCookie(name) { value in
            found = value
            return false
        }
        return found
    }
}
