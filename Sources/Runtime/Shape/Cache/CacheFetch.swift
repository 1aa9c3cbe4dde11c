/// A request's way upstream whose response may be stored, or may confirm one that is. A client's exchange has one, and so has
/// the refreshing of a stale response.
final class CacheFetch {
    /// What becomes of the upstream's response.
    enum Turn {
        /// It goes on; it is stored or not.
        case relay(isStored: Bool)
        /// It is a 304 that confirms ``stale``, which then answers the request.
        case confirmed
        /// It is a 304 to something else than ``stale``: the request is repeated without condition.
        case contradicted
        /// The upstream failed, and ``stale`` stands in for it.
        case standIn
    }

    private let cache: ResponseCache
    private let plan: CachePlan
    private let hash: UInt64
    private let key: [UInt8]
    private let place: Int
    private let number: UInt64
    /// Whether the request has credentials that the key does not tell apart.
    private let isAuthorized: Bool
    private let directives: RequestDirectives
    /// Whether nobody but the cache has asked: then no condition of a client goes upstream.
    private let isRefresh: Bool
    /// By ``Loop/clock()``.
    private let requested: UInt64
    /// What is stored already; kept as long as this is under way.
    private(set) var stale: CacheEntry?
    /// Who waits for the response.
    private var flight: CacheFlight?
    private var filling: CacheEntry?

    init(
        _ plan: CachePlan, in cache: ResponseCache, hash: UInt64, key: ByteView, path: ByteView, isAuthorized: Bool,
        directives: RequestDirectives, stale: CacheEntry?, flight: CacheFlight?, now: UInt64, isRefresh: Bool = false
    ) {
        self.cache = cache
        self.plan = plan
        self.hash = hash
        self.key = Array(key.bytes)
        place = Invalidations.place(of: path)
        number = cache.invalidations.number(at: place)
        self.isAuthorized = isAuthorized
        self.directives = directives
        requested = now
        self.isRefresh = isRefresh
        self.stale = stale
        self.flight = flight
        if let stale { cache.retain(stale) }
        flight?.lead()
    }

    /// The fields that ask the upstream whether what is stored still holds; they go in the place of the client's.
    var validators: [UInt8]? {
        guard let stale, !stale.validators.isEmpty else { return nil }
        return stale.validators
    }

    /// Whether the client's own conditions stay here: the upstream is to judge that of the cache, or none.
    var replacesConditions: Bool { isRefresh || validators != nil }

    // MARK: The response

    /// Decides on a response.
    /// - Parameters:
    ///   - framing: how the end of the body is found that comes by ``sent(_:)``.
    ///   - form: what becomes of the response before it is stored, and after.
    ///   - request: the fields of the request; none where the request is for ``stale`` alone.
    ///   - edits: what becomes of the response's fields on their way.
    func responded(
        _ head: borrowing ResponseHead, _ base: UnsafePointer<UInt8>, framing: BodyFraming, as form: StoredForm,
        request: HeaderFields?, edits: HeaderEdits, worker: Worker
    ) -> Turn {
        let now = worker.updateNow()
        let wallClock = Worker.wallClock() / 1000
        let fields = head.fields(base)
        if head.status == 304, validators != nil {
            return confirm(head, base, edits: edits, now: now, wallClock: wallClock, worker: worker)
        }
        if Self.isFailure(head.status), standIn(at: now) != nil { return .standIn }
        if head.status == 304 {
            // To the client's own condition: it says nothing of what others would get.
            passOn()
            return .relay(isStored: false)
        }
        let facts = CacheFacts(fields, now: wallClock)
        guard facts.mayStore(status: head.status, isAuthorized: isAuthorized), !variesByIdentity(fields),
            let freshness = Freshness(
                facts, status: head.status, requested: requested, received: now, wallClock: wallClock,
                defaults: plan.defaults),
            let varying = varying(fields, request)
        else {
            notStored(head.status, now)
            return .relay(isStored: false)
        }
        let lines = keptLines(
            head, base, form: form, edits: edits, facts: facts, wallClock: wallClock, worker: worker)
        let entry = CacheEntry(
            hash: hash, key: key, varying: varying, place: place, number: number, status: head.status, facts: facts,
            freshness: freshness, lines: lines, form: form)
        // What can neither be used nor confirmed is of no use.
        guard freshness.mayEverBeUsed || !StoredHead(lines).validators.isEmpty,
            cache.begin(entry, length: framing.length)
        else {
            notStored(head.status, now)
            return .relay(isStored: false)
        }
        filling = entry
        return .relay(isStored: true)
    }

    /// Whether callers who share responses get different ones: the upstream says so of a header that only it sees.
    private func variesByIdentity(_ response: HeaderFields) -> Bool {
        guard plan.isShared else { return false }
        for index in 0..<response.count where response.name(at: index).equalsIgnoringCase("vary") {
            var names = ListMembers(response.value(at: index))
            while let name = names.next() { if plan.identityHeaders.contains(name) { return true } }
        }
        return false
    }

    private func varying(_ response: HeaderFields, _ request: HeaderFields?) -> VaryingFields? {
        if let request { return VaryingFields(response, of: request) }
        guard let stale, stale.varying.areNamed(by: response) else { return nil }
        return stale.varying
    }

    private func confirm(
        _ head: borrowing ResponseHead, _ base: UnsafePointer<UInt8>, edits: HeaderEdits, now: UInt64,
        wallClock: Int64, worker: Worker
    ) -> Turn {
        guard let stale else { return .contradicted }
        // A 304 is about what is stored, and says nothing itself of what becomes of its body.
        let lines = keptLines(
            head, base, form: stale.form, edits: edits, facts: CacheFacts(head.fields(base), now: wallClock),
            wallClock: wallClock, worker: worker)
        // It must be the very response that was asked for (RFC 9111, 4.3.4).
        let tag = StoredHead(lines).entityTag
        guard tag.isEmpty || tag == stale.entityTag else {
            cache.remove(stale)
            return .contradicted
        }
        let facts = stale.facts.updated(by: CacheFacts(head.fields(base), now: wallClock))
        guard
            let freshness = Freshness(
                facts, status: stale.status, requested: requested, received: now, wallClock: wallClock,
                defaults: plan.defaults)
        else {
            cache.remove(stale)
            return .confirmed
        }
        cache.update(stale, lines, facts, freshness)
        if !facts.mayStore(status: stale.status, isAuthorized: isAuthorized) || variesByIdentity(head.fields(base)) {
            cache.remove(stale)
        }
        return .confirmed
    }

    /// The head as the client gets it, without what belongs to the one message, and without what must not be stored.
    private func keptLines(
        _ head: borrowing ResponseHead, _ base: UnsafePointer<UInt8>, form: StoredForm, edits: HeaderEdits,
        facts: CacheFacts, wallClock: Int64, worker: Worker
    ) -> [UInt8] {
        let scratch = worker.scratch
        scratch.clear()
        ResponseRelay.writeLines(head, base, isChanged: form.changesFields, edits: edits, into: scratch)
        scratch.put(edits.added)
        if head.lacksDate(base) { worker.date.write(wallClock, into: scratch) }
        let fields = head.fields(base)
        return StoredHead(Array(scratch.view.bytes)).kept { name in
            facts.control.namesFields && ResponseDirectives.names(name, in: fields)
        }
    }

    /// Some of the body.
    /// - Returns: whether the response is still going to be stored.
    @discardableResult
    func sent(_ data: ByteView) -> Bool {
        guard let entry = filling else { return false }
        if cache.append(data, to: entry) { return true }
        filling = nil
        if let stale { cache.remove(stale) }
        cache.noteUncacheable(hash, now: Loop.clock())
        land()
        return false
    }

    /// The response is whole.
    func finished(request: HeaderFields?) {
        if let entry = filling {
            filling = nil
            let stale = stale
            cache.commit(entry) { other in request.map { other.varying.match($0) } ?? (other === stale) }
        }
        land()
    }

    /// What is stored, where it may stand in for an upstream that fails now.
    func standIn(at now: UInt64) -> CacheEntry? {
        guard let stale, stale.segment != .gone, stale.number == cache.invalidations.number(at: stale.place),
            stale.freshness.mayStandIn(at: now, for: directives)
        else { return nil }
        return stale
    }

    /// RFC 5861, 4.
    private static func isFailure(_ status: Int) -> Bool {
        status == 500 || status == 502 || status == 503 || status == 504
    }

    // MARK: Those who wait

    /// What is stored stands in for the upstream, which has failed: for those who wait as well.
    func stoodIn(_ now: UInt64) {
        stale?.stoodIn = now
        land()
    }

    /// The upstream's word in place of what is stored; an error that may pass is none. What takes the place of the stored
    /// response does so once it is whole.
    private func notStored(_ status: Int, _ now: UInt64) {
        guard status < 500, status != 408, status != 429 else { return failed() }
        if let stale { cache.remove(stale) }
        cache.noteUncacheable(hash, now: now)
        land()
    }

    private func land() {
        flight?.land()
        flight = nil
    }

    /// The upstream has failed: those who wait are not to do so for one failure after the other.
    private func failed() {
        flight?.passOn(to: CacheFlight.heirs)
        flight = nil
    }

    /// The client has left or takes its response slowly, or the response is for it alone: that says nothing of the upstream, and
    /// one of those who wait goes instead.
    func passOn() {
        flight?.passOn(to: 1)
        flight = nil
    }

    /// What is stored is not what the upstream speaks of: it is to be asked again, without a condition of the cache.
    func forgetStale() {
        if let stale { cache.release(stale) }
        stale = nil
    }

    /// The request is over, whatever became of it. Called once.
    /// - Parameter hasFailed: whether the upstream is to blame.
    func end(hasFailed: Bool) {
        if let filling { cache.abandon(filling) }
        filling = nil
        forgetStale()
        if hasFailed { failed() } else { passOn() }
    }
}

/// How a response is stored.
struct StoredForm {
    /// Whether another body is stored than the one that the upstream's fields speak of.
    var isChanged = false
    /// Whether it is compressed on its way out of the cache, for those who take it. So its entity tag has to be a weak one.
    var isCompressible = false

    var changesFields: Bool { isChanged || isCompressible }
}

extension CacheFacts {
    /// What a stored response means once a 304 has said what is new of it.
    fileprivate func updated(by new: CacheFacts) -> CacheFacts {
        var facts = self
        if new.hasControl {
            facts.control = new.control
            facts.hasControl = true
        }
        facts.date = new.date
        facts.expires = new.expires ?? expires
        facts.age = new.age
        facts.lastModified = new.lastModified ?? lastModified
        facts.hasSetCookie = new.hasSetCookie
        facts.variesBeyondRequest = new.variesBeyondRequest || variesBeyondRequest
        return facts
    }
}
