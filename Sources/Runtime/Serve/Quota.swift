import Synchronization

/// How many of something all event loops together may have at once: one word that they share.
final class Quota: Sendable {
    let most: Int
    private let taken = Atomic(0)

    init(_ most: Int) { self.most = most }

    /// Takes one, if there is one left.
    func take() -> Bool {
        if taken.add(1, ordering: .relaxed).newValue <= most { return true }
        give()
        return false
    }

    /// How many are taken: somebody who is just being refused is none of them.
    var inUse: Int { min(most, taken.load(ordering: .relaxed)) }

    /// Gives one back that was taken.
    func give() { taken.subtract(1, ordering: .relaxed) }
}
