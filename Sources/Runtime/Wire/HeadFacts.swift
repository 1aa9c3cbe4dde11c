/// Why a message head is refused.
enum HeadFault: Error, Equatable {
    case malformed(Malformation)
    /// More bytes than the bound.
    case tooLarge
    /// More fields than the bound.
    case tooManyFields
    case targetTooLong

    enum Malformation: Equatable {
        case startLine, version, field, lineEnd
        case host, contentLength, transferCoding, connection, expectation
    }
}

/// What the fields of a head say about its message and its connection (RFC 9112, sections 6 and 9).
struct HeadFacts {
    /// `Content-Length`, or none.
    var contentLength: Int?
    var isChunked = false
    /// How many `Host` fields there are, and where the first stands among the fields.
    var hostCount = 0
    var hostIndex = 0
    /// Where the field stands among the fields; for several, the first.
    var authorizationIndex: Int?
    var requestIDIndex: Int?
    var userAgentIndex: Int?
    var hasDate = false
    /// `Connection: close`, `Connection: keep-alive`.
    var saysClose = false
    var saysKeepAlive = false
    /// Whether `Connection` names fields, which then are for this connection only.
    var namesConnectionFields = false
    /// `Expect: 100-continue`.
    var expectsContinue = false
    /// `Expect` with anything else, which nobody can meet.
    var expectsOther = false

    /// More names than these in `Connection` are nobody's honest work.
    static let connectionNameLimit = 32
    private var connectionNames = 0

    /// Takes note of a field.
    @inline(__always)
    mutating func note(_ kind: FieldKind, value: ByteView, index: Int) throws(HeadFault) {
        if kind == .endToEnd || kind == .hopByHop || kind == .forwarding { return }
        try noteMeaning(kind, value: value, index: index)
    }

    private mutating func noteMeaning(_ kind: FieldKind, value: ByteView, index: Int) throws(HeadFault) {
        switch kind {
        case .endToEnd, .hopByHop, .forwarding: break
        case .host:
            if hostCount == 0 { hostIndex = index }
            hostCount += 1
        case .authorization: authorizationIndex = authorizationIndex ?? index
        case .requestID: requestIDIndex = requestIDIndex ?? index
        case .userAgent: userAgentIndex = userAgentIndex ?? index
        case .date: hasDate = true
        case .contentLength:
            guard let length = value.decimal, contentLength == nil || contentLength == length, !isChunked else {
                throw .malformed(.contentLength)
            }
            contentLength = length
        case .transferEncoding:
            // Other codings, `chunked` twice and a length beside it are how requests are smuggled (RFC 9112, 6.1).
            guard value.equalsIgnoringCase("chunked"), !isChunked, contentLength == nil else {
                throw .malformed(.transferCoding)
            }
            isChunked = true
        case .connection: try noteConnection(value)
        case .expect:
            if value.equalsIgnoringCase("100-continue") { expectsContinue = true } else { expectsOther = true }
        }
    }

    private mutating func noteConnection(_ value: ByteView) throws(HeadFault) {
        var names = ListMembers(value)
        while let name = names.next() {
            if name.equalsIgnoringCase("close") {
                saysClose = true
            } else if name.equalsIgnoringCase("keep-alive") {
                saysKeepAlive = true
            } else {
                namesConnectionFields = true
            }
            connectionNames += 1
            if connectionNames > Self.connectionNameLimit { throw .malformed(.connection) }
        }
    }
}

/// The members of a comma-separated field value, without the blanks around them; empty ones are left out (RFC 9110, 5.6.1).
struct ListMembers {
    private var rest: ByteView

    init(_ value: ByteView) { rest = value }

    mutating func next() -> ByteView? {
        while !rest.isEmpty {
            let length = rest.firstIndex(of: UInt8(ascii: ",")) ?? rest.count
            let member = rest.prefix(length).trimmed
            rest = rest.suffix(from: min(length + 1, rest.count))
            if !member.isEmpty { return member }
        }
        return nil
    }
}

extension ByteView {
    /// The view without the spaces and tabs at its ends.
    var trimmed: ByteView {
        var first = 0
        var last = count
        while first < last, start[first].isBlank { first += 1 }
        while last > first, start[last - 1].isBlank { last -= 1 }
        return ByteView(start + first, count: last - first)
    }

    /// The number that these bytes write in decimal digits and nothing else; none where it does not fit.
    var decimal: Int? {
        guard !isEmpty else { return nil }
        var number = 0
        for byte in bytes {
            guard byte >= UInt8(ascii: "0"), byte <= UInt8(ascii: "9") else { return nil }
            let (tenfold, overflow) = number.multipliedReportingOverflow(by: 10)
            let (sum, carry) = tenfold.addingReportingOverflow(Int(byte - UInt8(ascii: "0")))
            if overflow || carry { return nil }
            number = sum
        }
        return number
    }
}

extension UInt8 {
    /// Space or tab.
    @inline(__always)
    var isBlank: Bool { self == 0x20 || self == 0x09 }
}
