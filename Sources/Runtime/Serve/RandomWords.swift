/// Random words that are no secret: xoroshiro128++ (Blackman, Vigna 2019).
struct RandomWords: RandomNumberGenerator {
    private var low: UInt64
    private var high: UInt64

    init() {
        var system = SystemRandomNumberGenerator()
        low = system.next()
        high = system.next() | 1
    }

    /// The same words for the same seed.
    init(seed: UInt64) {
        low = TargetHash.mix(seed)
        high = TargetHash.mix(~seed) | 1
    }

    mutating func next() -> UInt64 {
        @inline(__always)
        func rotated(_ word: UInt64, by bits: UInt64) -> UInt64 { word &<< bits | word &>> (64 &- bits) }
        let result = rotated(low &+ high, by: 17) &+ low
        high ^= low
        low = rotated(low, by: 49) ^ high ^ high << 21
        high = rotated(high, by: 28)
        return result
    }
}
