extension HeaderFields {
    /// Shows the values of the cookies of a name (RFC 6265, 4.2.1), whose case counts.
    /// - Parameter take: whether it wants to see another.
    @inline(__always)
    func eachCookie(_ name: StaticString, _ take: (ByteView) -> Bool) {
        for index in 0..<count where self.name(at: index).equalsIgnoringCase("cookie") {
            var rest = value(at: index)
            while !rest.isEmpty {
                let length = rest.firstIndex(of: UInt8(ascii: ";")) ?? rest.count
                let pair = rest.prefix(length).trimmed
                rest = rest.suffix(from: min(length + 1, rest.count))
                guard let equals = pair.firstIndex(of: UInt8(ascii: "=")), pair.prefix(equals).equals(name) else {
                    continue
                }
                if !take(pair.suffix(from: equals + 1)) { return }
            }
        }
    }
}
