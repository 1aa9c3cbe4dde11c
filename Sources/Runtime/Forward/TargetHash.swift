#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#endif

/// Which target is a key's own: the one with the highest score of the two together (rendezvous hashing, Thaler and Ravishankar
/// 1998), weighted as in draft-ietf-bess-weighted-hrw. A target that goes takes only its own keys along; one that comes takes
/// from each its share. Every gateway finds the same, whatever the order in which the spec has the targets.
enum TargetHash {
    /// FNV-1a, from the start or from what was hashed before; finished by ``mix(_:)``.
    static func hash(_ bytes: some Sequence<UInt8>, from start: UInt64 = 0xCBF2_9CE4_8422_2325) -> UInt64 {
        var word = start
        for byte in bytes { word = (word ^ UInt64(byte)) &* 0x0000_0100_0000_01B3 }
        return word
    }

    /// Spreads what differs over all bits (the finisher of SplitMix64).
    static func mix(_ word: UInt64) -> UInt64 {
        var word = word
        word = (word ^ word >> 30) &* 0xBF58_476D_1CE4_E5B9
        word = (word ^ word >> 27) &* 0x94D0_49BB_1331_11EB
        return word ^ word >> 31
    }

    /// How much a target is a key's own.
    /// - Parameter seed: the hash of the target's URL.
    static func score(_ key: UInt64, seed: UInt64, weight: Int) -> Double {
        // Between 0 and 1, neither of them included.
        let fraction = (Double(mix(key ^ seed) >> 11) + 0.5) * 0x1p-53
        return Double(weight) / -log(fraction)
    }

    /// Whether a target has so much to do that a key goes to its next best: over 1¼ times its share of the requests in
    /// flight (consistent hashing with bounded loads, Mirrokni, Thorup and Zadimoghaddam 2016), and over ``fewest`` of them,
    /// so that a few requests at a time stay where they belong.
    static func isOverloaded(inFlight: Int, of total: Int, weight: Int, of weights: Int) -> Bool {
        inFlight >= fewest && inFlight * 4 * weights >= (total + 1) * 5 * weight
    }

    static let fewest = 8
}
