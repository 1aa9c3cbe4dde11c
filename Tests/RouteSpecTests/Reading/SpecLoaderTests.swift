import Foundation
import Testing

@testable import RouteSpec

@Suite final class SpecLoaderTests {
    private let folder = FileManager.default.temporaryDirectory.appending(path: "switchyard-\(UUID().uuidString)")

    init() throws { try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true) }

    deinit { try? FileManager.default.removeItem(at: folder) }

    private func write(_ names: String...) throws {
        for name in names { try Data(name.utf8).write(to: folder.appending(path: name)) }
    }

    private func load(_ paths: String...) -> (names: [String], findings: [String]) {
        var diagnostics = Diagnostics()
        let files = loadSpec(at: paths.map { $0.isEmpty ? folder.path : "\(folder.path)/\($0)" }, into: &diagnostics)
        return (
            files.map { String($0.name) }, diagnostics.all.map { $0.description.replacing(folder.path, with: "spec") }
        )
    }

    @Test func `a folder's files come in name order, others stay out`() throws {
        try write("b.yaml", "a.yaml", "z.yml", ".hidden.yaml", "notes.txt", "c.yaml~")
        #expect(load("") == (["a.yaml", "b.yaml", "z.yml"], []))
        #expect(load("", "a.yaml").names == ["a.yaml", "b.yaml", "z.yml"])
    }

    @Test func `files come in name order however they are given`() throws {
        try write("b.yaml", "a.yaml")
        #expect(load("b.yaml", "a.yaml") == (["a.yaml", "b.yaml"], []))
    }

    @Test func `a folder without specs, a missing path, another kind of file`() throws {
        #expect(
            load("").findings == [
                "spec:1:1: error: the folder has no *.yaml; `switchyard init` writes one to begin with"
            ])
        #expect(
            load("no.yaml").findings == [
                "spec/no.yaml:1:1: error: the path cannot be read: No such file or directory; check it"
            ])
        try write("spec.json")
        #expect(
            load("spec.json").findings == ["spec/spec.json:1:1: error: a spec file's name ends with '.yaml'; rename it"]
        )
    }

    @Test func `a folder that is named as a file`() throws {
        try FileManager.default.createDirectory(at: folder.appending(path: "a.yaml"), withIntermediateDirectories: true)
        #expect(
            load("").findings == [
                "spec/a.yaml:1:1: error: the file cannot be read: Is a directory; check its permissions"
            ])
    }

    @Test func `what is read is what is there, at any size`() throws {
        let text = "a: " + String(repeating: "x", count: 200_000)
        try Data(text.utf8).write(to: folder.appending(path: "a.yaml"))
        var diagnostics = Diagnostics()
        #expect(loadSpec(at: [folder.path + "/"], into: &diagnostics).map(\.bytes) == [Array(text.utf8)])
    }
}
