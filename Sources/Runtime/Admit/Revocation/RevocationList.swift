import Logging

/// Where it stands which tokens of a provider are revoked.
enum RevocationList: Sendable {
    case redis(RedisRevocations)
    case file(RevocationFile)

    init(_ settings: RevocationSettings, provider: String, keys: KeyRing, logger: Logger) {
        switch settings.place {
        case .redis(let url, let key):
            self = .redis(
                RedisRevocations(
                    url, key: key, deniesOnError: settings.deniesOnError, timeout: settings.timeout, logger: logger))
        case .file(let path, let ids):
            self = .file(
                RevocationFile(
                    path, ids: ids, deniesOnError: settings.deniesOnError, provider: provider, keys: keys,
                    logger: logger))
        }
    }

    /// Makes a first attempt to reach it.
    func start() async {
        switch self {
        case .redis(let list): await list.start()
        case .file(let list): list.refresh()
        }
    }

    /// Keeps up with it, until the task is cancelled.
    func run() async {
        if case .file(let list) = self { await list.run() }
    }

    func stop() {
        if case .redis(let list) = self { list.stop() }
    }

    var status: RevocationStatus {
        switch self {
        case .redis(let list): list.status
        case .file(let list): list.status
        }
    }
}

/// What is known of revocations, at a moment: for `/ready` and the metrics.
enum RevocationStatus: Sendable {
    case redis(isUp: Bool, isReady: Bool, lookups: Lookups)
    /// - Parameters:
    ///   - ids: how many; none where the file has never been read.
    ///   - readAt: when it was read last, in milliseconds since 1970.
    ///   - isStale: whether the file cannot be read now.
    case file(ids: Int?, readAt: Int64?, isStale: Bool)

    /// Questions to Redis, by what came back.
    struct Lookups: Sendable {
        let good: Int
        let revoked: Int
        let failed: Int
    }

    /// Whether it can be found out now which tokens are revoked.
    var isUp: Bool {
        switch self {
        case .redis(let isUp, _, _): isUp
        case .file(_, _, let isStale): !isStale
        }
    }

    /// Whether the gateway may be sent requests. A server that has been reached once may be away for a while without that: it is
    /// away for every gateway alike, and none would be left.
    var isReady: Bool { if case .redis(_, let isReady, _) = self { isReady } else { true } }

    /// `{"redis":"up"}`, or `{"file":{"ids":3,"read_at":"…","stale":false}}`
    func write(into buffer: ByteWriter) {
        switch self {
        case .redis(let isUp, _, _): buffer.put(isUp ? "{\"redis\":\"up\"}" : "{\"redis\":\"down\"}")
        case .file(let ids, let readAt, let isStale):
            buffer.put("{\"file\":{\"ids\":")
            if let ids { buffer.put(decimal: ids) } else { buffer.put("null") }
            buffer.put(",\"read_at\":")
            buffer.put(time: readAt)
            buffer.put(isStale ? ",\"stale\":true}}" : ",\"stale\":false}}")
        }
    }
}
