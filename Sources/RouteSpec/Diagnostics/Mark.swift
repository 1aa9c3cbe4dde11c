/// A place in a spec file. Lines and columns count from 1, columns in Unicode characters; the end is exclusive.
public struct Mark: Hashable, Sendable {
    public var path: String
    public var line: Int
    public var column: Int
    public var endLine: Int
    public var endColumn: Int

    public init(path: String, line: Int, column: Int, endLine: Int, endColumn: Int) {
        self.path = path
        self.line = line
        self.column = column
        self.endLine = endLine
        self.endColumn = endColumn
    }

    /// Where a file as a whole is meant.
    public init(startOf path: String) { self.init(path: path, line: 1, column: 1, endLine: 1, endColumn: 1) }

    /// `spec/routes.yaml:3:7`, as messages name another place.
    public var place: String { "\(path):\(line):\(column)" }

    func extended(to end: Mark) -> Mark {
        Mark(path: path, line: line, column: column, endLine: end.endLine, endColumn: end.endColumn)
    }
}

/// A value with the place that it stands at.
public struct Marked<Value> {
    public var value: Value
    public var mark: Mark

    public init(_ value: Value, at mark: Mark) {
        self.value = value
        self.mark = mark
    }

    func map<Other>(_ transform: (Value) -> Other) -> Marked<Other> { Marked<Other>(transform(value), at: mark) }
}

extension Marked: Sendable where Value: Sendable {}
