/// What the fields of a response mean to a cache.
struct CacheFacts: Equatable, Sendable {
    var control = ResponseDirectives()
    /// In seconds since 1970, as all of these; none for what is no date.
    var date: Int64?
    /// The earliest; 0, and so long ago, for what is no date (RFC 9111, 5.3).
    var expires: Int64?
    /// `Age`, in seconds.
    var age = 0
    var lastModified: Int64?
    var hasControl = false
    var hasSetCookie = false
    var hasPragma = false
    /// Whether nobody can tell which requests get the same response: `Vary: *`, or a field that the gateway itself writes.
    var variesBeyondRequest = false
    var isPartial = false

    init() {}

    /// - Parameter now: in seconds since 1970.
    init(_ fields: HeaderFields, now: Int64) {
        var hasAge = false
        for index in 0..<fields.count {
            let name = fields.name(at: index)
            let value = fields.value(at: index)
            switch (name.count, name.start[0] | 0x20) {
            case (13, UInt8(ascii: "c")) where name.equalsIgnoringCase("cache-control"):
                hasControl = true
                control.read(value)
            case (4, UInt8(ascii: "d")) where name.equalsIgnoringCase("date"):
                date = date ?? HTTPDate.seconds(value, now: now)
            case (7, UInt8(ascii: "e")) where name.equalsIgnoringCase("expires"):
                expires = min(expires ?? .max, HTTPDate.seconds(value, now: now) ?? 0)
            case (3, UInt8(ascii: "a")) where name.equalsIgnoringCase("age"):
                // The first counts; one that is no number says nothing (RFC 9111, 5.1), and one that is too great is 2^31 (1.2.2).
                if !hasAge, let seconds = value.deltaSeconds { age = seconds }
                hasAge = true
            case (13, UInt8(ascii: "l")) where name.equalsIgnoringCase("last-modified"):
                lastModified = HTTPDate.seconds(value, now: now)
            case (10, UInt8(ascii: "s")) where name.equalsIgnoringCase("set-cookie"):
                hasSetCookie = hasSetCookie || !ResponseDirectives.names(name, in: fields)
            case (4, UInt8(ascii: "v")) where name.equalsIgnoringCase("vary"):
                variesBeyondRequest = variesBeyondRequest || VaryingFields.isBeyondRequest(value)
            case (6, UInt8(ascii: "p")) where name.equalsIgnoringCase("pragma"):
                hasPragma = hasPragma || value.equalsIgnoringCase("no-cache")
            case (13, UInt8(ascii: "c")) where name.equalsIgnoringCase("content-range"):
                isPartial = true
            default: break
            }
        }
    }

    /// Whether each use of the response has to be asked for: `no-cache`, and what servers of HTTP/1.0 mean by `Pragma`.
    var asksForValidation: Bool { control.noCache || hasPragma && !hasControl }

    /// Whether a shared cache may store a response with these fields to a GET (RFC 9111, 3). How long it is fresh is another
    /// question.
    /// - Parameter isAuthorized: whether the request had credentials that the key of the cache does not tell apart.
    func mayStore(status: Int, isAuthorized: Bool) -> Bool {
        guard Self.isUnderstood(status), !isPartial, !hasSetCookie, !variesBeyondRequest, !control.isPrivate else {
            return false
        }
        if control.noStore {
            // `must-understand` takes `no-store` back for caches that know the status (RFC 9111, 5.2.2.3).
            guard control.mustUnderstand, control.maxAge != nil || control.sharedMaxAge != nil else { return false }
        }
        return !isAuthorized || control.allowsAuthorized
    }

    /// Statuses that may be stored where the upstream says how long they are fresh (RFC 9110, 15.1, and redirects).
    private static func isUnderstood(_ status: Int) -> Bool {
        switch status {
        case 200, 203, 204, 300, 301, 302, 303, 307, 308, 404, 405, 410, 414, 451, 501: true
        default: false
        }
    }

    /// Statuses for which a route's `cache_ttl` holds: answers, and no errors.
    static func isAnswer(_ status: Int) -> Bool {
        switch status {
        case 200, 203, 204, 300, 301, 308: true
        default: false
        }
    }
}
