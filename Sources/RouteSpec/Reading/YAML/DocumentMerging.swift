/// The one map that the maps of several files come to (SPEC, "Documents"): maps merge to any depth, some lists add up,
/// and nothing else may be said twice.
func mergeDocuments(_ documents: [Node], into diagnostics: inout Diagnostics) -> Node? {
    guard var merged = documents.first(where: \.isMap) else { return nil }
    for document in documents.drop(while: { !$0.isMap }).dropFirst() {
        merge(document, into: &merged, isTop: true, &diagnostics)
    }
    return merged
}

/// Top-level lists to which every file may add.
private let sums: Set<String> = ["routes", "public_paths", "expect", "allow"]

private func merge(_ other: Node, into node: inout Node, isTop: Bool, _ diagnostics: inout Diagnostics) {
    guard case .map(let added) = other.content, case .map(var entries) = node.content else { return }
    // Taken out, so that what it holds has one owner and grows in place.
    node.content = .broken
    node.isPartial = node.isPartial || other.isPartial
    var positions: [String: Int] = [:]
    for (index, entry) in entries.enumerated() { positions[entry.key.value] = index }
    for entry in added {
        guard let position = positions[entry.key.value] else {
            positions[entry.key.value] = entries.count
            entries.append(entry)
            continue
        }
        merge(entry, into: &entries[position], isTop: isTop, &diagnostics)
    }
    node.content = .map(entries)
}

private func merge(_ other: Node.Entry, into entry: inout Node.Entry, isTop: Bool, _ diagnostics: inout Diagnostics) {
    let key = entry.key.value
    if isTop, key.hasPrefix("x-") { return }
    switch (entry.value.content, other.value.content) {
    case (.map, .map): merge(other.value, into: &entry.value, isTop: false, &diagnostics)
    case (.list(let one), .list(let two)) where isTop && sums.contains(key):
        entry.value.content = .list(one + two)
        entry.value.isPartial = entry.value.isPartial || other.value.isPartial
    case (.broken, _), (_, .broken): entry.value.isPartial = true
    case (.scalar(let one), .scalar(let two)) where isTop && key == "version":
        guard one.text != two.text else { return }
        diagnostics.error(
            at: other.value.mark,
            "'version' is \"\(two.text.visible)\" here and \"\(one.text.visible)\" at \(entry.value.mark.place); write the same in every file"
        )
    default:
        entry.value.isPartial = true
        diagnostics.error(
            at: other.key.mark, "'\(key.visible)' is set already at \(entry.key.mark.place); set it in one file")
    }
}

extension Node {
    fileprivate var isMap: Bool { if case .map = content { true } else { false } }
}
