/// The difference of two texts as `diff -u` shows it, three lines of context around each change.
func unifiedDiff(_ old: String, _ new: String, from oldName: String, to newName: String) -> String {
    let oldLines = old.split(separator: "\n", omittingEmptySubsequences: false)
    let newLines = new.split(separator: "\n", omittingEmptySubsequences: false)
    var removed: Set<Int> = []
    var inserted: Set<Int> = []
    for change in newLines.difference(from: oldLines) {
        switch change {
        case .remove(let offset, _, _): removed.insert(offset)
        case .insert(let offset, _, _): inserted.insert(offset)
        }
    }
    // Every line of both sides once, in order, with its sign.
    var lines: [(sign: String, text: Substring, old: Int, new: Int)] = []
    var (oldIndex, newIndex) = (0, 0)
    while oldIndex < oldLines.count || newIndex < newLines.count {
        if removed.contains(oldIndex), oldIndex < oldLines.count {
            lines.append(("-", oldLines[oldIndex], oldIndex, newIndex))
            oldIndex += 1
        } else if inserted.contains(newIndex), newIndex < newLines.count {
            lines.append(("+", newLines[newIndex], oldIndex, newIndex))
            newIndex += 1
        } else {
            lines.append((" ", newLines[newIndex], oldIndex, newIndex))
            oldIndex += 1
            newIndex += 1
        }
    }
    let context = 3
    var shown = lines.indices.filter { index in
        lines[max(0, index - context)...min(lines.count - 1, index + context)].contains { $0.sign != " " }
    }[...]
    var text = "--- \(oldName)\n+++ \(newName)"
    while let first = shown.first {
        let end = zip(shown, shown.dropFirst()).first { $1 != $0 + 1 }?.0 ?? shown[shown.endIndex - 1]
        let old = range(from: lines[first].old, lines[first...end].count { $0.sign != "+" })
        let new = range(from: lines[first].new, lines[first...end].count { $0.sign != "-" })
        text += "\n@@ -\(old) +\(new) @@"
        for index in first...end { text += "\n\(lines[index].sign)\(lines[index].text)" }
        shown = shown.drop { $0 <= end }
    }
    return text
}

/// `3,7`: the first line and how many; of none, the line before.
private func range(from index: Int, _ count: Int) -> String { "\(count == 0 ? index : index + 1),\(count)" }
