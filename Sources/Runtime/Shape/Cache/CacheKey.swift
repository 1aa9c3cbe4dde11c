/// What two requests must have in common to be answered alike: the route, the scheme and host that the client asked for, the
/// path and query, the identity that goes upstream, and the fields that the spec names.
enum CacheKey {
    /// - Parameter identity: empty where responses are shared.
    static func write(
        _ plan: CachePlan, _ target: RequestTarget, origin: ForwardedOrigin, identity: CacheIdentity,
        _ fields: HeaderFields, into key: ByteWriter
    ) {
        key.put(decimal: plan.route)
        key.put(origin.isSecure ? "s" : "p")
        for byte in origin.host.bytes { key.put(byte: byte.asciiLowercased) }
        // No host, target or field value has a NUL in it.
        key.put(byte: 0)
        key.put(target.path)
        if let query = target.query {
            key.put("?")
            key.put(query)
        }
        switch identity {
        case .none: key.put(byte: 0)
        case .headers(let grant):
            key.put(byte: 1)
            key.put(grant.identityHeaders)
        case .token(let sources):
            key.put(byte: 2)
            for source in sources.all {
                switch source {
                case .header(let name, _): put(name, fields, into: key)
                case .cookie: put("cookie", fields, into: key)
                }
            }
        }
        for name in plan.vary {
            name.withUnsafeBufferPointer { name in
                for index in 0..<fields.count where fields.name(at: index).equalsIgnoringCase(ByteView(name)) {
                    key.put(byte: 1)
                    key.put(fields.value(at: index))
                }
            }
            key.put(byte: 0)
        }
    }

    private static func put(_ name: StaticString, _ fields: HeaderFields, into key: ByteWriter) {
        for index in 0..<fields.count where fields.name(at: index).equalsIgnoringCase(name) {
            key.put(byte: 1)
            key.put(fields.value(at: index))
        }
        key.put(byte: 0)
    }
}

/// Who a request is from, as its upstream can tell.
enum CacheIdentity {
    /// Nobody in particular, or it is not to matter.
    case none
    /// By the identity headers of its token.
    case headers(Grant)
    /// By its token itself, wherever that stands: no identity header goes upstream, but what the client sent does.
    case token(TokenSources)

    init(_ grant: Grant?, _ sources: TokenSources?, isShared: Bool) {
        guard let grant, let sources, !isShared else {
            self = .none
            return
        }
        self = grant.identityHeaders.isEmpty ? .token(sources) : .headers(grant)
    }

    /// Whether the key tells such callers apart.
    var isKnown: Bool { if case .none = self { false } else { true } }
}

/// A hash that nobody outside can foresee, so that no client makes many keys fall together.
enum CacheHash {
    private static let seed = UInt64.random(in: .min ... .max)
    private static let first: UInt64 = 0xA076_1D64_78BD_642F
    private static let second: UInt64 = 0xE703_7ED1_A0B4_28DB

    static func of(_ bytes: ByteView) -> UInt64 {
        var hash = seed ^ UInt64(truncatingIfNeeded: bytes.count)
        let base = UnsafeRawPointer(bytes.start)
        var index = 0
        while index &+ 8 <= bytes.count {
            hash = mix(hash ^ (base + index).loadUnaligned(as: UInt64.self), first)
            index &+= 8
        }
        var rest: UInt64 = 0
        while index < bytes.count {
            rest = rest &<< 8 | UInt64(bytes.start[index])
            index &+= 1
        }
        return mix(mix(hash ^ rest, second), seed | 1)
    }

    @inline(__always)
    private static func mix(_ one: UInt64, _ other: UInt64) -> UInt64 {
        let (high, low) = one.multipliedFullWidth(by: other)
        return high ^ low
    }
}
