/// A limit as routes use it; one of `defaults` is one for all of them, and so has one bucket for each caller.
final class RateLimit: Sendable {
    /// Whose bucket it is.
    enum Key: Sendable {
        case address
        case subject
        /// The place of a claim among ``Grant/limitClaims``.
        case claim(Int)
    }

    let key: Key
    /// For whoever has no tier of his own, then those of the tiers.
    let rates: [Rate]
    private let tierClaim: Int?
    private let tiers: [[UInt8]]
    /// Keeps the buckets of different limits apart.
    private let salt: UInt64

    /// - Parameters:
    ///   - claims: the claims that a ``Grant`` keeps for limits, in their order.
    ///   - salt: another one for each limit.
    init(_ settings: LimiterSettings.Limit, claims: [String], salt: UInt64) {
        switch settings.key {
        case .address: key = .address
        case .subject: key = .subject
        case .claim(let name): key = claims.firstIndex(of: "\(name)").map { .claim($0) } ?? .subject
        }
        rates = settings.rates
        tierClaim = settings.tierClaim.flatMap { claims.firstIndex(of: $0) }
        tiers = settings.tiers
        self.salt = salt
    }

    /// Which of the rates a caller has.
    func rate(of grant: Grant?) -> Int {
        guard let tierClaim, let grant, tierClaim < grant.limitClaims.count else { return 0 }
        let tier = grant.limitClaims[tierClaim]
        for index in tiers.indices where tiers[index] == tier { return min(index + 1, rates.count - 1) }
        return 0
    }

    /// What the limit goes by in a token; nothing where it goes by the address, or the token does not have it.
    @inline(__always)
    func caller(_ grant: Grant?) -> ArraySlice<UInt8>? {
        guard let grant else { return nil }
        switch key {
        case .address: return nil
        case .subject: return grant.subject.isEmpty ? nil : grant.subject
        case .claim(let index):
            guard index < grant.limitClaims.count, !grant.limitClaims[index].isEmpty else { return nil }
            return grant.limitClaims[index][...]
        }
    }

    /// The name of the tier that a rate is for; none of the rate for whoever has no tier.
    func tier(of rate: Int) -> [UInt8]? { rate > 0 && rate <= tiers.count ? tiers[rate - 1] : nil }

    /// The bucket of a caller. The hash has a seed of its process's own, so that nobody can choose a bucket. What a bucket
    /// holds means something at one rate only, so each rate has buckets of its own.
    /// - Parameter provider: whose token it is; the same name of another's is another caller.
    func bucket(of caller: some Collection<UInt8>, from provider: Int, at rate: Int) -> UInt64 {
        var hasher = Hasher()
        hasher.combine(salt)
        hasher.combine(rate)
        hasher.combine(provider)
        caller.withContiguousStorageIfAvailable { hasher.combine(bytes: UnsafeRawBufferPointer($0)) }
        return Self.key(hasher)
    }

    /// The bucket of an address; of IPv6 that of its network of 64 bits, which is what one customer has at least.
    func bucket(of address: IPAddress, at rate: Int) -> UInt64 {
        var hasher = Hasher()
        hasher.combine(~salt)
        hasher.combine(rate)
        hasher.combine(address.high)
        hasher.combine(address.isIPv4 ? address.low : 0)
        return Self.key(hasher)
    }

    private static func key(_ hasher: Hasher) -> UInt64 {
        let hash = UInt64(bitPattern: Int64(hasher.finalize()))
        return hash == 0 ? 1 : hash
    }
}

/// The limits of one route: at most one by the address, which holds before anything else is known, and one by the caller.
final class RouteLimits: Sendable {
    let address: RouteLimit?
    let caller: RouteLimit?

    /// Nothing where there are none.
    init?(_ limits: [RouteLimit]) {
        if limits.isEmpty { return nil }
        address = limits.first { $0.limit.isByAddress }
        caller = limits.first { !$0.limit.isByAddress }
    }
}

extension RateLimit {
    /// Whether nothing but the address counts.
    var isByAddress: Bool { if case .address = key { true } else { false } }
}

/// A limit on one route, with what its header fields say: one reference, so that who asks it copies nothing of it.
final class RouteLimit: Sendable {
    let limit: RateLimit
    let route: String
    /// Whether it is one of `defaults`, whose buckets are those of other routes too.
    let isShared: Bool
    let fields: [LimitFields]

    /// What it is meant to go by; of a caller whose token does not say it, the address counts nevertheless.
    var scope: LimitScope { limit.isByAddress ? .address : .user }

    /// - Parameter isAlone: whether the route has no other, from which it had to be told by its name.
    init(_ limit: RateLimit, route: String, isShared: Bool, isAlone: Bool) {
        self.limit = limit
        self.route = route
        self.isShared = isShared
        let scope = limit.isByAddress ? LimitScope.address : .user
        let name = (isShared ? "default" : route) + (isAlone ? "" : "-\(scope.rawValue)")
        fields = limit.rates.map { LimitFields($0, name: name, route: route) }
    }

    deinit { for field in fields { field.deallocate() } }
}
