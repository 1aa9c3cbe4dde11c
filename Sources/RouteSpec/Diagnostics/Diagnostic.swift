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

    public init() {}

    public mutating func error(at mark: Mark, _ message: String) { found.append(Diagnostic(.error, at: mark, message)) }
    public mutating func warning(at mark: Mark, _ message: String) { found.append(Diagnostic(.warning, at: mark, message)) }

    public var hasErrors: Bool { found.contains { $0.severity == .error } }

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
