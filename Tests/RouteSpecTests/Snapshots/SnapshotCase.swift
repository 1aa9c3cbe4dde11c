import Foundation
import RouteSpec
import Testing

/// A folder below Snapshots/ that has a `spec` folder: the spec, and beside it every file that the compiler makes of it.
struct SnapshotCase: CustomTestStringConvertible {
    static let root = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "../../../Snapshots")
        .standardizedFileURL

    let name: String
    var folder: URL { Self.root.appending(path: name) }
    var testDescription: String { name }

    /// All of them, by name. A new one is a new folder.
    static let all: [SnapshotCase] = find(below: "")

    private static func find(below prefix: String) -> [SnapshotCase] {
        let names = (try? FileManager.default.contentsOfDirectory(atPath: root.appending(path: prefix).path)) ?? []
        return names.sorted().flatMap { name -> [SnapshotCase] in
            let path = prefix.isEmpty ? name : "\(prefix)/\(name)"
            let isCase = FileManager.default.fileExists(atPath: root.appending(path: "\(path)/spec").path)
            return isCase ? [SnapshotCase(name: path)] : find(below: path)
        }
    }

    /// What is pinned, by file name.
    func expected() throws -> [String: String] {
        var files: [String: String] = [:]
        for name in try FileManager.default.contentsOfDirectory(atPath: folder.path) where name != "spec" {
            files[name] = try String(contentsOf: folder.appending(path: name), encoding: .utf8)
        }
        return files
    }

    /// What the compiler makes of the spec now: its files, and `stderr.txt` where it has something to say.
    func actual() -> [String: String] {
        let specs = (try? FileManager.default.contentsOfDirectory(atPath: folder.appending(path: "spec").path)) ?? []
        let files = specs.sorted().compactMap { name -> SpecFile? in
            guard let bytes = try? Data(contentsOf: folder.appending(path: "spec/\(name)")) else { return nil }
            return SpecFile(path: "spec/\(name)", bytes: Array(bytes))
        }
        let compilation = compileSpec(files)
        var made: [String: String] = [:]
        let report = compilation.report(decorated: false)
        if !report.isEmpty { made["stderr.txt"] = report }
        // An empty file is there for the build alone.
        for file in compilation.plan.map(emit) ?? [] where !file.text.isEmpty { made[file.name] = file.text }
        return made
    }

    func record(_ files: [String: String]) throws {
        for name in try expected().keys where files[name] == nil {
            try FileManager.default.removeItem(at: folder.appending(path: name))
        }
        for (name, text) in files {
            try text.write(to: folder.appending(path: name), atomically: true, encoding: .utf8)
        }
    }
}
