/// Something that the compiler has to say of a spec: one line `path:line:col: error: what; remedy`.
public struct Diagnostic: Hashable, Sendable {
    public enum Severity: String, Sendable { case error, warning }

    public var severity: Severity
    public var mark: Mark
    /// What is wrong and, behind a semicolon, what to do about it.
    public var message: String

    public init(_ severity: Severity, at mark: Mark, _ message: String) {
        self.severity = severity
        self.mark = mark
        self.message = message
    }
}

/// All that a run has to say, in the order of files and places.
public struct Diagnostics: Sendable {
    private var found: [Diagnostic] = []
    public private(set) var errorCount = 0
    /// Places with a secret in them: no listing shows their lines.
    private(set) var secretPlaces: [Mark] = []

    public init() {}

    public mutating func error(at mark: Mark, _ message: String) { append(Diagnostic(.error, at: mark, message)) }
    public mutating func warning(at mark: Mark, _ message: String) { append(Diagnostic(.warning, at: mark, message)) }

    public mutating func append(_ diagnostic: Diagnostic) {
        found.append(diagnostic)
        if diagnostic.severity == .error { errorCount += 1 }
    }

    mutating func append(_ others: Diagnostics) {
        found += others.found
        errorCount += others.errorCount
        secretPlaces += others.secretPlaces
    }

    mutating func conceal(_ mark: Mark) { secretPlaces.append(mark) }

    public var hasErrors: Bool { errorCount > 0 }

    /// What libyaml finds behind the end of a file that has no newline there, at that end.
    func within(_ file: SpecFile) -> Diagnostics {
        guard !found.isEmpty else { return self }
        let lines = SourceText(file).lines
        var moved = self
        for index in moved.found.indices where moved.found[index].mark.line > lines.count {
            let end = lines[lines.count - 1].unicodeScalars.count + 1
            moved.found[index].mark = Mark(
                path: file.path, line: lines.count, column: end, endLine: lines.count, endColumn: end)
        }
        return moved
    }

    /// Sorted by file, line and column; what was said twice of one place stands once.
    public var all: [Diagnostic] {
        var seen: Set<Diagnostic> = []
        return found.enumerated()
            .sorted { one, other in
                let (a, b) = (one.element.mark, other.element.mark)
                return (a.path, a.line, a.column, one.offset) < (b.path, b.line, b.column, other.offset)
            }
            .map(\.element)
            .filter { seen.insert($0).inserted }
    }
}
