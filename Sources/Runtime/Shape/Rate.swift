/// A rate as the generic cell rate algorithm keeps it: a bucket of tokens whose whole state is one time, at which it is full
/// again. A request takes one token; it may if the bucket has one.
///
/// Within any time t, no more than `burst + t / interval` requests get a token.
struct Rate: Sendable, Equatable {
    /// As the spec says it, for headers and documents.
    let requests: Int
    /// In nanoseconds.
    let per: UInt64
    /// How many tokens a bucket holds.
    let burst: Int
    /// How long one token takes to come back, in nanoseconds; rounded up, so that the rate is never exceeded.
    let interval: UInt64
    /// How long an empty bucket takes to be full, in nanoseconds.
    let capacity: UInt64
    /// The same in eight bits, to a quarter of it: never 0.
    var size: UInt8 {
        let exponent = UInt8(63 - (capacity | 1).leadingZeroBitCount)
        let quarter = exponent < 2 ? 0 : UInt8(capacity >> (UInt64(exponent) - 2) & 3)
        return exponent * 4 + quarter + 1
    }

    /// How long a bucket of a size takes to be full, in nanoseconds: no longer than any of that size does.
    static func capacity(ofSize size: UInt8) -> Double {
        let steps = Int(size) - 1
        return Double(sign: .plus, exponent: steps >> 2, significand: 1 + Double(steps & 3) / 4)
    }

    /// A bucket that takes longer to be full could not be told from one that never is.
    static let longestCapacity: UInt64 = 365 * 86_400 * 1_000_000_000

    /// Nothing where a number is not positive, or the bucket would take more than a year to be full.
    init?(requests: Int, per: UInt64, burst: Int) {
        guard requests > 0, per > 0, burst > 0 else { return nil }
        self.requests = requests
        self.per = per
        self.burst = burst
        interval = (per - 1) / UInt64(requests) + 1
        let (capacity, overflow) = interval.multipliedReportingOverflow(by: UInt64(burst))
        guard !overflow, capacity <= Self.longestCapacity else { return nil }
        self.capacity = capacity
    }

    /// Whether a bucket that is full again at a time has a token now, and what becomes of it.
    /// - Parameters:
    ///   - fullAt: by the clock of `now`, in nanoseconds; any time that has passed is a full bucket.
    func take(fullAt: UInt64, now: UInt64) -> Taking {
        let missing = fullAt > now ? fullAt &- now : 0
        let (next, overflow) = missing.addingReportingOverflow(interval)
        if !overflow, next <= capacity {
            let remaining = remaining(missing: next)
            return Taking(
                isAllowed: true, fullAt: now &+ next, remaining: remaining,
                wait: remaining > 0 ? 0 : next &+ interval &- capacity, full: next)
        }
        return Taking(
            isAllowed: false, fullAt: fullAt, remaining: 0, wait: missing &+ interval &- capacity, full: missing)
    }

    private func remaining(missing: UInt64) -> Int { Int(truncatingIfNeeded: (capacity &- missing) / interval) }

    /// What became of a wish for a token.
    struct Taking: Sendable, Equatable {
        let isAllowed: Bool
        /// The state of the bucket from now on.
        let fullAt: UInt64
        /// How many tokens are left.
        let remaining: Int
        /// How long until there is a token again, in nanoseconds, where none is left.
        let wait: UInt64
        /// How long until the bucket is full, in nanoseconds.
        let full: UInt64
    }
}
