/// A response's head (RFC 9112, section 4), parsed where its bytes lie and valid only as long as they are.
struct ResponseHead: ~Copyable {
    private var parser: HeadParser
    private(set) var status = 0
    private(set) var isVersion10 = false
    private var reasonRange = HeadRange()
    private var linesRange = HeadRange()

    /// Bounds of an upstream's head: more than any server sends on purpose.
    static let limits = HeadParser.Limits(bytes: 128 * 1024, fields: 256, target: 0)

    init() { parser = HeadParser(limits: Self.limits) }

    mutating func reset() { parser.reset() }

    /// Reads a head from the first bytes of a message, all that there are of it.
    /// - Returns: the length of the head, or none where bytes are missing.
    mutating func parse(_ base: UnsafePointer<UInt8>, _ available: Int) throws(HeadFault) -> Int? {
        guard var position = try parser.resume(base, available) else { return nil }
        if !parser.hasStartLine {
            guard let end = try parseStatusLine(base, available) else {
                try parser.wait(at: 0, available)
                return nil
            }
            position = end
            linesRange.start = end
            parser.hasStartLine = true
        }
        guard let end = try parser.parseFields(base, from: position, to: available) else { return nil }
        linesRange.end = end - 2
        if isVersion10, parser.facts.isChunked { throw .malformed(.transferCoding) }
        // Nobody can say where the next response begins behind an interim one that claims a body (RFC 9112, 6.1).
        if status < 200, claimsBody { throw .malformed(.contentLength) }
        return end
    }

    /// status-line = HTTP-version SP status-code SP [ reason-phrase ] CRLF; the second space may be missing with the reason.
    private mutating func parseStatusLine(_ base: UnsafePointer<UInt8>, _ available: Int) throws(HeadFault) -> Int? {
        guard available >= 14 else {
            // Even the first bytes must be those of HTTP.
            let prefix: StaticString = "HTTP/1."
            for index in 0..<min(available, 7) where base[index] != prefix.utf8Start[index] {
                throw .malformed(.version)
            }
            return nil
        }
        let version = ByteView(base, count: 8)
        if version.equals("HTTP/1.1") {
            isVersion10 = false
        } else if version.equals("HTTP/1.0") {
            isVersion10 = true
        } else {
            throw .malformed(.version)
        }
        guard base[8] == 0x20, let code = ByteView(base + 9, count: 3).decimal, code >= 100, code <= 599 else {
            throw .malformed(.startLine)
        }
        var index = 12
        if base[index] == 0x20 { index &+= 1 }
        let reasonStart = index
        index = Scan.control(base, from: index, to: available)
        while index < available, base[index] == 0x09 { index = Scan.control(base, from: index &+ 1, to: available) }
        if index < available, base[index] != 0x0D { throw .malformed(.startLine) }
        guard reasonStart == 13 || index == 12 else { throw .malformed(.startLine) }
        guard index &+ 1 < available else { return nil }
        guard base[index &+ 1] == 0x0A else { throw .malformed(.lineEnd) }
        status = code
        reasonRange = HeadRange(start: reasonStart, end: index)
        return index &+ 2
    }
}

extension ResponseHead {
    var facts: HeadFacts { parser.facts }

    func fields(_ base: UnsafePointer<UInt8>) -> HeaderFields { HeaderFields(base: base, fields: parser.fieldList) }

    func reason(_ base: UnsafePointer<UInt8>) -> ByteView {
        ByteView(base + reasonRange.start, count: reasonRange.end - reasonRange.start)
    }

    /// The field lines, each with its CRLF, without the empty line behind them.
    var fieldLines: HeadRange { linesRange }

    /// How the body's end is found, which depends on the request too (RFC 9112, 6.3).
    func framing(for method: Method) -> BodyFraming {
        if hasNoBody(for: method) { return .none }
        if facts.isChunked { return .chunked }
        guard let length = facts.contentLength else { return .untilClose }
        return length == 0 ? .none : .length(length)
    }

    /// Whether there is no body whatever the fields say.
    func hasNoBody(for method: Method) -> Bool {
        method == .head || status < 200 || status == 204 || status == 304
    }

    /// Whether the fields say that a body follows.
    private var claimsBody: Bool { facts.isChunked || (facts.contentLength ?? 0) > 0 }

    /// Whether there is no `Date` to go on: none was sent, or one for the connection only.
    func lacksDate(_ base: UnsafePointer<UInt8>) -> Bool {
        guard facts.hasDate else { return true }
        let name: StaticString = "Date"
        let date = ByteView(name.utf8Start, count: name.utf8CodeUnitCount)
        return facts.namesConnectionFields && fields(base).isNamedByConnection(date)
    }

    /// Whether the connection can carry another request: after a 204 that claims a body, bytes of it may still come.
    var keepsAlive: Bool {
        if status == 204, claimsBody { return false }
        return isVersion10 ? facts.saysKeepAlive && !facts.saysClose : !facts.saysClose
    }
}
