import Synchronization

/// How many of something all event loops together may have at once: one word that they share.
final class Quota: Sendable {
    private let most: Int
    private let taken = Atomic(0)

    init(_ most: Int) { self.most = most }

    /// Takes one, if there is one left.
    func take() -> Bool {
        if taken.add(1, ordering: .relaxed).newValue <= most { return true }
        give()
        return false
    }

    /// Gives one back that was taken.
    func give() { taken.subtract(1, ordering: .relaxed) }
}
