package import Logging

/// What a route, and the place where a token was found, ask of the token.
package struct TokenDemand: Sendable, Equatable {
    /// Whose it must be; none for whoever its issuer is.
    let provider: Int?
    /// Where it was found, among the ``TokenSources``.
    let source: Int

    package init(provider: Int? = nil, source: Int = 0) {
        self.provider = provider
        self.source = source
    }
}

/// Where a route looks for tokens, and whose it takes.
final class Credentials: Sendable {
    /// The number of the provider; none for any.
    let provider: Int?
    /// Numbers of the ``TokenSources``, in the order in which they are looked at.
    let sources: [Int]

    init(_ rule: AccessRule, _ verifier: TokenVerifier?) throws(DefinitionFault) {
        provider = verifier.flatMap { verifier in rule.provider.flatMap { verifier.provider(named: $0) } }
        if let name = rule.provider, provider == nil { throw DefinitionFault("there is no provider \(name) of tokens") }
        sources = verifier?.sourceOrder(of: provider) ?? []
    }
}

/// Verifies tokens from scratch. Shared by all event loops.
package final class TokenVerifier: Sendable {
    let sources: TokenSources
    let keys: KeyRing
    /// Of the providers that publish their keys.
    let refreshers: [KeySetRefresher]
    /// By the number of the provider.
    let revocations: [RevocationList?]
    let settings: AuthSettings
    /// Where each provider's tokens may be shown.
    private let sourceMasks: [UInt32]
    /// What each provider allows, and demands of claims.
    private let algorithms: [[TokenAlgorithm]]
    private let rules: [ClaimRules]
    /// Of the providers whose tokens can be revoked: the claims that a token's id is in.
    private let revocationClaims: [TextList]
    private let access: AccessPlan
    private let scopeClaims: TextList
    private let roleClaims: TextList
    /// Of the headers that claims go upstream in, in their order.
    private let headerClaims: TextList
    private let headerLines: TextList
    /// Whose values a grant keeps for limits.
    private let limitClaims: TextList
    /// By which requests are told from others.
    private let hashedClaims: [StaticString]

    package init(
        _ settings: AuthSettings, access: AccessPlan, limitClaims: [String] = [], hashedClaims: [StaticString] = [],
        logger: Logger = Logger(label: "switchyard")
    ) async throws {
        var keys: [[VerificationKey]] = []
        for provider in settings.providers {
            var own = provider.secrets.map { VerificationKey($0, for: provider.algorithms) }
            for key in provider.publicKeys {
                own.append(try await VerificationKey(key, for: provider.algorithms))
            }
            keys.append(own)
        }
        let ring = KeyRing(keys)
        self.keys = ring
        refreshers = settings.providers.enumerated().compactMap { index, provider in
            provider.keySet.map {
                KeySetRefresher(
                    $0, provider: index, name: provider.name,
                    algorithms: provider.algorithms.filter { !$0.isSymmetric }, keys: ring, logger: logger)
            }
        }
        revocations = settings.providers.map { provider in
            provider.revocation.map { RevocationList($0, provider: provider.name, keys: ring, logger: logger) }
        }
        let sources = TokenSources(settings.providers.map(\.sources))
        self.sources = sources
        sourceMasks = settings.providers.map { sources.mask(of: $0.sources) }
        self.settings = settings
        algorithms = settings.providers.map(\.algorithms)
        rules = settings.providers.map(ClaimRules.init)
        revocationClaims = settings.providers.map { TextList($0.revocation?.claims ?? []) }
        self.access = access
        scopeClaims = TextList(settings.scopeClaims)
        roleClaims = TextList(settings.roleClaims)
        headerClaims = TextList(settings.claimHeaders.map(\.claim))
        headerLines = TextList(settings.claimHeaders.map(\.line))
        self.limitClaims = TextList(limitClaims)
        self.hashedClaims = hashedClaims
    }

    /// The number of the provider of that name.
    func provider(named name: String) -> Int? { settings.providers.firstIndex { $0.name == name } }

    /// The sources that a route looks at: those of its provider, else all.
    func sourceOrder(of provider: Int?) -> [Int] {
        sources.order(of: provider.map { settings.providers[$0].sources } ?? sources.all)
    }

    /// What a token grants at a time, in seconds since 1970.
    package func verify(_ token: SignedToken, for demand: TokenDemand, now: Int64) throws(AuthFailure) -> Grant {
        let (provider, claims) = try provider(of: token, demand)
        try check(token, against: provider)
        let read = if let claims { claims } else { try token.claims() }
        let end = try read.validate(rules[provider], now: now)
        let lines = token.reader.lines
        try writeIdentityHeaders(of: read, into: lines)
        return Grant(
            token: token.text.bytes, subject: read.subject.bytes, provider: provider,
            identityHeaders: lines.view.bytes, end: end,
            scopes: access.scopes(of: read, in: scopeClaims), roles: access.roles(of: read, in: roleClaims),
            sources: sourceMasks[provider], revocation: try revocation(of: read, provider),
            limitClaims: limitClaims.texts.map { (read[$0]?.scalarBytes).map { Array($0.bytes) } ?? [] },
            claimHashes: hashedClaims.compactMap { ClaimHash($0, of: read) })
    }

    /// Where to ask whether the token is revoked.
    /// - Throws: ``AuthFailure/revoked`` where that is known here.
    private func revocation(of claims: TokenClaims, _ provider: Int) throws(AuthFailure) -> RevocationLookup? {
        guard let list = revocations[provider] else { return nil }
        let id = try RevocationID(of: claims, in: revocationClaims[provider])
        switch list {
        case .redis(let list): return RevocationLookup(list: list, id: id)
        case .file(let list):
            if let failure = list.failure(for: id) { throw failure }
            return nil
        }
    }

    /// Has the published keys of a token's provider fetched, where that may be done for it.
    func fetchKeys(for token: [UInt8], _ demand: TokenDemand) -> Task<Void, Never>? {
        guard let token = try? SignedToken(token), token.keyID != nil,
            let (provider, _) = try? provider(of: token, demand)
        else { return nil }
        return refreshers.first { $0.provider == provider }?.demand()
    }

    /// Whose keys the token is held against, and its claims where they had to be read for it. Only what names the provider
    /// is believed before the signature is.
    func provider(of token: SignedToken, _ demand: TokenDemand) throws(AuthFailure) -> (Int, TokenClaims?) {
        var provider = demand.provider
        var claims: TokenClaims?
        if provider == nil, rules.count == 1 { provider = 0 }
        if provider == nil {
            let read = try token.claims()
            guard let issuer = read["iss"], let index = rules.firstIndex(where: { $0.issuers.contains(issuer) }) else {
                throw .issuer
            }
            (provider, claims) = (index, read)
        }
        guard let provider, rules.indices.contains(provider) else { throw .unjudged }
        // A token that stands where its provider's never do is nobody's.
        guard sourceMasks[provider] & 1 << UInt32(demand.source) != 0 else { throw .source }
        return (provider, claims)
    }

    /// Checks that a key of the provider has signed the token, by an algorithm that the spec allows.
    private func check(_ token: SignedToken, against provider: Int) throws(AuthFailure) {
        guard algorithms[provider].contains(token.algorithm) else { throw .algorithm }
        let fixed = keys.fixed[provider]
        for key in fixed where key.hasSigned(token) { return }
        guard !token.algorithm.isSymmetric, settings.providers[provider].keySet != nil else { throw .signature }
        // Which key of a set has signed is said, not guessed.
        guard let id = token.keyID else { throw fixed.isEmpty ? .unknownKey : .signature }
        guard let published = keys[provider].published else { throw .keyless }
        guard let named = published[id] else { throw .unknownKey }
        for key in named where key.hasSigned(token) { return }
        throw .signature
    }

    private func writeIdentityHeaders(of claims: TokenClaims, into lines: ByteWriter) throws(AuthFailure) {
        lines.clear()
        for index in headerClaims.texts.indices {
            if let claim = claims[headerClaims.texts[index]] {
                lines.put(headerLines.texts[index])
                guard ClaimHeaderValue.write(claim, into: lines) else { throw .claim }
            } else if let value = settings.claimHeaders[index].defaultValue {
                lines.put(headerLines.texts[index])
                lines.put(value)
            } else {
                continue
            }
            lines.put("\r\n")
        }
    }
}
