/// Prints diagnostics for people and for tools.
///
/// ```
/// spec/routes.yaml:4:5: error: unknown key 'timout' in a route; did you mean 'timeout'? allowed: …
///     timout: 60s
///     ^~~~~~
/// ```
public struct DiagnosticPrinter {
    public enum Style: Sendable {
        /// The first line only, as build systems read it.
        case plain
        /// With the source line and its place underlined, in colours.
        case colored
    }

    private let style: Style
    private let files: [SpecFile]

    /// `files` are what the diagnostics are about.
    public init(_ style: Style, files: [SpecFile]) {
        self.style = style
        self.files = files
    }

    /// Every diagnostic, a line or three each.
    public func text(of diagnostics: Diagnostics) -> String {
        guard style == .colored else { return diagnostics.all.map { $0.description + "\n" }.joined() }
        let found = diagnostics.all
        let touched = Set(found.map(\.mark.path))
        let sources = Dictionary(
            files.filter { touched.contains($0.path) }.map { ($0.path, SourceText($0)) },
            uniquingKeysWith: { first, _ in first })
        return found.map { diagnostic in
            let hides = diagnostics.secretPlaces.contains {
                $0.path == diagnostic.mark.path && $0.covers(line: diagnostic.mark.line)
            }
            let listing =
                hides ? "" : sources[diagnostic.mark.path].flatMap { self.listing(of: diagnostic.mark, in: $0) } ?? ""
            return headline(of: diagnostic) + listing
        }.joined()
    }

    private func headline(of diagnostic: Diagnostic) -> String {
        let color = diagnostic.severity == .error ? Color.red : Color.magenta
        return
            "\(Color.bold)\(diagnostic.mark.place.visibleLine): \(color)\(diagnostic.severity.rawValue):\(Color.plain) "
            + "\(diagnostic.message.visibleLine)\n"
    }

    /// The line, and marks below the place: `^~~~`. Tabs stay, so that the marks stand where they belong.
    private func listing(of mark: Mark, in source: SourceText) -> String? {
        guard source.lines.indices.contains(mark.line - 1) else { return nil }
        let line = Array(source.lines[mark.line - 1].unicodeScalars)
        guard !line.isEmpty, line.count <= 400 else { return nil }
        let start = min(mark.column - 1, line.count)
        let end = mark.endLine > mark.line ? line.count : min(mark.endColumn - 1, line.count)
        let indent = String(String.UnicodeScalarView(line[..<start].map { $0 == "\t" ? "\t" : " " }))
        let marks = "^" + String(repeating: "~", count: max(0, end - start - 1))
        // A character for a character, since the marks stand below them.
        let shown = String(String.UnicodeScalarView(line.map { $0.isUnfit ? "\u{FFFD}" : $0 }))
        return "\(shown)\n\(indent)\(Color.green)\(marks)\(Color.plain)\n"
    }
}

extension Diagnostic: CustomStringConvertible {
    /// `path:line:col: error: what; remedy`
    public var description: String { "\(mark.place): \(severity.rawValue): \(message)".visibleLine }
}

extension Mark {
    fileprivate func covers(line: Int) -> Bool { self.line <= line && line <= max(self.line, endLine) }
}

extension String {
    /// On one line and without control characters, which could rewrite a terminal.
    fileprivate var visibleLine: String {
        unicodeScalars.contains(where: \.isUnfit)
            ? unicodeScalars.map { $0.isUnfit ? $0.escaped : String($0) }.joined() : self
    }
}

extension Unicode.Scalar {
    /// Whether no line may have it; tabs may stay.
    fileprivate var isUnfit: Bool { isControl && self != "\t" }
}

/// Terminal colours (ECMA-48, SGR).
private enum Color {
    static let bold = "\u{1B}[1m"
    static let red = "\u{1B}[31m"
    static let magenta = "\u{1B}[35m"
    static let green = "\u{1B}[32m"
    static let plain = "\u{1B}[0m"
}
