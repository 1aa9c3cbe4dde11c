#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#endif

/// A request's head (RFC 9112, sections 2 to 5): parsed where its bytes lie, then kept in memory of its own for as long as
/// the exchange lasts. One serves a connection for all its requests.
struct RequestHead: ~Copyable {
    private var parser: HeadParser
    private var methodRange = HeadRange()
    private var targetRange = HeadRange()
    private(set) var method = Method.get
    /// HTTP/1.0 instead of HTTP/1.1.
    private(set) var isVersion10 = false

    /// The head's bytes, and behind them the scratch for what is made of them.
    private var memory: UnsafeMutablePointer<UInt8>
    private var capacity = 1024
    private var count = 0

    /// A method longer than this is refused; the longest registered one has 17 bytes.
    static let methodLimit = 32

    init(limits: HeadParser.Limits) {
        parser = HeadParser(limits: limits)
        memory = .allocate(capacity: capacity)
    }

    deinit { memory.deallocate() }

    mutating func reset() {
        parser.reset()
        method = .get
        count = 0
    }

    /// Reads a head from the first bytes of a message, all that there are of it.
    /// - Returns: the length of the head, or none where bytes are missing.
    mutating func parse(_ base: UnsafePointer<UInt8>, _ available: Int) throws(HeadFault) -> Int? {
        guard var position = try parser.resume(base, available) else {
            // A request line that lacks nothing but its LF: method SP target SP HTTP-version CR.
            let longest = Self.methodLimit + 1 + parser.limits.target + 1 + 9
            if !parser.hasStartLine, available > longest { throw .targetTooLong }
            return nil
        }
        if !parser.hasStartLine {
            guard let end = try parseRequestLine(base, available) else {
                try parser.wait(at: 0, available)
                return nil
            }
            position = end
            parser.hasStartLine = true
        }
        guard let end = try parser.parseFields(base, from: position, to: available) else { return nil }
        try judge(base)
        keep(base, end)
        return end
    }

    /// request-line = method SP request-target SP HTTP-version CRLF
    private mutating func parseRequestLine(
        _ base: UnsafePointer<UInt8>, _ available: Int
    ) throws(HeadFault) -> Int? {
        let classes = parser.classes
        var index = 0
        while index < available, classes[Int(base[index])].contains(.token) { index &+= 1 }
        if index > Self.methodLimit { throw .malformed(.startLine) }
        guard index < available else { return nil }
        guard index > 0, base[index] == 0x20 else { throw .malformed(.startLine) }
        methodRange = HeadRange(start: 0, end: index)

        let targetStart = index &+ 1
        index = Scan.controlOrSpace(base, from: targetStart, to: available)
        if index &- targetStart > parser.limits.target { throw .targetTooLong }
        guard index < available else { return nil }
        guard index > targetStart, base[index] == 0x20 else { throw .malformed(.startLine) }
        targetRange = HeadRange(start: targetStart, end: index)

        let version = ByteView(base + (index &+ 1), count: available &- index &- 1)
        guard version.count >= 10 else { return nil }
        if version.prefix(8).equals("HTTP/1.1") {
            isVersion10 = false
        } else if version.prefix(8).equals("HTTP/1.0") {
            isVersion10 = true
        } else {
            throw .malformed(.version)
        }
        guard version.start[8] == 0x0D, version.start[9] == 0x0A else { throw .malformed(.startLine) }
        method = Method(ByteView(base, count: methodRange.end))
        return index &+ 11
    }

    /// What no single field shows.
    private func judge(_ base: UnsafePointer<UInt8>) throws(HeadFault) {
        let facts = parser.facts
        if facts.expectsOther { throw .malformed(.expectation) }
        // RFC 9112, 6.1: a request of HTTP/1.0 with a transfer coding has faulty framing.
        if isVersion10, facts.isChunked { throw .malformed(.transferCoding) }
        // RFC 9112, 3.2.
        guard facts.hostCount == 1 || (isVersion10 && facts.hostCount == 0) else { throw .malformed(.host) }
        if facts.hostCount == 1 {
            let host = HeaderFields(base: base, fields: parser.fieldList).value(at: facts.hostIndex)
            guard host.isAuthority(parser.classes) else { throw .malformed(.host) }
        }
    }

    /// Copies the head, so that the buffer it came in can be given back. The memory stays where it is until the next head.
    private mutating func keep(_ base: UnsafePointer<UInt8>, _ length: Int) {
        let path = targetRange.end - targetRange.start + PathView.padding
        reserve(length + PathView.padding + RequestIdentifier.count + 2 * path)
        memcpy(memory, base, length)
        count = length
    }

    private mutating func reserve(_ needed: Int) {
        if needed <= capacity { return }
        let larger = UnsafeMutablePointer<UInt8>.allocate(capacity: needed * 2)
        larger.update(from: memory, count: count)
        memory.deallocate()
        memory = larger
        capacity = needed * 2
    }

    /// Gives memory back that an unusually large head has taken.
    mutating func shrink() {
        let usual = 16 * 1024
        if capacity <= usual { return }
        memory.deallocate()
        memory = .allocate(capacity: usual)
        capacity = usual
        count = 0
    }
}

extension RequestHead {
    private func view(_ range: HeadRange) -> ByteView { ByteView(memory + range.start, count: range.end - range.start) }

    /// Whether a whole head has been read: only then have its parts a meaning.
    var isComplete: Bool { count > 0 }
    var facts: HeadFacts { parser.facts }
    var fields: HeaderFields { HeaderFields(base: memory, fields: parser.fieldList) }
    var methodName: ByteView { view(methodRange) }
    var target: ByteView { view(targetRange) }
    /// The field lines, each with its CRLF, without the empty line behind them.
    var fieldLines: HeadRange { HeadRange(start: targetRange.end + 11, end: count - 2) }

    /// The value of the `Host` field; empty where there is none, as HTTP/1.0 allows.
    var host: ByteView { facts.hostCount == 0 ? ByteView(memory, count: 0) : fields.value(at: facts.hostIndex) }

    func value(at index: Int?) -> ByteView? { index.map { fields.value(at: $0) } }

    var framing: BodyFraming {
        if facts.isChunked { return .chunked }
        guard let length = facts.contentLength, length > 0 else { return .none }
        return .length(length)
    }

    /// Whether the connection can carry another request (RFC 9112, 9.3).
    var keepsAlive: Bool { isVersion10 ? facts.saysKeepAlive && !facts.saysClose : !facts.saysClose }

    /// Room for a request id of our own.
    var identifierScratch: UnsafeMutablePointer<UInt8> { memory + count + PathView.padding }

    /// Room for two copies of the target, each with ``PathView/padding``.
    var pathScratch: UnsafeMutablePointer<UInt8> { identifierScratch + RequestIdentifier.count }
}

extension ByteView {
    /// Whether this is a host with an optional port (RFC 9110, 7.2).
    func isAuthority(_ classes: UnsafePointer<ByteClass>) -> Bool {
        guard !isEmpty else { return false }
        for byte in bytes where !classes[Int(byte)].contains(.host) { return false }
        let name = HostName(self).name
        guard !name.isEmpty else { return false }
        var inside = name
        // Brackets stand around an IPv6 address and nowhere else.
        if name.start[0] == UInt8(ascii: "[") {
            guard name.count > 2, name.start[name.count - 1] == UInt8(ascii: "]") else { return false }
            inside = name.prefix(name.count - 1).suffix(from: 1)
        }
        guard inside.firstIndex(of: UInt8(ascii: "[")) == nil, inside.firstIndex(of: UInt8(ascii: "]")) == nil else {
            return false
        }
        let tail = suffix(from: name.count)
        if tail.isEmpty { return true }
        guard tail.start[0] == UInt8(ascii: ":") else { return false }
        let port = tail.suffix(from: 1)
        return port.isEmpty || port.decimal.map { $0 <= 65535 } ?? false
    }
}
