/// The directives of a `Cache-Control` value, one after the other (RFC 9111, 5.2). What is no directive is passed over.
struct CacheDirectives {
    struct Directive {
        let name: ByteView
        /// Without the quotes around it; none where there is no `=`.
        let argument: ByteView?
        /// Whether quotes were opened and not closed: nobody can say what was meant.
        let isBroken: Bool
    }

    private var rest: ByteView

    init(_ value: ByteView) { rest = value }

    mutating func next() -> Directive? {
        while let byte = rest.isEmpty ? nil : rest.start[0], byte == comma || byte.isBlank {
            rest = rest.suffix(from: 1)
        }
        guard !rest.isEmpty else { return nil }
        var end = 0
        while end < rest.count, rest.start[end] != comma, rest.start[end] != equals { end += 1 }
        let name = rest.prefix(end).trimmed
        guard end < rest.count, rest.start[end] == equals else {
            rest = rest.suffix(from: end)
            return Directive(name: name, argument: nil, isBroken: false)
        }
        rest = rest.suffix(from: end + 1)
        while !rest.isEmpty, rest.start[0].isBlank { rest = rest.suffix(from: 1) }
        return rest.isEmpty || rest.start[0] != quote ? plain(name) : quoted(name)
    }

    private mutating func plain(_ name: ByteView) -> Directive {
        let end = rest.firstIndex(of: comma) ?? rest.count
        let argument = rest.prefix(end).trimmed
        rest = rest.suffix(from: end)
        return Directive(name: name, argument: argument, isBroken: argument.firstIndex(of: quote) != nil)
    }

    private mutating func quoted(_ name: ByteView) -> Directive {
        var end = 1
        while end < rest.count, rest.start[end] != quote {
            end += rest.start[end] == UInt8(ascii: "\\") ? 2 : 1
        }
        let isBroken = end >= rest.count
        let argument = rest.prefix(min(end, rest.count)).suffix(from: 1)
        rest = rest.suffix(from: min(end + 1, rest.count))
        // What stands between the quotes and the next comma belongs to nothing.
        rest = rest.suffix(from: rest.firstIndex(of: comma) ?? rest.count)
        return Directive(name: name, argument: argument, isBroken: isBroken)
    }

    private let comma = UInt8(ascii: ",")
    private let equals = UInt8(ascii: "=")
    private let quote = UInt8(ascii: "\"")
}

extension CacheDirectives.Directive {
    /// The argument as seconds; 0 for what is no number, as nothing is then known to be fresh.
    var seconds: Int { argument?.deltaSeconds ?? 0 }
}

extension ByteView {
    /// A number of seconds (RFC 9111, 1.2.2), 2^31 at most; nothing for what is no number.
    var deltaSeconds: Int? {
        if isEmpty { return nil }
        for byte in bytes where !(UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) { return nil }
        return min(decimal ?? Self.mostSeconds, Self.mostSeconds)
    }

    private static var mostSeconds: Int { 1 << 31 }
}

/// What a request says to caches (RFC 9111, 5.2.1).
struct RequestDirectives: Equatable, Sendable {
    var noCache = false
    var noStore = false
    var onlyIfCached = false
    /// In seconds, as all of these.
    var maxAge: Int?
    var minFresh: Int?
    /// `Int.max` for any staleness.
    var maxStale: Int?

    /// Whether the request leaves everything to the cache.
    var isPlain: Bool { self == RequestDirectives() }

    /// Takes in the directives of a field.
    mutating func read(_ value: ByteView) {
        var directives = CacheDirectives(value)
        while let directive = directives.next() {
            let name = directive.name
            if name.equalsIgnoringCase("no-cache") {
                noCache = true
            } else if name.equalsIgnoringCase("no-store") {
                noStore = true
            } else if name.equalsIgnoringCase("only-if-cached") {
                onlyIfCached = true
            } else if name.equalsIgnoringCase("max-age") {
                maxAge = min(maxAge ?? .max, directive.seconds)
            } else if name.equalsIgnoringCase("min-fresh") {
                minFresh = max(minFresh ?? 0, directive.seconds)
            } else if name.equalsIgnoringCase("max-stale") {
                maxStale = min(maxStale ?? .max, directive.argument == nil ? .max : directive.seconds)
            }
        }
    }
}

/// What a response says to shared caches (RFC 9111, 5.2.2; RFC 5861).
struct ResponseDirectives: Equatable, Sendable {
    var noStore = false
    /// For the whole response; single fields are ``namesFields``.
    var noCache = false
    var isPrivate = false
    var isPublic = false
    var mustUnderstand = false
    /// `must-revalidate` and `proxy-revalidate`, which are the same to a shared cache.
    var mustRevalidate = false
    /// `must-revalidate` alone.
    var isForAuthorized = false
    /// In seconds, as all of these; the least where one is given more than once.
    var maxAge: Int?
    var sharedMaxAge: Int?
    var staleWhileRevalidate: Int?
    var staleIfError: Int?
    /// Whether `private` or `no-cache` names single fields: those are not stored.
    var namesFields = false

    /// Takes in the directives of a field.
    mutating func read(_ value: ByteView) {
        var directives = CacheDirectives(value)
        while let directive = directives.next() { read(directive) }
    }

    private mutating func read(_ directive: CacheDirectives.Directive) {
        let name = directive.name
        // What stands behind quotes that do not close may have been meant for caches.
        if directive.isBroken { noStore = true }
        if name.equalsIgnoringCase("no-store") {
            noStore = true
        } else if name.equalsIgnoringCase("private") {
            if directive.namesFields { namesFields = true } else { isPrivate = true }
        } else if name.equalsIgnoringCase("no-cache") {
            if directive.namesFields { namesFields = true } else { noCache = true }
        } else if name.equalsIgnoringCase("public") {
            isPublic = true
        } else if name.equalsIgnoringCase("must-revalidate") {
            mustRevalidate = true
            isForAuthorized = true
        } else if name.equalsIgnoringCase("proxy-revalidate") {
            mustRevalidate = true
        } else if name.equalsIgnoringCase("must-understand") {
            mustUnderstand = true
        } else if name.equalsIgnoringCase("max-age") {
            maxAge = min(maxAge ?? .max, directive.seconds)
        } else if name.equalsIgnoringCase("s-maxage") {
            sharedMaxAge = min(sharedMaxAge ?? .max, directive.seconds)
        } else if name.equalsIgnoringCase("stale-while-revalidate") {
            staleWhileRevalidate = min(staleWhileRevalidate ?? .max, directive.seconds)
        } else if name.equalsIgnoringCase("stale-if-error") {
            staleIfError = min(staleIfError ?? .max, directive.seconds)
        }
    }

    /// Whether it may be stored though its request had an `Authorization` (RFC 9111, 3.5).
    var allowsAuthorized: Bool { isPublic || isForAuthorized || sharedMaxAge != nil }

    /// Whether `private` or `no-cache` in these fields names a field.
    static func names(_ field: ByteView, in fields: HeaderFields) -> Bool {
        for index in 0..<fields.count where fields.name(at: index).equalsIgnoringCase("cache-control") {
            var directives = CacheDirectives(fields.value(at: index))
            while let directive = directives.next() {
                guard directive.namesFields, let argument = directive.argument,
                    directive.name.equalsIgnoringCase("private") || directive.name.equalsIgnoringCase("no-cache")
                else { continue }
                var names = ListMembers(argument)
                while let name = names.next() { if name.equalsIgnoringCase(field) { return true } }
            }
        }
        return false
    }
}

extension CacheDirectives.Directive {
    /// Whether the argument is a list of field names; one that cannot be read is not, and the directive is then for all.
    fileprivate var namesFields: Bool {
        guard let argument, !isBroken, !argument.trimmed.isEmpty else { return false }
        let classes = ByteClass.table
        var names = ListMembers(argument)
        while let name = names.next() {
            for byte in name.bytes where !classes[Int(byte)].contains(.token) { return false }
        }
        return true
    }
}
