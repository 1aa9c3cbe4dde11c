import Foundation
import Testing

@Suite("The README") struct ReadmeTests {
    private static let root = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "../..")

    private static func text(_ path: String) throws -> String {
        try String(contentsOf: root.appending(path: path), encoding: .utf8)
    }

    @Test(
        "quotes the spec and what is compiled from it as they are",
        arguments: [
            ("yaml", "/agents/{id}", "spec/routes.yaml"), ("swift", "func `at /", "Snapshots/gateway/Routing.swift"),
            ("swift", "describeAccess", "Snapshots/gateway/Scopes.swift"),
            ("", "PUT /", "Snapshots/gateway/access.txt"),
        ])
    func quotes(language: String, mark: String, source: String) throws {
        let parts = try Self.text("README.md").components(separatedBy: "```")
        let blocks = parts.indices.filter { !$0.isMultiple(of: 2) }.map { parts[$0] }
        let block = try #require(blocks.first { $0.hasPrefix("\(language)\n") && $0.contains(mark) })
        // An ellipsis stands for the rest.
        let lines = block.split(separator: "\n").dropFirst(language.isEmpty ? 0 : 1).filter { !$0.hasSuffix("…") }
        #expect(!lines.isEmpty)
        #expect(try Self.text(source).contains(lines.joined(separator: "\n") + "\n"))
    }
}
