import Foundation
import Testing

/// A file of `Examples`: a title, a spec with a `<here>` in it, and what is put there, each with the findings that come of
/// it. Lines count in the whole spec.
///
/// ```
/// # Paths.
///
/// version: "1.0"
/// routes:
///   - path: <here>
///
/// ## a path without a slash
/// agents
/// > 3:11: error: …
/// ```
struct ExampleFile: CustomTestStringConvertible {
    struct Example {
        var title: String
        /// What stands for `<here>`.
        var insert: String
        var text: String
        var findings: [String]
        /// Whether `> nothing` stands below it.
        var saysNothing: Bool
    }

    static let folder = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "Examples")
    static let isRecording = ProcessInfo.processInfo.environment["RECORD_SNAPSHOTS"] == "1"

    let name: String
    let head: String
    let examples: [Example]
    var testDescription: String { name }

    static let all: [ExampleFile] = {
        let paths = FileManager.default.enumerator(atPath: folder.path)?.compactMap { $0 as? String } ?? []
        return paths.filter { $0.hasSuffix(".txt") }.sorted().compactMap { try? ExampleFile($0) }
    }()

    private init(_ name: String) throws {
        self.name = name
        let text = try String(contentsOf: Self.folder.appending(path: name), encoding: .utf8)
        let parts = text.split(separator: "\n## ", omittingEmptySubsequences: false).map(String.init)
        head = parts[0]
        let template = head.split(separator: "\n\n", maxSplits: 1).last.map(String.init) ?? ""
        examples = parts.dropFirst().map { part in
            let lines = part.split(separator: "\n", omittingEmptySubsequences: false)
            let isFinding = { (line: Substring) in line.hasPrefix("> ") }
            let insert = lines.dropFirst().prefix { !isFinding($0) }.joined(separator: "\n")
            let findings = lines.filter(isFinding).map { String($0.dropFirst(2)) }
            return Example(
                title: String(lines[0]), insert: insert, text: Self.put(insert, into: template),
                findings: findings.filter { $0 != "nothing" }, saysNothing: findings == ["nothing"])
        }
    }

    /// On a line of its own, the placeholder's indentation is that of each line.
    private static func put(_ insert: String, into template: String) -> String {
        let lines = template.split(separator: "\n", omittingEmptySubsequences: false).map { line -> String in
            let indentation = line.dropLast("<here>".count)
            guard line.hasSuffix("<here>"), indentation.allSatisfy({ $0 == " " }) else {
                return String(line).replacing("<here>", with: insert)
            }
            return insert.split(separator: "\n", omittingEmptySubsequences: false).map { "\(indentation)\($0)" }
                .joined(separator: "\n")
        }
        return lines.joined(separator: "\n")
    }

    func record(_ findings: (Example) -> [String]) throws {
        var text = head
        for example in examples {
            let found = findings(example)
            text += "\n## \(example.title)\n\(example.insert)\n"
            text += (found.isEmpty ? ["nothing"] : found).map { "> \($0)\n" }.joined()
        }
        try text.write(to: Self.folder.appending(path: name), atomically: true, encoding: .utf8)
    }
}
