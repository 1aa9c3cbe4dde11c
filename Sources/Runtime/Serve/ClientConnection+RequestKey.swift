// What tells requests from others (`hash_on`).
extension ClientConnection {
    /// The hash of what the key names; of the client's address where the request does not have it.
    func hash(of key: RequestKey) -> UInt64 {
        switch key {
        case .address: break
        case .header(let name):
            if let value = head.fields.first(name), !value.isEmpty { return Self.hash(value) }
        case .cookie(let name):
            if let value = head.fields.cookie(name), !value.isEmpty { return Self.hash(value) }
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
    /// The value of the first cookie of a name (RFC 6265, 4.2.1); names count with their case.
    fileprivate func cookie(_ name: StaticString) -> ByteView? {
        for index in 0..<count where self.name(at: index).equalsIgnoringCase("cookie") {
            var rest = value(at: index)
            while !rest.isEmpty {
                let length = rest.firstIndex(of: UInt8(ascii: ";")) ?? rest.count
                let pair = rest.prefix(length).trimmed
                rest = rest.suffix(from: min(length + 1, rest.count))
                guard let equals = pair.firstIndex(of: UInt8(ascii: "=")), pair.prefix(equals).equals(name) else {
                    continue
                }
                return pair.suffix(from: equals + 1)
            }
        }
        return nil
    }
}
