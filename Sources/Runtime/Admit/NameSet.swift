/// A set of scopes or roles, each a bit by its number in the ``AccessPlan``.
struct NameSet: Sendable, Equatable {
    /// The first 64 names, which nearly every spec does with.
    private var first: UInt64 = 0
    private var words: [UInt64]

    /// An empty set with room for so many names.
    init(capacity: Int) { words = Array(repeating: 0, count: max(0, capacity - 1) / 64) }

    mutating func insert(_ number: Int) {
        let bit: UInt64 = 1 << UInt64(number % 64)
        if number < 64 { first |= bit } else { words[number / 64 - 1] |= bit }
    }

    /// Whether every name of the other, which has the same capacity, is in this one.
    func contains(allOf other: NameSet) -> Bool {
        if other.first & ~first != 0 { return false }
        for index in 0..<min(words.count, other.words.count) where other.words[index] & ~words[index] != 0 {
            return false
        }
        return true
    }

    /// Whether any name of the other, which has the same capacity, is in this one.
    func contains(anyOf other: NameSet) -> Bool {
        if other.first & first != 0 { return true }
        for index in 0..<min(words.count, other.words.count) where other.words[index] & words[index] != 0 {
            return true
        }
        return false
    }
}
