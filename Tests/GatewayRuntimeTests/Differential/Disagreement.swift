/// A class of bytes that are one thing to our parsers and another to llhttp's, as SwiftNIO sets it up.
struct Disagreement: Sendable {
    /// Some bytes, as text of one character a byte, and the two readings of them.
    struct Case {
        let text: String
        let ours: MessageReading
        let theirs: MessageReading
    }

    /// What differs, and why it may.
    let reason: String
    let covers: @Sendable (Case) -> Bool

    /// What we refuse and llhttp does not.
    private static func weRefuse(
        _ fault: String, _ reason: String, where covers: @escaping @Sendable (String) -> Bool = { _ in true }
    ) -> Disagreement {
        Disagreement(reason: reason) { $0.ours == .refused(fault) && $0.theirs.name != "refused" && covers($0.text) }
    }

    /// What llhttp refuses and we do not.
    private static func theyRefuse(
        _ faults: [String], _ reason: String, where covers: @escaping @Sendable (String) -> Bool = { _ in true }
    ) -> Disagreement {
        Disagreement(reason: reason) { found in
            found.ours.name != "refused" && faults.contains { found.theirs == .refused($0) } && covers(found.text)
        }
    }

    private static let ofBoth: [Disagreement] = [
        Disagreement(
            reason: "a tab behind a value is no part of it (RFC 9112, 5.1); llhttp then misses `chunked` and `close`"
        ) {
            $0.theirs != $0.ours && $0.text.has(/(?i:chunked|close|keep-alive)\t[\t ]*\r\n/)
        },
        weRefuse("transferCoding", "no coding but one `chunked` is known, and none in HTTP/1.0 (RFC 9112, 6.1)"),
        weRefuse("chunks", "a size has at most 15 digits: no sum of two overflows") { $0.has(/\r\n[0-9A-Fa-f]{16}/) },
        weRefuse("chunks", "extensions and trailers have bounds of their own") { $0.unicodeScalars.count > 4096 },
        weRefuse("chunks", "an extension has a name, and what follows `=`; no DEL is quoted (RFC 9112, 7.1.1)") {
            $0.has(/[0-9A-Fa-f];(?:(?:[^\r]*;)?[=;]|[^\r]*=\r|[^\r]*"[^\r]*\x7f)/)
        },
        weRefuse("contentLength", "a length fits in 63 bits, not 64") { $0.has(/:[ \t]*[0-9]{19}/) },
        theyRefuse(["strict mode assertion"], "blanks may stand around `;` and `=` of an extension (RFC 9112, 7.1.1)") {
            $0.has(/[0-9A-Fa-f];[^\r]*[ \t]/)
        },
        theyRefuse(["unexpected content-length header"], "equal lengths may be repeated (RFC 9112, 6.3)") {
            $0.has(/(?i:\r\ncontent-length:.*\r\ncontent-length:)/.dotMatchesNewlines())
        },
        theyRefuse(["invalid character in content-length header"], "a tab may stand behind a number (RFC 9112, 5.1)") {
            $0.has(/(?i:content-length):[ \t]*[0-9]+[ \t]*\t/)
        },
    ]

    static let ofRequests =
        ofBoth + [
            weRefuse("host", "`Host` stands there once, and is a host (RFC 9112, 3.2); llhttp leaves that to others"),
            weRefuse("expectation", "nobody can meet an expectation but `100-continue` (RFC 9110, 10.1.1)"),
            weRefuse("connection", "more than 32 names in `Connection` are nobody's honest work"),
            weRefuse("version", "RTSP and ICE are not HTTP") { $0.has(/\x20(?:RTSP|ICE)\//) },
            weRefuse("version", "one space stands before the version (RFC 9112, 3)") { $0.has(/^[^\r]*\x20\x20HTTP/) },
            weRefuse("startLine", "one space stands before the target (RFC 9112, 3)") {
                $0.has(/^(?:\r\n)?[^\r\x20]+\x20\x20/)
            },
            weRefuse(
                "startLine", "one empty line may stand before a request, no more, and no bare CR or LF (RFC 9112, 2.2)"
            ) {
                $0.has(/^(?:\r\n[\r\n]|\n|\r[^\n])/)
            },
            weRefuse("startLine", "HTTP/0.9 is not spoken") { $0.has(/^[^\r\x20]+\x20[^\r\x20]+\r\n/) },
            theyRefuse(["invalid HTTP method", "invalid constant string"], "any token is a method (RFC 9110, 9.1)"),
            theyRefuse(["invalid HTTP version"], "`PRI` is a method like others; it finds no route") {
                $0.hasPrefix("PRI ")
            },
            theyRefuse(["invalid URL"], "a target is judged behind the head, by `RequestTarget`"),
            Disagreement(reason: "SwiftNIO writes the method without its dash") {
                guard case .whole(var ours) = $0.ours else { return false }
                ours.start = ours.start.replacing("M-SEARCH", with: "MSEARCH")
                return $0.theirs == .whole(ours)
            },
            Disagreement(reason: "what follows a CONNECT is a tunnel's; we refuse the request, and read over its body")
            {
                $0.text.hasPrefix("CONNECT ") && $0.theirs.name == "taken"
            },
        ]

    static let ofResponses =
        ofBoth + [
            weRefuse("version", "nothing stands before a response") { $0.has(/^[\r\n]/) },
            weRefuse("startLine", "a status is of 100 to 599 (RFC 9110, 15)") { $0.has(/^HTTP\/1.[01]\x20[06-9]/) },
            weRefuse("startLine", "no control character stands in a reason (RFC 9112, 4)") {
                $0.has(/^HTTP\/1.[01]\x20\d\d\d\x20[^\r\n]*[\x00-\x08\x0b\x0c\x0e-\x1f\x7f]/)
            },
            weRefuse("contentLength", "an interim response has no body, and may not claim one (RFC 9112, 6.1)") {
                $0.has(/^HTTP\/1.[01]\x201/)
            },
            Disagreement(reason: "bytes may still come behind a 204 that claims a body: its connection ends") {
                guard case .whole(var ours) = $0.ours, ours.start == "204" else { return false }
                ours.keepsAlive = true
                return $0.theirs == .whole(ours)
            },
        ]
}

extension String {
    /// Whether there is such a piece; CRLF is two characters here.
    fileprivate func has<Output>(_ expression: Regex<Output>) -> Bool {
        firstMatch(of: expression.matchingSemantics(.unicodeScalar)) != nil
    }
}
