/// How long a stored response may be used (RFC 9111, 4.2), as a pure function of what it says and of the time that is passed in.
struct Freshness: Equatable, Sendable {
    /// When the response came, by ``Loop/clock()``.
    let received: UInt64
    /// How old it was then, in milliseconds, as all of these (RFC 9111, 4.2.3).
    let initialAge: Int
    let lifetime: Int
    /// Whether it is never used without the upstream's word.
    let alwaysValidates: Bool
    /// Whether it is never used once it is stale.
    let forbidsStale: Bool
    /// For how long after that it is used at once and refreshed beside it (RFC 5861, 3).
    let staleWhileRevalidate: Int
    /// For how long after that it stands in for a failing upstream (RFC 5861, 4).
    let staleIfError: Int

    /// What a stored response can do for a request.
    enum Verdict: Equatable {
        case fresh
        /// Used as it is, and refreshed beside it.
        case refreshed
        /// Stale, and the client takes it so.
        case accepted
        case unusable
    }

    func age(at now: UInt64) -> Int {
        initialAge &+ (now > received ? Int((now &- received) / 1_000_000) : 0)
    }

    /// How long it is still fresh; negative once it is stale.
    func remaining(at now: UInt64) -> Int { lifetime &- age(at: now) }

    func verdict(at now: UInt64, for request: RequestDirectives) -> Verdict {
        if alwaysValidates || request.noCache { return .unusable }
        if let most = request.maxAge, age(at: now) > most * 1000 { return .unusable }
        let remaining = remaining(at: now)
        if remaining > 0 { return remaining >= (request.minFresh ?? 0) * 1000 ? .fresh : .unusable }
        if forbidsStale || request.minFresh != nil { return .unusable }
        if let most = request.maxStale, most == .max || -remaining <= most * 1000 { return .accepted }
        return request.maxAge == nil && -remaining < staleWhileRevalidate ? .refreshed : .unusable
    }

    /// Whether it may be used at all without the upstream's word.
    var mayEverBeUsed: Bool {
        let overtime = forbidsStale ? 0 : max(staleWhileRevalidate, staleIfError)
        return !alwaysValidates && lifetime + overtime > initialAge
    }

    /// Whether it may stand in for an upstream that fails now.
    func mayStandIn(at now: UInt64, for request: RequestDirectives) -> Bool {
        let isAsked = request.noCache || request.maxAge != nil || request.minFresh != nil
        return !alwaysValidates && !forbidsStale && !isAsked && -remaining(at: now) < staleIfError
    }
}

extension Freshness {
    /// What a route says where the upstream is silent, in milliseconds.
    struct Defaults: Equatable, Sendable {
        var lifetime: Int?
        var staleWhileRevalidate = 0
        var staleIfError = 0
    }

    /// - Parameters:
    ///   - requested: when the request went upstream, by ``Loop/clock()``.
    ///   - received: when the response's head came.
    ///   - wallClock: that moment in seconds since 1970.
    /// - Returns: nothing where neither the upstream nor the route says how long the response is fresh.
    init?(
        _ facts: CacheFacts, status: Int, requested: UInt64, received: UInt64, wallClock: Int64, defaults: Defaults
    ) {
        let control = facts.control
        let lifetime: Int
        if let seconds = control.sharedMaxAge ?? control.maxAge {
            lifetime = seconds * 1000
        } else if let expires = facts.expires {
            lifetime = Int(max(0, min(expires - (facts.date ?? wallClock), 1 << 31))) * 1000
        } else if facts.asksForValidation {
            lifetime = 0
        } else if let assumed = defaults.lifetime, CacheFacts.isAnswer(status), !control.noStore {
            lifetime = assumed
        } else {
            return nil
        }
        self.lifetime = lifetime
        self.received = received
        let apparent = Int(max(0, min(wallClock - (facts.date ?? wallClock), 1 << 31))) * 1000
        let delay = received > requested ? Int((received &- requested) / 1_000_000) : 0
        initialAge = max(apparent, facts.age * 1000 + delay)
        alwaysValidates = facts.asksForValidation
        // `s-maxage` means `proxy-revalidate` too (RFC 9111, 5.2.2.10).
        forbidsStale = control.mustRevalidate || control.sharedMaxAge != nil
        staleWhileRevalidate = control.staleWhileRevalidate.map { $0 * 1000 } ?? defaults.staleWhileRevalidate
        staleIfError = control.staleIfError.map { $0 * 1000 } ?? defaults.staleIfError
    }
}
