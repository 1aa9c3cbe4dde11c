/// The hash of a claim that requests are told by (`hash_on`), found when the token is verified.
struct ClaimHash: Sendable {
    let claim: StaticString
    let value: UInt64

    /// None where the token does not have the claim, or has something else than a text or a number there.
    init?(_ claim: StaticString, of claims: TokenClaims) {
        guard let value = claims[claim]?.scalarBytes.map({ TargetHash.mix(TargetHash.hash($0.bytes)) }) else {
            return nil
        }
        self.claim = claim
        self.value = value
    }
}

extension Grant {
    /// The hash of a claim; none where the token does not have it.
    func hash(ofClaim name: StaticString) -> UInt64? {
        for hash in claimHashes where ByteView(name).equals(hash.claim) { return hash.value }
        return nil
    }
}

extension GatewayDefinition {
    /// The claims that requests are told by, each once.
    var hashedClaims: [StaticString] {
        let keys = upstreams.map(\.balance.hashOn) + routes.routes.compactMap { $0.split?.hashOn }
        return keys.reduce(into: []) { claims, key in
            guard case .claim(let name) = key, !claims.contains(where: { "\($0)" == "\(name)" }) else { return }
            claims.append(name)
        }
    }
}
