#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#endif

/// A stored response: its head ready to be written, and its body. It belongs to one loop's ``ResponseCache``.
final class CacheEntry {
    enum Segment {
        /// Its body still comes.
        case filling
        /// Used once, and once again: see ``ResponseCache``.
        case probation, protected
        /// No longer found; it lives on for those who read it.
        case gone
    }

    let hash: UInt64
    let key: [UInt8]
    let varying: VaryingFields
    /// By ``Invalidations``.
    let place: Int
    let number: UInt64
    let status: Int
    private(set) var facts: CacheFacts
    private(set) var freshness: Freshness
    /// The status line and the fields with the length of the body, each with its CRLF.
    private(set) var head: [UInt8] = []
    /// The same of a 304.
    private(set) var notModified: [UInt8] = []
    /// The fields that ask the upstream whether the response still holds; empty where it has no validator.
    private(set) var validators: [UInt8] = []
    /// With its quotes, without `W/`; empty where there is none.
    private(set) var entityTag: [UInt8] = []
    /// Whether it says by itself which origins it is for (CORS).
    private(set) var namesOrigins = false
    /// The status line and the fields alone.
    private(set) var lines: [UInt8]
    /// Whether it is compressed for clients that take it.
    var isCompressible: Bool { form.isCompressible && count >= CompressionRules.shortest }
    let form: StoredForm

    private var memory: UnsafeMutableRawPointer?
    private(set) var capacity = 0
    private(set) var count = 0

    // What the cache keeps of it.
    var segment = Segment.filling
    var readers = 0
    var refreshing = Refreshing()
    /// When it last stood in for an upstream that failed, by ``Loop/clock()``.
    var stoodIn: UInt64 = 0
    /// Bytes that the cache counts for it.
    var counted = 0
    /// Another one with the same hash.
    var next: CacheEntry?
    // The neighbours in its segment; the cache holds both.
    unowned(unsafe) var newer: CacheEntry?
    unowned(unsafe) var older: CacheEntry?

    /// - Parameter lines: the status line and those fields that are kept.
    init(
        hash: UInt64, key: [UInt8], varying: VaryingFields, place: Int, number: UInt64, status: Int, facts: CacheFacts,
        freshness: Freshness, lines: [UInt8], form: StoredForm = StoredForm()
    ) {
        self.hash = hash
        self.key = key
        self.varying = varying
        self.place = place
        self.number = number
        self.status = status
        self.facts = facts
        self.freshness = freshness
        self.lines = lines
        self.form = form
    }

    deinit { free(memory) }

    /// The bytes that it takes beside its body, roughly.
    var overhead: Int {
        key.count + varying.size + head.count + notModified.count + validators.count + entityTag.count + lines.count
            + 512
    }

    var body: ByteView {
        guard let memory else { return ByteView(("" as StaticString).utf8Start, count: 0) }
        return ByteView(memory.assumingMemoryBound(to: UInt8.self), count: count)
    }

    /// Makes room for a body of so many bytes.
    /// - Returns: whether there was memory for it.
    func reserve(_ bytes: Int) -> Bool {
        guard bytes != capacity else { return true }
        guard bytes > 0 else {
            free(memory)
            memory = nil
            capacity = 0
            return true
        }
        guard let larger = realloc(memory, bytes) else { return false }
        memory = larger
        capacity = bytes
        return true
    }

    /// Appends bytes that there is room for.
    func append(_ data: ByteView) {
        guard let memory, data.count <= capacity - count else { return }
        memcpy(memory + count, data.start, data.count)
        count += data.count
    }

    /// Makes the heads ready: nothing more comes of the body.
    func complete() {
        head = lines
        if status != 204 { head += Array("Content-Length: \(count)\r\n".utf8) }
        let stored = StoredHead(lines)
        notModified = stored.notModified
        validators = stored.validators
        entityTag = stored.entityTag
        namesOrigins = stored.namesOrigins
    }

    /// Takes in what a 304 says of it (RFC 9111, 3.2 and 4.3.4).
    /// - Parameter lines: its status line and fields.
    func update(_ lines: [UInt8], _ facts: CacheFacts, _ freshness: Freshness) {
        self.lines = StoredHead(self.lines).updated(by: StoredHead(lines))
        self.facts = facts
        self.freshness = freshness
        complete()
    }
}
