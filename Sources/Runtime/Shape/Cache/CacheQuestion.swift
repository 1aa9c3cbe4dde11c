/// What a request asks of a cache.
struct CacheQuestion {
    var directives = RequestDirectives()
    /// The first `If-None-Match`, if it is the only one.
    private var noneMatch: ByteView?
    private var modifiedSince: ByteView?
    /// Whether the request is for the upstream alone: a part of the response, or a condition that only it can judge.
    var isForUpstream = false
    /// Whether there are more conditions of a kind than a request can have.
    private var hasTooMany = false

    init(_ fields: HeaderFields) {
        var hasControl = false
        var hasPragma = false
        for index in 0..<fields.count {
            let name = fields.name(at: index)
            switch (name.count, name.start[0] | 0x20) {
            case (13, UInt8(ascii: "c")) where name.equalsIgnoringCase("cache-control"):
                hasControl = true
                directives.read(fields.value(at: index))
            case (6, UInt8(ascii: "p")) where name.equalsIgnoringCase("pragma"):
                hasPragma = hasPragma || fields.value(at: index).equalsIgnoringCase("no-cache")
            case (13, UInt8(ascii: "i")) where name.equalsIgnoringCase("if-none-match"):
                hasTooMany = hasTooMany || noneMatch != nil
                noneMatch = fields.value(at: index)
            case (17, UInt8(ascii: "i")) where name.equalsIgnoringCase("if-modified-since"):
                hasTooMany = hasTooMany || modifiedSince != nil
                modifiedSince = fields.value(at: index)
            case (5, UInt8(ascii: "r")) where name.equalsIgnoringCase("range"),
                (8, UInt8(ascii: "i")) where name.equalsIgnoringCase("if-match"),
                (8, UInt8(ascii: "i")) where name.equalsIgnoringCase("if-range"),
                (19, UInt8(ascii: "i")) where name.equalsIgnoringCase("if-unmodified-since"):
                isForUpstream = true
            default: break
            }
        }
        // What `Pragma` says counts where `Cache-Control` says nothing (RFC 9111, 5.4).
        if hasPragma, !hasControl { directives.noCache = true }
        isForUpstream = isForUpstream || hasTooMany
    }

    /// Whether the client has a response of its own that may still do.
    var isConditional: Bool { noneMatch != nil || modifiedSince != nil }

    /// Whether the client's own response is the stored one still (RFC 9110, 13.2.2), so that a 304 answers it.
    func isAnswered(by entry: CacheEntry, now: Int64) -> Bool {
        guard entry.status == 200 else { return false }
        if let noneMatch { return entry.matches(noneMatch) }
        guard let modifiedSince, let changed = entry.facts.lastModified,
            let known = HTTPDate.seconds(modifiedSince, now: now)
        else { return false }
        return changed <= known
    }
}

extension CacheEntry {
    /// Whether one of the tags is the entry's, in the weak comparison (RFC 9110, 8.8.3.2).
    fileprivate func matches(_ tags: ByteView) -> Bool {
        if tags.equals("*") { return true }
        guard !entityTag.isEmpty else { return false }
        var rest = tags
        while let tag = EntityTag.next(in: &rest) {
            if tag.equals(entityTag) { return true }
        }
        return false
    }
}

enum EntityTag {
    /// The next tag of a list, with its quotes and without the `W/` of a weak one; what is no tag ends the list.
    static func next(in rest: inout ByteView) -> ByteView? {
        while !rest.isEmpty, rest.start[0].isBlank || rest.start[0] == UInt8(ascii: ",") { rest = rest.suffix(from: 1) }
        if rest.count > 2, rest.prefix(2).equals("W/") { rest = rest.suffix(from: 2) }
        guard rest.count >= 2, rest.start[0] == quote, let length = rest.suffix(from: 1).firstIndex(of: quote) else {
            return nil
        }
        let tag = rest.prefix(length + 2)
        rest = rest.suffix(from: length + 2)
        return tag
    }

    private static let quote = UInt8(ascii: "\"")
}
