/// A set of scopes or roles, each a bit by its number in the ``AccessPlan``.
struct NameSet: Sendable, Equatable {
    private var words: [UInt64]

    /// An empty set with room for so many names.
    init(capacity: Int) { words = Array(repeating: 0, count: (capacity + 63) / 64) }

    mutating func insert(_ number: Int) { words[number / 64] |= 1 << UInt64(number % 64) }

    /// Whether every name of the other, which has the same capacity, is in this one.
    func contains(allOf other: NameSet) -> Bool {
        for index in 0..<min(words.count, other.words.count) where other.words[index] & ~words[index] != 0 {
            return false
        }
        return true
    }

    /// Whether any name of the other, which has the same capacity, is in this one.
    func contains(anyOf other: NameSet) -> Bool {
        for index in 0..<min(words.count, other.words.count) where other.words[index] & words[index] != 0 {
            return true
        }
        return false
    }
}
