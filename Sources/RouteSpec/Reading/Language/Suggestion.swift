/// "did you mean 'timeout'?", where one of the names is near.
func suggestion(for name: String, among names: [String]) -> String? {
    nearest(to: name, among: names).map { "did you mean '\($0)'?" }
}

/// The name that a typing error or two make of another; of equally near ones the first.
func nearest(to name: String, among names: [String]) -> String? {
    let typed = Array(name.lowercased().unicodeScalars)
    guard typed.count <= 64 else { return nil }
    var allowance = max(1, min(3, typed.count / 3))
    var best: String?
    for candidate in names where candidate != name {
        let scalars = Array(candidate.lowercased().unicodeScalars)
        guard abs(scalars.count - typed.count) <= allowance else { continue }
        guard let distance = editDistance(typed, scalars, atMost: allowance) else { continue }
        if distance == 0 { return candidate }
        (best, allowance) = (candidate, distance - 1)
    }
    return best
}

/// How many characters have to be put in, left out, changed or swapped with their neighbours (Damerau and Levenshtein);
/// none where it is more than the limit.
private func editDistance(_ one: [Unicode.Scalar], _ other: [Unicode.Scalar], atMost limit: Int) -> Int? {
    var rows = [Array(0...other.count)]
    for i in one.indices {
        var row = [i + 1]
        for j in other.indices {
            var cost = min(rows[i][j + 1] + 1, row[j] + 1, rows[i][j] + (one[i] == other[j] ? 0 : 1))
            if i > 0, j > 0, one[i] == other[j - 1], one[i - 1] == other[j] { cost = min(cost, rows[i - 1][j - 1] + 1) }
            row.append(cost)
        }
        // No way through this row is within the limit, so none to the end is.
        if row.allSatisfy({ $0 > limit }) { return nil }
        rows.append(row)
    }
    let distance = rows[one.count][other.count]
    return distance <= limit ? distance : nil
}
