/// When the upstream may be asked anew for a stored response, beside its use: by one at a time, and after a failure not at once.
struct Refreshing {
    private var isUnderWay = false
    private var failures: UInt64 = 0
    /// By ``Loop/clock()``.
    private var earliest: UInt64 = 0

    /// In nanoseconds; each failure in a row doubles it.
    static let firstPause: UInt64 = 500_000_000
    static let longestPause: UInt64 = 16_000_000_000

    func isDue(_ now: UInt64) -> Bool { !isUnderWay && now >= earliest }

    mutating func begin() { isUnderWay = true }

    mutating func end(_ now: UInt64, succeeded: Bool) {
        isUnderWay = false
        if succeeded {
            failures = 0
        } else {
            earliest = now.adding(nanoseconds: min(Self.firstPause << min(failures, 5), Self.longestPause))
            failures += 1
        }
    }
}
