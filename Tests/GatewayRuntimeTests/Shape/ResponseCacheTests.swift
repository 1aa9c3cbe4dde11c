import Testing

@testable import GatewayRuntime

@Suite("The store of responses") struct ResponseCacheTests {
    private static let limit = 1 << 20

    private func entry(_ key: String, number: UInt64 = 0, lifetime: Int = 60) -> CacheEntry {
        withFields([("Cache-Control", "max-age=\(lifetime)")]) { fields in
            let facts = CacheFacts(fields, now: 0)
            let freshness =
                Freshness(facts, status: 200, requested: 0, received: 0, wallClock: 0, defaults: .init())
                ?? Freshness(
                    received: 0, initialAge: 0, lifetime: 0, alwaysValidates: true, forbidsStale: true,
                    staleWhileRevalidate: 0, staleIfError: 0)
            return CacheEntry(
                hash: hash(key), key: Array(key.utf8), varying: VaryingFields(fields, of: fields), place: 7,
                number: number, status: 200, facts: facts, freshness: freshness,
                lines: Array("HTTP/1.1 200 OK\r\nETag: \"\(key)\"\r\n".utf8))
        }
    }

    private func hash(_ key: String) -> UInt64 { withView(key) { CacheHash.of($0) } }

    /// Stores a response with a body of so many bytes, which come in pieces.
    @discardableResult
    private func store(_ key: String, _ count: Int, in cache: ResponseCache, known: Bool = true) -> CacheEntry? {
        let entry = entry(key)
        guard cache.begin(entry, length: known ? count : nil) else { return nil }
        var rest = count
        while rest > 0 {
            let piece = min(rest, 3000)
            guard withView([UInt8](repeating: 0x61, count: piece), { cache.append($0, to: entry) }) else { return nil }
            rest -= piece
        }
        cache.commit(entry) { _ in true }
        return entry
    }

    private func find(_ key: String, in cache: ResponseCache) -> CacheEntry? {
        withView(key) { view in
            withFields([]) { fields in
                if case .found(let entry) = cache.find(CacheHash.of(view), view, fields) { entry } else { nil }
            }
        }
    }

    private func cache() -> ResponseCache { ResponseCache(bytes: Self.limit, invalidations: Invalidations()) }

    @Test("finds what was stored, by its whole key, until it is replaced or removed")
    func finding() {
        let cache = cache()
        #expect(find("a", in: cache) == nil)
        store("a", 5000, in: cache)
        #expect(find("a", in: cache)?.count == 5000)
        #expect(find("b", in: cache) == nil)
        store("a", 20, in: cache, known: false)
        #expect(find("a", in: cache)?.count == 20)
        #expect(cache.count == 1)
        find("a", in: cache).map(cache.remove)
        #expect(find("a", in: cache) == nil)
        #expect(cache.count == 0 && cache.bytes == 0)
    }

    @Test("loses what an unsafe request has made invalid, also what was on its way then")
    func invalidation() {
        let cache = cache()
        store("a", 10, in: cache)
        let coming = entry("b")
        #expect(cache.begin(coming, length: nil))
        // Any path that has the entries' place.
        var path = 0
        while withView("/\(path)", { Invalidations.place(of: $0) }) != 7 { path += 1 }
        withView("/\(path)") { cache.invalidations.invalidate($0) }
        cache.commit(coming) { _ in true }
        #expect(find("a", in: cache) == nil)
        #expect(find("b", in: cache) == nil)
        #expect(cache.count == 0 && cache.bytes == 0)
    }

    @Test("keeps what is used again from a scan of any length")
    func scan() {
        let cache = cache()
        let hot = (0..<100).map { "hot\($0)" }
        for key in hot {
            store(key, 4000, in: cache)
            find(key, in: cache).map(cache.touch)
        }
        for number in 0..<5000 { store("scan\(number)", 4000, in: cache, known: number % 2 == 0) }
        #expect(hot.allSatisfy { find($0, in: cache) != nil })
        #expect(find("scan0", in: cache) == nil && find("scan4999", in: cache) != nil)
        // What is no longer used makes room for what is now.
        for round in 0..<3 {
            for number in 0..<300 {
                if find("new\(number)", in: cache) == nil { store("new\(number)", 4000, in: cache) }
                if round == 0 { find("new\(number)", in: cache).map(cache.touch) }
            }
        }
        #expect(hot.filter { find($0, in: cache) != nil }.count < 50)
    }

    @Test("takes nothing that is longer than an eighth of it")
    func longest() {
        let cache = cache()
        #expect(store("a", Self.limit / 8 - 2000, in: cache) != nil)
        #expect(store("b", Self.limit / 8, in: cache) == nil)
        #expect(store("b", Self.limit, in: cache, known: false) == nil)
        #expect(cache.count == 1 && cache.filling == 0)
    }

    @Test("never has more bytes than it may, whatever comes, is read, breaks off and goes")
    func bound() {
        var random = SplitMix(state: 1)
        let cache = cache()
        var coming: [CacheEntry] = []
        var read: [CacheEntry] = []
        for step in 0..<30_000 {
            let key = "\(Int.random(in: 0..<400, using: &random))"
            switch Int.random(in: 0..<100, using: &random) {
            case 0..<25:
                let entry = entry(key)
                let length = Bool.random(using: &random) ? Int.random(in: 0...140_000, using: &random) : nil
                if cache.begin(entry, length: length) { coming.append(entry) }
            case 25..<50:
                guard let index = coming.indices.randomElement(using: &random) else { continue }
                let piece = [UInt8](repeating: 1, count: Int.random(in: 0...9000, using: &random))
                let isKept = withView(piece) { cache.append($0, to: coming[index]) }
                if !isKept { coming.remove(at: index) }
            case 50..<65:
                guard let index = coming.indices.randomElement(using: &random) else { continue }
                cache.commit(coming.remove(at: index)) { _ in Bool.random(using: &random) }
            case 65..<70:
                guard let index = coming.indices.randomElement(using: &random) else { continue }
                cache.abandon(coming.remove(at: index))
            case 70..<85:
                guard let entry = find(key, in: cache) else { continue }
                cache.touch(entry)
                if read.count < 200, step % 3 == 0 {
                    cache.retain(entry)
                    read.append(entry)
                }
            case 85..<92:
                guard let index = read.indices.randomElement(using: &random) else { continue }
                cache.release(read.remove(at: index))
            case 92..<96:
                guard let entry = find(key, in: cache) else { continue }
                let lines = [UInt8](
                    "HTTP/1.1 304 Not Modified\r\nX-A: \(String(repeating: "x", count: step % 900))\r\n".utf8)
                cache.update(entry, lines, entry.facts, entry.freshness)
            default: find(key, in: cache).map(cache.remove)
            }
            #expect(
                cache.bytes <= Self.limit && cache.bytes >= 0 && cache.filling <= cache.fillLimit && cache.filling >= 0)
        }
        for entry in coming { cache.abandon(entry) }
        for entry in read { cache.release(entry) }
        for number in 0..<400 { while let entry = find("\(number)", in: cache) { cache.remove(entry) } }
        #expect(cache.count == 0 && cache.bytes == 0 && cache.filling == 0)
    }
}

@Suite("The head of a stored response") struct StoredHeadTests {
    private let head = StoredHead(
        Array(
            ("HTTP/1.1 200 OK\r\nDate: D1\r\nContent-Type: text/plain\r\nETag:  W/\"a\" \r\nX-A: 1\r\nX-A: 2\r\n"
                + "Age: 5\r\nLast-Modified: L\r\nContent-Length: 7\r\nCache-Control: max-age=1\r\n").utf8))

    @Test("has all but what is of one message")
    func kept() {
        let kept = head.kept { $0.equalsIgnoringCase("x-a") }.text
        #expect(
            kept == "HTTP/1.1 200 OK\r\nDate: D1\r\nContent-Type: text/plain\r\nETag:  W/\"a\" \r\nLast-Modified: L\r\n"
                + "Cache-Control: max-age=1\r\n")
    }

    @Test("asks for what is new by its validators, and takes that in")
    func validation() {
        #expect(head.validators.text == "If-None-Match: W/\"a\"\r\nIf-Modified-Since: L\r\n")
        #expect(head.entityTag.text == "\"a\"")
        #expect(StoredHead(Array("HTTP/1.1 200 OK\r\nETag: a\r\n".utf8)).validators.isEmpty)
        let new = StoredHead(
            Array(
                "HTTP/1.1 304 X\r\nDate: D2\r\nx-a: 3\r\nContent-Type: no\r\nContent-Length: 0\r\nAge: 9\r\nX-B: 4\r\n"
                    .utf8))
        #expect(
            head.updated(by: new).text
                == "HTTP/1.1 200 OK\r\nContent-Type: text/plain\r\nETag:  W/\"a\" \r\nAge: 5\r\nLast-Modified: L\r\n"
                + "Content-Length: 7\r\nCache-Control: max-age=1\r\nDate: D2\r\nx-a: 3\r\nX-B: 4\r\n")
        #expect(
            head.notModified.text
                == "HTTP/1.1 304 Not Modified\r\nDate: D1\r\nETag:  W/\"a\" \r\nLast-Modified: L\r\nCache-Control: max-age=1\r\n"
        )
    }
}
