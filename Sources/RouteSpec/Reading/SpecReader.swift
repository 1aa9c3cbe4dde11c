/// Reads the files of a spec and merges them into one.
///
/// All that is wrong is reported. With errors the result is what could be read, so that checks can go on; it is none
/// where nothing could.
public func readSpec(files: [SpecFile], into diagnostics: inout Diagnostics) -> GatewaySpec? {
    var budget = NodeBudget()
    var documents: [Node] = []
    for file in files {
        let errors = diagnostics.errorCount
        if let document = NodeComposer.compose(file, budget: &budget, into: &diagnostics) { documents.append(document) }
        if diagnostics.errorCount > errors { diagnostics.concealSecrets(of: file) }
    }
    guard budget.check(into: &diagnostics) else { return nil }
    guard let merged = mergeDocuments(documents, into: &diagnostics) else { return nil }
    let isWhole = documents.count == files.count && documents.allSatisfy(\.hasAllNames)
    return diagnostics.map(merged, .spec, of: "the spec") { GatewaySpec(reading: &$0, isWhole: isWhole) }
}

extension Diagnostics {
    /// Where a file is no YAML, nobody knows which of its values are secrets: whole lines that may hold one stay hidden.
    fileprivate mutating func concealSecrets(of file: SpecFile) {
        for (index, line) in SourceText(file).lines.enumerated() {
            let hasPassword = line.contains("://") && line.contains("@")
            guard hasPassword || line.lowercased().contains("secret") else { continue }
            conceal(Mark(path: file.path, line: index + 1, column: 1, endLine: index + 1, endColumn: 1))
        }
    }
}
