/// Fields that hold for a body as it was, and not as it goes on.
enum ChangedBody {
    static let dropped = HeaderNames([
        "Content-Encoding", "ETag", "Accept-Ranges", "Content-MD5", "Content-Digest", "Repr-Digest", "Digest",
    ])

    /// Writes the entity tag of a response, unless the route drops it, as a weak one: a strong one is for the bytes as they were
    /// (RFC 9110, 8.8.1).
    static func putTag(of fields: HeaderFields, edits: HeaderEdits, into output: ByteWriter) {
        for index in 0..<fields.count where fields.name(at: index).equalsIgnoringCase("ETag") {
            if edits.dropped.contains(fields.name(at: index)) { return }
            let tag = fields.value(at: index)
            output.put(tag.hasPrefix("W/") ? "ETag: " : "ETag: W/")
            output.put(tag)
            output.put("\r\n")
            return
        }
    }
}
