/// An entry of `compression`: what a response may be compressed with.
public enum ContentCoding: String, Sendable, CaseIterable {
    case gzip
    case brotli = "br"
}

extension Fields {
    /// `compression`: `none`, a coding, or a list.
    mutating func compression() -> Choice<[ContentCoding]>? {
        choice("compression") { fields in
            guard let codings = fields.oneOrMore("compression", of: Shape<ContentCoding>.choice) else { return nil }
            for (index, coding) in codings.enumerated() {
                guard let twin = codings[..<index].first(where: { $0.value == coding.value }) else { continue }
                fields.diagnostics.error(
                    at: coding.mark,
                    "'\(coding.value.rawValue)' stands there twice, first at \(twin.mark.place); keep one of them")
            }
            return ContentCoding.allCases.filter { coding in codings.contains { $0.value == coding } }
        }
    }
}
