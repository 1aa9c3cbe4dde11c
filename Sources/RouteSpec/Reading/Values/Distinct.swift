extension Diagnostics {
    /// The entries of a list; one that stands there already is reported and left out.
    mutating func distinct<Value: Hashable>(_ entries: [Marked<Value>], of key: String) -> [Marked<Value>] {
        var places: [Value: Mark] = [:]
        return entries.filter { entry in
            guard let first = places[entry.value] else {
                places[entry.value] = entry.mark
                return true
            }
            error(at: entry.mark, "an entry of '\(key)' stands there twice, first at \(first.place); keep one of them")
            return false
        }
    }
}
