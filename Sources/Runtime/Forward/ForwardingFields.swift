/// Who is at the other end of a client's connection: found out once a connection.
struct ClientAddress {
    /// None where the connection does not come over IP.
    let peer: IPAddress?
    /// The peer's address as it stands in headers and logs, without its port.
    let text: [UInt8]
    /// Whether the peer is one of `server.trusted_proxies`: only then is its word on the client believed.
    let isTrusted: Bool

    static let unknown = ClientAddress(nil, trusted: [])

    init(_ peer: IPAddress?, trusted: [AddressRange]) {
        self.peer = peer
        text = peer?.withText { Array($0.bytes) } ?? []
        isTrusted = peer.map { peer in trusted.contains { $0.contains(peer) } } ?? false
    }
}

/// The host and the scheme that a client asked for.
struct ForwardedOrigin {
    /// With its port where there is one; empty where the client did not say.
    let host: ByteView
    let isSecure: Bool
}

/// What the proxies before an upstream say about the client: `X-Forwarded-For`, `-Host` and `-Proto`, `X-Real-IP` and
/// `Forwarded` (RFC 7239). Of all of them only those of a trusted proxy count; from anybody else they are dropped.
enum ForwardingFields {
    /// The client's address as a trusted proxy has it: the left-most of `X-Forwarded-For`, else `X-Real-IP`, else the first
    /// `for` of `Forwarded`. None where that is no address.
    static func client(in fields: HeaderFields) -> IPAddress? {
        if let value = firstValue(of: "X-Forwarded-For", in: fields), let address = IPAddress(withPort: value) {
            return address
        }
        if let value = fields.first("X-Real-IP"), let address = IPAddress(withPort: value) { return address }
        return forwardedFor(in: fields)
    }

    /// The address that the outermost of the trusted proxies was called from: the right-most of `X-Forwarded-For` that is none of
    /// theirs. What stands left of it came from there, and may be anything. Else `X-Real-IP`; none where that is no address.
    static func nearestClient(in fields: HeaderFields, trusted: [AddressRange]) -> IPAddress? {
        var nearest: IPAddress?
        var isForwarded = false
        for index in 0..<fields.count where fields.name(at: index).equalsIgnoringCase("X-Forwarded-For") {
            var members = ListMembers(fields.value(at: index))
            while let member = members.next() {
                isForwarded = true
                let address = IPAddress(withPort: member)
                if let address, trusted.contains(where: { $0.contains(address) }) { continue }
                nearest = address
            }
        }
        if isForwarded { return nearest }
        return fields.first("X-Real-IP").flatMap { IPAddress(withPort: $0) }
    }

    /// What `for` says in the first element of `Forwarded` (RFC 7239, 4).
    private static func forwardedFor(in fields: HeaderFields) -> IPAddress? {
        for index in 0..<fields.count where fields.name(at: index).equalsIgnoringCase("Forwarded") {
            var elements = QuotedParts(fields.value(at: index), between: UInt8(ascii: ","))
            guard let element = elements.next() else { continue }
            var pairs = QuotedParts(element, between: UInt8(ascii: ";"))
            while let pair = pairs.next() {
                guard pair.count > 4, pair.prefix(4).equalsIgnoringCase("for=") else { continue }
                return pair.suffix(from: 4).withoutQuotes { IPAddress(withPort: $0) }
            }
            return nil
        }
        return nil
    }

    /// Whether a field of this kind goes on from a trusted proxy as it was sent: what is not written anew below. A name with
    /// `_` is no proxy's: it is a client's attempt to pass for one.
    static func goOn(_ name: ByteView) -> Bool {
        if name.firstIndex(of: UInt8(ascii: "_")) != nil { return false }
        return
            !(name.equalsIgnoringCase("Forwarded") || name.equalsIgnoringCase("X-Real-IP")
            || name.equalsIgnoringCase("X-Forwarded-For") || name.equalsIgnoringCase("X-Forwarded-Proto")
            || name.equalsIgnoringCase("X-Forwarded-Host"))
    }

    /// Writes the fields as the upstream gets them.
    /// - Parameters:
    ///   - host: what the client asked for; empty where it did not say.
    ///   - client: what ``client(in:)`` found in the fields of a trusted proxy.
    static func write(
        _ fields: HeaderFields, from address: ClientAddress, client: IPAddress?, host: ByteView,
        classes: UnsafePointer<ByteClass>, into output: ByteWriter
    ) {
        guard address.isTrusted else {
            output.put("X-Forwarded-For: ")
            output.put(address.text)
            output.put("\r\nX-Forwarded-Proto: http\r\n")
            putHost(host, into: output)
            return
        }
        output.put("X-Forwarded-For: ")
        putValues(of: "X-Forwarded-For", in: fields, into: output)
        output.put(address.text)
        let origin = origin(fields, from: address, host: host, classes: classes)
        output.put(origin.isSecure ? "\r\nX-Forwarded-Proto: https\r\n" : "\r\nX-Forwarded-Proto: http\r\n")
        putHost(origin.host, into: output)
        if fields.first("X-Real-IP") != nil {
            output.put("X-Real-IP: ")
            if let client { client.withText { output.put($0) } } else { output.put(address.text) }
            output.put("\r\n")
        }
        if fields.first("Forwarded") != nil { putForwarded(fields, from: address, host: host, into: output) }
    }

    /// Whether a trusted proxy says that the client came by `https`.
    static func saysSecure(_ fields: HeaderFields) -> Bool {
        firstValue(of: "X-Forwarded-Proto", in: fields)?.equalsIgnoringCase("https") ?? false
    }

    private static func putHost(_ host: ByteView, into output: ByteWriter) {
        if host.isEmpty { return }
        output.put("X-Forwarded-Host: ")
        output.put(host)
        output.put("\r\n")
    }

    /// `for=192.0.2.1;host="a.example";proto=http` behind what was sent; an address of IPv6 is in brackets and quotes.
    private static func putForwarded(
        _ fields: HeaderFields, from address: ClientAddress, host: ByteView, into output: ByteWriter
    ) {
        output.put("Forwarded: ")
        putValues(of: "Forwarded", in: fields, into: output)
        let isIPv4 = address.peer?.isIPv4 ?? true
        output.put(isIPv4 ? "for=" : "for=\"[")
        output.put(address.text)
        if !isIPv4 { output.put("]\"") }
        if !host.isEmpty {
            output.put(";host=\"")
            output.put(host)
            output.put("\"")
        }
        output.put(";proto=http\r\n")
    }

    /// The values of all fields of a name, a comma behind each.
    private static func putValues(of name: StaticString, in fields: HeaderFields, into output: ByteWriter) {
        for index in 0..<fields.count where fields.name(at: index).equalsIgnoringCase(name) {
            let value = fields.value(at: index)
            if value.isEmpty { continue }
            output.put(value)
            output.put(", ")
        }
    }

    /// What the client asked for, as the upstream is told.
    static func origin(
        _ fields: HeaderFields, from address: ClientAddress, host: ByteView, classes: UnsafePointer<ByteClass>
    ) -> ForwardedOrigin {
        guard address.isTrusted else { return ForwardedOrigin(host: host, isSecure: false) }
        let sentHost = firstValue(of: "X-Forwarded-Host", in: fields)
        return ForwardedOrigin(
            host: sentHost.flatMap { $0.isAuthority(classes) ? $0 : nil } ?? host,
            isSecure: saysSecure(fields))
    }

    /// The first member of the list that all fields of a name are together (RFC 9110, 5.3).
    private static func firstValue(of name: StaticString, in fields: HeaderFields) -> ByteView? {
        for index in 0..<fields.count where fields.name(at: index).equalsIgnoringCase(name) {
            var members = ListMembers(fields.value(at: index))
            if let member = members.next() { return member }
        }
        return nil
    }
}
