/// Writes the head of an upstream's response as the client gets it.
enum ResponseRelay {
    /// The status line, the end-to-end fields as sent, and the framing of our own. The fields of the client's connection
    /// and the end of the head are the caller's to write.
    static func write(
        _ head: borrowing ResponseHead, _ base: UnsafePointer<UInt8>, framing: BodyFraming, isChunked: Bool,
        isChanged: Bool = false, for method: Method, edits: HeaderEdits, into output: ByteWriter
    ) {
        writeLines(head, base, isChanged: isChanged, edits: edits, into: output)
        output.put(edits.added)
        if head.hasNoBody(for: method) {
            // What a GET would have had (RFC 9110, 8.6); a 204 has no length at all.
            if head.status != 204, !isChanged, let length = head.facts.contentLength { putLength(length, into: output) }
        } else if isChunked {
            output.put("Transfer-Encoding: chunked\r\n")
        } else if case .length(let length) = framing {
            putLength(length, into: output)
        } else if framing == .none {
            putLength(0, into: output)
        }
    }

    /// A whole interim response.
    static func writeInterim(
        _ head: borrowing ResponseHead, _ base: UnsafePointer<UInt8>, edits: HeaderEdits,
        into output: ByteWriter
    ) {
        writeLines(head, base, edits: edits, into: output)
        output.put("\r\n")
    }

    /// The status line and the end-to-end fields as sent, but for what the route drops.
    /// - Parameter isChanged: whether the body does not go on as it is, nor what the fields say of it.
    static func writeLines(
        _ head: borrowing ResponseHead, _ base: UnsafePointer<UInt8>, isChanged: Bool = false,
        edits: HeaderEdits, into output: ByteWriter
    ) {
        output.put("HTTP/1.1 ")
        output.put(decimal: head.status)
        output.put(" ")
        output.put(head.reason(base))
        output.put("\r\n")
        let fields = head.fields(base)
        let namesConnectionFields = head.facts.namesConnectionFields
        let dropsFields = !edits.isEmpty
        output.put(fields, lines: head.fieldLines) { index in
            switch fields.kind(at: index) {
            case .connection, .hopByHop, .contentLength, .transferEncoding, .requestID: true
            case .endToEnd, .host, .expect, .authorization, .userAgent, .date, .forwarding:
                namesConnectionFields && fields.isNamedByConnection(fields.name(at: index))
                    || dropsFields && edits.dropped.contains(fields.name(at: index))
                    || isChanged && ChangedBody.dropped.contains(fields.name(at: index))
            }
        }
        if isChanged { ChangedBody.putTag(of: fields, edits: edits, into: output) }
    }

    private static func putLength(_ length: Int, into output: ByteWriter) {
        output.put("Content-Length: ")
        output.put(decimal: length)
        output.put("\r\n")
    }
}
