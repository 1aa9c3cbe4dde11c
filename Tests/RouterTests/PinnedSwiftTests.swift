import Foundation
import GatewayRuntime
import RouteSpec
import Testing

/// The snapshots are not only compared: the Swift in them is compiled against the runtime as it is.
@Suite("The pinned Swift compiles")
struct PinnedSwiftTests {
    private static let snapshots = URL(filePath: #filePath).deletingLastPathComponent().appending(
        path: "../../Snapshots"
    )
    .standardizedFileURL

    /// The cases that the compiler takes.
    static let cases: [String] =
        (try? FileManager.default.subpathsOfDirectory(atPath: snapshots.path))?
        .filter { $0.hasSuffix("/Routes.swift") }.map { String($0.dropLast("/Routes.swift".count)) }.sorted() ?? []

    @Test("there are some")
    func thereAreSome() {
        #expect(Self.cases.contains("gateway"))
    }

    @Test("each, without a warning", arguments: cases)
    func compiles(_ name: String) throws {
        try Self.check(Self.snapshots.appending(path: name))
    }

    @Test("and so does that of many routes, whose clients stand in several files")
    func compilesMany() throws {
        let spec = """
            version: "1.0"
            auth: { jwt: { secret: $JWT_SECRET } }
            defaults: { upstream: $PARTS_URL }
            routes:

            """ + (0..<201).map { "  - { path: \"/part\($0)/{id}\", method: PUT }\n" }.joined()
        let plan = try #require(compileSpec([SpecFile(path: "spec/a.yaml", text: spec)]).plan)
        let folder = FileManager.default.temporaryDirectory.appending(path: "switchyard-many-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        for file in emit(plan) {
            try file.text.write(to: folder.appending(path: file.name), atomically: true, encoding: .utf8)
        }
        try Self.check(folder)
    }

    /// Checks the types of the Swift files in a folder.
    private static func check(_ folder: URL) throws {
        let sources = try FileManager.default.contentsOfDirectory(atPath: folder.path).filter { $0.hasSuffix(".swift") }
        try runTool(
            "swiftc",
            ["-typecheck", "-swift-version", "6", "-warnings-as-errors", "-module-name", "Pinned", "-parse-as-library"]
                + [
                    "-enable-upcoming-feature", "ExistentialAny", "-enable-upcoming-feature",
                    "InternalImportsByDefault",
                ]
                + ["-enable-upcoming-feature", "MemberImportVisibility"]
                + moduleFlags() + sources.sorted().map { folder.appending(path: $0).path })
    }

    /// Where the modules of this very build are, and the C modules that they import.
    private static func moduleFlags() throws -> [String] {
        let products = URL(filePath: CommandLine.arguments[0]).deletingLastPathComponent().resolvingSymlinksInPath()
        let checkouts = products.appending(path: "../../checkouts").standardizedFileURL
        let built = try FileManager.default.contentsOfDirectory(atPath: products.path)
            .filter { $0.hasSuffix(".build") }
            .map { products.appending(path: "\($0)/module.modulemap").path }
            .filter(FileManager.default.fileExists)
        let headers = try FileManager.default.contentsOfDirectory(atPath: checkouts.path).flatMap { package in
            let sources = checkouts.appending(path: "\(package)/Sources")
            return ((try? FileManager.default.contentsOfDirectory(atPath: sources.path)) ?? [])
                .map { sources.appending(path: "\($0)/include").path }
                .filter { FileManager.default.fileExists(atPath: "\($0)/module.modulemap") }
        }
        // Of a system library, whose module map is not built, the folder of its sources.
        let libraries = ["CBrotli", "CZlib"].map { name in
            let folder = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "../../Sources/\(name)")
            return folder.standardizedFileURL.path
        }
        return ["-I", products.appending(path: "Modules").path] + libraries.flatMap { ["-I", $0] }
            + built.sorted().flatMap { ["-Xcc", "-fmodule-map-file=\($0)"] }
            + headers.sorted().flatMap { ["-Xcc", "-I\($0)"] }
    }
}
